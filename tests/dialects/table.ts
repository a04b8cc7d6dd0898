import { readFileSync } from 'node:fs';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';

/**
 * Cases in a text file: a name, the log, and a line for each session: lines, server, TLS, outcome,
 * step, cause, recipients.
 *
 * @param file beside this one
 * @returns name, log, and the lines on its sessions
 */
export function tableOf(file: string): (readonly [string, string, string[]])[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.trimEnd().split('\n');
      const isWanted = (line: string) => line.startsWith('=> ');
      const log = lines.filter((line) => !isWanted(line)).join('\n');
      return [name, log, lines.filter(isWanted).map((line) => line.slice(3).trimEnd())] as const;
    });
}

/** What the engine says of a log, in the table's words, and whose log it is. */
export function toldOf(log: string): { dialects: string[]; sessions: string[] } {
  const { sessions } = explain(analyze(log));
  return {
    dialects: [...new Set(sessions.map(({ dialect }) => dialect))],
    sessions: sessions.map(
      ({ firstLine, lastLine, server, tls, outcome, failedAt, findings, envelope }) => {
        const cause = findings.find(({ severity }) => severity === 'error')?.id ?? '-';
        const host = `${server?.host ?? '-'}:${server?.port ?? '-'}`;
        const how = `${tls} ${outcome} ${failedAt ?? '-'} ${cause}`;
        const whom = `to ${envelope.to.join(',')} but ${envelope.rejectedTo.join(',')}`;
        return `${firstLine}-${lastLine} ${host} ${how} ${whom}`.trimEnd();
      },
    ),
  };
}
