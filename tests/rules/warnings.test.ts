import { describe, expect, test } from 'vitest';
import { switchesChecksOff } from '../../lib/smtp/words.ts';
import { evidence, finding, log, remarks, verdicts } from './diagnosed.ts';

/** A mail that goes out well, by PHPMailer; every part can be replaced. */
const SENT = log`
  2024-03-01 10:00:00 Connection: opening to mail.example.org:587, timeout=300, options=array()
  2024-03-01 10:00:00 Connection: opened
  2024-03-01 10:00:00 SERVER -> CLIENT: 220 mail.example.org ESMTP Postfix
  2024-03-01 10:00:00 CLIENT -> SERVER: EHLO www.example.com
  2024-03-01 10:00:00 SERVER -> CLIENT: 250-mail.example.org
  250-STARTTLS
  250 8BITMIME
  2024-03-01 10:00:00 CLIENT -> SERVER: STARTTLS
  2024-03-01 10:00:00 SERVER -> CLIENT: 220 2.0.0 Ready to start TLS
  2024-03-01 10:00:01 CLIENT -> SERVER: EHLO www.example.com
  2024-03-01 10:00:01 SERVER -> CLIENT: 250-mail.example.org
  250-AUTH PLAIN LOGIN
  250 8BITMIME
  2024-03-01 10:00:01 CLIENT -> SERVER: AUTH LOGIN
  2024-03-01 10:00:01 SERVER -> CLIENT: 334 VXNlcm5hbWU6
  2024-03-01 10:00:01 CLIENT -> SERVER: [credentials hidden]
  2024-03-01 10:00:01 SERVER -> CLIENT: 334 UGFzc3dvcmQ6
  2024-03-01 10:00:01 CLIENT -> SERVER: [credentials hidden]
  2024-03-01 10:00:02 SERVER -> CLIENT: 235 2.7.0 Authentication successful
  2024-03-01 10:00:02 CLIENT -> SERVER: MAIL FROM:<shop@example.com>
  2024-03-01 10:00:02 SERVER -> CLIENT: 250 2.1.0 Ok
  2024-03-01 10:00:02 CLIENT -> SERVER: RCPT TO:<bob@example.net>
  2024-03-01 10:00:02 SERVER -> CLIENT: 250 2.1.5 Ok
  2024-03-01 10:00:02 CLIENT -> SERVER: DATA
  2024-03-01 10:00:02 SERVER -> CLIENT: 354 End data with <CR><LF>.<CR><LF>
  2024-03-01 10:00:02 CLIENT -> SERVER: From: Shop <shop@example.com>
  2024-03-01 10:00:02 CLIENT -> SERVER: Subject: Your order
  2024-03-01 10:00:02 CLIENT -> SERVER:
  2024-03-01 10:00:02 CLIENT -> SERVER: Hello
  2024-03-01 10:00:02 CLIENT -> SERVER:
  2024-03-01 10:00:02 CLIENT -> SERVER: .
  2024-03-01 10:00:03 SERVER -> CLIENT: 250 2.0.0 Ok: queued as 4XyZ12AbCd
  2024-03-01 10:00:03 CLIENT -> SERVER: QUIT
  2024-03-01 10:00:03 SERVER -> CLIENT: 221 2.0.0 Bye
  2024-03-01 10:00:03 Connection: closed
`;

/** The same log, slower: from one line on everything comes so many seconds later. */
function delayed(words: string, seconds: number): string {
  const lines = SENT.split('\n');
  const from = lines.findIndex((line) => line.includes(words));
  expect(from).toBeGreaterThan(0);
  return lines
    .map((line, index) =>
      line.replace(/10:00:0(\d)/, (_, second: string) => {
        const all = Number(second) + (index < from ? 0 : seconds);
        const two = (value: number): string => String(value).padStart(2, '0');
        return `10:${two(Math.floor(all / 60))}:${two(all % 60)}`;
      }),
    )
    .join('\n');
}

test('a mail in good order has no remark', () => {
  expect(verdicts(SENT)).toEqual(['accepted']);
  expect(remarks(SENT)).toEqual([]);
});

