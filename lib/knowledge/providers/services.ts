import type { Provider } from '../provider.ts';

// Source: the SMTP pages of each service's documentation: Amazon SES ("Obtaining SMTP credentials",
// "SMTP issues"), SendGrid ("Integrating with the SMTP API"), Mailgun, Postmark ("Sending email with
// SMTP"), Brevo, Mailjet, SparkPost ("SMTP API"), Mailchimp Transactional, SMTP2GO, Elastic Email,
// MailerSend, Resend ("Send emails using SMTP"), Mailtrap, SendLayer, SMTP.com.

/** Services made for sending from websites and programs. */
export const SERVICES: readonly Provider[] = [
  {
    id: 'amazon-ses',
    name: 'Amazon SES',
    hosts: ['amazonaws.com'],
    greets: ['amazonaws.com'],
    words: ['amazon ses', 'ses:sendrawemail', 'failed the check in region'],
    pairs: ['startTls', 'implicitTls'],
    user: 'Amazon SES: the user name is made in the SES console (SMTP settings → “Create SMTP credentials”). It is not an e-mail address.',
    userIsNoAddress: true,
    password:
      'Amazon SES: create an SMTP user name and password in the SES console of this region (SMTP settings). Your AWS access keys, and those of another region, do not work here.',
    sender:
      'Amazon SES: verify the sender’s address or domain in the SES console of this region (Identities). While the account is in the sandbox, the recipient must be verified too.',
    limits:
      'Amazon SES shows the sending rate and the daily quota in its console under Account dashboard; a higher one is requested there.',
    release:
      'Amazon SES shows the reason in its console under Account dashboard and Reputation metrics; answer the case that was opened for you.',
    dkim: 'Amazon SES: open the domain under Identities, switch on Easy DKIM and publish the three CNAME records.',
    status: 'Look at the AWS status page: health.aws.amazon.com.',
  },
  {
    id: 'sendgrid',
    name: 'SendGrid',
    hosts: ['sendgrid.net', 'sendgrid.com'],
    greets: ['sendgrid.net'],
    words: ['sendgrid'],
    server: 'smtp.sendgrid.net',
    pairs: ['startTls', 'implicitTls'],
    user: 'SendGrid: the user name is the word “apikey”, for everybody.',
    userName: 'apikey',
    password:
      'SendGrid: use an API key with the right to send mail as {passwordField} (Settings → API Keys), not the account’s password.',
    sender:
      'SendGrid: verify the sender’s address or domain under Settings → Sender Authentication.',
    limits:
      'SendGrid shows what is used up under Settings → Account Details; a larger plan gives more.',
    dkim: 'SendGrid: authenticate your domain under Settings → Sender Authentication and publish the records that it shows.',
    status: 'Look at SendGrid’s status page: status.sendgrid.com.',
  },
  {
    id: 'mailgun',
    name: 'Mailgun',
    hosts: ['mailgun.org', 'mailgun.com', 'mailgun.net'],
    words: ['mailgun'],
    pairs: ['startTls', 'implicitTls'],
    user: 'Mailgun: the user name is one of your sending domain’s “SMTP credentials”, in the form name@that-domain.',
    password:
      'Mailgun: use a user name and password of the sending domain (Sending → Domain settings → “SMTP credentials”), not the account’s own. A domain in the EU region needs the server smtp.eu.mailgun.org, one in the US smtp.mailgun.org.',
    sender:
      'Mailgun: send with an address of the verified domain. A sandbox domain sends only to recipients that are authorised there.',
    release:
      'Mailgun: activate a new account by its confirmation mail, verify the domain, and ask the support if it stays disabled.',
    limits: 'Look up the limits of your plan in Mailgun’s dashboard.',
    dkim: 'Mailgun: open Sending → Domains → the domain → DNS records, publish them and have them verified.',
    status: 'Look at Mailgun’s status page: status.mailgun.com.',
  },
  {
    id: 'postmark',
    name: 'Postmark',
    hosts: ['postmarkapp.com', 'mtasv.net'],
    words: ['postmark', 'sender signature'],
    server: 'smtp.postmarkapp.com',
    pairs: ['startTls'],
    user: 'Postmark: user name and password are the same Server API token (or the Access key and Secret key of an SMTP token).',
    userIsNoAddress: true,
    password:
      'Postmark: put the Server API token into both fields, user name and password (your server → API Tokens).',
    sender:
      'Postmark: confirm the address or the domain under Sender Signatures. A new account may send only within its own domain until it is approved.',
    dkim: 'Postmark: open Sender Signatures → the domain → DNS Settings and publish the records.',
    status: 'Look at Postmark’s status page: status.postmarkapp.com.',
  },
  {
    id: 'brevo',
    name: 'Brevo',
    hosts: ['brevo.com', 'sendinblue.com', 'sib.email'],
    words: ['brevo', 'sendinblue'],
    server: 'smtp-relay.brevo.com',
    pairs: ['startTls', 'implicitTls'],
    user: 'Brevo: the user name is the “Login” shown on its page “SMTP & API”; in newer accounts it is not the address you sign in with.',
    password:
      'Brevo: use an SMTP key from the page “SMTP & API” as {passwordField}, not an API key and not the account’s password. If Brevo restricts IP addresses (Security → Authorized IPs), add your server’s.',
    sender: 'Brevo: verify the sender or the domain under Senders, Domains & Dedicated IPs.',
    release: 'Brevo: ask its support to activate SMTP. A new account has to be activated first.',
    limits: 'Look in Brevo’s dashboard how many mails are left; it counts by day and plan.',
    dkim: 'Brevo: open Senders, Domains & Dedicated IPs → Domains → Authenticate and publish the records.',
    status: 'Look at Brevo’s status page: status.brevo.com.',
  },
  {
    id: 'mailjet',
    name: 'Mailjet',
    hosts: ['mailjet.com'],
    words: ['mailjet'],
    server: 'in-v3.mailjet.com',
    pairs: ['startTls', 'implicitTls'],
    user: 'Mailjet: the user name is the API key.',
    userIsNoAddress: true,
    password:
      'Mailjet: use the secret key that belongs to the API key as {passwordField} (Account settings → API key management).',
    sender: 'Mailjet: the sender must be active under Account settings → Senders & domains.',
    dkim: 'Mailjet: open Senders & domains → the domain → Authenticate and publish the records.',
    status: 'Look at Mailjet’s status page: status.mailjet.com.',
  },
  {
    id: 'sparkpost',
    name: 'SparkPost (Bird)',
    hosts: ['sparkpostmail.com', 'sparkpost.com'],
    words: ['sparkpost', 'unconfigured sending domain'],
    pairs: ['startTls'],
    user: 'SparkPost: the user name is the word “SMTP_Injection”, for everybody.',
    userName: 'SMTP_Injection',
    password:
      'SparkPost: use an API key with the right “Send via SMTP” as {passwordField}. Accounts in the EU use smtp.eu.sparkpostmail.com.',
    sender: 'SparkPost: verify the sending domain under Sending Domains.',
    dkim: 'SparkPost: open Sending Domains, publish the DKIM record that it shows, and verify.',
  },
  {
    id: 'mandrill',
    name: 'Mailchimp Transactional (Mandrill)',
    hosts: ['mandrillapp.com'],
    greets: ['mandrillapp.com'],
    words: ['mandrill'],
    server: 'smtp.mandrillapp.com',
    pairs: ['startTls', 'implicitTls'],
    user: 'Mandrill: any name will do as user name.',
    userIsNoAddress: true,
    password:
      'Mandrill: use an API key of the account as {passwordField} (Settings → SMTP & API Info).',
    sender: 'Mandrill: verify and authenticate the sending domain under Settings → Domains.',
    dkim: 'Mandrill: publish the DKIM records of the domain shown under Settings → Domains.',
  },
  {
    id: 'smtp2go',
    name: 'SMTP2GO',
    hosts: ['smtp2go.com', 'smtpcorp.com'],
    words: ['smtp2go'],
    server: 'mail.smtp2go.com',
    pairs: ['startTls', 'implicitTls'],
    user: 'SMTP2GO: the user name is an SMTP user (Sending → SMTP Users), not the account you sign in with.',
    password:
      'SMTP2GO: use the name and password of an SMTP user (Sending → SMTP Users), not the account’s own.',
    sender: 'SMTP2GO: add the address or the domain under Sending → Verified Senders.',
    limits:
      'SMTP2GO shows what is used up in its dashboard; each SMTP user can have a limit of its own.',
    dkim: 'SMTP2GO: add the domain under Sending → Verified Senders and publish the three CNAME records.',
  },
  {
    id: 'elastic-email',
    name: 'Elastic Email',
    hosts: ['elasticemail.com'],
    words: ['elastic email', 'elasticemail'],
    server: 'smtp.elasticemail.com',
    pairs: ['startTls', 'implicitTls'],
    user: 'Elastic Email: the user name is the one that was made under Settings → SMTP.',
    password:
      'Elastic Email: make a user name and password for SMTP under Settings → SMTP, and use them here.',
    sender: 'Elastic Email: verify the sending domain under Settings → Domains.',
    dkim: 'Elastic Email: publish the records shown under Settings → Domains and verify them.',
  },
  {
    id: 'mailersend',
    name: 'MailerSend',
    hosts: ['mailersend.net', 'mailersend.com'],
    words: ['mailersend'],
    server: 'smtp.mailersend.net',
    pairs: ['startTls'],
    user: 'MailerSend: the user name belongs to the sending domain (Domains → Manage → SMTP).',
    password:
      'MailerSend: copy user name and password from the sending domain (Domains → Manage → SMTP). The account’s own do not work.',
    sender:
      'MailerSend: send with an address of the verified domain. A trial account sends only to the administrator’s address.',
    dkim: 'MailerSend: publish the records shown under Domains → Manage and verify them.',
  },
  {
    id: 'resend',
    name: 'Resend',
    hosts: ['resend.com'],
    words: ['resend.com'],
    server: 'smtp.resend.com',
    pairs: ['implicitTls', 'startTls'],
    user: 'Resend: the user name is the word “resend”, for everybody.',
    userName: 'resend',
    password: 'Resend: use an API key as {passwordField} (resend.com/api-keys).',
    sender:
      'Resend: verify the domain at resend.com/domains. Without a domain it sends only to your own address.',
    dkim: 'Resend: publish the records shown at resend.com/domains and verify them.',
  },
  {
    id: 'mailtrap',
    name: 'Mailtrap',
    hosts: ['mailtrap.io', 'mailtrap.live'],
    words: ['mailtrap'],
    pairs: ['startTls'],
    user: 'Mailtrap: the user name is on the page of the sending domain (as a rule “api”) or of the sandbox.',
    userIsNoAddress: true,
    password:
      'Mailtrap: for real mail use live.smtp.mailtrap.io with an API token as password. The sandbox (sandbox.smtp.mailtrap.io) has its own user name and password, and delivers nothing.',
    sender: 'Mailtrap: send with an address of a domain that is verified under Sending Domains.',
    limits: 'Mailtrap’s sandbox allows few mails per second: leave a pause between them.',
  },
  {
    id: 'sendlayer',
    name: 'SendLayer',
    hosts: ['sendlayer.net', 'sendlayer.com'],
    words: ['sendlayer'],
    server: 'smtp.sendlayer.net',
    pairs: ['startTls', 'implicitTls'],
    user: 'SendLayer: the user name is under Settings → “SMTP Credentials”.',
    userIsNoAddress: true,
    password: 'SendLayer: copy user name and password from Settings → “SMTP Credentials”.',
    sender: 'SendLayer: send with an address of the domain that is authorised there.',
  },
  {
    id: 'smtp-com',
    name: 'SMTP.com',
    hosts: ['smtp.com'],
    server: 'send.smtp.com',
    pairs: ['startTls', 'implicitTls'],
    user: 'SMTP.com: the user name is the name of the sender (channel) in the account.',
    userIsNoAddress: true,
    password: 'SMTP.com: copy the password from the settings of the sender (channel).',
  },
];
