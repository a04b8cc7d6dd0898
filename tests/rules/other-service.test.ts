import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';

const told = (text: string) => {
  const [one] = analyze(text).sessions;
  const cause = one?.findings.find(({ severity }) => severity === 'error')?.id;
  return `${one?.facts.outcome} ${one?.facts.failedAt} ${cause}`;
};
const OTHER = 'connection-failed greeting wrong-host-or-port';

test.each([
  [
    'PHPMailer',
    `2024-03-01 10:00:00 SERVER -> CLIENT: +OK Dovecot ready.
2024-03-01 10:00:00 CLIENT -> SERVER: EHLO www.example.org
2024-03-01 10:00:00 SERVER -> CLIENT: -ERR Unknown command.
2024-03-01 10:00:00 SMTP ERROR: EHLO command failed: -ERR Unknown command.
SMTP Error: Could not connect to SMTP host.`,
    OTHER,
  ],
  [
    'telnet',
    `Trying 203.0.113.4...
Connected to mail.example.org.
Escape character is '^]'.
* OK [CAPABILITY IMAP4rev1 STARTTLS] Dovecot ready.
EHLO me
EHLO BAD Error in IMAP command received by server.`,
    OTHER,
  ],
  [
    'Nodemailer',
    `Error: Invalid greeting. response=* OK [CAPABILITY IMAP4rev1] Dovecot ready.: * OK [CAPABILITY IMAP4rev1] Dovecot ready.
    at SMTPConnection._formatError (/app/node_modules/nodemailer/lib/smtp-connection/index.js:790:19) {
  code: 'EPROTOCOL',
  command: 'CONN'
}`,
    OTHER,
  ],
  [
    'a mail server that says such words later',
    `220 mail.example.org ESMTP
EHLO client.example.org
250 mail.example.org
* OK is no command
500 5.5.2 Error: bad syntax
QUIT
221 Bye`,
    'rejected ehlo syntax-error',
  ],
])('%s', (_, text, wanted) => {
  expect(told(text)).toBe(wanted);
});
