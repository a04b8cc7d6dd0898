// Source: RFC 5321 section 4.3.2, RFC 4468, RFC 1985, Postfix XCLIENT_README and XFORWARD_README.
import type { StageRow } from './rows.ts';

/** What a reply means after commands that an ordinary sending does without; see `reply-stages.ts`. */
export const asideStages = {
  BURL: {
    2: {
      brief: 'Referenced message accepted',
      full: 'The server has fetched the message, or a part of it, from the place that the client named.',
    },
    4: {
      brief: 'Message put off for now',
      full: 'The server could not fetch the message at the moment.',
    },
    5: {
      brief: 'Message refused',
      full: 'The server could not or may not fetch the message from the place that the client named.',
    },
  },
  RSET: {
    2: {
      brief: 'Start over: the message is dropped',
      full: 'Sender, recipients and message begun so far are forgotten; the connection, the login and the encryption stay.',
    },
    4: { brief: 'Start over put off', full: 'The server could not reset now.' },
    5: { brief: 'Start over refused', full: 'The server did not accept the reset.' },
  },
  NOOP: {
    2: {
      brief: 'Server is still there',
      full: 'The server answers a command that asks for nothing but an answer.',
    },
    4: {
      brief: 'Server answers, but not well',
      full: 'Even the command that does nothing is put off.',
    },
    5: { brief: 'Not accepted', full: 'Even the command that does nothing was refused.' },
  },
  VRFY: {
    2: { brief: 'Address known', full: 'The server confirms the address.' },
    252: {
      brief: 'Server does not tell if the address exists',
      full: 'The server neither confirms nor denies the address, so that nobody can collect addresses. It would take mail for it.',
    },
    4: { brief: 'Address check put off', full: 'The server cannot check the address now.' },
    5: {
      brief: 'Address check refused',
      full: 'The server does not confirm the address, or does not do such checks. That is usual and harmless for sending.',
    },
  },
  EXPN: {
    2: { brief: 'Members of the list', full: 'The server names members of a mailing list.' },
    4: { brief: 'List query put off', full: 'The server cannot answer now.' },
    5: {
      brief: 'List query refused',
      full: 'The server does not tell the members of a list. That is usual and harmless for sending.',
    },
  },
  HELP: {
    2: { brief: 'Help text', full: 'The server answers with help for people.' },
    4: { brief: 'No help right now', full: 'The server has no help at the moment.' },
    5: { brief: 'No help offered', full: 'The server offers no help text. That is harmless.' },
  },
  ETRN: {
    2: {
      brief: 'Waiting mail is being sent',
      full: 'The server starts to send the mail that waits for the named domain.',
    },
    4: {
      brief: 'Waiting mail not sent',
      full: 'The server does not send the waiting mail now, or not to this client.',
    },
    5: { brief: 'Request refused', full: 'The server does not send waiting mail on request.' },
  },
  XCLIENT: {
    2: {
      brief: 'Real client’s details accepted',
      full: 'The server believes the proxy and treats the session as one of the named client. It begins anew with a greeting.',
    },
    4: {
      brief: 'Client details put off',
      full: 'The server cannot take over the client’s details now.',
    },
    5: {
      brief: 'Client details refused',
      full: 'The server does not let this client speak for another one.',
    },
  },
  XFORWARD: {
    2: {
      brief: 'Details for the log accepted',
      full: 'The server notes the real client’s details for its log.',
    },
    4: { brief: 'Details put off', full: 'The server cannot take over the details now.' },
    5: {
      brief: 'Details refused',
      full: 'The server does not let this client speak for another one.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<number, StageRow>>>>;
