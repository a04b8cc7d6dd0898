import type { Program } from '../program.ts';

// Source: the manuals and settings screens of Joomla 5 (Global Configuration, Server), the Drupal
// module SMTP (smtp.settings), Moodle 4 (Outgoing mail configuration), Magento 2.4, PrestaShop 8,
// Nextcloud 30 (Email server), osTicket 1.18, GLPI 10, phpList 3 (config.php), phpBB 3.3, MediaWiki
// ($wgSMTP), Jenkins (E-mail Notification). Where labels differ by version, what they stand for is named.

const ONE_ATTEMPT = 'The mail is not sent again by itself: have the mail sent once more.';

/** What an application's own settings are called, where it has a field for nearly everything. */
interface Labels {
  id: string;
  name: string;
  where: string;
  host: string;
  port: string;
  encryption: string;
  /** Values of the encryption for port 587 and 465. */
  values: readonly [startTls: string, implicitTls: string];
  auth: string;
  user: string;
  password: string;
  from: string;
  mailers?: readonly string[];
  words?: readonly string[];
  pages?: readonly string[];
  debug?: string;
  retry?: string;
}

function application(labels: Labels): Program {
  const { id, name, where, mailers, words, pages, debug } = labels;
  const [startTls, implicitTls] = labels.values;
  return {
    id,
    name,
    role: 'site',
    ...(mailers ? { mailers } : {}),
    ...(words ? { words } : {}),
    ...(pages ? { pages } : {}),
    fields: {
      hostField: `${labels.host} (${where})`,
      portField: labels.port,
      encryptionField: labels.encryption,
      authField: labels.auth,
      mechanismField: 'the login method',
      userField: `${labels.user} (${where})`,
      passwordField: `${labels.password} (${where})`,
      fromField: `${labels.from} in ${name}`,
      returnField: 'the return path',
      heloField: 'the host name of the server',
      timeoutField: 'the time-out',
    },
    startTls: `set ${labels.port} to 587 and ${labels.encryption} to ${startTls} (${where})`,
    implicitTls: `set ${labels.port} to 465 and ${labels.encryption} to ${implicitTls} (${where})`,
    loginOn: `switch ${labels.auth} on (${where})`,
    ...(debug === undefined ? {} : { debugStep: debug }),
    retryStep: labels.retry ?? ONE_ATTEMPT,
  };
}

