// Source: IANA, SMTP Service Extensions (2025), with the RFC of each row; unregistered keywords from Postfix's and Exim's documents and from EHLO replies seen in public.
import type { ExtensionRow } from './rows.ts';

/**
 * The keywords of an EHLO reply, in capitals. `brief` is the badge where the keyword has no
 * parameter worth showing; `full` says what it is and whether the reader need care.
 */
export const extensions = {
  '8BITMIME': row(
    'Takes text with accents as it is (8BITMIME)',
    'The server takes text with accents and other letters beyond plain ASCII as it is. Without this feature, the client has to recode such text.',
    'RFC 6152',
  ),
  ATRN: row(
    'Hands out waiting mail on request (ATRN)',
    'A client that has logged in may fetch the mail that waits for its domain. It plays no part in sending.',
    'RFC 2645',
  ),
  AUTH: row('Offers login', 'The server offers a login.', 'RFC 4954', 'mechanisms'),
  BINARYMIME: row(
    'Takes binary content (BINARYMIME)',
    'The server takes attachments in binary form, without recoding, when they are sent in counted blocks (BDAT). Hardly any client makes use of it.',
    'RFC 3030',
  ),
  BURL: row(
    'Can fetch messages by reference (BURL)',
    'A client may name a place from which the server fetches the message, instead of sending it.',
    'RFC 4468',
    'schemes',
  ),
  CHECKPOINT: row(
    'Can resume broken transfers (CHECKPOINT)',
    'An interrupted transfer could be resumed. An old experiment that is hardly used.',
    'RFC 1845',
  ),
  CHUNKING: row(
    'Takes messages in blocks (CHUNKING)',
    'A message may be sent in counted blocks (BDAT) instead of lines up to a dot (DATA). Clients that do not know it use DATA.',
    'RFC 3030',
  ),
  CONNEG: row(
    'Can negotiate content (CONNEG)',
    'Client and server may agree on forms of content, mostly for fax by mail.',
    'RFC 4141',
  ),
  CONPERM: row(
    'Can convert content (CONPERM)',
    'The client may allow the server to convert the content.',
    'RFC 4141',
  ),
  DELIVERBY: row(
    'Knows delivery deadlines (DELIVERBY)',
    'A client may set a time by which the message must be delivered.',
    'RFC 2852',
    'seconds',
  ),
  DSN: row(
    'Can report on delivery (DSN)',
    'A client may say when it wants a report on delivery: on success, on failure, on delay or never. Few programs make use of it.',
    'RFC 3461',
  ),
  ENHANCEDSTATUSCODES: row(
    'Gives detailed codes (ENHANCEDSTATUSCODES)',
    'After the three digits, replies carry a detailed code such as 5.1.1. It tells more exactly why something was refused.',
    'RFC 2034',
  ),
  ETRN: row(
    'Can start waiting mail (ETRN)',
    'Another mail server may ask for the mail that waits for its domain. It plays no part in sending.',
    'RFC 1985',
  ),
  EXPN: row(
    'Lists members of mailing lists (EXPN)',
    'A client may ask for the members of a mailing list. It plays no part in sending.',
    'RFC 5321 section 3.5',
  ),
  FUTURERELEASE: row(
    'Can hold mail for later (FUTURERELEASE)',
    'A client may ask the server to send the message at a later time.',
    'RFC 4865',
    'hold',
  ),
  HELP: row(
    'Offers a help command (HELP)',
    'The server has a HELP command for people who talk to it by hand. It plays no part in sending.',
    'RFC 5321 section 4.1.1.8',
    'topics',
  ),
  LIMITS: row(
    'Announces its limits (LIMITS)',
    'The server says how much it takes in one session.',
    'RFC 9422',
    'limits',
  ),
  'MT-PRIORITY': row(
    'Knows priorities (MT-PRIORITY)',
    'A client may send a message with a priority.',
    'RFC 6710',
    'profile',
  ),
  MTRK: row(
    'Can track messages (MTRK)',
    'A client may ask later what became of a message.',
    'RFC 3885',
  ),
  'NO-SOLICITING': row(
    'Wants no advertising (NO-SOLICITING)',
    'The server asks not to be sent certain kinds of advertising.',
    'RFC 3865',
    'names',
  ),
  ONEX: row(
    'One message per connection (ONEX)',
    'An old keyword: the client may announce that it sends one message only.',
    'IANA (E. Allman)',
  ),
  PIPELINING: row(
    'Takes commands in a row (PIPELINING)',
    'The client may send several commands without waiting for each reply. That saves time and changes nothing else.',
    'RFC 2920',
  ),
  REQUIRETLS: row(
    'Can demand encryption onward (REQUIRETLS)',
    'A client may demand that the message travels encrypted all the way.',
    'RFC 8689',
  ),
  RRVS: row(
    'Checks for a new owner (RRVS)',
    'A client may ask to deliver only if the mailbox has not changed hands since a date.',
    'RFC 7293',
  ),
  SAML: row(
    'Old terminal messages (SAML)',
    'A command from the days of terminals, out of use.',
    'RFC 821',
  ),
  SEND: row(
    'Old terminal messages (SEND)',
    'A command from the days of terminals, out of use.',
    'RFC 821',
  ),
  SIZE: row(
    'Announces its size limit (SIZE)',
    'The server says how large a message may be.',
    'RFC 1870',
    'size',
  ),
  SMTPUTF8: row(
    'Takes international addresses (SMTPUTF8)',
    'Addresses and headers may hold letters of any script. Without it, only plain ASCII addresses can be used.',
    'RFC 6531',
  ),
  SOML: row(
    'Old terminal messages (SOML)',
    'A command from the days of terminals, out of use.',
    'RFC 821',
  ),
  STARTTLS: row(
    'Offers encryption (STARTTLS)',
    'The connection can still be read on the way, and the server offers to encrypt it from here on. A client should accept that before it logs in.',
    'RFC 3207',
  ),
  SUBMITTER: row(
    'Knows the responsible sender (SUBMITTER)',
    'Part of Sender ID, an old check of the sender that is out of use.',
    'RFC 4405',
  ),
  TURN: row(
    'Can turn roles (TURN)',
    'Client and server could change roles. Unsafe and out of use.',
    'RFC 821',
  ),
  UTF8SMTP: row(
    'Old form of SMTPUTF8 (UTF8SMTP)',
    'An experimental forerunner of SMTPUTF8.',
    'RFC 5336',
  ),
  VERB: row(
    'Can be more talkative (VERB)',
    'The server can report in more detail. It plays no part in sending.',
    'IANA (E. Allman)',
  ),

  // Not registered, but met.
  XCLIENT: row(
    'Trusts certain proxies (XCLIENT)',
    'A trusted proxy may tell the server who the real client is. It plays no part in ordinary sending.',
    'Postfix XCLIENT_README',
    'names',
  ),
  XFORWARD: row(
    'Takes details for its log (XFORWARD)',
    'A trusted filter may tell the server who the real client is, for the log.',
    'Postfix XFORWARD_README',
    'names',
  ),
  XVERP: row(
    'Can mark return addresses (XVERP)',
    'The server can put each recipient into the return address, so that mailing lists can sort error reports.',
    'Postfix VERP_README',
  ),
  PIPECONNECT: row(
    'Takes commands early (PIPECONNECT)',
    'Exim servers among themselves may save a waiting time at the start. It plays no part for other clients.',
    'Exim specification',
  ),
  X_PIPE_CONNECT: row(
    'Takes commands early (X_PIPE_CONNECT)',
    'The older name of Exim’s PIPECONNECT: servers may save a waiting time at the start.',
    'Exim specification',
  ),
  PRDR: row(
    'Can answer for each recipient (PRDR)',
    'The server can accept or refuse the message for each recipient separately, after the message.',
    'Exim specification',
  ),
  XEXCH50: exchange('XEXCH50'),
  XRDST: exchange('XRDST'),
  XSHADOW: exchange('XSHADOW'),
  XSHADOWREQUEST: exchange('XSHADOWREQUEST'),
  XOORG: exchange('XOORG'),
  XPROXY: exchange('XPROXY'),
  XPROXYFROM: exchange('XPROXYFROM'),
  XPROXYTO: exchange('XPROXYTO'),
  XSESSIONPARAMS: exchange('XSESSIONPARAMS'),
  XMESSAGECONTEXT: exchange('XMESSAGECONTEXT'),
  XSYSPROBE: exchange('XSYSPROBE'),
  XORIGFROM: exchange('XORIGFROM'),
  'X-LINK2STATE': exchange('X-LINK2STATE'),
  'X-ANONYMOUSTLS': row(
    'Exchange’s own encryption (X-ANONYMOUSTLS)',
    'Exchange servers use it to encrypt among themselves. Other clients use STARTTLS and can leave it alone.',
    'observed',
  ),
  'X-EXPS': row(
    'Exchange’s own login (X-EXPS)',
    'A login for Exchange servers among themselves. Other clients use AUTH and can leave it alone.',
    'observed',
    'mechanisms',
  ),
  XADR: oracle('XADR'),
  XSTA: oracle('XSTA'),
  XCIR: oracle('XCIR'),
  XGEN: oracle('XGEN'),
  XLOOP: oracle('XLOOP'),
  VRFY: row(
    'Has a command to check addresses (VRFY)',
    'A client may ask whether an address exists. Most servers give no real answer, and sending does not need it.',
    'RFC 5321 section 3.5',
  ),
  HELO: verb('HELO'),
  MAIL: verb('MAIL'),
  RCPT: verb('RCPT'),
  DATA: verb('DATA'),
  NOOP: verb('NOOP'),
  RSET: verb('RSET'),
  QUIT: verb('QUIT'),
} as const satisfies Readonly<Record<string, ExtensionRow>>;

function row(
  brief: string,
  full: string,
  source: string,
  parameter?: ExtensionRow['parameter'],
): ExtensionRow {
  return parameter === undefined ? { brief, full, source } : { brief, full, source, parameter };
}

function exchange(keyword: string): ExtensionRow {
  return row(
    `For Exchange servers only (${keyword})`,
    'Microsoft Exchange servers use it among themselves. Other clients can leave it alone.',
    'observed',
  );
}

function oracle(keyword: string): ExtensionRow {
  return row(
    `A private tool of the server (${keyword})`,
    'An internal tool of Oracle’s (formerly Sun’s) Messaging Server. Clients can leave it alone.',
    'observed',
  );
}

function verb(keyword: string): ExtensionRow {
  return row(
    `Names the command ${keyword}`,
    `The server lists ${keyword}, an ordinary command, as if it were an extra feature. That is unusual and harmless.`,
    'observed',
  );
}
