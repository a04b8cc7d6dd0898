import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';

/** What programs say, outcome, step, cause. */
type Row = readonly [text: string, outcome: string, failedAt: string, cause: string];

const PHPMAILER: readonly Row[] = [
  ['SMTP Error: Could not authenticate.', 'auth-failed', 'auth', 'wrong-credentials'],
  ['Mailer Error: SMTP Error: Could not authenticate.', 'auth-failed', 'auth', 'wrong-credentials'],
  [
    '[23-Nov-2026 18:20:09 UTC] Mailer Error: SMTP Error: Could not authenticate.',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    'PHP Fatal error:  Uncaught PHPMailer\\PHPMailer\\Exception: SMTP Error: Could not connect to SMTP host. Connection failed. stream_socket_client(): Unable to connect to ssl://smtp.example.com:465 (Connection refused) in /var/www/html/mail.php:31',
    'connection-failed',
    'connect',
    'connection-refused',
  ],
  [
    'SMTP Error: The following recipients failed: bob@example.net: 5.1.1 User unknown',
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
  [
    'The following From address failed: shop@example.com : MAIL FROM command failed,Authentication required,530,5.7.0',
    'rejected',
    'mail',
    'auth-required',
  ],
  ['SMTP Error: data not accepted.', 'rejected', 'message', 'other'],
  ['SMTP-Fehler: Authentifizierung fehlgeschlagen.', 'auth-failed', 'auth', 'wrong-credentials'],
  [
    'SMTP-Fehler: Konnte keine Verbindung zum SMTP-Host herstellen.',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  ['SMTP-Fehler: Daten werden nicht akzeptiert.', 'rejected', 'message', 'other'],
  [
    'SMTP-Fehler: Die folgenden Empfänger sind nicht korrekt: bob@example.net',
    'rejected',
    'rcpt',
    'recipient-rejected',
  ],
  ['Erreur SMTP : échec de l’authentification.', 'auth-failed', 'auth', 'wrong-credentials'],
  [
    'Erreur SMTP : impossible de se connecter au serveur SMTP.',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  ['Error SMTP: Imposible autentificar.', 'auth-failed', 'auth', 'wrong-credentials'],
  [
    'Error SMTP: Imposible conectar al servidor SMTP.',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  ['Erro de SMTP: Não foi possível autenticar.', 'auth-failed', 'auth', 'wrong-credentials'],
  [
    'SMTP-fout: kon niet verbinden met SMTP-host.',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  ['Ошибка SMTP: ошибка авторизации.', 'auth-failed', 'auth', 'wrong-credentials'],
  [
    'Błąd SMTP: Nie można połączyć się z wybranym hostem.',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  ['SMTPエラー: 認証できませんでした。', 'auth-failed', 'auth', 'wrong-credentials'],
  ['SMTP 错误:登录失败。', 'auth-failed', 'auth', 'wrong-credentials'],
];

const LIBRARIES: readonly Row[] = [
  [
    'Error: Invalid login: 535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials a1b2 - gsmtp',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    'Error: connect ECONNREFUSED 127.0.0.1:587',
    'connection-failed',
    'connect',
    'connection-refused',
  ],
  ['Error: getaddrinfo ENOTFOUND smtp.exampel.com', 'connection-failed', 'connect', 'dns-failure'],
  ['Error: Greeting never received', 'connection-failed', 'greeting', 'greeting-timeout'],
  [
    "Error: Can't send mail - all recipients were rejected: 550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown",
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
  [
    'Error: Mail command failed: 530 5.7.0 Must issue a STARTTLS command first',
    'rejected',
    'mail',
    'starttls-required',
  ],
  ['Error: Message failed: 554 5.7.1 Spam message rejected', 'rejected', 'message', 'spam-content'],
  ['Error: Missing credentials for "PLAIN"', 'auth-failed', 'auth', 'wrong-credentials'],
  [
    '{"code":"EAUTH","response":"535 5.7.8 Error: authentication failed","responseCode":535,"command":"AUTH PLAIN"}',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted.')",
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    "smtplib.SMTPRecipientsRefused: {'bob@example.net': (550, b'5.1.1 User unknown')}",
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
  [
    "(535, b'5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.')",
    'auth-failed',
    'auth',
    'auth-disabled-by-provider',
  ],
  [
    'javax.mail.AuthenticationFailedException: 535 5.7.8 Error: authentication failed',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    "com.sun.mail.util.MailConnectException: Couldn't connect to host, port: smtp.example.com, 25; timeout -1",
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  [
    'javax.mail.MessagingException: Could not connect to SMTP host: smtp.example.com, port: 25, response: 421',
    'deferred',
    'greeting',
    'server-temporary-error',
  ],
  [
    'com.sun.mail.smtp.SMTPAddressFailedException: 550 5.1.1 <bob@example.net>: User unknown',
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
  [
    'jakarta.mail.MessagingException: Could not convert socket to TLS',
    'tls-failed',
    'starttls',
    'tls-handshake-failed',
  ],
  [
    'System.Net.Mail.SmtpException: The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.7.57 Client not authenticated to send mail.',
    'rejected',
    'mail',
    'auth-required',
  ],
  [
    'System.Net.Mail.SmtpFailedRecipientException: Mailbox unavailable. The server response was: 5.7.1 Unable to relay',
    'rejected',
    'rcpt',
    'relay-denied',
  ],
  [
    'MailKit.Security.AuthenticationException: 535: 5.7.8 Error: authentication failed',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    'System.Net.Mail.SmtpException: Failure sending mail. ---> System.Net.WebException: Unable to connect to the remote server',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  [
    'gomail: could not send email 1: 550 5.1.1 <bob@example.net>: Recipient address rejected',
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
  [
    'mail: dial tcp 192.0.2.7:587: connect: connection refused',
    'connection-failed',
    'connect',
    'connection-refused',
  ],
  [
    'smtp: dial tcp: lookup smtp.exampel.com on 127.0.0.11:53: no such host',
    'connection-failed',
    'connect',
    'dns-failure',
  ],
  [
    'email: x509: certificate signed by unknown authority',
    'tls-failed',
    'connect',
    'tls-certificate-untrusted',
  ],
  [
    'Net::SMTPAuthenticationError: 535 5.7.8 Error: authentication failed',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    'Net::SMTPFatalError: 550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown',
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
  [
    'Net::SMTPServerBusy: 450 4.2.0 <bob@example.net>: Recipient address rejected: Greylisted',
    'deferred',
    'rcpt',
    'greylisted',
  ],
  [
    'Errno::ECONNREFUSED: Connection refused - connect(2) for "localhost" port 25',
    'connection-failed',
    'connect',
    'connection-refused',
  ],
  [
    'Failed to authenticate on SMTP server with username "shop@example.com" using the following authenticators: "LOGIN", "PLAIN". Authenticator "LOGIN" returned "Expected response code "235" but got code "535", with message "535 5.7.8 Error: authentication failed".',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    'Connection could not be established with host "smtp.example.com:587": stream_socket_client(): Unable to connect to smtp.example.com:587 (Connection timed out)',
    'connection-failed',
    'connect',
    'connection-timeout',
  ],
  [
    'Expected response code "250/251/252" but got code "550", with message "550 5.7.1 Relaying denied".',
    'rejected',
    'rcpt',
    'relay-denied',
  ],
  [
    'Failed to add recipient: bob@example.net [SMTP: Invalid response code received from server (code: 550, response: 5.1.1 User unknown)]',
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
  [
    'authentication failure [SMTP: Invalid response code received from server (code: 535, response: 5.7.8 Error: authentication failed)]',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
];

const PROGRAMS: readonly Row[] = [
  [
    'msmtp: cannot connect to smtp.example.com, port 587: Connection timed out',
    'connection-failed',
    'connect',
    'connection-timeout',
  ],
  [
    'msmtp: cannot locate host smtp.exampel.com: Name or service not known',
    'connection-failed',
    'connect',
    'dns-failure',
  ],
  ['ssmtp: Cannot open smtp.example.com:587', 'connection-failed', 'connect', 'connection-failed'],
  [
    'ssmtp: Authorization failed (535 5.7.8 https://support.google.com/mail/?p=BadCredentials a1b2 - gsmtp)',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  ['curl: (67) Login denied', 'auth-failed', 'auth', 'wrong-credentials'],
  [
    'Unable to initialize SMTP properly. Check config and use --smtp-debug. VALUES: server=smtp.example.com encryption=tls hello=host.example.org port=587 at /usr/lib/git-core/git-send-email line 1575.',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  [
    'level=error component=dispatcher msg="Notify for alerts failed" err="email/email[0]: notify retry canceled due to unrecoverable error after 1 attempts: *email.loginAuth auth: 535 5.7.8 Error: authentication failed"',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    'level=error msg="Notify for alerts failed" err="email/email[0]: notify retry canceled: *smtp.plainAuth auth: unencrypted connection"',
    'auth-failed',
    'auth',
    'auth-mechanism-mismatch',
  ],
  [
    'An error occurred while sending mail. The mail server responded: 5.7.1 <bob@example.net>: Relay access denied. Please check the message recipient "bob@example.net" and try again.',
    'rejected',
    'rcpt',
    'relay-denied',
  ],
  [
    'Sending of the message failed. The message could not be sent because connecting to Outgoing server (SMTP) smtp.example.com failed. The server may be unavailable or is refusing SMTP connections.',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  [
    'Unable to authenticate to Outgoing server (SMTP) smtp.example.com. Please check the password and verify the authentication method.',
    'auth-failed',
    'auth',
    'wrong-credentials',
  ],
  [
    "The message could not be sent because one of the recipients was rejected by the server. The rejected e-mail address was 'bob@example.net'. Account: 'Shop', Server: 'mail.example.com', Protocol: SMTP, Server Response: '550 relay not permitted', Port: 25, Secure(SSL): No, Server Error: 550, Error Number: 0x800CCC79",
    'rejected',
    'rcpt',
    'relay-denied',
  ],
  [
    'Sending reported error (0x800CCC0E): Outlook cannot connect to your outgoing (SMTP) e-mail server.',
    'connection-failed',
    'connect',
    'connection-failed',
  ],
  [
    'host mx.example.net[192.0.2.25] said: 550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown (in reply to RCPT TO command)',
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
  [
    'Diagnostic-Code: smtp; 550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown',
    'rejected',
    'rcpt',
    'recipient-unknown',
  ],
];

test.each([...PHPMAILER, ...LIBRARIES, ...PROGRAMS])('%s', (text, outcome, failedAt, cause) => {
  const { sessions } = explain(analyze(text));
  const [session] = sessions;
  expect(
    sessions.map((one) => [
      one.outcome,
      one.failedAt,
      one.findings.find(({ severity }) => severity === 'error')?.id,
    ]),
    session?.dialect,
  ).toEqual([[outcome, failedAt, cause]]);
});