/** Web applications with mail settings of their own. */
export const APPLICATIONS: readonly Program[] = [
  application({
    id: 'joomla',
    name: 'Joomla',
    where: 'System → Global Configuration → Server',
    host: '“SMTP Host”',
    port: '“SMTP Port”',
    encryption: '“SMTP Security”',
    values: ['“STARTTLS” (“TLS” in older versions)', '“SSL/TLS” (“SSL” in older versions)'],
    auth: '“SMTP Authentication”',
    user: '“SMTP Username”',
    password: '“SMTP Password”',
    from: '“From Email”',
    words: ['/libraries/vendor/phpmailer', 'joomla\\', '/libraries/src/mail/'],
    pages: ['/administrator/index.php'],
    debug:
      'Switch “Debug System” on for a moment (Global Configuration → System) and use “Send Test Mail” on the tab “Server”.',
  }),
  application({
    id: 'drupal',
    name: 'Drupal',
    where: 'Configuration → System → SMTP Authentication Support',
    host: '“SMTP server”',
    port: '“SMTP port”',
    encryption: '“Use encrypted protocol”',
    values: ['“Use TLS”', '“Use SSL”'],
    auth: 'the login',
    user: '“Username”',
    password: '“Password”',
    from: '“E-mail from address”',
    words: ['drupal\\', '/sites/default/', '/modules/contrib/smtp'],
    pages: ['/admin/reports/dblog', '/admin/config/system/smtp'],
    debug:
      'Tick “Enable debugging” on the SMTP module’s page, send its test mail, and look at the messages.',
  }),
  application({
    id: 'moodle',
    name: 'Moodle',
    where: 'Site administration → Server → Email → Outgoing mail configuration',
    host: '“SMTP hosts”, with the port after a colon',
    port: 'the port in “SMTP hosts”',
    encryption: '“SMTP security”',
    values: ['“TLS”', '“SSL”'],
    auth: 'the login',
    user: '“SMTP username”',
    password: '“SMTP password”',
    from: '“No-reply address”',
    mailers: ['moodle'],
    words: ['/moodle/', 'moodle_phpmailer'],
    pages: ['/admin/testoutgoingmailconf.php'],
    debug:
      'Set $CFG->debugsmtp = true in config.php and the debugging level to DEVELOPER, then use “Test outgoing mail configuration”.',
  }),
  application({
    id: 'magento',
    name: 'Magento',
    where: 'Stores → Configuration → Advanced → System → Mail Sending Settings',
    host: '“Host”',
    port: '“Port”',
    encryption: '“SSL”',
    values: ['“TLS”', '“SSL”'],
    auth: '“Auth”',
    user: '“Username”',
    password: '“Password”',
    from: 'the address under Stores → Configuration → General → Store Email Addresses',
    words: ['magento\\', 'vendor/magento'],
    debug:
      'Look into var/log/system.log and var/log/exception.log; SMTP extensions keep logs of their own.',
  }),
  application({
    id: 'prestashop',
    name: 'PrestaShop',
    where: 'Advanced Parameters → E-mail',
    host: '“SMTP server”',
    port: '“Port”',
    encryption: '“Encryption”',
    values: ['“TLS”', '“SSL”'],
    auth: 'the login',
    user: '“SMTP username”',
    password: '“SMTP password”',
    from: 'the shop’s e-mail address (Shop Parameters → Contact)',
    words: ['prestashop\\', '/prestashop/'],
    debug: 'Use “Send a test email” on the same page, and look at Advanced Parameters → Logs.',
  }),
  application({
    id: 'nextcloud',
    name: 'Nextcloud',
    where: 'Administration settings → Basic settings → Email server',
    host: '“Server address”',
    port: 'the port after it',
    encryption: '“Encryption”',
    values: ['“None/STARTTLS” (“STARTTLS” in older versions)', '“SSL/TLS”'],
    auth: '“Authentication required”',
    user: 'the user name under “Credentials”',
    password: 'the password under “Credentials”',
    from: '“From address”',
    words: ['oc\\mail\\', '/nextcloud/', '/owncloud/', '/3rdparty/phpmailer'],
    pages: ['/settings/admin/logging'],
    debug:
      "Set 'mail_smtpdebug' => true and 'loglevel' => 0 in config.php, press “Send email”, and look into nextcloud.log.",
  }),
  application({
    id: 'osticket',
    name: 'osTicket',
    where: 'Admin Panel → Emails → the address → Outgoing (SMTP)',
    host: '“Hostname”',
    port: '“Port Number”',
    encryption: 'the encryption',
    values: ['automatic', 'SSL (a prefix ssl:// of the host in some versions)'],
    auth: '“Authentication”',
    user: 'the user name of the address',
    password: 'the password of the address',
    from: 'the address under Emails',
    pages: ['/scp/'],
    debug: 'Use Emails → Diagnostic, and look at Dashboard → System Logs.',
  }),
  application({
    id: 'glpi',
    name: 'GLPI',
    where: 'Setup → Notifications → Email notifications configuration',
    host: '“SMTP host”',
    port: '“Port”',
    encryption: '“Way of sending emails”',
    values: ['“SMTP+TLS”', '“SMTP+SSL” (“SMTPS”)'],
    auth: 'the login',
    user: '“SMTP login”',
    password: '“SMTP password”',
    from: '“From email”',
    words: ['/glpi/', 'glpi\\'],
    pages: ['/front/notificationmailingsetting.form.php'],
    debug:
      'Press “Send a test email to the administrator”, and look into files/_log/mail-error.log.',
    retry:
      'GLPI keeps the mail in its queue (Administration → Notification queue) and tries again.',
  }),
  application({
    id: 'phplist',
    name: 'phpList',
    where: 'config/config.php',
    host: 'PHPMAILERHOST',
    port: 'PHPMAILERPORT',
    encryption: 'PHPMAILER_SECURE',
    values: ["'tls'", "'ssl'"],
    auth: 'the login',
    user: '$phpmailer_smtpuser',
    password: '$phpmailer_smtppassword',
    from: 'the From line of the campaign',
    mailers: ['phplist'],
    words: ['/phplist/', 'phplist\\'],
    pages: ['/lists/admin/'],
    debug: 'Set PHPMAILER_SMTP_DEBUG to 3 in config.php and send a test.',
  }),
  application({
    id: 'phpbb',
    name: 'phpBB',
    where: 'Administration Control Panel → Client communication → Email settings',
    host: '“SMTP server address”',
    port: '“SMTP server port”',
    encryption: 'the prefix of the address (tls:// or ssl://)',
    values: ['“tls://”', '“ssl://”'],
    auth: 'the login',
    user: '“SMTP username”',
    password: '“SMTP password”',
    from: '“From email address”',
    words: ['/phpbb/', 'phpbb\\', '/includes/functions_messenger.php'],
    debug: 'Look at Administration Control Panel → Maintenance → Error log.',
  }),
  application({
    id: 'mediawiki',
    name: 'MediaWiki',
    where: '$wgSMTP in LocalSettings.php',
    host: "'host'",
    port: "'port'",
    encryption: 'the prefix of the host (tls:// or ssl://)',
    values: ['“tls://”', '“ssl://”'],
    auth: "'auth'",
    user: "'username'",
    password: "'password'",
    from: '$wgPasswordSender',
    words: ['/mediawiki/', 'mediawiki\\'],
    debug: 'Set $wgDebugLogFile and send a test mail.',
  }),
  application({
    id: 'jenkins',
    name: 'Jenkins',
    where: 'Manage Jenkins → System → E-mail Notification → Advanced',
    host: '“SMTP server”',
    port: '“SMTP Port”',
    encryption: 'the encryption box',
    values: ['“Use TLS”', '“Use SSL”'],
    auth: '“Use SMTP Authentication”',
    user: '“User Name”',
    password: '“Password”',
    from: '“System Admin e-mail address”',
    words: ['hudson.tasks', 'hudson.plugins', 'jenkins.plugins'],
    debug:
      'Use “Test configuration by sending test e-mail”; for the whole conversation start Jenkins with -Dmail.debug=true.',
  }),
];
