import type { ReportEntry, ReportFinding, ReportSession } from './report.ts';

/** The finding that stopped the mail: the first one with severity `error`. */
export function causeOf(session: ReportSession): ReportFinding | undefined {
  return session.findings.find(({ severity }) => severity === 'error');
}

/** What else was noticed: every finding but the cause. */
export function remarksOf(session: ReportSession): readonly ReportFinding[] {
  const cause = causeOf(session);
  return session.findings.filter((finding) => finding !== cause);
}

/**
 * The entry that shows the verdict: the cause's deciding line; without a cause the server's last
 * word on the message. Undefined where the log holds neither.
 */
export function evidenceOf(session: ReportSession): ReportEntry | undefined {
  const line = causeOf(session)?.lines[0];
  if (line !== undefined) {
    // What decided is red; others may stand on its line.
    const isIt = (entry: ReportEntry): boolean =>
      entry.severity === 'error' && entry.line <= line && line <= entry.endLine;
    return session.entries.find(isIt) ?? entryAt(session, line);
  }
  return session.entries.findLast(
    ({ from, phase, kind, code, duplicateOf }) =>
      from === 'server' &&
      kind === 'reply' &&
      phase === 'message' &&
      code !== null &&
      duplicateOf === null,
  );
}

/** The entry that holds this line (1-based). */
export function entryAt<E extends ReportEntry>(
  { entries }: { entries: readonly E[] },
  line: number,
): E | undefined {
  return entries.find((entry) => entry.line <= line && line <= entry.endLine);
}
