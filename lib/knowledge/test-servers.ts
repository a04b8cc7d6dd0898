// Source: the greetings and host names in the documents of Mailtrap, MailHog, Mailpit, MailCatcher,
// smtp4dev, Papercut, FakeSMTP, Inbucket, GreenMail, Ethereal and of Python's smtpd and aiosmtpd.

/** A server that takes every mail and delivers none, for trying things out. */
export interface TestServer {
  name: string;
  /** Whole host names. */
  hosts: readonly string[];
  /** What its greeting holds, lower case. */
  greetings: readonly string[];
}

export const TEST_SERVERS: readonly TestServer[] = [
  // live.smtp.mailtrap.io and bulk.smtp.mailtrap.io deliver.
  {
    name: 'Mailtrap’s sandbox',
    hosts: ['sandbox.smtp.mailtrap.io', 'smtp.mailtrap.io', 'sandbox.mailtrap.io'],
    greetings: [],
  },
  { name: 'Ethereal', hosts: ['smtp.ethereal.email', 'ethereal.email'], greetings: [] },
  { name: 'MailHog', hosts: ['mailhog'], greetings: ['mailhog'] },
  { name: 'Mailpit', hosts: ['mailpit'], greetings: ['mailpit'] },
  { name: 'MailCatcher', hosts: ['mailcatcher'], greetings: ['eventmachine smtp server'] },
  { name: 'MailDev', hosts: ['maildev'], greetings: ['maildev'] },
  { name: 'smtp4dev', hosts: ['smtp4dev'], greetings: ['smtp4dev'] },
  { name: 'Papercut', hosts: ['papercut'], greetings: ['papercut'] },
  { name: 'FakeSMTP', hosts: ['fakesmtp'], greetings: ['fakesmtp', 'subethasmtp'] },
  { name: 'GreenMail', hosts: ['greenmail'], greetings: ['greenmail'] },
  { name: 'Inbucket', hosts: ['inbucket'], greetings: ['inbucket'] },
  {
    name: 'Python’s debugging server',
    hosts: [],
    greetings: ['python smtp proxy', 'python smtp 1.', 'python smtpd'],
  },
];
