import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../lib/analyze.ts';

/**
 * One session as PHPMailer 6.6.3 wrote it at each debug level (1 to 4) and in both outputs
 * (`echo`, and `html` as a browser shows it), captured from a scripted server. However much the
 * log tells, it must not tell something else.
 */
const EXPECTED: Readonly<Record<string, readonly [outcome: string, failedAt: string | undefined]>> =
  {
    success: ['accepted', undefined],
    queued: ['accepted', undefined],
    'auth-535': ['auth-failed', 'auth'],
    'auth-drop': ['dropped', 'auth'],
    'mail-530': ['rejected', 'mail'],
    'rcpt-451-grey': ['deferred', 'rcpt'],
    'rcpt-554-relay': ['rejected', 'rcpt'],
    'end-552': ['rejected', 'message'],
    'end-drop': ['dropped', 'message'],
    'starttls-454': ['tls-failed', 'starttls'],
    selfsigned: ['tls-failed', 'starttls'],
    'greeting-554': ['rejected', 'greeting'],
  };

/** Level 1 shows the client alone, which has not said a word when the greeting refuses it. */
const TOO_THIN = new Set(['greeting-554.1.echo.log', 'greeting-554.1.html.log']);

const folder = new URL('levels/', import.meta.url);
const files = readdirSync(folder).filter((file) => !TOO_THIN.has(file));

describe.each(Object.entries(EXPECTED))('%s', (scenario, [outcome, failedAt]) => {
  const logs = files.filter((file) => file.startsWith(`${scenario}.`));

  test('was captured at every level', () => expect(logs.length).toBeGreaterThanOrEqual(6));

  test.each(logs)('%s', (file) => {
    const { sessions } = analyze(readFileSync(new URL(file, folder), 'utf8'));
    expect(sessions).toHaveLength(1);
    expect(sessions[0]?.session.dialect).toBe('phpmailer');
    expect(sessions[0]?.facts.outcome).toBe(outcome);
    expect(sessions[0]?.facts.failedAt).toBe(failedAt);
  });

  test('names one cause at all levels that show the server', () => {
    const causes = logs
      .filter((file) => !file.includes('.1.'))
      .map((file) => {
        const { sessions } = analyze(readFileSync(new URL(file, folder), 'utf8'));
        return sessions[0]?.findings.find((finding) => finding.severity === 'error')?.id;
      });
    expect(new Set(causes).size).toBe(1);
  });
});
