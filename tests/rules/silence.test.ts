import { describe, expect, test } from 'vitest';
import { evidence, finding, log, verdicts } from './diagnosed.ts';

describe('nothing after connecting: TLS is due on port 465', () => {
  test.each([
    [
      'PHPMailer',
      log`
        2024-03-01 10:00:00 Connection: opening to mail.example.org:465, timeout=300, options=array()
        2024-03-01 10:00:00 Connection: opened
        2024-03-01 10:05:00 SMTP INBOUND: ""
        2024-03-01 10:05:00 SERVER -> CLIENT:
        2024-03-01 10:05:00 SMTP NOTICE: EOF caught while checking if connected
        2024-03-01 10:05:00 Connection: closed
        2024-03-01 10:05:00 SMTP Error: Could not connect to SMTP host.
      `,
    ],
    [
      'smtplib',
      log`
        connect: to ('mail.example.org', 465) None
        Traceback (most recent call last):
          File "send.py", line 7, in <module>
            server = smtplib.SMTP("mail.example.org", 465, timeout=30)
          File "/usr/lib/python3.10/smtplib.py", line 255, in __init__
            (code, msg) = self.connect(host, port)
          File "/usr/lib/python3.10/smtplib.py", line 398, in getreply
            raise SMTPServerDisconnected("Connection unexpectedly closed: "
        smtplib.SMTPServerDisconnected: Connection unexpectedly closed: timed out
      `,
    ],
    [
      'Nodemailer',
      log`
        [2024-03-01 10:00:00] DEBUG Creating transport: nodemailer (6.9.8; +https://nodemailer.com/; SMTP/6.9.8[client:6.9.8])
        [2024-03-01 10:00:00] DEBUG Sending mail using SMTP/6.9.8[client:6.9.8]
        [2024-03-01 10:00:00] DEBUG [Xf1bTzQ2x0] Resolved mail.example.org as 192.0.2.25 [cache miss]
        [2024-03-01 10:00:00] INFO  [Xf1bTzQ2x0] Connection established to 192.0.2.25:465
        [2024-03-01 10:00:30] ERROR [Xf1bTzQ2x0] Greeting never received
        [2024-03-01 10:00:30] DEBUG [Xf1bTzQ2x0] Closing connection to the server using "destroy"
        [2024-03-01 10:00:30] ERROR Send Error: Greeting never received
      `,
    ],
    [
      'JavaMail',
      log`
        DEBUG: setDebug: JavaMail version 1.6.2
        DEBUG: getProvider() returning javax.mail.Provider[TRANSPORT,smtp,com.sun.mail.smtp.SMTPTransport,Oracle]
        DEBUG SMTP: useEhlo true, useAuth true
        DEBUG SMTP: trying to connect to host "mail.example.org", port 465, isSSL false
        DEBUG SMTP: exception reading response: java.net.SocketTimeoutException: Read timed out
        javax.mail.MessagingException: Exception reading response;
          nested exception is:
        	java.net.SocketTimeoutException: Read timed out
      `,
    ],
    [
      'swaks',
      log`
        === Trying mail.example.org:465...
        === Connected to mail.example.org.
        <** Timeout (30 secs) waiting for server response
         -> QUIT
        <** Timeout (30 secs) waiting for server response
        === Connection closed with remote host.
      `,
    ],
    [
      'Postfix',
      log`
        Mar  1 10:00:00 web1 postfix/smtp[2071]: CLIENT wrappermode (port smtps/465) is unimplemented
        Mar  1 10:00:00 web1 postfix/smtp[2071]: instead, send to (port submission/587) with STARTTLS
        Mar  1 10:05:01 web1 postfix/smtp[2071]: 4F2A81C0093: to=<bob@example.net>, relay=mail.example.org[192.0.2.25]:465, delay=301, delays=0.05/0.01/300/0, dsn=4.4.2, status=deferred (lost connection with mail.example.org[192.0.2.25] while receiving the initial server greeting)
      `,
    ],
  ])('%s', (_program, text) => {
    expect(verdicts(text).at(-1)).toMatch(/: tls-on-wrong-port$/);
    expect(evidence(text, 'tls-on-wrong-port').join('\n')).toContain('465');
  });

  test('on 587 it is only a greeting that did not come', () => {
    const text = log`
      2024-03-01 10:00:00 Connection: opening to mail.example.org:587, timeout=60, options=array()
      2024-03-01 10:00:00 Connection: opened
      2024-03-01 10:01:00 SMTP INBOUND: ""
      2024-03-01 10:01:00 SERVER -> CLIENT:
      2024-03-01 10:01:00 Connection: closed
      2024-03-01 10:01:00 SMTP Error: Could not connect to SMTP host.
    `;
    expect(verdicts(text)).toEqual(['connection-failed: greeting-timeout']);
  });

  test('TLS from the first byte on 465 is right: silence there has another reason', () => {
    for (const text of [
      log`
        2024-03-01 10:00:00 Connection: opening to ssl://mail.example.org:465, timeout=60, options=array()
        2024-03-01 10:00:00 Connection: opened
        2024-03-01 10:01:00 SMTP INBOUND: ""
        2024-03-01 10:01:00 SERVER -> CLIENT:
        2024-03-01 10:01:00 Connection: closed
        2024-03-01 10:01:00 SMTP Error: Could not connect to SMTP host.
      `,
      log`
        [2024-03-01 10:00:00] INFO  [Xf1bTzQ2x0] Secure connection established to 192.0.2.25:465
        [2024-03-01 10:00:30] ERROR [Xf1bTzQ2x0] Greeting never received
        [2024-03-01 10:00:30] ERROR Send Error: Greeting never received
      `,
      log`
        connect: ('mail.example.org', 465)
        connect: to ('mail.example.org', 465) None
        Traceback (most recent call last):
          File "send.py", line 7, in <module>
            server = smtplib.SMTP_SSL("mail.example.org", 465, timeout=30)
        smtplib.SMTPServerDisconnected: Connection unexpectedly closed: timed out
      `,
      log`
        DEBUG SMTP: useEhlo true, useAuth true
        DEBUG SMTP: trying to connect to host "mail.example.org", port 465, isSSL true
        DEBUG SMTP: exception reading response: java.net.SocketTimeoutException: Read timed out
        javax.mail.MessagingException: Exception reading response;
          nested exception is:
        	java.net.SocketTimeoutException: Read timed out
      `,
    ]) {
      const [verdict] = verdicts(text);
      expect(verdict).toMatch(/^connection-failed: /);
      expect(verdict).not.toContain('tls-on-wrong-port');
    }
  });

  test('PHPMailer with ssl on 587', () => {
    const text = log`
      Connection: opening to ssl://mail.example.org:587, timeout=300, options=array()
      Connection failed. Error #2: stream_socket_client(): SSL operation failed with code 1. OpenSSL Error messages:
      error:1408F10B:SSL routines:ssl3_get_record:wrong version number [/var/www/html/wp-includes/PHPMailer/SMTP.php line 467]
      Connection failed. Error #2: stream_socket_client(): Failed to enable crypto [/var/www/html/wp-includes/PHPMailer/SMTP.php line 467]
      Connection failed. Error #2: stream_socket_client(): Unable to connect to ssl://mail.example.org:587 (Unknown error) [/var/www/html/wp-includes/PHPMailer/SMTP.php line 467]
      SMTP ERROR: Failed to connect to server: (0)
      SMTP Error: Could not connect to SMTP host. Failed to connect to server
    `;
    expect(verdicts(text)).toEqual(['tls-failed: tls-on-wrong-port']);
    expect(evidence(text, 'tls-on-wrong-port').join('\n')).toContain('ssl://mail.example.org:587');
  });
});

