import { expect, it } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import type { ReportFinding } from '../lib/report.ts';

function causeOf(log: string): ReportFinding {
  const [session] = explain(analyze(log)).sessions;
  const cause = session?.findings.find(({ severity }) => severity === 'error');
  if (!cause) throw new Error('no cause');
  return cause;
}

const BLOCKED = [
  '2026-11-23 18:19:23\tSERVER -> CLIENT: 220 mx.example.net ESMTP',
  '2026-11-23 18:19:23\tCLIENT -> SERVER: EHLO shop.example.com',
  '2026-11-23 18:19:23\tSERVER -> CLIENT: 250 mx.example.net',
  '2026-11-23 18:19:23\tCLIENT -> SERVER: MAIL FROM:<shop@example.com>',
  '2026-11-23 18:19:23\tSERVER -> CLIENT: 250 2.1.0 Ok',
  '2026-11-23 18:19:23\tCLIENT -> SERVER: RCPT TO:<bob@example.net>',
  '2026-11-23 18:19:24\tSERVER -> CLIENT: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using list.example',
].join('\n');

it('gives the facts that the other side needs', () => {
  const { party, message } = causeOf(BLOCKED);
  expect(party).toBe('web-host');
  expect(message?.split('\n')).toEqual([
    'Hello,',
    '',
    'Mail from the address 203.0.113.9 is refused because of its reputation. Please find the cause and have the address taken off the list, or tell me another server to send through.',
    '',
    'From the log:',
    'Time: 2026-11-23 18:19:23',
    'Server: mx.example.net',
    'Address of the sending machine: 203.0.113.9',
    'Sender: shop@example.com',
    'Recipient: bob@example.net',
    'Answer of the server: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using list.example',
    '',
    'Thank you.',
  ]);
});

it('names the queue’s number', () => {
  const { party, message, fix } = causeOf(
    'Nov 23 18:20:09 host postfix/smtp[123]: 4F1A2B3C4D: to=<bob@example.net>, relay=mx1.example.net[198.51.100.7]:25, delay=1, delays=0/0/1/0, dsn=4.3.2, status=deferred (host mx1.example.net[198.51.100.7] said: 451 4.3.2 System not accepting network messages (in reply to RCPT TO command))',
  );
  expect(party).toBe('recipient');
  expect(message).toContain('mx1.example.net');
  expect(message).toContain('451 4.3.2 System not accepting network messages');
  expect(fix[0]).toContain('Postfix keeps the mail in its queue');
});

it('tells the provider the account, and nobody the password', () => {
  const { party, message } = causeOf(
    [
      '220 smtp.office365.com Microsoft ESMTP MAIL Service ready',
      'EHLO shop.example.com',
      '250 AUTH LOGIN',
      'AUTH LOGIN',
      '334 VXNlcm5hbWU6',
      'c2hvcEBleGFtcGxlLmNvbQ==',
      '334 UGFzc3dvcmQ6',
      'TGFiLXMzY3JldC05OQ==',
      '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. TGFiLXMzY3JldC05OQ==',
    ].join('\n'),
  );
  expect(party).toBe('mail-provider');
  expect(message).toContain('Account: shop@example.com');
  expect(message).not.toMatch(/TGFiLXMz|Lab-s3cret/);
});

it('leaves out where a script stands, and an address that is the server’s', () => {
  const { message } = causeOf(
    [
      'Connection: opening to mail.example.org:587, timeout=30, options=array()',
      'Connection failed. Error #2: stream_socket_client(): Unable to connect to mail.example.org:587 (Connection timed out) [/home/u1/public_html/wp-includes/PHPMailer/SMTP.php line 397]',
      'SMTP ERROR: Failed to connect to server: Connection timed out (110)',
    ].join('\n'),
  );
  expect(message).toContain('mail.example.org, port 587');
  expect(message).not.toMatch(/home|Address of the sending machine/);
});

it('is not written in the name of a server whose own refusal the log shows', () => {
  const { party, message, fix } = causeOf(
    'Nov 23 18:20:09 host postfix/smtpd[99]: NOQUEUE: reject: RCPT from unknown[203.0.113.9]: 554 5.7.1 <bob@example.net>: Relay access denied; from=<a@example.com> to=<bob@example.net> proto=ESMTP helo=<x.example>',
  );
  expect([party, message]).toEqual(['you', null]);
  expect(fix.join('\n')).toContain('If the sender is a user or a program of yours');
});

it('quotes the words of a JSON record without the rest of it', () => {
  const { message } = causeOf(
    [
      '{',
      '  "code": 422,',
      '  "message": "SMTP Error: Could not connect to SMTP host. Failed to connect to server",',
      '  "errors": []',
      '}',
    ].join('\n'),
  );
  expect(message?.split('\n')).toContain(
    'Error message: SMTP Error: Could not connect to SMTP host. Failed to connect to server',
  );
});
