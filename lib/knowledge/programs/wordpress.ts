import type { Program, ProgramFields } from '../program.ts';

// Source: the settings screens of WP Mail SMTP 4.7 (src/Providers/OptionsAbstract.php), Easy WP SMTP
// 2, Post SMTP 3.9 (PostmanSmtpModuleTransport.php, PostmanRegisterConfigurationSettings.php),
// FluentSMTP 2.2 (Providers/Smtp.vue) and SMTP Mailer 1.1; the addresses are those of their menus.

const NO_RETRY =
  'The mail is not sent again by itself: WordPress makes one attempt only. If your mail plugin keeps a log with a “resend” button, use that.';

/** Where the sender's address comes from when a form sends the mail. */
const FORM_SENDER =
  'If a form sends the mail, look there too. Contact Form 7: on the form’s “Mail” tab, “From” holds an address of your own domain, and the visitor’s address belongs in “Additional headers” as “Reply-To: [your-email]”. WPForms: Settings → Notifications → “From Email” and “Reply-To”.';

const SENDER_STEPS = {
  'sender-not-owned': [FORM_SENDER],
  'sender-rejected': [FORM_SENDER],
  'spf-fail': [FORM_SENDER],
  'dmarc-unauthenticated': [FORM_SENDER],
} as const;

/** The labels that nearly all of these screens share. */
function labels(where: string): ProgramFields {
  return {
    hostField: `“SMTP Host” (${where})`,
    portField: '“SMTP Port”',
    encryptionField: '“Encryption”',
    authField: '“Authentication”',
    mechanismField: 'the login method',
    userField: `“SMTP Username” (${where})`,
    passwordField: `“SMTP Password” (${where})`,
    fromField: `“From Email” (${where})`,
    returnField: 'the return path',
    heloField: 'the site’s host name',
    timeoutField: 'the time-out',
  };
}

/** For a plugin whose labels change from version to version. */
function plugin(id: string, name: string, pages: readonly string[], mailers?: string[]): Program {
  return {
    id,
    name,
    role: 'site',
    ...(mailers ? { mailers } : {}),
    pages,
    fields: {
      hostField: `the SMTP host in ${name}’s settings`,
      portField: 'the SMTP port',
      encryptionField: 'the encryption',
      authField: '“Authentication”',
      mechanismField: 'the login method',
      userField: `the SMTP user name in ${name}’s settings`,
      passwordField: `the SMTP password in ${name}’s settings`,
      fromField: `the “From” address in ${name}’s settings`,
      returnField: 'the return path',
      heloField: 'the site’s host name',
      timeoutField: 'the time-out',
    },
    startTls: `in ${name}’s settings, set the port to 587 and the encryption to TLS (STARTTLS)`,
    implicitTls: `in ${name}’s settings, set the port to 465 and the encryption to SSL`,
    loginOn: `switch the login (authentication) on in ${name}’s settings`,
    retryStep: NO_RETRY,
    steps: SENDER_STEPS,
  };
}

