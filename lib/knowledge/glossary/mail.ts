import type { GlossaryRow } from '../glossary-row.ts';

// Source: RFC 5322, RFC 2045, RFC 3461, RFC 6647, RFC 7208, RFC 6376, RFC 7489 and others named in the rows. The wording is ours.

/** The mail itself, and what becomes of it. */
export const MAIL_TERMS = [
  {
    term: 'Sender',
    spellings: ['sender', 'senders', 'sender address'],
    meaning: 'The address that a mail comes from.',
    source: 'RFC 5321 section 3.3',
  },
  {
    term: 'Recipient',
    spellings: ['recipient', 'recipients'],
    meaning: 'The address that a mail goes to. One mail can have several.',
    source: 'RFC 5321 section 3.3',
  },
  {
    term: 'Bcc',
    spellings: ['Bcc'],
    meaning: 'Recipients of a copy whom the others do not see.',
    source: 'RFC 5322 section 3.6.3',
  },
  {
    term: 'Envelope',
    spellings: ['envelope'],
    meaning:
      'The sender and the recipients as the server is told, before the message. As on paper, they can differ from what the letter says.',
    source: 'RFC 5321 section 2.3.1',
  },
  {
    term: 'Return address',
    spellings: ['return address', 'return addresses', 'envelope sender', 'return path'],
    meaning: 'The sender in the envelope, to whom error reports go.',
    source: 'RFC 5321 section 4.4',
  },
  {
    term: 'Header',
    spellings: [
      'header',
      'headers',
      'header line',
      'header lines',
      'header field',
      'header fields',
    ],
    meaning: 'The lines at the top of a mail: From, To, Subject and more, many of them unseen.',
    source: 'RFC 5322 section 2.2',
  },
  {
    term: 'MIME',
    spellings: ['MIME'],
    meaning: 'The way in which mail carries attachments and the letters of all languages.',
    source: 'RFC 2045 section 1',
  },
  {
    term: 'Base64',
    spellings: ['Base64', 'Base64-coded'],
    meaning:
      'A way to write any data in letters and digits. It hides nothing: anybody can turn it back.',
    source: 'RFC 4648 section 4',
  },
  {
    term: 'Byte',
    spellings: ['byte', 'bytes'],
    meaning: 'The unit of data. A plain letter takes one, a photograph some million.',
    source: 'RFC 5321 section 2.3.8',
  },
  {
    term: 'ASCII',
    spellings: ['ASCII'],
    meaning: 'The Latin letters without accents, the digits and the signs of an old typewriter.',
    source: 'RFC 20 section 4',
  },
  {
    term: 'UTF-8',
    spellings: ['UTF-8'],
    meaning: 'The usual way to write the letters of all languages.',
    source: 'RFC 3629 section 1',
  },
  {
    term: '8BITMIME',
    spellings: ['8BITMIME'],
    meaning: 'The server takes text with accents as it is, without recoding.',
    source: 'RFC 6152 section 3',
  },
  {
    term: 'SMTPUTF8',
    spellings: ['SMTPUTF8'],
    meaning: 'The server takes mail addresses with letters of all languages.',
    source: 'RFC 6531 section 3',
  },
  {
    term: 'Size limit',
    spellings: ['size limit', 'size limits', 'SIZE'],
    meaning: 'The largest mail that a server takes, attachments included.',
    source: 'RFC 1870 section 3',
  },

  {
    term: 'Relay',
    spellings: ['relay', 'relays', 'relaying', 'relayed'],
    meaning:
      'To take mail for another server’s mailboxes and pass it on. Servers do that only for people they know, as a rule by a login. A server for this is called a relay too.',
    source: 'RFC 5321 section 3.6.2',
  },
  {
    term: 'Queue',
    spellings: ['queue', 'queues', 'queued'],
    meaning: 'The mail that a server has taken and not handed on yet.',
    source: 'RFC 5321 section 4.5.4.1',
  },
  {
    term: 'Queue number',
    spellings: ['queue number', 'queue id', 'queue ID'],
    meaning:
      'The number of a mail in a server’s queue. With it, the people there can find the mail in their logs.',
    source: 'RFC 5321 section 4.4',
  },
  {
    term: 'Error report',
    spellings: ['error report', 'error reports', 'bounce', 'bounces', 'bounced'],
    meaning:
      'A mail that comes back and says that another one could not be delivered. It is also called a bounce.',
    source: 'RFC 5321 section 6.1',
  },
  {
    term: 'DSN',
    spellings: ['DSN'],
    meaning: 'With it, a sender can ask for a report when a mail is delivered, late or lost.',
    source: 'RFC 3461 section 3',
  },
  {
    term: 'Quota',
    spellings: ['quota', 'quotas'],
    meaning: 'How much is allowed: of room in a mailbox, or of mails in a day.',
    source: 'RFC 3463 section 3.3',
  },
  {
    term: 'Rate limit',
    spellings: ['rate limit', 'rate limits', 'sending limit', 'sending limits'],
    meaning: 'How much one account or address may send in an hour or a day.',
    source: 'RFC 5321 section 7.9',
  },
  {
    term: 'Greylisting',
    spellings: ['greylisting', 'greylisted', 'greylists', 'grey list', 'grey listing'],
    meaning:
      'A server puts off a mail from an unknown sender for some minutes. Mail servers try again and are let in; spammers mostly do not.',
    source: 'RFC 6647 section 2',
  },
  {
    term: 'Spam',
    spellings: ['spam'],
    meaning: 'Mail that goes to many people and that nobody asked for.',
    source: 'RFC 5321 section 7.8',
  },
  {
    term: 'Spam filter',
    spellings: ['spam filter', 'spam filters', 'content filter', 'content filters'],
    meaning: 'A program that looks for spam and refuses it or puts it aside. It can be wrong.',
    source: 'RFC 5321 section 7.9',
  },
  {
    term: 'Blocklist',
    spellings: [
      'blocklist',
      'blocklists',
      'block list',
      'block lists',
      'blacklist',
      'DNSBL',
      'RBL',
    ],
    meaning:
      'A list of addresses or domains from which spam came. Many servers ask such lists before they take a mail.',
    source: 'RFC 5782 section 1',
  },
  {
    term: 'Reputation',
    spellings: ['reputation'],
    meaning:
      'How far receivers trust an address or a domain, going by the mail that came from it before.',
    source: 'RFC 7070 section 1',
  },
  {
    term: 'SPF',
    spellings: ['SPF'],
    meaning: 'A list, kept in the DNS, of the servers that may send mail for a domain.',
    source: 'RFC 7208 section 1',
  },
  {
    term: 'DKIM',
    spellings: ['DKIM'],
    meaning:
      'A signature that the sending server adds to a mail. It shows which domain vouches for the mail, and that nobody has changed it.',
    source: 'RFC 6376 section 1',
  },
  {
    term: 'DMARC',
    spellings: ['DMARC'],
    meaning:
      'What the owner of a domain wants done with mail in its name that passes neither SPF nor DKIM.',
    source: 'RFC 7489 section 1',
  },
] as const satisfies readonly GlossaryRow[];
