import { describe, expect, test } from 'vitest';
import { evidence, finding, log, remarks, verdicts } from './diagnosed.ts';

const HELLO = [
  'SERVER -> CLIENT: 220 mail.example.org ESMTP Postfix',
  'CLIENT -> SERVER: EHLO www.example.com',
  'SERVER -> CLIENT: 250-mail.example.org',
  '250-SIZE 10240000',
  '250 PIPELINING',
];
const BYE = ['CLIENT -> SERVER: QUIT', 'SERVER -> CLIENT: 221 2.0.0 Bye'];
const session = (...lines: readonly string[]): string => [...HELLO, ...lines, ...BYE].join('\n');

describe('what comes after a refused recipient is its consequence', () => {
  test('503 to DATA', () => {
    const text = session(
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
      'SERVER -> CLIENT: 250 OK',
      'CLIENT -> SERVER: RCPT TO:<nosuch@example.net>',
      'SERVER -> CLIENT: 550 No Such User Here',
      'SMTP ERROR: RCPT TO command failed: 550 No Such User Here',
      'CLIENT -> SERVER: DATA',
      'SERVER -> CLIENT: 503 valid RCPT command must precede DATA',
      'SMTP ERROR: DATA command failed: 503 valid RCPT command must precede DATA',
    );
    expect(verdicts(text)).toEqual(['rejected: recipient-unknown']);
    expect(evidence(text, 'recipient-unknown')[0]).toContain('550 No Such User');
  });

  test('554 no valid recipients, pipelined', () => {
    const text = log`
      === Trying mail.example.org:25...
      === Connected to mail.example.org.
      <-  220 mail.example.org ESMTP Postfix
       -> EHLO www.example.com
      <-  250-mail.example.org
      <-  250 PIPELINING
       -> MAIL FROM:<shop@example.com>
       -> RCPT TO:<bob@example.net>
       -> DATA
      <-  250 2.1.0 Ok
      <** 450 4.7.1 <bob@example.net>: Recipient address rejected: Greylisted
      <** 554 5.5.1 Error: no valid recipients
       -> QUIT
      <-  221 2.0.0 Bye
      === Connection closed with remote host.
    `;
    expect(verdicts(text)).toEqual(['deferred: greylisted']);
  });

  test('503 need MAIL, since MAIL was refused', () => {
    const text = session(
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
      'SERVER -> CLIENT: 550 5.7.1 Sender address rejected: Domain not found',
      'CLIENT -> SERVER: RCPT TO:<bob@example.net>',
      'SERVER -> CLIENT: 503 5.5.1 Error: need MAIL command',
      'CLIENT -> SERVER: DATA',
      'SERVER -> CLIENT: 503 5.5.1 Error: need RCPT command',
    );
    expect(verdicts(text)).toEqual(['rejected: sender-rejected']);
  });

  test('a 503 with nothing refused before it is a step that is missing', () => {
    const text = session(
      'CLIENT -> SERVER: RCPT TO:<bob@example.net>',
      'SERVER -> CLIENT: 503 5.5.1 Error: need MAIL command',
    );
    expect(verdicts(text)).toEqual(['rejected: protocol-sequence']);
  });
});

