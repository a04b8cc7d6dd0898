import { describe, expect, test } from 'vitest';
import { finding, log, verdicts } from './diagnosed.ts';

describe('several attempts in one log', () => {
  test('PHPMailer: the second server takes the mail', () => {
    const text = log`
      2024-03-01 10:00:00 Connection: opening to mail1.example.org:587, timeout=10, options=array()
      2024-03-01 10:00:10 Connection failed. Error #2: stream_socket_client(): Unable to connect to mail1.example.org:587 (Connection timed out) [/var/www/SMTP.php line 388]
      2024-03-01 10:00:10 SMTP ERROR: Failed to connect to server: Connection timed out (110)
      2024-03-01 10:00:10 Connection: opening to mail2.example.org:587, timeout=10, options=array()
      2024-03-01 10:00:10 Connection: opened
      2024-03-01 10:00:10 SERVER -> CLIENT: 220 mail2.example.org ESMTP
      2024-03-01 10:00:10 CLIENT -> SERVER: EHLO www.example.com
      2024-03-01 10:00:10 SERVER -> CLIENT: 250 mail2.example.org
      2024-03-01 10:00:10 CLIENT -> SERVER: MAIL FROM:<shop@example.com>
      2024-03-01 10:00:10 SERVER -> CLIENT: 250 2.1.0 Ok
      2024-03-01 10:00:10 CLIENT -> SERVER: RCPT TO:<bob@example.net>
      2024-03-01 10:00:10 SERVER -> CLIENT: 250 2.1.5 Ok
      2024-03-01 10:00:10 CLIENT -> SERVER: DATA
      2024-03-01 10:00:10 SERVER -> CLIENT: 354 Go ahead
      2024-03-01 10:00:10 CLIENT -> SERVER: .
      2024-03-01 10:00:10 SERVER -> CLIENT: 250 2.0.0 Ok: queued as 4XyZ12AbCd
      2024-03-01 10:00:10 CLIENT -> SERVER: QUIT
      2024-03-01 10:00:10 SERVER -> CLIENT: 221 2.0.0 Bye
      2024-03-01 10:00:10 Connection: closed
    `;
    expect(verdicts(text)).toEqual(['connection-failed: connection-timeout', 'accepted']);
    expect(finding(text, 'connection-timeout')?.title).toMatch(/^This attempt failed/);
  });

  test('three ports in turn, none answers: each of its own', () => {
    const text = log`
      2024-03-01 10:00:00 Connection: opening to mail.example.org:25, timeout=10, options=array()
      2024-03-01 10:00:10 SMTP ERROR: Failed to connect to server: Connection timed out (110)
      2024-03-01 10:00:10 SMTP Error: Could not connect to SMTP host. Failed to connect to server SMTP code: 110 Additional SMTP info: Connection timed out
      2024-03-01 10:01:00 Connection: opening to mail.example.org:587, timeout=10, options=array()
      2024-03-01 10:01:10 SMTP ERROR: Failed to connect to server: Connection timed out (110)
      2024-03-01 10:01:10 SMTP Error: Could not connect to SMTP host. Failed to connect to server SMTP code: 110 Additional SMTP info: Connection timed out
      2024-03-01 10:02:00 Connection: opening to ssl://mail.example.org:465, timeout=10, options=array()
      2024-03-01 10:02:10 SMTP ERROR: Failed to connect to server: Connection timed out (110)
      2024-03-01 10:02:10 SMTP Error: Could not connect to SMTP host. Failed to connect to server SMTP code: 110 Additional SMTP info: Connection timed out
    `;
    expect(verdicts(text)).toEqual([
      'connection-failed: port-blocked',
      'connection-failed: port-blocked',
      'connection-failed: port-blocked',
    ]);
    expect(finding(text, 'port-blocked')?.explanation).toMatch(/Several ports were tried/);
  });

  test('one port silent, another one answers: the first alone is blocked', () => {
    const text = log`
      2024-03-01 10:00:00 Connection: opening to mail.example.org:587, timeout=10, options=array()
      2024-03-01 10:00:10 SMTP ERROR: Failed to connect to server: Connection timed out (110)
      2024-03-01 10:00:10 SMTP Error: Could not connect to SMTP host. Failed to connect to server SMTP code: 110 Additional SMTP info: Connection timed out
    `;
    expect(verdicts(text)).toEqual(['connection-failed: connection-timeout']);
  });

  test('Postfix: put off, and sent with the next attempt', () => {
    const text = log`
      Mar  1 10:00:00 web1 postfix/smtp[2071]: 4F2A81C0093: to=<bob@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=1.2, delays=0.1/0/0.6/0.5, dsn=4.7.1, status=deferred (host mx.example.net[192.0.2.25] said: 450 4.7.1 <bob@example.net>: Recipient address rejected: Greylisted, try again in 300 seconds (in reply to RCPT TO command))
      Mar  1 10:10:00 web1 postfix/smtp[2093]: 4F2A81C0093: to=<bob@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=601, delays=600/0/0.6/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7D1B22E0041)
      Mar  1 10:10:00 web1 postfix/qmgr[811]: 4F2A81C0093: removed
    `;
    expect(verdicts(text).at(-1)).toBe('accepted');
  });

  test('Postfix: one server refuses connections, the next one takes the mail', () => {
    const text = log`
      Mar  1 10:00:00 web1 postfix/smtp[2071]: connect to mx1.example.net[192.0.2.25]:25: Connection refused
      Mar  1 10:00:01 web1 postfix/smtp[2071]: 4F2A81C0093: to=<bob@example.net>, relay=mx2.example.net[192.0.2.26]:25, delay=1.2, delays=0.1/0/0.6/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7D1B22E0041)
    `;
    expect(verdicts(text).at(-1)).toBe('accepted');
  });

  test('Exim: put off, and completed later', () => {
    const text = log`
      2024-03-01 10:00:00 1rfzQk-0004Xy-2B <= shop@example.com U=www P=local S=812
      2024-03-01 10:00:01 1rfzQk-0004Xy-2B H=mx.example.net [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<bob@example.net>: 451 4.7.1 Greylisting in action, please come back later
      2024-03-01 10:00:01 1rfzQk-0004Xy-2B == bob@example.net R=dnslookup T=remote_smtp defer (-44) H=mx.example.net [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<bob@example.net>: 451 4.7.1 Greylisting in action, please come back later
      2024-03-01 10:15:01 1rfzQk-0004Xy-2B => bob@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.25] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes C="250 OK id=1rfzfI-0007ab-1C"
      2024-03-01 10:15:01 1rfzQk-0004Xy-2B Completed
    `;
    expect(verdicts(text).at(-1)).toBe('accepted');
  });
});

