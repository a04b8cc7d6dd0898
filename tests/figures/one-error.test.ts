import { describe, expect, it } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { registry as rows } from '../knowledge/registry.ts';

/** A row's fields, a text for each. */
function field(row: readonly string[], index: number): string {
  return row[index] ?? '';
}

describe('a screen that keeps one error', () => {
  /** The cause of a log of one line. */
  const verdict = (text: string): string => {
    const [session] = explain(analyze(text)).sessions;
    return session?.findings.find(({ severity }) => severity === 'error')?.id ?? '';
  };
  /** Where the connection stood, nothing came back over it; and what is too short to tell. */
  const OTHERWISE: Readonly<Record<string, string>> = {
    'com.sun.mail.smtp.SMTPSendFailedException: [EOF]': '',
    'read tcp 10.0.0.5:4242->203.0.113.5:587: i/o timeout': 'greeting-timeout',
    'Net::ReadTimeout: Net::ReadTimeout with #<TCPSocket:(closed)>': 'greeting-timeout',
    'SSL wants a read first': '',
    'wolfSSL error: ASN no signer error to confirm failure': '',
    'OSError: [Errno 9] Bad file descriptor': '',
    'Se excedió el tiempo de espera de la operación': '',
  };

  it('shows what any program says', () => {
    const programs = rows('programs.tsv').map((row) => [field(row, 1), field(row, 2)] as const);
    const clients = rows('clients.tsv').map((row) => [field(row, 0), field(row, 1)] as const);
    const list = [...programs, ...clients];
    const bad = list.filter(([text, cause]) => {
      return verdict(`Failed to send email: ${text}`) !== (OTHERWISE[text] ?? cause);
    });
    expect(bad).toEqual([]);
  });

  it('shows what PHP says on systems of other languages', () => {
    const list = [...rows('windows-sockets.tsv'), ...rows('glibc-languages.tsv')].map((row) => {
      return [field(row, row.length - 2), field(row, row.length - 1)] as const;
    });
    const bad = list.filter(([text, cause]) => {
      const line = `fsockopen(): Unable to connect to mail.example.com:587 (${text})`;
      return cause !== 'local-policy-blocked' && verdict(line) !== cause;
    });
    expect(bad).toEqual([]);
  });
});