describe('the server goes silent or away in mid-conversation', () => {
  const hello = [
    'Connection: opening to mail.example.org:587, timeout=300, options=array()',
    'Connection: opened',
    'SERVER -> CLIENT: 220 mail.example.org ESMTP ready',
    'CLIENT -> SERVER: EHLO www.example.com',
    'SERVER -> CLIENT: 250-mail.example.org',
    '250 SIZE 1000000',
  ];
  const envelope = [
    'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
    'SERVER -> CLIENT: 250 2.1.0 Ok',
    'CLIENT -> SERVER: RCPT TO:<bob@example.net>',
    'SERVER -> CLIENT: 250 2.1.5 Ok',
  ];

  test('after MAIL', () => {
    const text = [
      ...hello,
      'CLIENT -> SERVER: MAIL FROM:<shop@example.com>',
      'SERVER -> CLIENT:',
      'SMTP ERROR: MAIL FROM command failed:',
      'SMTP NOTICE: EOF caught while checking if connected',
      'Connection: closed',
      'SMTP Error: The following From address failed: shop@example.com : MAIL FROM command failed,,,SMTP server error: MAIL FROM command failed',
    ].join('\n');
    expect(verdicts(text)).toEqual(['dropped: connection-dropped']);
  });

  test('after DATA', () => {
    const text = [
      ...hello,
      ...envelope,
      'CLIENT -> SERVER: DATA',
      'SERVER -> CLIENT:',
      'SMTP ERROR: DATA command failed:',
      'SMTP NOTICE: EOF caught while checking if connected',
      'Connection: closed',
      'SMTP Error: data not accepted.',
    ].join('\n');
    expect(verdicts(text)).toEqual(['dropped: connection-dropped']);
  });

  test('get_lines timed out while the message was judged', () => {
    const text = [
      ...hello,
      ...envelope,
      'CLIENT -> SERVER: DATA',
      'SERVER -> CLIENT: 354 Go ahead',
      'CLIENT -> SERVER: Subject: Hello',
      'CLIENT -> SERVER:',
      'CLIENT -> SERVER: Hello',
      'CLIENT -> SERVER:',
      'CLIENT -> SERVER: .',
      'SMTP -> get_lines(): timed-out (300 sec)',
      'SERVER -> CLIENT:',
      'SMTP ERROR: DATA END command failed:',
      'SMTP Error: data not accepted.',
    ].join('\n');
    expect(verdicts(text)).toEqual(['dropped: client-timeout']);
    expect(finding(text, 'client-timeout')?.title).toMatch(/not certain/);
    expect(finding(text, 'client-timeout')?.fix.join()).toMatch(/arrived all the same/);
  });

  test('the answer came when the goodbye was due', () => {
    const text = [
      'CLIENT -> SERVER: .',
      'SERVER -> CLIENT:',
      'SMTP ERROR: DATA END command failed:',
      'SMTP Error: data not accepted.',
      'CLIENT -> SERVER: QUIT',
      'SERVER -> CLIENT: 250 OK id=1rfzfI-0007ab-1C',
    ].join('\n');
    expect(verdicts(text)).toEqual(['incomplete: client-timeout']);
    expect(finding(text, 'client-timeout')?.title).toMatch(/^It is not certain whether/);
    expect(finding(text, 'client-timeout')?.explanation).toMatch(/Most likely the mail went out/);
    expect(finding(text, 'client-timeout')?.fix[0]).toMatch(/arrived all the same/);
  });

  test('get_lines timed out before the greeting', () => {
    const text = [
      ...hello.slice(0, 2),
      'SMTP -> get_lines(): timed-out (300 sec)',
      'SERVER -> CLIENT:',
      'SMTP NOTICE: EOF caught while checking if connected',
      'Connection: closed',
      'SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
    ].join('\n');
    expect(verdicts(text)).toEqual(['connection-failed: greeting-timeout']);
  });

  test('421 for silence: the client was idle', () => {
    const text = [
      ...hello,
      'SERVER -> CLIENT: 421 4.4.2 mail.example.org Error: timeout exceeded',
      'SMTP NOTICE: EOF caught while checking if connected',
      'Connection: closed',
    ].join('\n');
    expect(verdicts(text)).toEqual(['dropped: idle-timeout']);
  });

  test('421 as a greeting: too many connections at once', () => {
    const text = [
      ...hello.slice(0, 2),
      'SERVER -> CLIENT: 421 mail.example.org Too many concurrent SMTP connections; please try again later.',
      'SMTP ERROR: Connection failed: 421 mail.example.org Too many concurrent SMTP connections; please try again later.',
      'Connection: closed',
      'SMTP connect() failed.',
    ].join('\n');
    expect(verdicts(text)).toEqual(['deferred: rate-limited']);
  });

  test('STARTTLS granted, and then nothing', () => {
    const text = [
      ...hello.slice(0, 4),
      'SERVER -> CLIENT: 250-mail.example.org',
      '250 STARTTLS',
      'CLIENT -> SERVER: STARTTLS',
      'SERVER -> CLIENT: 220 2.0.0 Ready to start TLS',
      'SMTP Error: Could not connect to SMTP host.',
      'CLIENT -> SERVER: QUIT',
      'SERVER -> CLIENT:',
      'SMTP ERROR: QUIT command failed:',
      'Connection: closed',
      'SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
    ].join('\n');
    expect(verdicts(text)).toEqual(['tls-failed: tls-handshake-failed']);
  });

  test('swaks: remote host closed the connection in the message', () => {
    const text = log`
      === Trying mail.example.org:25...
      === Connected to mail.example.org.
      <-  220 mail.example.org ESMTP
       -> EHLO www.example.com
      <-  250-mail.example.org
      <-  250 8BITMIME
       -> MAIL FROM:<shop@example.com>
      <-  250 2.1.0 Ok
       -> RCPT TO:<bob@example.net>
      <-  250 2.1.5 Ok
       -> DATA
      <-  354 End data with <CR><LF>.<CR><LF>
       -> Subject: test
       ->
       -> test
       -> .
      *** Remote host closed connection unexpectedly.
    `;
    expect(verdicts(text)).toEqual(['dropped: connection-dropped']);
    expect(finding(text, 'connection-dropped')?.title).toMatch(/not certain/);
  });
});
