import { describe, expect, test } from 'vitest';
import { evidence, finding, log, verdicts } from './diagnosed.ts';

describe('the login that was not there', () => {
  test('after a fallback to HELO no login can be known', () => {
    const text = log`
      2024-03-01 10:00:00 SERVER -> CLIENT: 220 mail.example.org ESMTP ready
      2024-03-01 10:00:00 CLIENT -> SERVER: EHLO www.example.com
      2024-03-01 10:00:00 SERVER -> CLIENT: 502 5.5.2 Error: command not recognized
      2024-03-01 10:00:00 SMTP ERROR: EHLO command failed: 502 5.5.2 Error: command not recognized
      2024-03-01 10:00:00 CLIENT -> SERVER: HELO www.example.com
      2024-03-01 10:00:00 SERVER -> CLIENT: 250 mail.example.org
      2024-03-01 10:00:00 CLIENT -> SERVER: AUTH LOGIN
      2024-03-01 10:00:00 SERVER -> CLIENT: 503 5.5.1 Error: authentication not enabled
      2024-03-01 10:00:00 SMTP ERROR: AUTH command failed: 503 5.5.1 Error: authentication not enabled
      2024-03-01 10:00:00 SMTP Error: Could not authenticate.
      2024-03-01 10:00:00 CLIENT -> SERVER: QUIT
      2024-03-01 10:00:00 SERVER -> CLIENT: 221 2.0.0 Bye
    `;
    expect(verdicts(text)).toEqual(['auth-failed: auth-not-offered']);
    expect(evidence(text, 'auth-not-offered')[0]).toContain('503 5.5.1');
    expect(evidence(text, 'auth-not-offered').join('\n')).toContain('250 mail.example.org');
    expect(finding(text, 'auth-not-offered')?.explanation).toContain('HELO');
  });

  test('offered only after STARTTLS, which was not used', () => {
    const text = log`
      2024-03-01 10:00:00 SERVER -> CLIENT: 220 mail.example.org ESMTP Postfix
      2024-03-01 10:00:00 CLIENT -> SERVER: EHLO www.example.com
      2024-03-01 10:00:00 SERVER -> CLIENT: 250-mail.example.org
      250-PIPELINING
      250-SIZE 52428800
      250-STARTTLS
      250 8BITMIME
      2024-03-01 10:00:00 SMTP Error: Could not authenticate.
      2024-03-01 10:00:00 CLIENT -> SERVER: QUIT
      2024-03-01 10:00:00 SERVER -> CLIENT: 221 2.0.0 Bye
    `;
    expect(verdicts(text)).toEqual(['auth-failed: auth-not-offered']);
    expect(evidence(text, 'auth-not-offered')).toContain('250-STARTTLS');
    expect(finding(text, 'auth-not-offered')?.explanation).toContain('did not encrypt');
    // A server that has no encryption either: nothing of the kind is said.
    const bare = text.replace('250-STARTTLS\n', '');
    expect(finding(bare, 'auth-not-offered')?.explanation).not.toContain('did not encrypt');
  });

  test('smtplib says so itself', () => {
    const text = log`
      connect: to ('mail.example.org', 587) None
      reply: b'220 mail.example.org ESMTP Postfix\r\n'
      reply: retcode (220); Msg: b'mail.example.org ESMTP Postfix'
      connect: b'mail.example.org ESMTP Postfix'
      send: 'ehlo www.example.com\r\n'
      reply: b'250-mail.example.org\r\n'
      reply: b'250-SIZE 10240000\r\n'
      reply: b'250-STARTTLS\r\n'
      reply: b'250 8BITMIME\r\n'
      reply: retcode (250); Msg: b'mail.example.org\nSIZE 10240000\nSTARTTLS\n8BITMIME'
      Traceback (most recent call last):
        File "send.py", line 12, in <module>
          server.login("shop@example.com", password)
        File "/usr/lib/python3.10/smtplib.py", line 715, in login
          raise SMTPNotSupportedError(
      smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported by server.
    `;
    expect(verdicts(text)).toEqual(['auth-failed: auth-not-offered']);
    expect(evidence(text, 'auth-not-offered').join('\n')).toContain('STARTTLS');
  });

  test('refused because the connection is not encrypted', () => {
    for (const refusal of [
      '538 5.7.11 Encryption required for requested authentication mechanism',
      '530 5.7.0 Must issue a STARTTLS command first',
      '535 5.7.8 Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
    ]) {
      const text = log`
        Connection: opening to mail.example.org:587, timeout=300, options=array()
        Connection: opened
        SERVER -> CLIENT: 220 mail.example.org ESMTP
        CLIENT -> SERVER: EHLO www.example.com
        SERVER -> CLIENT: 250-mail.example.org
        250-STARTTLS
        250 AUTH PLAIN LOGIN
        CLIENT -> SERVER: AUTH LOGIN
        SERVER -> CLIENT: REFUSAL
        SMTP ERROR: AUTH command failed: REFUSAL
        SMTP Error: Could not authenticate.
        CLIENT -> SERVER: QUIT
        SERVER -> CLIENT: 221 Bye
      `.replaceAll('REFUSAL', refusal);
      expect(verdicts(text), refusal).toEqual(['auth-failed: starttls-required']);
    }
  });

  test('exim: AUTH not advertised before TLS', () => {
    const text = log`
      === Trying mail.example.org:25...
      === Connected to mail.example.org.
      <-  220 mail.example.org ESMTP Exim 4.96 Fri, 01 Mar 2024 10:00:00 +0000
       -> EHLO www.example.com
      <-  250-mail.example.org Hello www.example.com [192.0.2.7]
      <-  250-SIZE 52428800
      <-  250-8BITMIME
      <-  250-PIPELINING
      <-  250-STARTTLS
      <-  250 HELP
      *** Host did not advertise authentication
       -> QUIT
      <-  221 mail.example.org closing connection
      === Connection closed with remote host.
    `;
    expect(verdicts(text)).toEqual(['auth-failed: auth-not-offered']);
    expect(evidence(text, 'auth-not-offered').join('\n')).toContain('250-STARTTLS');
  });

  test('nobody logged in: relay denied, though a login was offered', () => {
    const text = log`
      Connection: opening to mail.example.org:587, timeout=300, options=array()
      Connection: opened
      SERVER -> CLIENT: 220 mail.example.org ESMTP Postfix
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250-STARTTLS
      250-AUTH PLAIN LOGIN
      250 8BITMIME
      CLIENT -> SERVER: STARTTLS
      SERVER -> CLIENT: 220 2.0.0 Ready to start TLS
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250-AUTH PLAIN LOGIN
      250 8BITMIME
      CLIENT -> SERVER: MAIL FROM:<shop@example.com>
      SERVER -> CLIENT: 250 2.1.0 Ok
      CLIENT -> SERVER: RCPT TO:<bob@example.net>
      SERVER -> CLIENT: 554 5.7.1 <bob@example.net>: Relay access denied
      SMTP ERROR: RCPT TO command failed: 554 5.7.1 <bob@example.net>: Relay access denied
      CLIENT -> SERVER: QUIT
      SERVER -> CLIENT: 221 2.0.0 Bye
      SMTP Error: The following recipients failed: bob@example.net: <bob@example.net>: Relay access denied
    `;
    expect(verdicts(text)).toEqual(['rejected: relay-denied']);
    expect(evidence(text, 'relay-denied').join('\n')).toContain('250-AUTH PLAIN LOGIN');
    expect(finding(text, 'relay-denied')?.explanation).toContain('did not try');
    const without = text.replaceAll('250-AUTH PLAIN LOGIN\n', '');
    expect(finding(without, 'relay-denied')?.explanation).not.toContain('did not try');
  });

  test('logged in, and the sender is not owned', () => {
    const text = log`
      SERVER -> CLIENT: 220 mail.example.org ESMTP Postfix
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250 AUTH PLAIN LOGIN
      CLIENT -> SERVER: AUTH LOGIN
      SERVER -> CLIENT: 334 VXNlcm5hbWU6
      CLIENT -> SERVER: [credentials hidden]
      SERVER -> CLIENT: 334 UGFzc3dvcmQ6
      CLIENT -> SERVER: [credentials hidden]
      SERVER -> CLIENT: 235 2.7.0 Authentication successful
      CLIENT -> SERVER: MAIL FROM:<visitor@example.net>
      SERVER -> CLIENT: 250 2.1.0 Ok
      CLIENT -> SERVER: RCPT TO:<shop@example.com>
      SERVER -> CLIENT: 553 5.7.1 <visitor@example.net>: Sender address rejected: not owned by user shop@example.com
      SMTP ERROR: RCPT TO command failed: 553 5.7.1 <visitor@example.net>: Sender address rejected: not owned by user shop@example.com
      CLIENT -> SERVER: QUIT
      SERVER -> CLIENT: 221 2.0.0 Bye
    `;
    expect(verdicts(text)).toEqual(['rejected: sender-not-owned']);
  });

  test('a login that was offered and refused stays a matter of the password', () => {
    const text = log`
      SERVER -> CLIENT: 220 mail.example.org ESMTP Postfix
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250-STARTTLS
      250 AUTH PLAIN LOGIN
      CLIENT -> SERVER: AUTH LOGIN
      SERVER -> CLIENT: 334 VXNlcm5hbWU6
      CLIENT -> SERVER: [credentials hidden]
      SERVER -> CLIENT: 334 UGFzc3dvcmQ6
      CLIENT -> SERVER: [credentials hidden]
      SERVER -> CLIENT: 535 5.7.8 Error: authentication failed
      SMTP ERROR: Password command failed: 535 5.7.8 Error: authentication failed
      SMTP Error: Could not authenticate.
    `;
    expect(verdicts(text)).toEqual(['auth-failed: wrong-credentials']);
  });
});

