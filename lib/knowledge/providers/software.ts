import type { Provider } from '../provider.ts';

// Source: cPanel's documentation ("Email Accounts", "Exim Configuration Manager"), Plesk's ("Mail
// Accounts"), the manuals of Exchange Server, Zimbra, hMailServer, MailEnable, SmarterMail, Axigen, Kerio Connect.

/** Server software by its greeting or its words, where the server's name says nothing: web hosts and own servers. */
export const SERVER_SOFTWARE: readonly Provider[] = [
  {
    id: 'cpanel-server',
    name: 'this cPanel server',
    hosts: [],
    words: [
      'we do not authorize the use of this system to transport unsolicited',
      'max emails per hour',
      'max defers and failures per hour',
      'please turn on smtp authentication in your mail client',
      'smtp auth is required for message submission on port 587',
      'no such user here"',
    ],
    pairs: ['implicitTls', 'startTls'],
    user: 'On a cPanel server the user name is the whole address of the mailbox.',
    password:
      'Use the password of the mailbox as {passwordField}. If you are not sure of it, set a new one under cPanel → Email Accounts → Manage.',
    sender: 'Make the sender an address that exists under cPanel → Email Accounts.',
    limits:
      'Ask the web host about the limit: it sets it (WHM → Tweak Settings → Mail, “Max hourly emails per domain”).',
    dkim: 'In cPanel, open Email Deliverability: it shows whether SPF and DKIM are right and repairs them.',
  },
  {
    id: 'plesk-server',
    name: 'this Plesk server',
    hosts: ['plesk.page'],
    words: ['plesk'],
    pairs: ['implicitTls', 'startTls'],
    user: 'On a Plesk server the user name is the whole address of the mailbox.',
    password:
      'Use the password of the mailbox as {passwordField}. If you are not sure of it, set a new one in Plesk under Mail → the address.',
    limits:
      'The limit is set in Plesk under Tools & Settings → Mail Server Settings, or for the subscription.',
    dkim: 'In Plesk, open Mail → Mail Settings of the domain and switch on DKIM signing.',
  },
  {
    id: 'exchange-server',
    name: 'this Exchange server',
    hosts: [],
    words: ['microsoft esmtp mail service', 'resolver.adr', 'storedrv.', 'smtpsvc'],
    user: 'At an Exchange server the user name is the account’s sign-in name (name@domain or DOMAIN\\name), which need not be the e-mail address.',
    userIsNoAddress: true,
    password:
      'At an Exchange server use the account’s Windows password. An administrator may have restricted SMTP logins to certain ports and accounts.',
    sender:
      'At an Exchange server the account needs the right “Send As” for any other sender’s address.',
    steps: {
      'relay-denied': [
        'Ask the administrator of the Exchange server to let your program in: by a login on port 587, or by a receive connector for your server’s address that may relay.',
      ],
      'auth-required': [
        'Use port 587 of the Exchange server, which is meant for logins; port 25 takes mail for its own domains only.',
      ],
    },
  },
  {
    id: 'zimbra-server',
    name: 'this Zimbra server',
    hosts: [],
    words: ['zimbra'],
    user: 'At a Zimbra server the user name is the whole address.',
    sender:
      'At a Zimbra server another sender must be set up as a persona or granted by the administrator (zimbraAllowFromAddress).',
  },
  {
    id: 'hmailserver-server',
    name: 'this hMailServer',
    hosts: [],
    words: ['hmailserver', 'restarting authentication process'],
    user: 'At hMailServer the user name is the whole address of the account.',
  },
  {
    id: 'mailenable-server',
    name: 'this MailEnable server',
    hosts: [],
    words: ['mailenable'],
    user: 'At MailEnable the user name is the whole address of the mailbox (mailbox@postoffice).',
  },
  {
    id: 'smartermail-server',
    name: 'this SmarterMail server',
    hosts: [],
    words: ['smartermail'],
    user: 'At SmarterMail the user name is the whole address.',
  },
  {
    id: 'mailpit',
    name: 'this test server',
    hosts: [],
    words: ['mailpit', 'mailhog', 'maildev', 'papercut', 'smtp4dev'],
    userIsNoAddress: true,
    user: 'A test server such as Mailpit or MailHog needs no login, as a rule, and delivers nothing.',
  },
];