describe('a slow step is named, with what is behind it', () => {
  test.each([
    ['Connection: opened', 'Connecting took 20 seconds.', /IPv6/],
    ['220 mail.example.org', 'The server took 20 seconds to greet.', /reverse DNS/],
    ['235 2.7.0', 'The server took 21 seconds to check the login.', /passwords/],
    ['250 2.1.0 Ok', 'The server took 20 seconds to judge the sender.', /sender’s domain/],
    ['250 2.1.5 Ok', 'The server took 20 seconds to judge a recipient.', /mailbox exists/],
    [
      '250 2.0.0 Ok: queued',
      'The server took 21 seconds to judge the message.',
      /spam and viruses/,
    ],
    ['MAIL FROM', 'The sending program paused for 20 seconds.', /sending side/],
    ['CLIENT -> SERVER: .', 'Handing over the message took 20 seconds.', /large/],
  ])('%s', (words, title, why) => {
    const text = delayed(words, 20);
    expect(remarks(text)).toEqual(['slow-step']);
    expect(finding(text, 'slow-step')?.title).toBe(title);
    expect(finding(text, 'slow-step')?.explanation).toMatch(why);
    expect(evidence(text, 'slow-step')[0]).toContain(words);
  });

  test('the handshake', () => {
    const text = delayed('01 CLIENT -> SERVER: EHLO', 20);
    expect(finding(text, 'slow-step')?.title).toBe('Setting up encryption took 21 seconds.');
    expect(evidence(text, 'slow-step')[1]).toContain('Ready to start TLS');
  });

  test('what whole seconds round off is not counted', () => {
    expect(remarks(delayed('250 2.1.0 Ok', 10))).toEqual([]);
    expect(remarks(delayed('250 2.1.0 Ok', 11))).toEqual(['slow-step']);
  });

  test('stamps of whole minutes prove no short pause', () => {
    const minutes = delayed('250 2.1.0 Ok', 60).replace(/(10:\d\d):\d\d/g, '$1:00');
    expect(remarks(minutes)).toEqual([]);
  });

  test('a pause in a mail server’s queue is no step', () => {
    const text = log`
      Mar  1 10:00:00 web1 postfix/smtp[2071]: 4F2A81C0093: to=<bob@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=1.2, delays=0.1/0/0.6/0.5, dsn=4.7.1, status=deferred (host mx.example.net[192.0.2.25] said: 450 4.7.1 Greylisted (in reply to RCPT TO command))
      Mar  1 10:10:00 web1 postfix/smtp[2071]: 4F2A81C0093: to=<bob@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=601, delays=600/0/0.6/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7D1B22E0041)
    `;
    expect(remarks(text)).not.toContain('slow-step');
  });
});