describe('a login in a way that the server does not offer', () => {
  const login = (list: string, ...lines: readonly string[]): string =>
    [
      'SERVER -> CLIENT: 220 mail.example.org ESMTP',
      'CLIENT -> SERVER: EHLO www.example.com',
      'SERVER -> CLIENT: 250-mail.example.org',
      `250 AUTH ${list}`,
      ...lines,
      'SMTP Error: Could not authenticate.',
      'CLIENT -> SERVER: QUIT',
      'SERVER -> CLIENT: 221 Bye',
    ].join('\n');

  test('LOGIN tried where PLAIN alone is offered', () => {
    const text = login(
      'PLAIN',
      'CLIENT -> SERVER: AUTH LOGIN',
      'SERVER -> CLIENT: 535 5.7.8 Error: authentication failed: Invalid authentication mechanism',
    );
    expect(verdicts(text)).toEqual(['auth-failed: auth-mechanism-mismatch']);
    expect(evidence(text, 'auth-mechanism-mismatch').join('\n')).toContain('250 AUTH PLAIN');
  });

  test('vague words, but the list proves it', () => {
    const text = login(
      'PLAIN XOAUTH2',
      'CLIENT -> SERVER: AUTH CRAM-MD5',
      'SERVER -> CLIENT: 535 5.7.3 Authentication unsuccessful',
    );
    expect(verdicts(text)).toEqual(['auth-failed: auth-mechanism-mismatch']);
    expect(finding(text, 'auth-mechanism-mismatch')?.explanation).toContain('PLAIN, XOAUTH2');
  });

  test('CRAM-MD5 alone was tried: LOGIN may go through', () => {
    const text = login(
      'CRAM-MD5 LOGIN PLAIN',
      'CLIENT -> SERVER: AUTH CRAM-MD5',
      'SERVER -> CLIENT: 535 5.7.8 Error: authentication failed',
    );
    expect(verdicts(text)).toEqual(['auth-failed: wrong-credentials']);
    expect(finding(text, 'wrong-credentials')?.fix[0]).toMatch(/LOGIN or PLAIN/);
    const only = text.replace('CRAM-MD5 LOGIN PLAIN', 'CRAM-MD5');
    expect(finding(only, 'wrong-credentials')?.fix[0]).not.toMatch(/LOGIN or PLAIN/);
  });

  test('vague words after a prompt: the server knows LOGIN although it does not list it', () => {
    const text = login(
      'PLAIN',
      'CLIENT -> SERVER: AUTH LOGIN',
      'SERVER -> CLIENT: 334 VXNlcm5hbWU6',
      'CLIENT -> SERVER: [credentials hidden]',
      'SERVER -> CLIENT: 334 UGFzc3dvcmQ6',
      'CLIENT -> SERVER: [credentials hidden]',
      'SERVER -> CLIENT: 535 5.7.8 Error: authentication failed',
    );
    expect(verdicts(text)).toEqual(['auth-failed: wrong-credentials']);
  });

  test('one refused, the next accepted: no failure', () => {
    const text = log`
      SERVER -> CLIENT: 220 mail.example.org ESMTP
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250 AUTH CRAM-MD5 LOGIN PLAIN
      CLIENT -> SERVER: AUTH CRAM-MD5
      SERVER -> CLIENT: 504 5.7.4 Unrecognized authentication type
      CLIENT -> SERVER: AUTH PLAIN [credentials hidden]
      SERVER -> CLIENT: 235 2.7.0 Authentication successful
      CLIENT -> SERVER: MAIL FROM:<shop@example.com>
      SERVER -> CLIENT: 250 2.1.0 Ok
      CLIENT -> SERVER: RCPT TO:<bob@example.net>
      SERVER -> CLIENT: 250 2.1.5 Ok
      CLIENT -> SERVER: DATA
      SERVER -> CLIENT: 354 Go on
      CLIENT -> SERVER: .
      SERVER -> CLIENT: 250 2.0.0 Ok: queued as 4XyZ12AbCd
      CLIENT -> SERVER: QUIT
      SERVER -> CLIENT: 221 Bye
    `;
    expect(verdicts(text)).toEqual(['accepted']);
  });

  test('all of them refused: the password it is', () => {
    const text = login(
      'CRAM-MD5 LOGIN PLAIN',
      'CLIENT -> SERVER: AUTH CRAM-MD5',
      'SERVER -> CLIENT: 535 5.7.8 Error: authentication failed',
      'CLIENT -> SERVER: AUTH PLAIN [credentials hidden]',
      'SERVER -> CLIENT: 535 5.7.8 Error: authentication failed',
    );
    expect(verdicts(text)).toEqual(['auth-failed: wrong-credentials']);
  });
});