describe('the size that was announced', () => {
  test('MAIL says more than the server takes', () => {
    const text = session(
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com> SIZE=34603008',
      'SERVER -> CLIENT: 552 5.3.4 Message size exceeds fixed limit',
      'SMTP ERROR: MAIL FROM command failed: 552 5.3.4 Message size exceeds fixed limit',
    );
    expect(verdicts(text)).toEqual(['rejected: message-too-large']);
    expect(evidence(text, 'message-too-large')).toContain('250-SIZE 10240000');
  });

  test('the words are vague, the numbers are not', () => {
    const text = session(
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com> SIZE=34603008',
      'SERVER -> CLIENT: 552 Requested action not taken',
    );
    expect(verdicts(text)).toEqual(['rejected: message-too-large']);
  });

  test('a small message that is refused so is not too large', () => {
    const text = session(
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com> SIZE=3460',
      'SERVER -> CLIENT: 550 5.1.0 Sender rejected',
    );
    expect(verdicts(text)).toEqual(['rejected: sender-rejected']);
  });

  test('the server hung up in the middle of a message that is larger than it takes', () => {
    const text = log`
      === Trying mail.example.org:25...
      === Connected to mail.example.org.
      <-  220 mail.example.org ESMTP
       -> EHLO www.example.com
      <-  250-mail.example.org
      <-  250 SIZE 10240000
       -> MAIL FROM:<shop@example.com>
      <-  250 2.1.0 Ok
       -> RCPT TO:<bob@example.net>
      <-  250 2.1.5 Ok
       -> DATA
      <-  354 End data with <CR><LF>.<CR><LF>
       -> .
      <** 552 5.3.4 Error: message file too big
       -> QUIT
      <-  221 2.0.0 Bye
    `;
    expect(verdicts(text)).toEqual(['rejected: message-too-large']);
    expect(evidence(text, 'message-too-large').join('\n')).toContain('250 SIZE 10240000');
  });
});

describe('features that are missing', () => {
  test('SMTPUTF8: smtplib', () => {
    const text = log`
      connect: to ('mail.example.org', 25) None
      reply: b'220 mail.example.org ESMTP\r\n'
      reply: retcode (220); Msg: b'mail.example.org ESMTP'
      send: 'ehlo www.example.com\r\n'
      reply: b'250-mail.example.org\r\n'
      reply: b'250 8BITMIME\r\n'
      reply: retcode (250); Msg: b'mail.example.org\n8BITMIME'
      Traceback (most recent call last):
        File "send.py", line 9, in <module>
          server.send_message(msg)
        File "/usr/lib/python3.10/smtplib.py", line 966, in send_message
          raise SMTPNotSupportedError(
      smtplib.SMTPNotSupportedError: One or more source or delivery addresses require internationalized email support, but the server does not advertise the required SMTPUTF8 capability
    `;
    expect(verdicts(text)).toEqual(['rejected: smtputf8-unsupported']);
    expect(evidence(text, 'smtputf8-unsupported').join('\n')).toContain('250-mail.example.org');
  });

  test('SMTPUTF8: Postfix', () => {
    const text =
      'Mar  1 10:00:00 web1 postfix/smtp[2071]: 4F2A81C0093: to=<jörg@example.net>, relay=mail.example.net[192.0.2.25]:25, delay=0.4, delays=0.1/0/0.3/0, dsn=5.6.7, status=bounced (SMTPUTF8 is required, but was not offered by host mail.example.net[192.0.2.25])';
    expect(verdicts(text)).toEqual(['rejected: smtputf8-unsupported']);
  });
});

