// Source: the observed use of servers; IANA registry of enhanced codes (422, 430, 523–525, 533); Exim's source (533).
import type { NamedRow } from './rows.ts';

/** Codes that no standard names, but that servers or their reports are seen to use. */
export const privateCodes = {
  200: row(
    '',
    'Done',
    'Not a standard code, but some old or home-made servers use it for success.',
    'observed',
  ),
  422: row(
    '',
    'Mailbox over quota',
    'Some servers say so when the mailbox is full. The code is also registered for a login that needs a password change.',
    'IANA enhanced codes, observed',
  ),
  430: row(
    '',
    'Command not valid now',
    'A rare code for a command that the server could not use.',
    'IANA enhanced codes',
  ),
  431: row(
    '',
    'Server short of memory or disk',
    'Old Exchange servers say so when memory or disk run out.',
    'observed',
  ),
  441: row(
    '',
    'No answer from the next server',
    'Not a reply of the protocol: Exchange writes it into its reports when the next server does not answer.',
    'observed',
  ),
  442: row(
    '',
    'Connection dropped on the way',
    'Not a reply of the protocol: Exchange writes it into its reports when the connection broke.',
    'observed',
  ),
  446: row(
    '',
    'Passed on too many times',
    'Not a reply of the protocol: Exchange writes it into its reports when a mail went round in circles.',
    'observed',
  ),
  447: row(
    '',
    'Waited too long in the queue',
    'Not a reply of the protocol: Exchange writes it into its reports when a mail could not be passed on in time.',
    'observed',
  ),
  449: row(
    '',
    'No route',
    'Not a reply of the protocol: Exchange writes it into its reports when it found no way to the recipient.',
    'observed',
  ),
  471: row(
    '',
    'Blocked by a local filter',
    'Usually said by a filter or virus scanner on the sending side.',
    'observed',
  ),
  510: row(
    '',
    'Bad address',
    'An older or private code for an address that the server does not accept.',
    'observed',
  ),
  511: row(
    '',
    'Bad address',
    'An older or private code for an address that is not known.',
    'observed',
  ),
  512: row(
    '',
    'Recipient’s host unknown',
    'An older or private code: the domain of the recipient cannot be found.',
    'observed',
  ),
  513: row(
    '',
    'Address not accepted',
    'An older or private code: the address type is wrong, or the server does not relay for this client.',
    'observed',
  ),
  515: row(
    '',
    'Address not accepted',
    'An older or private code for a recipient’s address that the server does not take.',
    'observed',
  ),
  517: row(
    '',
    'Sender’s address not accepted',
    'An older or private code for a sender’s address that the server does not take.',
    'observed',
  ),
  523: row(
    '',
    'Encryption needed',
    'The connection must be encrypted, or better encrypted, before this step.',
    'IANA enhanced codes',
  ),
  524: row(
    '',
    'Encryption needed for this login',
    'This login method is allowed over an encrypted connection only.',
    'IANA enhanced codes',
  ),
  525: row(
    '',
    'Account switched off',
    'The login may be right, but the account is switched off or may not send from here.',
    'IANA enhanced codes',
  ),
  533: row(
    '',
    'Not allowed',
    'A rare code for a refused authorisation; Exim uses it for mailbox names with letters outside ASCII.',
    'IANA enhanced codes, Exim',
  ),
  540: row(
    '',
    'Recipient not active',
    'A private code: the recipient is blocked or has not been active.',
    'observed',
  ),
  541: row(
    '',
    'Refused by the recipient’s filter',
    'A private code: a filter at the recipient’s side refused the mail.',
    'observed',
  ),
  542: row(
    '',
    'Refused by the recipient’s filter',
    'A private code for a refusal by the recipient’s rules.',
    'observed',
  ),
  557: row(
    '',
    'Refused as duplicate',
    'A private code, mostly against a flood of equal messages.',
    'observed',
  ),
  558: row(
    '',
    'Not allowed to relay',
    'A private code: the server does not pass on mail for this client.',
    'observed',
  ),
  570: row(
    '',
    'Refused by policy',
    'A private code of filters and older servers: blocked by a rule.',
    'observed',
  ),
  571: row(
    '',
    'Refused by policy',
    'A private code of filters and older servers: blocked or not authorised.',
    'observed',
  ),
  572: row(
    '',
    'Refused by policy',
    'A private code of filters and older servers: blocked by a rule.',
    'observed',
  ),
  585: row(
    '',
    'Address cannot be reached',
    'A private code for an address that mail cannot be delivered to.',
    'observed',
  ),
  591: row(
    '',
    'Sender is on a blocklist',
    'A private code for a sending address that is on a blocklist.',
    'observed',
  ),
  598: row(
    '',
    'Sender is on a blocklist',
    'A private code for a sending address that is on a blocklist.',
    'observed',
  ),
} as const satisfies Readonly<Record<number, NamedRow>>;

function row(name: string, brief: string, full: string, source: string): NamedRow {
  return { name, brief, full, source };
}