test('the server’s side alone is shown: its answer to the login is one', () => {
  const text = log`
    SMTP -> FROM SERVER:220 mail.example.org ESMTP
    SMTP -> FROM SERVER: 250-mail.example.org 250-AUTH LOGIN 250 HELP
    SMTP -> ERROR: Password not accepted from server: 535 Incorrect authentication data
    SMTP -> FROM SERVER:250 OK
    SMTP Error: Could not authenticate.
  `;
  expect(verdicts(text)).toEqual(['auth-failed: wrong-credentials']);
});

describe('one line on a login that should have come first', () => {
  test.each([
    ['530 5.7.0 Must issue a STARTTLS command first. k3 - gsmtp', 'rejected: starttls-required'],
    [
      'System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.0 Must issue a STARTTLS command first. k3 - gsmtp',
      'rejected: starttls-required',
    ],
    [
      'System.Net.Mail.SmtpException: Server does not support secure connections.',
      'tls-failed: starttls-not-offered',
    ],
    ["net/smtp: smtp: server doesn't support AUTH", 'auth-failed: auth-not-offered'],
    [
      'smtplib.SMTPNotSupportedError: SMTP AUTH extension not supported by server.',
      'auth-failed: auth-not-offered',
    ],
  ])('%s', (text, verdict) => {
    expect(verdicts(text)).toEqual([verdict]);
  });
});
