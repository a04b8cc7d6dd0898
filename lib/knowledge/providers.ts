// Source: the providers' help pages on sending by SMTP and on app passwords.

/** A mail provider, known by the host name of its server. */
export interface Provider {
  id: string;
  name: string;
  /** Endings of the host names that people enter for sending. */
  hosts: readonly string[];
  /** Endings of the names with which its servers greet, where these are certain. */
  greets?: readonly string[];
  /** Steps that stand above the general ones, by cause. */
  steps: Readonly<Record<string, readonly string[]>>;
}

export const PROVIDERS: readonly Provider[] = [
  {
    id: 'google',
    name: 'Google',
    hosts: ['gmail.com', 'googlemail.com', 'google.com'],
    greets: ['gmail.com', 'google.com', 'googlemail.com'],
    steps: {
      'app-password-required': [
        'At myaccount.google.com/apppasswords create an app password (two-step verification must be on) and use its 16 letters as {passwordField}, without blanks.',
      ],
      'wrong-credentials': [
        'Google does not accept the account’s own password from programs. Create an app password at myaccount.google.com/apppasswords and use it as {passwordField}, without blanks.',
      ],
      'suspicious-login-blocked': [
        'Open myaccount.google.com/notifications and confirm that the login was yours.',
      ],
    },
  },
  {
    id: 'microsoft',
    name: 'Microsoft',
    hosts: ['office365.com', 'outlook.com', 'hotmail.com', 'live.com'],
    greets: ['outlook.com', 'office365.com', 'microsoft.com', 'hotmail.com'],
    steps: {
      'auth-disabled-by-provider': [
        'In the Microsoft 365 admin center: Users → Active users → the user → Mail → Manage email apps → tick “Authenticated SMTP”. Microsoft is phasing out plain passwords, so a connection by OAuth lasts longer.',
      ],
      'wrong-credentials': [
        'Microsoft accepts programs by OAuth, and by password only where the administrator allows it. If your mail plugin offers a connection to Microsoft 365 or Outlook, use that.',
      ],
      'tls-on-wrong-port': ['Microsoft’s server takes port 587 with TLS (STARTTLS) only, not 465.'],
    },
  },
  {
    id: 'yahoo',
    name: 'Yahoo',
    hosts: ['yahoo.com', 'aol.com', 'ymail.com'],
    greets: ['yahoo.com', 'yahoodns.net', 'aol.com'],
    steps: {
      'wrong-credentials': [
        'Yahoo and AOL want an app password from programs: create one in the account’s security page and use it as {passwordField}.',
      ],
      'sender-not-owned': ['Yahoo and AOL send only with the address of the account itself.'],
    },
  },
  {
    id: 'icloud',
    name: 'Apple iCloud',
    hosts: ['mail.me.com', 'icloud.com'],
    steps: {
      'wrong-credentials': [
        'iCloud wants an app-specific password: create one at account.apple.com and use it as {passwordField}.',
      ],
    },
  },
  {
    id: 'zoho',
    name: 'Zoho',
    hosts: ['zoho.com', 'zoho.eu', 'zoho.in'],
    steps: {
      'wrong-credentials': [
        'Zoho: use the server of your region (.com, .eu, .in …), and an app password if two-step verification is on.',
      ],
    },
  },
  {
    id: 'amazon-ses',
    name: 'Amazon SES',
    hosts: ['amazonaws.com'],
    greets: ['amazonaws.com'],
    steps: {
      'wrong-credentials': [
        'Amazon SES: the SMTP user name and password are made in the SES console for one region. They are not your AWS keys.',
      ],
      'sender-rejected': [
        'Amazon SES: verify the sender’s address or domain in the SES console of this region. In the sandbox the recipient must be verified too.',
      ],
    },
  },
  {
    id: 'sendgrid',
    name: 'SendGrid',
    hosts: ['sendgrid.net'],
    greets: ['sendgrid.net'],
    steps: {
      'wrong-credentials': [
        'SendGrid: the user name is the word “apikey”, the password is an API key with the right to send.',
      ],
      'sender-rejected': [
        'SendGrid: verify the sender’s address or domain under Settings → Sender Authentication.',
      ],
    },
  },
  {
    id: 'mandrill',
    name: 'Mailchimp Transactional (Mandrill)',
    hosts: ['mandrillapp.com'],
    greets: ['mandrillapp.com'],
    steps: {
      'wrong-credentials': [
        'Mandrill: the password is an API key of the account; any name will do as user name.',
      ],
    },
  },
  {
    id: 'gmx',
    name: 'GMX and WEB.DE',
    hosts: ['gmx.net', 'gmx.com', 'gmx.de', 'web.de', 'mail.com'],
    steps: {
      'wrong-credentials': [
        'GMX, WEB.DE and mail.com: allow programs first, in the mailbox’s settings under POP3/IMAP. With two-step verification, use an app password.',
      ],
    },
  },
  {
    id: 'yandex-mailru',
    name: 'Yandex and Mail.ru',
    hosts: ['yandex.com', 'yandex.ru', 'mail.ru'],
    steps: {
      'wrong-credentials': [
        'Yandex and Mail.ru: switch on access for mail programs in the mailbox’s settings, and use an app password.',
      ],
    },
  },
];
