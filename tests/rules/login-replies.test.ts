import { describe, expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { classifyBare } from '../../lib/rules/bare-reply.ts';

/** A PHPMailer log in which AUTH got this reply. */
function causeInLogin(reply: string): string | undefined {
  const log = [
    'SERVER -> CLIENT: 220 mail.example.org ESMTP ready',
    'CLIENT -> SERVER: EHLO www.example.com',
    'SERVER -> CLIENT: 250 mail.example.org',
    'CLIENT -> SERVER: AUTH LOGIN',
    `SERVER -> CLIENT: ${reply}`,
    'CLIENT -> SERVER: QUIT',
    'SERVER -> CLIENT: 221 2.0.0 Bye',
  ].join('\n');
  const findings = analyze(log).sessions[0]?.findings ?? [];
  return findings.find(({ severity }) => severity === 'error')?.id;
}

/** The reply, its cause by its words alone, its cause in a session that logs in. */
const PAIRS = [
  ['503 AUTH command used when not advertised', 'protocol-sequence', 'auth-not-offered'],
  ['421 4.7.0 Too many login attempts, please try again later', 'rate-limited', 'brute-force'],
  ['535 5.7.8 Authentication failed', 'wrong-credentials', 'wrong-credentials'],
] as const;

describe('a login tells more than the reply to it', () => {
  it.each(PAIRS)('%s', (reply, alone, inLogin) => {
    expect(classifyBare(reply, 'auth')).toBe(alone);
    expect(causeInLogin(reply)).toBe(inLogin);
  });
});