/** Plugins that send WordPress’s mail, each above WordPress itself. */
export const WORDPRESS_PROGRAMS: readonly Program[] = [
  {
    id: 'wp-mail-smtp',
    name: 'WP Mail SMTP',
    role: 'site',
    mailers: ['wpmailsmtp'],
    words: ['plugins/wp-mail-smtp'],
    pages: ['page=wp-mail-smtp'],
    fields: {
      ...labels('WP Mail SMTP → Settings'),
      fromField: '“From Email” in WP Mail SMTP → Settings (with “Force From Email”)',
      returnField: '“Return Path” (WP Mail SMTP → Settings)',
    },
    startTls: 'in WP Mail SMTP → Settings, set “Encryption” to “TLS” and “SMTP Port” to 587',
    implicitTls: 'in WP Mail SMTP → Settings, set “Encryption” to “SSL” and “SMTP Port” to 465',
    loginOn: 'switch “Authentication” on in WP Mail SMTP → Settings',
    debugStep:
      'In WP Mail SMTP → Tools → Email Test, send a test mail and open the full error log: it shows more.',
    retryStep: NO_RETRY,
    steps: SENDER_STEPS,
  },
  {
    id: 'easy-wp-smtp',
    name: 'Easy WP SMTP',
    role: 'site',
    mailers: ['easywpsmtp'],
    words: ['plugins/easy-wp-smtp'],
    pages: ['page=easy-wp-smtp', 'page=swpsmtp'],
    fields: {
      ...labels('Easy WP SMTP → Settings'),
      encryptionField: 'the type of encryption',
      authField: '“SMTP Authentication”',
      fromField: 'the “From” address in Easy WP SMTP → Settings',
    },
    startTls:
      'in Easy WP SMTP → Settings, set “SMTP Port” to 587 and the encryption to TLS (older versions call it STARTTLS)',
    implicitTls:
      'in Easy WP SMTP → Settings, set “SMTP Port” to 465 and the encryption to SSL (older versions: SSL/TLS)',
    loginOn: 'switch “SMTP Authentication” on in Easy WP SMTP → Settings',
    debugStep:
      'In Easy WP SMTP → Tools → Email Test, send a test mail and open the full error log: it shows more.',
    retryStep: NO_RETRY,
    steps: SENDER_STEPS,
  },
  {
    id: 'post-smtp',
    name: 'Post SMTP',
    role: 'site',
    mailers: ['postmansmtp', 'postsmtp'],
    words: ['plugins/post-smtp', 'smtp:tls:', 'smtp:ssl:', 'smtp:none:'],
    pages: ['page=postman', 'page=post-smtp'],
    fields: {
      hostField: '“Outgoing Mail Server Hostname” (Post SMTP → Settings)',
      portField: '“Outgoing Mail Server Port”',
      encryptionField: '“Security”',
      authField: '“Authentication”',
      mechanismField: '“Authentication” in Post SMTP → Settings',
      userField: '“Username” (Post SMTP → Settings)',
      passwordField: '“Password” (Post SMTP → Settings)',
      fromField: 'the “From Address” in Post SMTP → Settings',
      returnField: '“Envelope-From Email Address” (Post SMTP → Settings)',
      heloField: 'the site’s host name',
      timeoutField: '“TCP Read Timeout (sec)” in Post SMTP → Settings',
    },
    startTls:
      'in Post SMTP → Settings, set “Outgoing Mail Server Port” to 587 and “Security” to “STARTTLS”',
    implicitTls:
      'in Post SMTP → Settings, set “Outgoing Mail Server Port” to 465 and “Security” to “SMTPS”',
    loginOn: 'set “Authentication” in Post SMTP → Settings to “Login” or “Plain”',
    debugStep:
      'In Post SMTP → Email Log, open the session transcript of the failed mail: it shows the whole conversation.',
    retryStep:
      'The mail is not sent again by itself: send the mail again from Post SMTP → Email Log (“Resend”).',
    steps: {
      ...SENDER_STEPS,
      'auth-mechanism-mismatch': [
        'Run the Setup Wizard of Post SMTP again: it asks the server which logins it offers and sets “Authentication” to one of them.',
      ],
      'connection-timeout': [
        'Run the Connectivity Test of Post SMTP: it shows which ports your web host lets through.',
      ],
      'port-blocked': [
        'Run the Connectivity Test of Post SMTP: it shows which ports your web host lets through.',
      ],
    },
  },
  {
    id: 'fluent-smtp',
    name: 'FluentSMTP',
    role: 'site',
    mailers: ['fluentsmtp', 'fluentmail'],
    words: ['plugins/fluent-smtp'],
    pages: ['page=fluent-mail'],
    fields: {
      ...labels('Settings → FluentSMTP → the connection'),
      fromField: '“From Email” of the connection in FluentSMTP (with “Force From Email”)',
      returnField: 'the return path of the connection in FluentSMTP',
    },
    startTls: 'in the FluentSMTP connection, set “SMTP Port” to 587 and “Encryption” to “TLS”',
    implicitTls: 'in the FluentSMTP connection, set “SMTP Port” to 465 and “Encryption” to “SSL”',
    loginOn: 'switch “Authentication” on in the FluentSMTP connection',
    debugStep:
      'FluentSMTP keeps only the closing sentence. For the whole conversation, repeat the test with a plugin that shows it, such as WP Mail SMTP (Tools → Email Test), or ask your web host for the mail server’s log.',
    retryStep:
      'The mail is not sent again by itself: send the mail again from FluentSMTP → Email Logs (“Resend” or “Retry”).',
    steps: SENDER_STEPS,
  },
  {
    id: 'smtp-mailer',
    name: 'SMTP Mailer',
    role: 'site',
    words: ['plugins/smtp-mailer'],
    pages: ['page=smtp-mailer'],
    fields: {
      ...labels('Settings → SMTP Mailer'),
      encryptionField: '“Type of Encryption”',
      authField: '“SMTP Authentication”',
      fromField: '“From Email Address” (Settings → SMTP Mailer)',
    },
    startTls: 'in Settings → SMTP Mailer, set “Type of Encryption” to “TLS” and “SMTP Port” to 587',
    implicitTls:
      'in Settings → SMTP Mailer, set “Type of Encryption” to “SSL” and “SMTP Port” to 465',
    loginOn: 'set “SMTP Authentication” to “True” in Settings → SMTP Mailer',
    debugStep:
      'Send a mail from the “Test Email” tab of SMTP Mailer: it prints the whole conversation.',
    retryStep: NO_RETRY,
    steps: SENDER_STEPS,
  },
  plugin('yaysmtp', 'YaySMTP', ['page=yaysmtp'], ['yaysmtp']),
  plugin('gosmtp', 'GoSMTP', ['page=gosmtp'], ['gosmtp']),
  plugin('suremails', 'SureMail', ['page=suremail'], ['suremail']),
  plugin('solid-mail', 'Solid Mail', ['page=solidwp-mail', 'page=wp_smtp', 'page=wp-smtp']),
  plugin('bws-smtp', 'SMTP by BestWebSoft', ['page=bwssmtp']),
  plugin('bit-smtp', 'Bit SMTP', ['page=bit-smtp']),
  plugin('site-mailer', 'Site Mailer', ['page=site-mailer']),
  plugin('check-email', 'Check & Log Email', ['page=check-email']),
  {
    id: 'wordpress',
    name: 'WordPress',
    role: 'site',
    words: ['/wp-includes/', '/wp-content/', '/wp-admin/'],
    pages: ['/wp-admin/'],
    fields: {
      hostField: 'the SMTP host in your mail plugin',
      portField: 'the port',
      encryptionField: 'the encryption',
      authField: 'the login (SMTP authentication)',
      mechanismField: 'the login method',
      userField: 'the SMTP user name in your mail plugin',
      passwordField: 'the SMTP password in your mail plugin',
      fromField: 'the sender’s address (“From Email”) in your mail plugin',
      returnField: 'the return path',
      heloField: 'the site’s host name',
      timeoutField: 'the time-out',
    },
    startTls: 'in your mail plugin, set the port to 587 and the encryption to TLS (STARTTLS)',
    implicitTls: 'in your mail plugin, set the port to 465 and the encryption to SSL',
    loginOn: 'switch SMTP authentication on in your mail plugin',
    debugStep:
      'Get a fuller log: send a test mail with your mail plugin and open its debug log, or raise its debug level.',
    retryStep: NO_RETRY,
    steps: SENDER_STEPS,
  },
];
