import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';

/** What a test wants to know of a session, in short. */
export interface Told {
  dialect: string;
  lines: string;
  server: string | null;
  tls: string;
  user: string | null;
  from: string | null;
  to: readonly string[];
  rejectedTo: readonly string[];
  /** `rejected at rcpt: recipient-unknown` */
  end: string;
  /** `6 S 550 5.1.1`, `7 C MAIL` */
  exchange: string[];
  secrets: string[];
}

/** The sessions of a log. */
export function told(log: string): Told[] {
  const lines = log.split('\n');
  return explain(analyze(log)).sessions.map((session) => {
    const { server, envelope, outcome, failedAt, findings } = session;
    const cause = findings.find(({ severity }) => severity === 'error')?.id;
    return {
      dialect: session.dialect,
      lines: `${session.firstLine}-${session.lastLine}`,
      server: server && `${server.host}:${server.port ?? '?'}`,
      tls: session.tls,
      user: session.auth.user,
      ...envelope,
      end: `${outcome}${failedAt === null ? '' : ` at ${failedAt}`}${cause === undefined ? '' : `: ${cause}`}`,
      exchange: session.entries
        .filter(({ from, kind }) => from !== 'tool' && kind !== 'note')
        .map(({ line, from, code, enhanced, verb, duplicateOf }) =>
          from === 'server'
            ? `${line} S ${code} ${enhanced ?? '-'}${duplicateOf === null ? '' : ' dup'}`
            : `${line} C ${verb}`,
        ),
      secrets: session.secrets.map(
        ({ line, start, end }) => lines[line - 1]?.slice(start, end) ?? '',
      ),
    };
  });
}
