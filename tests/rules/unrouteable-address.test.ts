import { expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';

/** What Exim's answer to RCPT means, by the server that gave it. */
function causeAt(server: string): string | undefined {
  const log = [
    `SERVER -> CLIENT: 220 ${server} ESMTP Exim 4.96`,
    'CLIENT -> SERVER: EHLO www.example.com',
    `SERVER -> CLIENT: 250 ${server} Hello www.example.com [192.0.2.1]`,
    'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
    'SERVER -> CLIENT: 250 OK',
    'CLIENT -> SERVER: RCPT TO:<nosuch@example.org>',
    'SERVER -> CLIENT: 550 Unrouteable address',
    'CLIENT -> SERVER: QUIT',
    `SERVER -> CLIENT: 221 ${server} closing connection`,
  ].join('\n');
  const findings = analyze(log).sessions[0]?.findings ?? [];
  return findings.find(({ severity }) => severity === 'error')?.id;
}

it('is an unknown mailbox where the server is of the recipient’s domain', () => {
  expect(causeAt('mx1.example.org')).toBe('recipient-unknown');
});

it('is an unknown domain where another server says so', () => {
  expect(causeAt('smtp.example.net')).toBe('domain-not-found');
});
