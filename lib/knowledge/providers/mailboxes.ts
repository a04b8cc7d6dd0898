import type { Provider } from '../provider.ts';

// Source: the help pages of Google ("Send email from a printer, scanner, or app", "Sign in with app
// passwords", "Email sender guidelines"), Microsoft ("Enable or disable authenticated client SMTP
// submission in Exchange Online", "Fix NDR error codes"), Yahoo (senders.yahooinc.com), Apple ("iCloud
// Mail server settings", "Postmaster information for iCloud Mail"), Zoho ("Configure SMTP"), Fastmail
// ("Server names and ports", "App passwords"), Proton ("SMTP submission"), Mailbox.org, Posteo.

/** Large mailbox services of the English-speaking world. */
export const MAILBOXES: readonly Provider[] = [
  {
    id: 'google',
    name: 'Google',
    hosts: ['gmail.com', 'googlemail.com', 'google.com'],
    greets: ['gmail.com', 'google.com', 'googlemail.com'],
    incoming: [
      'gmail-smtp-in.l.google.com',
      'aspmx.l.google.com',
      'aspmx2.googlemail.com',
      'aspmx3.googlemail.com',
      'smtp.google.com',
    ],
    words: [
      'gsmtp',
      'support.google.com/mail',
      'support.google.com/a/answer',
      'postmaster.google.com',
    ],
    server: 'smtp.gmail.com',
    pairs: ['startTls', 'implicitTls'],
    user: 'Google’s user name is the whole address of the account.',
    password:
      'Google takes an app password from programs and not the account’s own. Create one at myaccount.google.com/apppasswords (two-step verification must be on) and use its 16 letters as {passwordField}, without spaces.',
    signIn: 'Open myaccount.google.com/notifications and confirm that the login was yours.',
    switchOn:
      'In Google Workspace an administrator can switch app passwords off. Then connect by OAuth (“Sign in with Google”), if your program offers that.',
    sender:
      'Google sends with the account’s own address and with those added in Gmail under Settings → Accounts → “Send mail as”.',
    limits:
      'Look up the figures in Google’s help under “Gmail sending limits”. Google counts over about 24 hours.',
    release:
      'Google lifts such a stop by itself, as a rule within about 24 hours. In Google Workspace an administrator can see and restore the account in the Admin console.',
    postmaster:
      'Google: compare your set-up with its “Email sender guidelines” (support.google.com/mail/answer/81126), and add your domain at postmaster.google.com to see how Gmail rates it.',
    dkim: 'Google Workspace signs once you switch it on: Admin console → Apps → Google Workspace → Gmail → “Authenticate email”.',
    status: 'Look at Google’s status page: www.google.com/appsstatus/dashboard.',
    steps: {
      'relay-denied': [
        'If you use Google’s SMTP relay (smtp-relay.gmail.com), register your server’s address there: Admin console → Apps → Google Workspace → Gmail → Routing → “SMTP relay service”.',
      ],
    },
  },
  {
    id: 'microsoft',
    name: 'Microsoft',
    hosts: ['office365.com', 'outlook.com', 'hotmail.com', 'live.com'],
    greets: ['outlook.com', 'office365.com', 'microsoft.com', 'hotmail.com'],
    incoming: [
      'mail.protection.outlook.com',
      'olc.protection.outlook.com',
      'mx.microsoft',
      'mail.eo.outlook.com',
    ],
    words: [
      'protection.outlook.com',
      '.prod.outlook.com',
      '.prod.exchangelabs.com',
      '(s3140)',
      '(s3150)',
      'aka.ms/',
      'go.microsoft.com',
      'sender.office.com',
      'mail.live.com/mail/',
    ],
    server: 'smtp.office365.com',
    pairs: ['startTls'],
    user: 'Microsoft’s user name is the whole address of the account. For a shared mailbox it is the address of a person who may send for it.',
    password:
      'If your program offers a connection to Microsoft 365 or Outlook (OAuth), use that. Microsoft accepts passwords from programs only where the administrator allows them. For personal addresses (outlook.com, hotmail.com, live.com) as a rule it does not.',
    signIn:
      'Open account.live.com/activity (personal account) or mysignins.microsoft.com (work account) and confirm that the login was yours.',
    switchOn:
      'In the Microsoft 365 admin center, open Users → Active users → the user → Mail → Manage email apps, and tick “Authenticated SMTP”. If that does not help, the organisation’s security defaults (Microsoft Entra) or an authentication policy forbid it.',
    sender:
      'In Microsoft 365 the account needs the right to send with another address: Exchange admin center → Recipients → Mailboxes → the mailbox → Delegation → “Send as”.',
    limits:
      'Look up the figures in Microsoft’s help under “Exchange Online limits” (sending limits).',
    release:
      'An administrator releases the account in the Microsoft Defender portal under Email & collaboration → Review → “Restricted entities”.',
    postmaster:
      'If Microsoft blocks your server’s address, ask for removal: at sender.office.com for Microsoft 365, with the form at olcsupport.office.com for Outlook.com, Hotmail and Live.',
    dkim: 'Microsoft 365 signs for your own domain once you switch it on in the Microsoft Defender portal: Email authentication settings → DKIM.',
    status:
      'Look at Microsoft’s status page (status.cloud.microsoft), or as an administrator at Health → Service health.',
    steps: {
      'auth-mechanism-mismatch': [
        'Microsoft may offer OAuth only (XOAUTH2). If your program offers a connection to Microsoft 365 or Outlook, use that.',
      ],
      'tls-on-wrong-port': ['Microsoft’s server takes port 587 with TLS (STARTTLS) only, not 465.'],
    },
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    hosts: ['yahoo.com', 'aol.com', 'ymail.com', 'yahoo.co.uk'],
    greets: ['yahoo.com', 'yahoodns.net', 'aol.com'],
    incoming: ['yahoodns.net', 'mx.aol.com'],
    words: [
      'yahooinc.com',
      '[tss0',
      '[tss1',
      '[ts01]',
      '[ts02]',
      '[ts03]',
      'help.yahoo.com',
      'postmaster.aol.com',
      'postmaster.yahoo',
    ],
    server: 'smtp.mail.yahoo.com',
    pairs: ['implicitTls', 'startTls'],
    user: 'Yahoo’s and AOL’s user name is the whole address.',
    password:
      'Yahoo and AOL want an app password from programs: create one on the account’s security page (“Generate app password”) and use it as {passwordField}.',
    signIn:
      'Sign in at login.yahoo.com (AOL: login.aol.com), look at “Recent activity” and confirm the login.',
    sender:
      'Yahoo and AOL send only with the address of the account itself, or one that is set up there as “Send-only”.',
    limits:
      'Wait, and send less at once. Yahoo counts over an hour and a day, and does not publish all of its limits.',
    postmaster:
      'Yahoo and AOL: compare your set-up with the best practices at senders.yahooinc.com, which has the contact form for senders too.',
  },
  {
    id: 'icloud',
    name: 'Apple iCloud',
    hosts: ['mail.me.com', 'icloud.com', 'me.com', 'mac.com'],
    incoming: ['mail.icloud.com'],
    words: ['support.apple.com'],
    server: 'smtp.mail.me.com',
    pairs: ['startTls'],
    user: 'iCloud’s user name is the whole iCloud address, not another address of the Apple Account.',
    password:
      'iCloud wants an app-specific password: create one at account.apple.com under Sign-In and Security and use it as {passwordField}.',
    sender:
      'iCloud sends only with your iCloud address, its aliases and domains that are set up at icloud.com.',
    postmaster:
      'Apple: read “Postmaster information for iCloud Mail” at support.apple.com; it names the address to write to.',
    status: 'Look at Apple’s status page: www.apple.com/support/systemstatus.',
  },
  {
    id: 'zoho',
    name: 'Zoho',
    hosts: ['zoho.com', 'zoho.eu', 'zoho.in', 'zoho.com.au', 'zoho.jp', 'zohocloud.ca'],
    incoming: ['mx.zoho.com', 'mx2.zoho.com', 'mx.zoho.eu', 'mx.zoho.in'],
    words: ['zoho'],
    pairs: ['implicitTls', 'startTls'],
    user: 'Zoho’s user name is the whole address of the account.',
    password:
      'Zoho: use the server of your region (smtp.zoho.com, .eu, .in …; smtppro.zoho.com and alike for an organisation’s own domain), and an app password if two-step verification is on (accounts.zoho.com → Security → App Passwords).',
    switchOn:
      'In Zoho Mail, look under Settings → Mail Accounts whether access by other programs is on. An organisation’s administrator can switch it off.',
    sender:
      'Zoho sends only with the address of the account or an alias of it (Zoho Mail → Settings → Mail Accounts → “Send mail as”).',
    release:
      'Zoho: lift the block at mail.zoho.com/UnblockMe once the cause is gone. It also ends by itself after some time.',
    limits: 'Look up Zoho’s limits in its help under “Usage policy”; they depend on the plan.',
  },
  {
    id: 'fastmail',
    name: 'Fastmail',
    hosts: ['fastmail.com', 'messagingengine.com', 'fastmail.fm'],
    incoming: ['in1-smtp.messagingengine.com', 'in2-smtp.messagingengine.com'],
    words: ['fastmail'],
    server: 'smtp.fastmail.com',
    pairs: ['implicitTls', 'startTls'],
    user: 'Fastmail’s user name is the whole address of the account, with its domain.',
    password:
      'Fastmail takes an app password only: create one under Settings → Privacy & Security (app passwords), with access to SMTP, and use it as {passwordField}.',
    sender:
      'Fastmail sends only with addresses that are set up in the account (Settings → My email addresses).',
    status: 'Look at Fastmail’s status page: fastmailstatus.com.',
  },
  {
    id: 'proton',
    name: 'Proton Mail',
    hosts: ['protonmail.ch', 'proton.me', 'protonmail.com'],
    incoming: ['mail.protonmail.ch', 'mailsec.protonmail.ch'],
    words: ['proton.me', 'protonmail'],
    pairs: ['startTls'],
    user: 'Proton: the user name is the address for which the SMTP token was made (with Proton Mail Bridge: the one that Bridge shows).',
    password:
      'Proton: the password is an SMTP token (Settings → IMAP/SMTP → SMTP tokens, for addresses of an own domain), or the password that Proton Mail Bridge shows. The account’s own password is not accepted.',
    sender: 'Proton sends only with the address for which the token was made.',
    status: 'Look at Proton’s status page: status.proton.me.',
  },
  {
    id: 'mailbox-org',
    name: 'mailbox.org',
    hosts: ['mailbox.org'],
    server: 'smtp.mailbox.org',
    pairs: ['implicitTls', 'startTls'],
    user: 'mailbox.org’s user name is the main address of the account.',
    password:
      'mailbox.org: with two-factor login use an app password (application password) for {passwordField}.',
  },
  {
    id: 'posteo',
    name: 'Posteo',
    hosts: ['posteo.de', 'posteo.net'],
    server: 'posteo.de',
    pairs: ['implicitTls', 'startTls'],
    user: 'Posteo’s user name is the whole address of the account.',
    password:
      'Posteo: use the account’s password, or an app password if you have made one (Settings → Password and security).',
  },
];
