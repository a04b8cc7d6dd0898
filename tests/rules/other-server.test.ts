import { describe, expect, test } from 'vitest';
import { evidence, finding, log, verdicts } from './diagnosed.ts';

/** A login that is refused by whoever greets. */
function refused(
  asked: string,
  greeting: string,
  words = '535 Incorrect authentication data',
): string {
  return [
    `2024-03-01 10:00:00 Connection: opening to ${asked}:587, timeout=300, options=array()`,
    '2024-03-01 10:00:00 Connection: opened',
    ...greeting.split('\n').map((line) => `2024-03-01 10:00:00 SERVER -> CLIENT: ${line}`),
    '2024-03-01 10:00:00 CLIENT -> SERVER: EHLO www.example.com',
    '2024-03-01 10:00:00 SERVER -> CLIENT: 250-hello www.example.com [192.0.2.7]',
    '250 AUTH PLAIN LOGIN',
    '2024-03-01 10:00:00 CLIENT -> SERVER: AUTH LOGIN',
    '2024-03-01 10:00:00 SERVER -> CLIENT: 334 VXNlcm5hbWU6',
    '2024-03-01 10:00:00 CLIENT -> SERVER: [credentials hidden]',
    '2024-03-01 10:00:00 SERVER -> CLIENT: 334 UGFzc3dvcmQ6',
    '2024-03-01 10:00:00 CLIENT -> SERVER: [credentials hidden]',
    `2024-03-01 10:00:00 SERVER -> CLIENT: ${words}`,
    `2024-03-01 10:00:00 SMTP ERROR: Password command failed: ${words}`,
    '2024-03-01 10:00:00 SMTP Error: Could not authenticate.',
    '2024-03-01 10:00:00 CLIENT -> SERVER: QUIT',
    '2024-03-01 10:00:00 SERVER -> CLIENT: 221 closing connection',
  ].join('\n');
}

const CPANEL = `220-cloud12.webhost.example ESMTP Exim 4.96.2 #2 Fri, 01 Mar 2024 10:00:00 +0000
220-We do not authorize the use of this system to transport unsolicited,
220 and/or bulk e-mail.`;

describe('a greeting of another server than the one asked', () => {
  test.each(['smtp.gmail.com', 'smtp.office365.com', 'smtp.sendgrid.net', 'smtp.mail.yahoo.com'])(
    'the web host answers for %s',
    (asked) => {
      const text = refused(asked, CPANEL);
      expect(verdicts(text)).toEqual(['auth-failed: hosting-blocks-smtp']);
      expect(evidence(text, 'hosting-blocks-smtp')[0]).toContain('cloud12.webhost.example');
      expect(finding(text, 'hosting-blocks-smtp')?.title).toContain('cloud12.webhost.example');
    },
  );

  test.each([
    ['smtp.gmail.com', '220 smtp.gmail.com ESMTP 4fb4d7f45d1cf-5a.12 - gsmtp'],
    ['smtp.gmail.com', '220 mx.google.com ESMTP 4fb4d7f45d1cf-5a.12 - gsmtp'],
    ['smtp-relay.gmail.com', '220 smtp-relay.gmail.com ESMTP k3 - gsmtp'],
    [
      'smtp.office365.com',
      '220 FR0P281CA0001.outlook.office365.com Microsoft ESMTP MAIL Service ready at Fri, 1 Mar 2024 10:00:00 +0000',
    ],
    [
      'smtp-mail.outlook.com',
      '220 AM0PR02CA0012.outlook.office365.com Microsoft ESMTP MAIL Service ready',
    ],
    ['smtp.mail.yahoo.com', '220 smtp.mail.yahoo.com ESMTP ready'],
    [
      'email-smtp.eu-west-1.amazonaws.com',
      '220 email-smtp.amazonaws.com ESMTP SimpleEmailService-d-X',
    ],
    ['smtp.sendgrid.net', '220 SG ESMTP service ready at geopod-ismtpd-1'],
    ['smtp.eu.mailgun.org', '220 Mailgun Influx ready'],
    ['smtp-relay.sendinblue.com', '220 smtp-relay.brevo.com ESMTP Service Ready'],
    ['mail.example.com', CPANEL],
    ['mail.example.com', '220 smtp-n01.webhost.example ESMTP Postfix'],
    ['smtp.ionos.de', '220 kundenserver.de (mreue012) Nemesis ESMTP Service ready'],
    ['ssl0.ovh.net', '220 GMX1-98.mail.ovh.net ESMTP'],
    ['smtp.hostinger.com', '220 smtp.hostinger.com ESMTP Postfix'],
    ['smtp.titan.email', '220 smtp-out.flockmail.com ESMTP'],
    ['smtp.zoho.eu', '220 mx.zoho.eu SMTP Server ready'],
    ['smtp.mail.me.com', '220 ci74p00im-qukt09081701.me.com ESMTP Apple'],
    ['smtp.web.de', '220 web.de (mrweb105) Nemesis ESMTP Service ready'],
  ])('%s is answered by its own', (asked, greeting) => {
    expect(verdicts(refused(asked, greeting))).toEqual(['auth-failed: wrong-credentials']);
  });

  test('the banner of cPanel is no refusal', () => {
    const text = refused('mail.example.com', CPANEL);
    expect(evidence(text, 'wrong-credentials')[0]).toContain('535 Incorrect authentication data');
  });
});

