// Source: IANA, SMTP Service Extension Parameters (2025-09-19), with the RFC of each row; Postfix VERP_README for XVERP.
import type { ParameterRow } from './rows.ts';

/**
 * The words that a client may put behind the address in MAIL FROM and RCPT TO, in capitals;
 * `RET=HDRS` is for that very value and goes before `RET`.
 */
export const mailParameters = {
  'ALT-ADDRESS': row(
    'The client gives a plain ASCII address to use instead (ALT-ADDRESS).',
    'RFC 5336',
  ),
  AUTH: row(
    'The client passes on who handed in the mail (AUTH); AUTH=<> says that this is not known.',
    'RFC 4954 section 5',
  ),
  'BODY=7BIT': row('The message is plain ASCII (BODY=7BIT).', 'RFC 6152'),
  'BODY=8BITMIME': row(
    'The message may hold letters beyond plain ASCII, such as accents (BODY=8BITMIME).',
    'RFC 6152',
  ),
  'BODY=BINARYMIME': row('The message may hold binary data (BODY=BINARYMIME).', 'RFC 3030'),
  BODY: row('The client says how the message is coded (BODY).', 'RFC 6152'),
  BY: row('The client sets a time by which the mail must be delivered (BY).', 'RFC 2852'),
  CONNEG: row(
    'The client asks which forms of content this recipient can take (CONNEG).',
    'RFC 4141',
  ),
  CONPERM: row('The client allows servers to convert the content (CONPERM).', 'RFC 4141'),
  ENVID: row(
    'The client gives the mail a mark, which reports on it will repeat (ENVID).',
    'RFC 3461',
  ),
  HOLDFOR: row(
    'The server is to keep the mail for a while before it sends it (HOLDFOR).',
    'RFC 4865',
  ),
  HOLDUNTIL: row('The server is to keep the mail until a given time (HOLDUNTIL).', 'RFC 4865'),
  'MT-PRIORITY': row('The client gives the mail a priority (MT-PRIORITY).', 'RFC 6710'),
  MTRK: row('The client lets the sender ask later what became of the mail (MTRK).', 'RFC 3885'),
  'NOTIFY=NEVER': row('The client wants no report on the delivery (NOTIFY=NEVER).', 'RFC 3461'),
  NOTIFY: row('The client also says when it wants a report on the delivery (NOTIFY).', 'RFC 3461'),
  ORCPT: row('The client names the address that the mail was first sent to (ORCPT).', 'RFC 3461'),
  REQUIRETLS: row(
    'The mail may travel over encrypted connections only, all the way (REQUIRETLS).',
    'RFC 8689',
  ),
  'RET=FULL': row('A report of failure is to hold the whole message (RET=FULL).', 'RFC 3461'),
  'RET=HDRS': row('A report of failure is to hold the header lines only (RET=HDRS).', 'RFC 3461'),
  RET: row(
    'The client says how much of the message a report of failure is to hold (RET).',
    'RFC 3461',
  ),
  RRVS: row(
    'The mail is for this person only if the mailbox has not changed hands since a date (RRVS).',
    'RFC 7293',
  ),
  SIZE: row('The client announces the size of the message (SIZE).', 'RFC 1870'),
  SMTPUTF8: row('The message uses international addresses (SMTPUTF8).', 'RFC 6531'),
  SOLICIT: row('The client declares what kind of advertising the mail is (SOLICIT).', 'RFC 3865'),
  SUBMITTER: row(
    'The client names who is responsible for the mail (SUBMITTER), for a check that is out of use.',
    'RFC 4405',
  ),
  TRANSID: row(
    'The client gives the transfer a number, to go on from after a broken connection (TRANSID).',
    'RFC 1845',
  ),
  XVERP: row(
    'The server is to put each recipient into the return address, so that error reports can be sorted (XVERP).',
    'Postfix VERP_README',
  ),
} as const satisfies Readonly<Record<string, ParameterRow>>;

function row(full: string, source: string): ParameterRow {
  return { full, source };
}
