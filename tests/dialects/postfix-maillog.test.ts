import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';

/**
 * What the corpus does not show: other stamps, lines that were searched for by a number, several
 * servers tried, programs around it. A case is a name, the log, and a line for each session:
 * lines, server, TLS, outcome, step, cause, recipients.
 */
const cases = readFileSync(new URL('postfix-maillog.txt', import.meta.url), 'utf8')
  .split(/^### /m)
  .slice(1)
  .map((part) => {
    const [name = '', ...lines] = part.trimEnd().split('\n');
    const isWanted = (line: string) => line.startsWith('=> ');
    const log = lines.filter((line) => !isWanted(line)).join('\n');
    return [name, log, lines.filter(isWanted).map((line) => line.slice(3).trimEnd())] as const;
  });

test.each(cases)('%s', (_name, log, wanted) => {
  const { sessions } = explain(analyze(log));
  expect(sessions.every(({ dialect }) => dialect === 'postfix-maillog')).toBe(true);
  expect(
    sessions.map(({ firstLine, lastLine, server, tls, outcome, failedAt, findings, envelope }) => {
      const cause = findings.find(({ severity }) => severity === 'error')?.id ?? '-';
      const host = `${server?.host ?? '-'}:${server?.port ?? '-'}`;
      const where = `${firstLine}-${lastLine} ${host} ${tls} ${outcome} ${failedAt ?? '-'} ${cause}`;
      return `${where} to ${envelope.to.join(',')} but ${envelope.rejectedTo.join(',')}`.trimEnd();
    }),
  ).toEqual(wanted);
});
