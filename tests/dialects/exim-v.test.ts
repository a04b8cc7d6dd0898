import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';

/** `C EHLO`, `S 250` for each line of the dialogue, and how it ended. */
function read(text: string): string {
  return explain(analyze(text))
    .sessions.map(({ dialect, entries, outcome, failedAt }) => {
      const lines = entries
        .filter(({ from }) => from !== 'tool')
        .map(({ from, verb, code }) => (from === 'server' ? `S ${code}` : `C ${verb}`));
      return `${dialect}: ${lines.join(', ')}; ${outcome} ${failedAt}`;
    })
    .join('; ');
}

test('as a server, with -d, the arrows swap their meaning', () => {
  const log = `24117 SMTP>> 220 exim.example.org ESMTP Exim 4.96
24117 SMTP<< EHLO client.example.org
24117 SMTP>> 250-exim.example.org Hello client.example.org [192.0.2.1]
24117 250 HELP
24117 SMTP<< MAIL FROM:<a@example.com>
24117 SMTP>> 250 OK
24117 SMTP<< RCPT TO:<b@elsewhere.test>
24117 SMTP>> 550 relay not permitted
24117 SMTP<< QUIT
24117 SMTP>> 221 exim.example.org closing connection`;
  const lines = 'C MAIL, S 250, C RCPT, S 550, C QUIT, S 221; rejected rcpt';
  expect(read(log)).toContain(lines);
  // It is found out where the log begins in the middle, too.
  expect(read(log.split('\n').slice(4).join('\n'))).toBe(`exim-v: ${lines}`);
});

test('a test session, -bh', () => {
  expect(
    read(`**** SMTP testing session as if from host 192.0.2.4
**** but without any ident (RFC 1413) callback.
**** This is not for real!

>>> host in host_lookup? no (end of list)
220 exim.example.org ESMTP Exim 4.96 Mon, 23 Nov 2026 20:02:01 +0000
EHLO client.example.org
250-exim.example.org Hello client.example.org [192.0.2.4]
250 HELP
MAIL FROM:<a@example.com>
250 OK
RCPT TO:<b@elsewhere.test>
>>> using ACL "acl_check_rcpt"
550 relay not permitted
LOG: H=(client.example.org) [192.0.2.4] F=<a@example.com> rejected RCPT <b@elsewhere.test>: relay not permitted
QUIT
221 exim.example.org closing connection`),
  ).toBe(
    'exim-v: S 220, C EHLO, S 250, S 250, C MAIL, S 250, C RCPT, S 550, C QUIT, S 221; rejected rcpt',
  );
});