describe('a certificate of another server than the one asked', () => {
  test.each([
    [
      'Nodemailer',
      log`
        [2024-03-01 10:00:00] DEBUG Creating transport: nodemailer (6.9.8; +https://nodemailer.com/; SMTP/6.9.8[client:6.9.8])
        [2024-03-01 10:00:00] INFO  [Xf1] Connection established to 192.0.2.25:587
        [2024-03-01 10:00:00] DEBUG [Xf1] S: 220 SERVER ESMTP
        [2024-03-01 10:00:00] DEBUG [Xf1] C: EHLO web1
        [2024-03-01 10:00:00] DEBUG [Xf1] S: 250-hello
        [2024-03-01 10:00:00] DEBUG [Xf1] S: 250 STARTTLS
        [2024-03-01 10:00:00] DEBUG [Xf1] C: STARTTLS
        [2024-03-01 10:00:00] DEBUG [Xf1] S: 220 TLS go ahead
        [2024-03-01 10:00:00] ERROR [Xf1] Hostname/IP does not match certificate's altnames: Host: ASKED. is not in the cert's altnames: DNS:cloud12.webhost.example, DNS:www.cloud12.webhost.example
        [2024-03-01 10:00:00] ERROR Send Error: Hostname/IP does not match certificate's altnames: Host: ASKED. is not in the cert's altnames: DNS:cloud12.webhost.example, DNS:www.cloud12.webhost.example
      `,
    ],
    [
      'Go',
      'dial: tls: failed to verify certificate: x509: certificate is valid for cloud12.webhost.example, www.cloud12.webhost.example, not ASKED',
    ],
    [
      'PHP',
      log`
        Connection: opening to ASKED:587, timeout=300, options=array()
        Connection: opened
        SERVER -> CLIENT: 220 SERVER ESMTP
        CLIENT -> SERVER: EHLO www.example.com
        SERVER -> CLIENT: 250-hello
        250 STARTTLS
        CLIENT -> SERVER: STARTTLS
        SERVER -> CLIENT: 220 TLS go ahead
        Connection failed. Error #2: stream_socket_enable_crypto(): Peer certificate CN=${'`'}cloud12.webhost.example' did not match expected CN=${'`'}ASKED' [/var/www/SMTP.php line 467]
        SMTP Error: Could not connect to SMTP host.
        CLIENT -> SERVER: QUIT
        SERVER -> CLIENT:
        SMTP ERROR: QUIT command failed:
        Connection: closed
      `,
    ],
  ])('%s', (_program, text) => {
    const of = (asked: string, server: string): string[] =>
      verdicts(text.replaceAll('ASKED', asked).replaceAll('SERVER ESMTP', `${server} ESMTP`));
    expect(of('smtp.gmail.com', 'cloud12.webhost.example').at(-1)).toMatch(
      /: hosting-blocks-smtp$/,
    );
    // The own domain lives on the host's machine: its name is the one to use.
    expect(of('mail.example.com', 'cloud12.webhost.example').at(-1)).toMatch(
      /: certificate-hostname-mismatch$/,
    );
  });
});

describe('a box on the way that rewrites the dialogue', () => {
  test('the list of features is masked, and the client finds no STARTTLS', () => {
    const text = log`
      connect: to ('mail.example.org', 25) None
      reply: b'220 *************************************************************\r\n'
      reply: retcode (220); Msg: b'*************************************************************'
      send: 'ehlo www.example.com\r\n'
      reply: b'250-mail.example.org\r\n'
      reply: b'250-SIZE 10240000\r\n'
      reply: b'250-XXXXXXXA\r\n'
      reply: b'250 XXXB\r\n'
      reply: retcode (250); Msg: b'mail.example.org\nSIZE 10240000\nXXXXXXXA\nXXXB'
      Traceback (most recent call last):
        File "send.py", line 9, in <module>
          server.starttls()
      smtplib.SMTPNotSupportedError: STARTTLS extension not supported by server.
    `;
    expect(verdicts(text)).toEqual(['tls-failed: firewall-inspection']);
    expect(evidence(text, 'firewall-inspection').join('\n')).toContain('250-XXXXXXXA');
  });

  test('no login is offered behind it', () => {
    const text = log`
      SERVER -> CLIENT: 220 mail.example.org ESMTP
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250-SIZE 10240000
      250-XXXXXXXA
      250 XXXXXXXXXXXXXXXXXXXXXB
      SMTP Error: Could not authenticate.
      CLIENT -> SERVER: QUIT
      SERVER -> CLIENT: 221 Bye
    `;
    expect(verdicts(text)).toEqual(['auth-failed: firewall-inspection']);
  });

  test('relay denied behind it, since no login came about', () => {
    const text = log`
      SERVER -> CLIENT: 220 **************************************
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250-SIZE 10240000
      250 XXXXXXXA
      CLIENT -> SERVER: MAIL FROM:<shop@example.com>
      SERVER -> CLIENT: 250 2.1.0 Ok
      CLIENT -> SERVER: RCPT TO:<bob@example.net>
      SERVER -> CLIENT: 550 5.1.1 <bob@example.net>: User unknown
      CLIENT -> SERVER: QUIT
      SERVER -> CLIENT: 221 Bye
    `;
    expect(verdicts(text)).toEqual(['rejected: recipient-unknown']);
  });

  test('a mail that went out behind it has no cause', () => {
    const text = log`
      SERVER -> CLIENT: 220 **************************************
      CLIENT -> SERVER: EHLO www.example.com
      SERVER -> CLIENT: 250-mail.example.org
      250 XXXXXXXA
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
});
