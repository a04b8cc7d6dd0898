import type { GlossaryRow } from '../glossary-row.ts';

// Source: RFC 5321, RFC 5598, RFC 1034, RFC 1912 and the others named in the rows. The wording is ours.

/** Who takes part, and how they find each other. */
export const NETWORK_TERMS = [
  {
    term: 'SMTP',
    spellings: ['SMTP', 'ESMTP'],
    meaning: 'The language in which programs hand mail to servers, and servers hand it on.',
    source: 'RFC 5321 section 2.1',
  },
  {
    term: 'Mail server',
    spellings: ['mail server', 'mail servers', 'SMTP server', 'SMTP servers', 'server', 'servers'],
    meaning: 'A computer that takes mail, hands it on, or keeps it until somebody reads it.',
    source: 'RFC 5321 section 2.3.2',
  },
  {
    term: 'Client',
    spellings: ['client', 'clients'],
    meaning:
      'The side that begins a conversation and asks for something: here the program that sends the mail.',
    source: 'RFC 5321 section 2.3.2',
  },
  {
    term: 'Web host',
    spellings: ['web host', 'web hosts', 'hosting', 'hosting company', 'shared hosting'],
    meaning: 'The company that runs the computer on which a website is.',
    source: 'The hosts’ own pages',
  },
  {
    term: 'Web server',
    spellings: ['web server', 'web servers'],
    meaning: 'The computer on which a website runs. The mail server is often another one.',
    source: 'RFC 9110 section 3.2',
  },
  {
    term: 'Mail provider',
    spellings: ['mail provider', 'mail providers', 'provider', 'providers'],
    meaning: 'The company that runs a mailbox, or the service through which mail is sent.',
    source: 'RFC 5598 section 2.3',
  },
  {
    term: 'Postmaster',
    spellings: ['postmaster', 'postmasters'],
    meaning: 'The people who run a mail server, and the address at which they can be reached.',
    source: 'RFC 5321 section 4.5.1',
  },
  {
    term: 'Mailbox',
    spellings: ['mailbox', 'mailboxes'],
    meaning: 'The place where the mail of one address is kept until it is read.',
    source: 'RFC 5321 section 2.3.11',
  },
  {
    term: 'Alias',
    spellings: ['alias', 'aliases'],
    meaning: 'One more address for the same mailbox.',
    source: 'RFC 5321 section 3.9.1',
  },
  {
    term: 'Firewall',
    spellings: ['firewall', 'firewalls'],
    meaning: 'A guard between a computer and the network, which decides what may pass.',
    source: 'RFC 2979 section 1',
  },
  {
    term: 'PHP',
    spellings: ['PHP'],
    meaning: 'The programming language in which WordPress and many other websites are written.',
    source: 'The PHP manual',
  },
  {
    term: 'PHPMailer',
    spellings: ['PHPMailer'],
    meaning: 'The part of WordPress, and of many other programs, that sends their mail.',
    source: 'PHPMailer’s own description',
  },
  {
    term: 'Postfix, Exim',
    spellings: ['Postfix', 'Exim', 'Sendmail'],
    meaning: 'Programs that make a computer a mail server.',
    source: 'The programs’ own manuals',
  },

  {
    term: 'Port',
    spellings: ['port', 'ports'],
    meaning:
      'The number of a service on a server. Programs hand over mail at 587 or 465; servers use 25 among themselves.',
    source: 'RFC 6409 section 3.1, RFC 8314 section 3.3',
  },
  {
    term: 'IP address',
    spellings: ['IP address', 'IP addresses', 'IPv4', 'IPv6'],
    meaning: 'The number by which a computer is reached on the internet, such as 192.0.2.1.',
    source: 'RFC 791 section 2.3, RFC 4291 section 2',
  },
  {
    term: 'Host name',
    spellings: ['host name', 'host names', 'FQDN'],
    meaning: 'The full name of a computer on the internet, such as mail.example.com.',
    source: 'RFC 5321 section 2.3.5',
  },
  {
    term: 'Localhost',
    spellings: ['localhost'],
    meaning:
      'The name by which a computer calls itself. In a website’s settings it is the machine on which the site runs.',
    source: 'RFC 6761 section 6.3',
  },
  {
    term: 'Domain',
    spellings: ['domain', 'domains', 'domain name'],
    meaning: 'The part of a mail address after the @, such as example.com.',
    source: 'RFC 5321 section 2.3.5',
  },
  {
    term: 'DNS',
    spellings: ['DNS'],
    meaning:
      'The directory of the internet. It tells which IP address belongs to a name, and where mail for a domain goes.',
    source: 'RFC 1034 section 2',
  },
  {
    term: 'Name server',
    spellings: ['name server', 'name servers', 'DNS server', 'DNS servers'],
    meaning: 'A computer that answers look-ups in the DNS.',
    source: 'RFC 1034 section 2.4',
  },
  {
    term: 'MX record',
    spellings: ['MX record', 'MX records', 'MX'],
    meaning: 'The entry in the DNS that names the servers which take the mail of a domain.',
    source: 'RFC 5321 section 5.1',
  },
  {
    term: 'CNAME',
    spellings: ['CNAME', 'CNAME record', 'CNAME records'],
    meaning: 'An entry in the DNS by which one name stands for another.',
    source: 'RFC 1034 section 3.6.2',
  },
  {
    term: 'Reverse DNS',
    spellings: ['reverse DNS', 'PTR', 'PTR record'],
    meaning:
      'The way from an IP address back to a name (the PTR record). The owner of the address sets it, for a website as a rule the web host.',
    source: 'RFC 1912 section 2.1',
  },
  {
    term: 'Time-out',
    spellings: ['time-out', 'time-outs', 'timeout', 'timed out', 'times out'],
    meaning:
      'The time that a program waits for an answer. When none has come by then, it gives up.',
    source: 'RFC 5321 section 4.5.3.2',
  },
] as const satisfies readonly GlossaryRow[];
