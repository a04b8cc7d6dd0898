import { explainFindings } from './explain-findings.ts';
import type { FindingContext } from './explain-findings.ts';
import { explainEntry, explainPart } from './explain-lines.ts';
import type { Report, ReportEntry, ReportFinding, ReportSession } from './report.ts';
import type { Analysis, Entry, Facts, Finding, Session } from './types.ts';

/**
 * Puts an analysis into words: the report that every surface draws (docs/report.md). Pure.
 *
 * @param options program: id of the program whose screen shows the log, where the page tells
 *   (lib/program-at.ts); steps then name its fields even if the log speaks of its library only
 */
export function explain(
  analysis: Analysis,
  { program }: { program?: string | undefined } = {},
): Report {
  return {
    version: 1,
    sessions: analysis.sessions.map(({ session, facts, findings }, index) =>
      explainSession(session, facts, findings, {
        isFollowed: index + 1 < analysis.sessions.length,
        program,
      }),
    ),
  };
}

function explainSession(
  session: Session,
  facts: Facts,
  findings: readonly Finding[],
  context: FindingContext,
): ReportSession {
  const lineOf = (index: number): number => session.entries[index]?.line ?? session.firstLine;
  return {
    dialect: session.dialect,
    title: session.title,
    firstLine: session.firstLine,
    lastLine: session.lastLine,
    server: facts.server ? { host: facts.server.host, port: facts.server.port ?? null } : null,
    tls: facts.tls,
    auth: {
      mechanism: facts.auth.mechanism ?? null,
      result: facts.auth.result,
      user: facts.auth.user ?? null,
    },
    envelope: {
      from: facts.envelope.from ?? null,
      to: facts.envelope.to,
      rejectedTo: facts.envelope.rejectedTo,
    },
    outcome: facts.outcome,
    failedAt: facts.failedAt ?? null,
    queueId: facts.queueId ?? null,
    durationMs: session.durationMs ?? null,
    findings: explainFindings(session, facts, findings, context).map(
      ({ entries, ...words }): ReportFinding => ({
        ...words,
        lines: [...new Set(entries.map(lineOf))],
      }),
    ),
    // In a log with the newest line first they came in another order.
    entries: session.entries
      .map((entry, index) => explainLine(session, facts, entry, index, findings))
      .sort((one, other) => one.line - other.line),
    secrets: session.secrets,
  };
}

function explainLine(
  session: Session,
  facts: Facts,
  entry: Entry,
  index: number,
  findings: readonly Finding[],
): ReportEntry {
  const twin = entry.duplicateOf === undefined ? undefined : session.entries[entry.duplicateOf];
  return {
    line: entry.line,
    endLine: entry.endLine,
    from: entry.from,
    kind: entry.kind,
    verb: entry.verb ?? null,
    code: entry.reply?.code ?? null,
    enhanced: entry.reply?.enhanced ?? null,
    phase: entry.phase,
    duplicateOf: twin?.line ?? null,
    ...explainEntry(session, facts, index, findings),
    ...(entry.parts
      ? {
          parts: entry.parts.map((part) => ({
            start: entry.at + part.start,
            end: entry.at + part.end,
            code: part.code,
            enhanced: part.enhanced ?? null,
            brief: explainPart(part, session, facts, index),
          })),
        }
      : {}),
  };
}