describe('summaries of PHPMailer', () => {
  test.each([
    [
      'SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
      'connection-failed: connection-failed',
    ],
    ['SMTP Error: Could not authenticate.', 'auth-failed: wrong-credentials'],
    [
      'SMTP Error: Could not connect to SMTP host. Connection failed. Stream: 1',
      'connection-failed: connection-failed',
    ],
  ])('%s', (text, verdict) => {
    expect(verdicts(text)).toEqual([verdict]);
  });

  test('behind a refused login they are not the cause', () => {
    const text = log`
      SERVER -> CLIENT: 220 mail.example.org ESMTP
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250 AUTH LOGIN
      CLIENT -> SERVER: AUTH LOGIN
      SERVER -> CLIENT: 334 VXNlcm5hbWU6
      CLIENT -> SERVER: [credentials hidden]
      SERVER -> CLIENT: 334 UGFzc3dvcmQ6
      CLIENT -> SERVER: [credentials hidden]
      SERVER -> CLIENT: 535 Incorrect authentication data
      SMTP ERROR: Password command failed: 535 Incorrect authentication data
      SMTP Error: Could not authenticate.
      CLIENT -> SERVER: QUIT
      SERVER -> CLIENT: 221 Bye
      SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting
      Message could not be sent. Mailer Error: SMTP connect() failed.
    `;
    expect(verdicts(text)).toEqual(['auth-failed: wrong-credentials']);
  });
});

describe('a mail server’s lines on a page that took <…> for markup', () => {
  const line = (to: string, rest: string): string =>
    `Mar  1 10:00:00 web1 postfix/smtp[2071]: 4F2A81C0093: to=${to}, relay=mx.example.net[192.0.2.25]:25, delay=1.2, delays=0.1/0/0.6/0.5, ${rest}`;

  test.each(['<bob@example.net>', 'bob@example.net', ''])('to=%s', (to) => {
    const sent = line(to, 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7D1B22E0041)');
    expect(verdicts(sent)).toEqual(['accepted']);
    const refused = line(
      to,
      'dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command))',
    );
    expect(verdicts(refused)).toEqual(['rejected: recipient-unknown']);
  });
});

test('Nodemailer’s transactionLog leaves the message out and sums it up', () => {
  const text = log`
    [2024-03-01 10:00:00] INFO  [Xf1bTzQ2x0] Connection established to 192.0.2.25:25
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] S: 220 mail.example.org ESMTP
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] C: EHLO www.example.com
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] S: 250 mail.example.org
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] C: MAIL FROM:<bob@example.org>
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] S: 250 2.1.0 Ok
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] C: RCPT TO:<bob@example.net>
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] S: 250 2.1.5 Ok
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] C: DATA
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] S: 354 End data with <CR><LF>.<CR><LF>
    [2024-03-01 10:00:00] INFO  [Xf1bTzQ2x0] <250 bytes encoded mime message (source size 247 bytes)>
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] S: 250 2.0.0 Ok: queued as 4XyZ12AbCd
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] C: QUIT
    [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] S: 221 2.0.0 Bye
    [2024-03-01 10:00:00] INFO  [Xf1bTzQ2x0] Connection closed
  `;
  expect(verdicts(text)).toEqual(['accepted']);
  const refused = text.replace('250 2.0.0 Ok: queued as 4XyZ12AbCd', '554 5.7.1 Message is spam');
  expect(verdicts(refused)).toEqual(['rejected: spam-content']);
});
