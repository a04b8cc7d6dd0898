import type { Program } from '../program.ts';

// Source: PHPMailer 7 (properties of PHPMailer.php), Symfony's manual "Sending Emails with Mailer",
// Swift Mailer 6's manual, Laravel 11's config/mail.php, CodeIgniter 3 and 4's manuals "Email Class",
// PEAR Net_SMTP and Mail, Horde_Smtp, Zend and Laminas Mail's manual, Roundcube's defaults.inc.php.

const ONE_ATTEMPT =
  'The mail is not sent again by itself: the program makes one attempt only. Let it try again later, or send again by hand.';

/** Libraries with which PHP programs send, frameworks above the libraries that they use. */
export const PHP_PROGRAMS: readonly Program[] = [
  {
    id: 'laravel',
    name: 'Laravel',
    role: 'site',
    words: [
      'illuminate\\',
      'laravel/framework',
      '/laravel.log',
      'local.error:',
      'production.error:',
    ],
    pages: ['/telescope/', '/horizon/', '/log-viewer'],
    fields: {
      hostField: 'MAIL_HOST in the file .env',
      portField: 'MAIL_PORT',
      encryptionField: 'MAIL_ENCRYPTION (from Laravel 11 on MAIL_SCHEME)',
      authField: 'the login',
      mechanismField: 'the login method',
      userField: 'MAIL_USERNAME in the file .env',
      passwordField:
        'MAIL_PASSWORD in the file .env (in quotation marks, if it holds spaces, # or $)',
      fromField: 'MAIL_FROM_ADDRESS in the file .env',
      returnField:
        'the return path (returnPath in the message, or “return_path” in config/mail.php)',
      heloField: 'MAIL_EHLO_DOMAIN in the file .env (“local_domain” in config/mail.php)',
      timeoutField: '“timeout” of the smtp mailer in config/mail.php',
    },
    startTls:
      'set MAIL_PORT=587 in .env, with MAIL_ENCRYPTION=tls (from Laravel 11 on MAIL_SCHEME=smtp), and run “php artisan config:clear”',
    implicitTls:
      'set MAIL_PORT=465 in .env, with MAIL_ENCRYPTION=ssl (from Laravel 9 on: tls; from 11 on MAIL_SCHEME=smtps), and run “php artisan config:clear”',
    loginOn: 'fill in MAIL_USERNAME and MAIL_PASSWORD in .env and run “php artisan config:clear”',
    debugStep:
      'For the whole conversation, catch the exception that the mailer throws and log what its getDebug() returns.',
    retryStep:
      'If the mail is sent by a queue, Laravel tries again as often as the job allows (“php artisan queue:retry” for a failed one). Without a queue, send it again.',
    steps: {
      'wrong-credentials': [
        'After each change of .env run “php artisan config:clear” and restart the queue workers (“php artisan queue:restart”): they go on with the old values.',
      ],
    },
  },
  {
    id: 'codeigniter',
    name: 'CodeIgniter',
    role: 'site',
    dialects: ['codeigniter'],
    mailers: ['codeigniter'],
    words: ['codeigniter\\', '/codeigniter', 'ci_email', 'system/libraries/email.php'],
    fields: {
      hostField: 'smtp_host (SMTPHost in CodeIgniter 4)',
      portField: 'smtp_port (SMTPPort)',
      encryptionField: 'smtp_crypto (SMTPCrypto)',
      authField: 'the login',
      mechanismField: 'the login method (SMTPAuthMethod)',
      userField: 'smtp_user (SMTPUser)',
      passwordField: 'smtp_pass (SMTPPass)',
      fromField: 'the address in $this->email->from() (setFrom in CodeIgniter 4)',
      returnField: 'the second address of from(): the return path',
      heloField: 'the host name of the server',
      timeoutField: 'smtp_timeout (SMTPTimeout)',
    },
    startTls:
      'set smtp_port to 587 and smtp_crypto to tls (SMTPPort and SMTPCrypto in CodeIgniter 4)',
    implicitTls:
      'set smtp_port to 465 and smtp_crypto to ssl (SMTPPort and SMTPCrypto in CodeIgniter 4)',
    loginOn: 'fill in smtp_user and smtp_pass (SMTPUser and SMTPPass in CodeIgniter 4)',
    debugStep:
      'Print what the e-mail class’s print_debugger() (printDebugger in version 4) returns after send().',
    retryStep: ONE_ATTEMPT,
    steps: {
      'message-malformed': [
        'Set newline and crlf of the e-mail class to "\\r\\n" (in double quotation marks).',
      ],
      'bare-lf': [
        'Set newline and crlf of the e-mail class to "\\r\\n" (in double quotation marks).',
      ],
    },
  },
  {
    id: 'symfony-mailer',
    name: 'Symfony Mailer',
    role: 'site',
    dialects: ['symfony-mailer'],
    words: ['symfony\\component\\mailer', 'symfony/mailer'],
    pages: ['/_profiler/'],
    fields: {
      hostField: 'the host in MAILER_DSN (MAIL_HOST in Laravel)',
      portField: 'the port in MAILER_DSN (MAIL_PORT in Laravel)',
      encryptionField: 'the scheme of MAILER_DSN (smtp:// or smtps://)',
      authField: 'the login',
      mechanismField: 'the login method',
      userField: 'the user name in MAILER_DSN (MAIL_USERNAME in Laravel)',
      passwordField: 'the password in MAILER_DSN (MAIL_PASSWORD in Laravel)',
      fromField: 'the address given to from() (MAIL_FROM_ADDRESS in Laravel)',
      returnField: 'the address given to returnPath()',
      heloField: 'local_domain in MAILER_DSN',
      timeoutField: 'default_socket_timeout in php.ini',
    },
    startTls:
      'write MAILER_DSN as smtp://user:password@host:587; Symfony switches to TLS by itself (in Laravel: MAIL_PORT=587)',
    implicitTls: 'write MAILER_DSN as smtps://user:password@host:465 (in Laravel: MAIL_PORT=465)',
    loginOn: 'put user name and password into MAILER_DSN',
    debugStep:
      'For the whole conversation, catch the TransportExceptionInterface and log what its getDebug() returns.',
    retryStep:
      'If Messenger sends the mail, it tries again by its retry strategy. Without it, send the mail again.',
    steps: {
      'wrong-credentials': [
        'Encode special characters of the user name or password in MAILER_DSN: “@” becomes “%40”. It applies to “:”, “/”, “#” and “+” too.',
      ],
    },
  },
  {
    id: 'swiftmailer',
    name: 'Swift Mailer',
    role: 'site',
    dialects: ['swiftmailer'],
    words: ['swift_transport', 'swiftmailer'],
    fields: {
      hostField: 'the host given to Swift_SmtpTransport (mailer_host or MAIL_HOST in frameworks)',
      portField: 'the port',
      encryptionField: 'the encryption (setEncryption)',
      authField: 'the login',
      mechanismField: 'the method given to setAuthMode',
      userField: 'the name given to setUsername (MAIL_USERNAME in Laravel)',
      passwordField: 'the password given to setPassword (MAIL_PASSWORD in Laravel)',
      fromField: 'the address in setFrom',
      returnField: 'the address in setReturnPath',
      heloField: 'the name given to setLocalDomain',
      timeoutField: 'the time given to setTimeout',
    },
    startTls: 'give Swift_SmtpTransport the port 587 and the encryption “tls”',
    implicitTls: 'give Swift_SmtpTransport the port 465 and the encryption “ssl”',
    loginOn: 'call setUsername and setPassword on the transport',
    debugStep:
      'For the whole conversation, register a Swift_Plugins_LoggerPlugin and print its dump().',
    retryStep: ONE_ATTEMPT,
  },
  {
    id: 'roundcube',
    name: 'Roundcube',
    role: 'site',
    dialects: ['roundcube'],
    mailers: ['roundcubewebmail'],
    fields: {
      hostField: "$config['smtp_host'] in Roundcube’s config.inc.php (smtp_server before 1.6)",
      portField: 'the port after it (smtp_port before 1.6)',
      encryptionField: 'the prefix of the host (tls:// or ssl://)',
      authField: "the login ($config['smtp_user'])",
      mechanismField: "$config['smtp_auth_type']",
      userField: "$config['smtp_user'] (%u stands for the user’s own login)",
      passwordField: "$config['smtp_pass'] (%p stands for the user’s own password)",
      fromField: 'the sender’s address under Settings → Identities',
      returnField: 'the address of the identity',
      heloField: "$config['smtp_helo_host']",
      timeoutField: "$config['smtp_timeout']",
    },
    startTls: "set $config['smtp_host'] to 'tls://HOST:587'",
    implicitTls: "set $config['smtp_host'] to 'ssl://HOST:465'",
    loginOn: "set $config['smtp_user'] to '%u' and $config['smtp_pass'] to '%p'",
    debugStep: "Set $config['smtp_debug'] to true, send a test, and look into logs/smtp.log.",
    retryStep: 'Roundcube does not try again: the user sends the mail once more.',
  },
  {
    id: 'pear-net-smtp',
    name: 'PEAR Net_SMTP',
    role: 'site',
    dialects: ['pear-net-smtp'],
    fields: {
      hostField: 'the host given to Mail::factory or Net_SMTP',
      portField: 'the port',
      encryptionField: 'the encryption (a prefix ssl:// of the host, or STARTTLS)',
      authField: '“auth”',
      mechanismField: '“auth” (true, or a name such as LOGIN)',
      userField: '“username”',
      passwordField: '“password”',
      fromField: 'the From header and the sender given to send()',
      returnField: 'the Return-Path header',
      heloField: 'the option “localhost” (the name in EHLO)',
      timeoutField: '“timeout”',
    },
    startTls: 'set the port to 587; Net_SMTP switches to TLS by itself when the server offers it',
    implicitTls: 'write the host as ssl://HOST and set the port to 465',
    loginOn: 'set “auth” to true and fill in “username” and “password”',
    debugStep: 'Set “debug” to true and send a test: the whole conversation is printed.',
    retryStep: ONE_ATTEMPT,
  },
  {
    id: 'horde',
    name: 'Horde',
    role: 'site',
    dialects: ['horde-smtp'],
    mailers: ['hordeapplicationframework', 'internetmessagingprogram'],
    fields: {
      hostField: '“host” of the SMTP settings',
      portField: '“port”',
      encryptionField: '“secure”',
      authField: 'the login',
      mechanismField: 'the login method',
      userField: '“username”',
      passwordField: '“password”',
      fromField: 'the From address of the identity',
      returnField: 'the return address of the identity',
      heloField: 'the option “localhost” (the name in EHLO)',
      timeoutField: '“timeout”',
    },
    startTls: 'set “port” to 587 and “secure” to “tls”',
    implicitTls: 'set “port” to 465 and “secure” to “ssl”',
    loginOn: 'fill in “username” and “password” of the SMTP settings',
    debugStep:
      'Give the option “debug” a file name and send a test: the conversation is written there.',
    retryStep: ONE_ATTEMPT,
  },
  {
    id: 'laminas-mail',
    name: 'Laminas Mail',
    role: 'site',
    mailers: ['zend', 'laminas'],
    words: ['zend\\mail', 'laminas\\mail', 'zend_mail'],
    fields: {
      hostField: '“host” in SmtpOptions',
      portField: '“port”',
      encryptionField: '“ssl” in connection_config',
      authField: '“connection_class”',
      mechanismField: '“connection_class”',
      userField: '“username” in connection_config',
      passwordField: '“password” in connection_config',
      fromField: 'the address in setFrom',
      returnField: 'the envelope’s “from”',
      heloField: '“name” in SmtpOptions',
      timeoutField: 'the time-out',
    },
    startTls: 'set “port” to 587 and “ssl” in connection_config to “tls”',
    implicitTls: 'set “port” to 465 and “ssl” in connection_config to “ssl”',
    loginOn: 'set “connection_class” to “login” or “plain”',
    debugStep:
      'Print the conversation that the transport’s connection keeps: getConnection()->getLog().',
    retryStep: ONE_ATTEMPT,
  },
  {
    id: 'phpmailer',
    name: 'PHPMailer',
    role: 'site',
    mailers: ['phpmailer'],
    dialects: ['phpmailer', 'phpmailer5'],
    words: ['phpmailer', 'class.smtp.php'],
    fields: {
      hostField: 'the SMTP host in your mail plugin ($mail->Host in code)',
      portField: 'the port ($mail->Port)',
      encryptionField: 'the encryption ($mail->SMTPSecure)',
      authField: '“SMTP authentication” ($mail->SMTPAuth in code)',
      mechanismField: 'the login method ($mail->AuthType)',
      userField: 'the SMTP user name in your mail plugin ($mail->Username in code)',
      passwordField: 'the SMTP password in your mail plugin ($mail->Password in code)',
      fromField: 'the sender’s address, “From”, in your mail plugin ($mail->setFrom in code)',
      returnField: 'the return path ($mail->Sender)',
      heloField: 'the host name that the site sends ($mail->Hostname or $mail->Helo)',
      timeoutField: 'the time-out ($mail->Timeout)',
    },
    startTls:
      "set the port to 587 and the encryption to TLS (in code $mail->Port = 587 and $mail->SMTPSecure = 'tls')",
    implicitTls:
      "set the port to 465 and the encryption to SSL (in code $mail->Port = 465 and $mail->SMTPSecure = 'ssl')",
    loginOn:
      'switch “SMTP authentication” on in your mail plugin, and fill in user name and password (in code $mail->SMTPAuth = true, $mail->Username and $mail->Password)',
    debugStep:
      'Get a fuller log: raise the debug level of your mail plugin, or set $mail->SMTPDebug = 3 in code, and send a test.',
    retryStep:
      'The mail is not sent again by itself: PHPMailer makes one attempt only. If your mail plugin has a “resend” button, use that.',
    steps: {
      'line-too-long': ["In code, set $mail->Encoding = 'quoted-printable'."],
    },
  },
];