describe('old-tls-version', () => {
  test.each([
    [
      'TLS 1.0',
      log`
        Mar  1 10:00:00 web1 postfix/smtp[2071]: Untrusted TLS connection established to mx.example.net[192.0.2.25]:25: TLSv1 with cipher DHE-RSA-AES256-SHA (256/256 bits)
        Mar  1 10:00:01 web1 postfix/smtp[2071]: 4F2A81C0093: to=<bob@example.net>, relay=mx.example.net[192.0.2.25]:25, delay=1.2, delays=0.1/0/0.6/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7D1B22E0041)
      `,
    ],
    [
      'TLS 1.1',
      log`
        2024-03-01 10:00:00 1rfzQk-0004Xy-2B <= shop@example.com U=www P=local S=812
        2024-03-01 10:00:01 1rfzQk-0004Xy-2B => bob@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.25] X=TLS1.1:ECDHE_RSA_AES_256_CBC_SHA1:256 CV=yes C="250 OK id=1rfzfI-0007ab-1C"
        2024-03-01 10:00:01 1rfzQk-0004Xy-2B Completed
      `,
    ],
    [
      'TLS 1.0',
      log`
        === Trying mail.example.org:587...
        === Connected to mail.example.org.
        <-  220 mail.example.org ESMTP
         -> EHLO www.example.com
        <-  250-mail.example.org
        <-  250 STARTTLS
         -> STARTTLS
        <-  220 2.0.0 Ready to start TLS
        === TLS started with cipher TLSv1:AES256-SHA:256
        === TLS no local certificate set
         ~> EHLO www.example.com
        <~  250 mail.example.org
         ~> MAIL FROM:<shop@example.com>
        <~  250 2.1.0 Ok
         ~> RCPT TO:<bob@example.net>
        <~  250 2.1.5 Ok
         ~> DATA
        <~  354 End data with <CR><LF>.<CR><LF>
         ~> .
        <~  250 2.0.0 Ok: queued as 4XyZ12AbCd
         ~> QUIT
        <~  221 2.0.0 Bye
        === Connection closed with remote host.
      `,
    ],
  ])('%s', (version, text) => {
    expect(verdicts(text).at(-1)).toBe('accepted');
    expect(remarks(text)).toEqual(['old-tls-version']);
    expect(finding(text, 'old-tls-version')?.title).toContain(version);
    for (const good of ['TLSv1.2', 'TLSv1.3', 'TLSv1/SSLv3']) {
      const other = text
        .replace(/TLSv1(?=[ :])/, good)
        .replace('X=TLS1.1:', `X=${good.replace('v', '')}:`);
      expect(remarks(other), good).toEqual([]);
    }
  });

  test('on a line of its own, Sendmail', () => {
    const text = log`
      Mar  1 10:00:00 web1 sendmail[2071]: STARTTLS=client, relay=mx.example.net., version=TLSv1, verify=FAIL, cipher=DHE-RSA-AES256-SHA, bits=256/256
      Mar  1 10:00:01 web1 sendmail[2071]: 421A00x1002071: to=<bob@example.net>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=120500, relay=mx.example.net. [192.0.2.25], dsn=2.0.0, stat=Sent (Ok: queued as 7D1B22E0041)
    `;
    expect(remarks(text)).toEqual(['old-tls-version']);
    expect(remarks(text.replace('TLSv1,', 'TLSv1.3,'))).toEqual([]);
  });

  test('is not read out of an error’s name', () => {
    const text = log`
      Connection: opening to ssl://mail.example.org:465, timeout=300, options=array()
      Connection failed. Error #2: stream_socket_client(): SSL operation failed with code 1. OpenSSL Error messages: error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure [/var/www/SMTP.php line 388]
      SMTP Error: Could not connect to SMTP host.
    `;
    expect(remarks(text)).not.toContain('old-tls-version');
  });
});

describe('certificate-checks-off, in the words of several programs', () => {
  const notes = [
    "Connection: opening to mail.example.org:587, timeout=300, options=array('ssl'=>array('verify_peer'=>false))",
    '*  SSL certificate verify result: self-signed certificate (18), continuing anyway.',
    "(node:812) Warning: Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections and HTTPS requests insecure by disabling certificate verification.",
    'tls_certcheck            = off',
  ];
  test.each(notes)('%s', (note) => {
    expect(switchesChecksOff(note)).toBe(true);
  });

  test.each([
    "options=array('ssl'=>array('verify_peer'=>true))",
    '*  SSL certificate verify ok.',
    'tls_certcheck            = on',
    'rejectUnauthorized: true',
  ])('not %s', (note) => {
    expect(switchesChecksOff(note)).toBe(false);
  });

  test('curl --insecure', () => {
    const text = log`
      * Connected to mail.example.org (192.0.2.25) port 587
      < 220 mail.example.org ESMTP
      > EHLO web1.example.com
      < 250-mail.example.org
      < 250 STARTTLS
      > STARTTLS
      < 220 go
      * SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384
      *  SSL certificate verify result: self-signed certificate (18), continuing anyway.
      > EHLO web1.example.com
      < 250 mail.example.org
      > MAIL FROM:<shop@example.com>
      < 250 ok
      > RCPT TO:<bob@example.net>
      < 250 ok
      > DATA
      < 354 go
      < 250 2.0.0 Ok: queued as 4XyZ12AbCd
      > QUIT
      < 221 bye
    `;
    expect(verdicts(text)).toEqual(['accepted']);
    expect(remarks(text)).toEqual(['certificate-checks-off']);
  });
});