describe('who may send to whom', () => {
  test('530 in the clear, though STARTTLS is offered', () => {
    const text = log`
      connect: to ('smtp.gmail.com', 587) None
      reply: b'220 smtp.gmail.com ESMTP k3 - gsmtp\r\n'
      reply: retcode (220); Msg: b'smtp.gmail.com ESMTP k3 - gsmtp'
      send: 'ehlo www.example.com\r\n'
      reply: b'250-smtp.gmail.com at your service, [192.0.2.7]\r\n'
      reply: b'250-SIZE 35882577\r\n'
      reply: b'250-STARTTLS\r\n'
      reply: b'250 SMTPUTF8\r\n'
      reply: retcode (250); Msg: b'smtp.gmail.com at your service, [192.0.2.7]\nSIZE 35882577\nSTARTTLS\nSMTPUTF8'
      send: 'mail FROM:<shop@example.com> size=310\r\n'
      reply: b'530 5.7.0 Must issue a STARTTLS command first. k3 - gsmtp\r\n'
      reply: retcode (530); Msg: b'5.7.0 Must issue a STARTTLS command first. k3 - gsmtp'
      send: 'rset\r\n'
      reply: b'250 2.1.5 Flushed k3 - gsmtp\r\n'
      smtplib.SMTPSenderRefused: (530, b'5.7.0 Must issue a STARTTLS command first. k3 - gsmtp', 'shop@example.com')
    `;
    expect(verdicts(text)).toEqual(['rejected: starttls-required']);
    expect(evidence(text, 'starttls-required').join('\n')).toContain("b'250-STARTTLS");
  });

  test('logged in, and relay denied all the same', () => {
    const text = session(
      'CLIENT -> SERVER: AUTH PLAIN [credentials hidden]',
      'SERVER -> CLIENT: 235 2.7.0 Authentication successful',
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
      'SERVER -> CLIENT: 250 2.1.0 Ok',
      'CLIENT -> SERVER: RCPT TO:<bob@example.net>',
      'SERVER -> CLIENT: 554 5.7.1 <bob@example.net>: Relay access denied',
    );
    expect(verdicts(text)).toEqual(['rejected: relay-denied']);
    expect(finding(text, 'relay-denied')?.explanation).toContain('The login was accepted');
    expect(evidence(text, 'relay-denied').join('\n')).toContain('235 2.7.0');
  });

  test('the login was refused, the client went on without: the login it is', () => {
    const text = session(
      'CLIENT -> SERVER: AUTH LOGIN',
      'SERVER -> CLIENT: 334 VXNlcm5hbWU6',
      'CLIENT -> SERVER: [credentials hidden]',
      'SERVER -> CLIENT: 334 UGFzc3dvcmQ6',
      'CLIENT -> SERVER: [credentials hidden]',
      'SERVER -> CLIENT: 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
      'SERVER -> CLIENT: 250 2.1.0 Ok',
      'CLIENT -> SERVER: RCPT TO:<bob@example.net>',
      'SERVER -> CLIENT: 554 5.7.1 <bob@example.net>: Relay access denied',
    );
    expect(verdicts(text)).toEqual(['auth-failed: wrong-credentials']);
  });

  test('one of two recipients', () => {
    const text = session(
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
      'SERVER -> CLIENT: 250 2.1.0 Ok',
      'CLIENT -> SERVER: RCPT TO:<bob@example.net>',
      'SERVER -> CLIENT: 250 2.1.5 Ok',
      'CLIENT -> SERVER: RCPT TO:<nosuch@example.net>',
      'SERVER -> CLIENT: 550 5.1.1 <nosuch@example.net>: Recipient address rejected: User unknown',
      'CLIENT -> SERVER: DATA',
      'SERVER -> CLIENT: 354 End data with <CR><LF>.<CR><LF>',
      'CLIENT -> SERVER: .',
      'SERVER -> CLIENT: 250 2.0.0 Ok: queued as 4XyZ12AbCd',
    );
    expect(verdicts(text)).toEqual(['partially-accepted: recipient-unknown']);
    expect(remarks(text)).toEqual(['some-recipients-refused']);
  });
});

describe('connections without a mail', () => {
  test('a test of the login alone is no failure', () => {
    const text = session(
      'CLIENT -> SERVER: AUTH PLAIN [credentials hidden]',
      'SERVER -> CLIENT: 235 2.7.0 Authentication successful',
    );
    expect(verdicts(text)).toEqual(['incomplete']);
  });

  test('RSET and NOOP between two mails are no failure', () => {
    const mail = [
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
      'SERVER -> CLIENT: 250 2.1.0 Ok',
      'CLIENT -> SERVER: RCPT TO:<bob@example.net>',
      'SERVER -> CLIENT: 250 2.1.5 Ok',
      'CLIENT -> SERVER: DATA',
      'SERVER -> CLIENT: 354 End data with <CR><LF>.<CR><LF>',
      'CLIENT -> SERVER: .',
      'SERVER -> CLIENT: 250 2.0.0 Ok: queued as 4XyZ12AbCd',
      'CLIENT -> SERVER: RSET',
      'SERVER -> CLIENT: 250 2.0.0 Ok',
      'CLIENT -> SERVER: NOOP',
      'SERVER -> CLIENT: 250 2.0.0 Ok',
    ];
    expect(verdicts(session(...mail, ...mail))).toEqual(['accepted']);
  });
});
