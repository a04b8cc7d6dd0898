import type { ReportSession } from '../lib/report.ts';
import type { TruthSession } from './corpus.ts';

/** The report, in the ground truth's shape. */
export function summary(session: ReportSession, lines: readonly string[], truth: TruthSession) {
  return {
    server: session.server?.host ?? null,
    port: session.server?.port ?? null,
    // The ground truth's own word: answering "none" where it can't be known is no error.
    tls: truth.tls === 'unknown' && session.tls === 'none' ? 'unknown' : session.tls,
    auth: session.auth,
    envelope: session.envelope,
    outcome: session.outcome,
    failedAt: session.failedAt,
    cause: session.findings.find((finding) => finding.severity === 'error')?.id ?? null,
    secrets: [
      ...new Set(
        session.secrets.map(({ line, start, end }) => lines[line - 1]?.slice(start, end) ?? ''),
      ),
    ].toSorted(),
    exchange: session.entries
      .filter((entry) => entry.from !== 'tool' && entry.kind !== 'note')
      .map((entry) =>
        entry.from === 'server'
          ? `${entry.line} S ${entry.code} ${entry.enhanced}${entry.duplicateOf === null ? '' : ' dup'}`
          : `${entry.line} C ${entry.verb}`,
      ),
  };
}

/** The ground truth, in the same shape. */
export function expected(truth: TruthSession) {
  const { server, port, tls, envelope, outcome, failedAt, cause, secrets } = truth;
  const { mechanism, result, user } = truth.auth;
  return {
    server,
    port,
    tls,
    envelope,
    outcome,
    failedAt,
    cause,
    secrets: secrets.toSorted(),
    auth: { mechanism, result, user },
    exchange: truth.exchange.map((item) =>
      item.from === 'server'
        ? `${item.line} S ${item.code} ${item.enhanced ?? null}${item.dup ? ' dup' : ''}`
        : `${item.line} C ${item.verb}`,
    ),
  };
}
