/** A product whose screens show SMTP logs, and the paths that only it has. */
export interface Site {
  product: string;
  /** Match patterns of the manifest. The path is the fence: the host is always `*`. */
  matches: readonly string[];
}

/**
 * The screens on which the extension runs by itself. A path stands here only when the product's
 * own name or an unmistakable name of a screen is in it, so that the script is not loaded on
 * ordinary pages. Left out for that reason, and reached by the toolbar button: products at the
 * root of a host or port (Mailpit, MailHog, MailDev, Proxmox Mail Gateway), those that load all screens
 * into `/index.php` (ISPConfig) and Plesk's `/admin/…`. Left out too: webmail, where people read letters.
 *
 * The browsers look at the query as well: an address with `/wp-admin/` written out behind its `?` is met too.
 */
export const sites: readonly Site[] = [
  {
    // All mail plugins keep their logs and test screens here; the second pattern is for sites in a subfolder.
    product: 'WordPress',
    matches: ['*://*/wp-admin/*', '*://*/*/wp-admin/*'],
  },
  {
    // Every address after the login begins with the session: `/cpsess1234567890/frontend/jupiter/…`.
    product: 'cPanel and WHM',
    matches: ['*://*/cpsess*'],
  },
  {
    // Log Browser, the older log screen of a subscription, and the mail screens. `/smb/*` alone is many a shop's page.
    product: 'Plesk',
    matches: [
      '*://*/modules/log-browser/*',
      '*://*/smb/log-file/*',
      '*://*/smb/email-address/*',
      '*://*/smb/mail-settings/*',
    ],
  },
  {
    // The older skin's commands (`/CMD_SHOW_LOG`, `/CMD_MAIL_QUEUE`), and Evolution's screens by role.
    product: 'DirectAdmin',
    matches: ['*://*/CMD_*', '*://*/evo/admin/*', '*://*/evo/reseller/*', '*://*/evo/user/*'],
  },
  {
    // Webmin's mail and log modules; the `.cgi` keeps a page about Postfix out.
    product: 'Webmin and Virtualmin',
    matches: [
      '*://*/logviewer/*.cgi*',
      '*://*/syslog/*.cgi*',
      '*://*/syslog-ng/*.cgi*',
      '*://*/postfix/*.cgi*',
      '*://*/sendmail/*.cgi*',
      '*://*/exim/*.cgi*',
      '*://*/qmailadmin/*.cgi*',
      '*://*/mailboxes/*.cgi*',
      '*://*/virtual-server/*.cgi*',
    ],
  },
  {
    // The log tabs (`/debug` until 2024, then `/admin/dashboard`) and the queue: whole paths, nothing below.
    product: 'mailcow',
    matches: ['*://*/debug', '*://*/admin/dashboard', '*://*/admin/queue'],
  },
  {
    // Logs of a user and of a service (`/list/server/?srv=exim4`).
    product: 'HestiaCP and VestaCP',
    matches: ['*://*/list/log/*', '*://*/list/server/*'],
  },
  {
    // `/serverlogs/emailLogs`, and the mail screens.
    product: 'CyberPanel',
    matches: ['*://*/serverlogs/*', '*://*/mailServer/*'],
  },
  {
    // Activities of the server, SMTP sessions among them.
    product: 'iRedAdmin',
    matches: ['*://*/iredadmin/*'],
  },
  {
    // Mail queues with the reason for each delay.
    product: 'Zimbra',
    matches: ['*://*/zimbraAdmin/*'],
  },
  {
    // Troubleshooting, "View logs".
    product: 'SmarterMail',
    matches: ['*://*/interface/root*'],
  },
  {
    // A message's deliveries, with the output of each attempt.
    product: 'Postal',
    matches: ['*://*/org/*/servers/*/messages*'],
  },
  {
    // Queue and delivery traces.
    product: 'Stalwart',
    matches: ['*://*/manage/queue/*', '*://*/manage/tracing/*'],
  },
  {
    // Logs of services.
    product: 'YunoHost',
    matches: ['*://*/yunohost/admin*'],
  },
  {
    // Exceptions and failed jobs quote the server's reply. `/telescope/*` alone is astronomy's too.
    product: 'Laravel Telescope and Horizon',
    matches: [
      '*://*/telescope/requests*',
      '*://*/telescope/jobs*',
      '*://*/telescope/logs*',
      '*://*/telescope/exceptions*',
      '*://*/telescope/mail*',
      '*://*/horizon/failed*',
    ],
  },
  {
    // The log screen that most Laravel sites install, at its own path.
    product: 'Log Viewer for Laravel',
    matches: ['*://*/log-viewer*'],
  },
  {
    // The mailer's and the log's panel.
    product: 'Symfony profiler',
    matches: ['*://*/_profiler/*'],
  },
  {
    // Recent log messages; the mail modules' settings print the dialogue of a test.
    product: 'Drupal',
    matches: [
      '*://*/admin/reports/dblog*',
      '*://*/*/admin/reports/dblog*',
      '*://*/admin/config/system/smtp*',
      '*://*/*/admin/config/system/smtp*',
    ],
  },
  {
    // "Send test mail" answers with the mailer's error on the configuration's own screen.
    product: 'Joomla',
    matches: ['*://*/administrator/index.php*'],
  },
  {
    // "Test outgoing mail configuration" prints PHPMailer's dialogue.
    product: 'Moodle',
    matches: ['*://*/admin/testoutgoingmailconf.php*', '*://*/*/admin/testoutgoingmailconf.php*'],
  },
  {
    // System logs and the diagnostic of outgoing mail.
    product: 'osTicket',
    matches: [
      '*://*/scp/logs.php*',
      '*://*/*/scp/logs.php*',
      '*://*/scp/emailtest.php*',
      '*://*/*/scp/emailtest.php*',
    ],
  },
  {
    // The log in the administration.
    product: 'Nextcloud and ownCloud',
    matches: ['*://*/settings/admin/logging*', '*://*/*/settings/admin/logging*'],
  },
  {
    // "Send a test email to the administrator".
    product: 'GLPI',
    matches: [
      '*://*/front/notificationmailingsetting.form.php*',
      '*://*/*/front/notificationmailingsetting.form.php*',
    ],
  },
  {
    // The event log and the output of a sending run.
    product: 'phpList',
    matches: ['*://*/lists/admin/*'],
  },
];

/** All patterns, for the manifest. */
export const siteMatches: string[] = sites.flatMap((site) => [...site.matches]);