describe('sent-unencrypted', () => {
  const text = SENT.replace(
    '220 2.0.0 Ready to start TLS',
    '454 4.7.0 TLS not available due to local problem',
  )
    .replace(/^.*10:00:01 CLIENT -> SERVER: EHLO[^]*?8BITMIME\n/m, '')
    .replace(/^.*AUTH LOGIN[^]*?235.*\n/m, '');

  test('STARTTLS refused, mail sent all the same', () => {
    expect(verdicts(text)).toEqual(['accepted']);
    expect(remarks(text)).toEqual(['sent-unencrypted']);
    expect(evidence(text, 'sent-unencrypted')[0]).toContain('454 4.7.0');
  });

  test('a program that stops there has a cause and no remark', () => {
    const stopped = `${text.split('\n').slice(0, 9).join('\n')}
2024-03-01 10:00:00 SMTP ERROR: STARTTLS command failed: 454 4.7.0 TLS not available due to local problem
2024-03-01 10:00:00 SMTP Error: Could not connect to SMTP host.
2024-03-01 10:00:00 CLIENT -> SERVER: QUIT
2024-03-01 10:00:00 SERVER -> CLIENT: 221 2.0.0 Bye`;
    expect(verdicts(stopped)).toEqual(['tls-failed: tls-temporarily-unavailable']);
    expect(remarks(stopped)).toEqual([]);
  });
});

describe('test-server', () => {
  test.each([
    ['sandbox.smtp.mailtrap.io', '220 smtp.mailtrap.io ESMTP ready', 'Mailtrap'],
    ['127.0.0.1', '220 mailhog.example ESMTP MailHog', 'MailHog'],
    ['localhost', '220 3f2a8c1d77b0 Mailpit ESMTP Service ready', 'Mailpit'],
    ['smtp.ethereal.email', '220 smtp.ethereal.email ESMTP Nodemailer', 'Ethereal'],
  ])('%s', (host, greeting, name) => {
    const text = SENT.replace('mail.example.org:587', `${host}:587`).replace(
      /220 mail.*/,
      greeting,
    );
    expect(remarks(text)).toEqual(['test-server']);
    expect(finding(text, 'test-server')?.title).toContain(name);
  });

  test('Mailtrap’s servers for sending deliver', () => {
    const text = SENT.replaceAll('mail.example.org', 'live.smtp.mailtrap.io');
    expect(remarks(text)).toEqual([]);
  });
});

describe('sender-domain-elsewhere', () => {
  const text = SENT.replaceAll('shop@example.com', 'shop.example@gmail.com');

  test('an address at Gmail, sent by another server', () => {
    expect(remarks(text)).toEqual(['sender-domain-elsewhere']);
    expect(finding(text, 'sender-domain-elsewhere')?.title).toContain('shop.example@gmail.com');
  });

  test('Gmail’s own server sends it', () => {
    expect(remarks(text.replaceAll('mail.example.org', 'smtp.gmail.com'))).toEqual([]);
  });

  test('a server that receives it tells nothing of the kind', () => {
    expect(remarks(text.replace(/^.*AUTH LOGIN\n[^]*?235.*\n/m, ''))).toEqual([]);
  });
});

describe('log-too-thin', () => {
  test('closing words alone, with the steps to more', () => {
    const text = 'SMTP Error: Could not authenticate.';
    expect(remarks(text)).toEqual(['log-too-thin']);
    expect(finding(text, 'log-too-thin')?.title).toMatch(/closing words/);
    expect(finding(text, 'log-too-thin')?.fix).not.toEqual([]);
  });

  test('closing words that quote the reply are enough', () => {
    const text =
      'SMTP Error: The following recipients failed: bob@example.net: 550 5.1.1 User unknown';
    expect(remarks(text)).toEqual([]);
  });
});

describe('password-visible', () => {
  test('a traceback shows the password in plain words', () => {
    const text = log`
      Traceback (most recent call last):
        File "send.py", line 12, in <module>
          server.login("shop@example.com", "hunter2hunter2")
        File "/usr/lib/python3.10/smtplib.py", line 750, in login
          raise last_exception
      smtplib.SMTPAuthenticationError: (535, b'5.7.8 Error: authentication failed')
    `;
    expect(remarks(text)).toEqual(['password-visible']);
    expect(finding(text, 'password-visible')?.explanation).toMatch(/plain words/);
    expect(JSON.stringify(finding(text, 'password-visible'))).not.toContain('hunter2');
  });
});

describe('session-not-closed', () => {
  test('a mail server’s line never shows a goodbye', () => {
    const text =
      'Mar  1 10:00:01 web1 postfix/smtp[2071]: 4F2A81C0093: to=<bob@example.net>, relay=mx2.example.net[192.0.2.26]:25, delay=1.2, delays=0.1/0/0.6/0.5, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7D1B22E0041)';
    expect(remarks(text)).toEqual([]);
  });
});
