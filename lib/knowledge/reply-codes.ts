// Source: RFC 5321 section 4.2, RFC 3207, RFC 4954, RFC 1985, RFC 1845, RFC 2645, RFC 7504, as each row says.
import type { NamedRow } from './rows.ts';

/** Every reply code that a standard names, whatever it answers. Others: `private-codes.ts`. */
export const replyCodes = {
  211: row(
    'system status or help',
    'Help or status',
    'The server answers a request for help or for its status.',
    'RFC 5321 section 4.2.3',
  ),
  214: row(
    'help message',
    'Help text',
    'A help text of the server, meant for people.',
    'RFC 5321 section 4.2.3',
  ),
  220: row(
    'service ready',
    'Ready',
    'The server is ready.',
    'RFC 5321 section 4.2.3, RFC 3207 section 4',
  ),
  221: row(
    'closing',
    'Goodbye',
    'The server ends the conversation in good order.',
    'RFC 5321 section 4.2.3',
  ),
  235: row(
    'authentication succeeded',
    'Login accepted',
    'The server has accepted the login.',
    'RFC 4954 section 6',
  ),
  250: row('done', 'Done', 'The server has done what was asked.', 'RFC 5321 section 4.2.3'),
  251: row(
    'user not local, will forward',
    'Accepted, will be forwarded',
    'The recipient is elsewhere, and the server will pass the mail on.',
    'RFC 5321 section 3.4',
  ),
  252: row(
    'cannot verify, will try',
    'Neither yes nor no',
    'The server does not say whether the address exists, but it would accept mail for it.',
    'RFC 5321 section 3.5.3, RFC 1985',
  ),
  253: row(
    'pending messages started',
    'Waiting mail is being sent',
    'The server starts to send the mail that was waiting.',
    'RFC 1985 section 5',
  ),
  334: row(
    'server challenge',
    'Login: go on',
    'The server asks for the next piece of the login. It means “go on” and is no error.',
    'RFC 4954 section 4',
  ),
  354: row(
    'start mail input',
    'Go ahead with the message',
    'The server waits for the message. A line with a single dot will end it.',
    'RFC 5321 section 4.1.1.4',
  ),
  355: row(
    'octet offset',
    'Go on from a checkpoint',
    'The server tells from which point an interrupted transfer may go on. The extension was an experiment and is hardly ever used.',
    'RFC 1845',
  ),
  421: row(
    'service not available, closing',
    'Server hangs up for now',
    'The server ends the connection itself. Reasons are overload, maintenance, a long silence, too many connections or too many errors; a later attempt may work.',
    'RFC 5321 section 3.8',
  ),
  432: row(
    'password transition needed',
    'Password must be renewed first',
    'The account needs one login by another method before this one works. Microsoft also uses the code for too many connections at once.',
    'RFC 4954 section 6, Microsoft',
  ),
  450: row(
    'mailbox unavailable',
    'Mailbox not available right now',
    'The mailbox is busy or locked, or the server puts the mail off on purpose: greylisting, a rate limit, or a sender domain that it cannot look up.',
    'RFC 5321 section 4.2.3',
  ),
  451: row(
    'local error in processing',
    'Server cannot do it right now',
    'The server met a fault or a limit of its own. Greylisting and trouble with name look-ups are reported like this too.',
    'RFC 5321 section 4.2.3',
  ),
  452: row(
    'insufficient system storage',
    'Out of room, or too many recipients',
    'The server is short of space, the mailbox is full, or the message has more recipients than it takes at once.',
    'RFC 5321 sections 4.2.3 and 4.5.3.1.10',
  ),
  453: row('you have no mail', 'No mail waiting', 'Nothing is waiting to be fetched.', 'RFC 2645'),
  454: row(
    'temporary failure of TLS or login',
    'Not possible right now',
    'Something the server needs for this step is out of order, such as its encryption or its password store.',
    'RFC 3207 section 4, RFC 4954 section 6',
  ),
  455: row(
    'cannot accommodate parameters',
    'An option cannot be honoured now',
    'The command carried an option that the server cannot honour at present.',
    'RFC 5321 section 4.2.3',
  ),
  458: row(
    'unable to queue messages for node',
    'Waiting mail cannot be sent now',
    'The server could not start to send the waiting mail.',
    'RFC 1985 section 5',
  ),
  459: row(
    'node not allowed',
    'Not allowed to fetch this mail',
    'The server refuses to send the waiting mail of this domain to this client.',
    'RFC 1985 section 5',
  ),
  500: row(
    'syntax error, command unrecognised',
    'Command not understood',
    'The server does not know the command. Or it got something that is not a command: a line too long, or encrypted bytes on an unencrypted connection.',
    'RFC 5321 section 4.2.3',
  ),
  501: row(
    'syntax error in parameters',
    'Command malformed',
    'The command is known, but what follows it is not in order. It may be a malformed address, a bad host name, or a cancelled or garbled login.',
    'RFC 5321 section 4.2.3',
  ),
  502: row(
    'command not implemented',
    'Command not available here',
    'The server knows the command, but does not offer it.',
    'RFC 5321 section 4.2.4',
  ),
  503: row(
    'bad sequence',
    'Command out of order',
    'A step is missing before this command, or it was done already.',
    'RFC 5321 section 4.2.3',
  ),
  504: row(
    'parameter not implemented',
    'This variant is not available',
    'The server does not accept this variant of the command, such as the login method.',
    'RFC 5321 section 4.2.3',
  ),
  521: row(
    'host does not accept mail',
    'This server takes no mail',
    'A machine that never takes mail says so with this code. Postfix also uses it when it refuses and hangs up.',
    'RFC 7504 section 3',
  ),
  530: row(
    'something must come first',
    'A step must come first',
    'The server wants something first: a login (“Authentication required”) or encryption (“Must issue a STARTTLS command first”). The words tell which.',
    'RFC 4954 section 6, RFC 3207 section 4',
  ),
  534: row(
    'mechanism too weak',
    'Login method not enough',
    'The account’s rules want another login method, such as an app password or a sign-in in the browser.',
    'RFC 4954 section 6, Google',
  ),
  535: row(
    'credentials invalid',
    'User name or password refused',
    'The user name or the password is wrong, or this account may not log in this way.',
    'RFC 4954 section 6',
  ),
  538: row(
    'encryption required for mechanism',
    'Encryption needed for this login',
    'This login method is allowed over an encrypted connection only.',
    'RFC 4954 section 6',
  ),
  550: row(
    'mailbox unavailable',
    'Refused',
    '550 stands for many reasons: no such mailbox, not allowed to send through this server, spam, a blocklist or another policy. The words after it tell which.',
    'RFC 5321 section 4.2.3',
  ),
  551: row(
    'user not local',
    'Recipient is not here',
    'The recipient has no mailbox at this server, and it does not forward.',
    'RFC 5321 section 3.4',
  ),
  552: row(
    'exceeded storage allocation',
    'Too large, or mailbox full',
    'The recipient’s mailbox is full, or the message is larger than allowed. Google also uses the code for forbidden attachments.',
    'RFC 5321 section 4.2.3',
  ),
  553: row(
    'mailbox name not allowed',
    'Address not allowed',
    'The address is malformed or not allowed here: often a sender’s address that does not belong to the login.',
    'RFC 5321 section 4.2.3',
  ),
  554: row(
    'transaction failed',
    'Refused',
    'A general refusal. In a greeting: no mail service for this client. After the message: spam, policy, or no recipient left.',
    'RFC 5321 section 4.2.3',
  ),
  555: row(
    'parameters not recognised',
    'An option is not understood',
    'The command carried an option that this server did not offer, or the address lacks its angle brackets.',
    'RFC 5321 section 4.1.1.11',
  ),
  556: row(
    'domain does not accept mail',
    'Domain takes no mail',
    'The recipient’s domain has declared that it takes no mail at all.',
    'RFC 7504 section 4, RFC 7505',
  ),
} as const satisfies Readonly<Record<number, NamedRow>>;

function row(name: string, brief: string, full: string, source: string): NamedRow {
  return { name, brief, full, source };
}
