import type { Text } from './cause.ts';
import type { Party } from '../types.ts';

// Source: RFC 4954 section 4, RFC 5321 section 4.1.1.1, RFC 8314 section 3.

/** What there is to say beside the verdict. */
export interface Warning {
  party: Party;
  title: Text;
  why: Text;
  fix: readonly Text[];
  references: readonly string[];
}

/** Everything worth a remark that did not stop the mail, by slug. */
export const WARNINGS: Readonly<Record<string, Warning>> = {
  'password-visible': {
    party: 'you',
    title: [
      '{token}The login token of {user} can be read in this log.',
      '{token}A login token can be read in this log.',
      'The password of {user} can be read in this log.',
      'A password can be read in this log.',
    ],
    why: 'Logins are written in Base64 here. That is a way of writing and not a protection: anybody who gets the log can turn it back.',
    fix: [
      'Don’t post the log as it is: delete these lines before you show it to anybody.',
      [
        '{token}If others have seen it already, disconnect the mail account from your site and connect it again.',
        'If others have seen it already, change the password.',
      ],
      'When the test is done, set the debug level back, so that no more logins are stored.',
    ],
    references: ['RFC 4648 section 12', 'RFC 4954 section 9'],
  },
  'login-without-encryption': {
    party: 'you',
    title: 'The login went over the network without encryption.',
    why: 'On this connection user name and password could be read by anybody on the way.',
    fix: [
      'Switch encryption on: {encryptionField} to “TLS” (STARTTLS) with port 587, or to “SSL” with 465.',
      'Then change the password.',
    ],
    references: ['RFC 8314 section 3', 'RFC 4954 section 9'],
  },
  'certificate-checks-off': {
    party: 'you',
    title: 'The check of the server’s certificate is switched off.',
    why: 'The connection is encrypted, but nothing makes sure that the right server is at the other end. A stranger in between could collect the password.',
    fix: [
      'Take the options verify_peer, verify_peer_name and allow_self_signed out of the settings.',
      'If the connection fails then, mend what is behind it: the server’s name or its certificate.',
    ],
    references: ['RFC 8314 section 3.3', 'RFC 6125 section 6'],
  },
  'ehlo-name-invalid': {
    party: 'you',
    title: 'The sending machine introduces itself as “{helo}”, which is not a full host name.',
    why: 'Some receivers count that against a mail or refuse it.',
    fix: ['Set {heloField} to a real name such as www.example.com.'],
    references: ['RFC 5321 section 4.1.1.1'],
  },
  'slow-step': {
    party: 'nobody',
    title: 'One step took {seconds} seconds.',
    why: 'A long pause can come from a slow server, from checks that the server makes, or from name look-ups. If a page of your site sends the mail, its visitor waits that long too.',
    fix: [
      'If it happens every time, tell the operator of the server, or let your site send mail in the background.',
    ],
    references: ['RFC 5321 section 4.5.3.2'],
  },
  'log-too-thin': {
    party: 'you',
    title: 'This log shows only a part of the conversation.',
    why: 'Only one side was written down, so some questions stay open.',
    fix: [
      [
        '{debugStep}',
        'Set the debug or log level of the sending program higher, and send a test mail again.',
      ],
    ],
    references: [],
  },
  'some-recipients-refused': {
    party: 'you',
    title: '{refusedCount} of {recipientCount} recipients did not get the mail.',
    why: 'The server decides for each recipient by itself. It refused: {refusedList}.',
    fix: [
      'Look at the answer to each of them in the log; the reasons can differ.',
      'Do not send to all again: for the others the server has accepted the mail.',
    ],
    references: ['RFC 5321 section 3.3'],
  },
  'session-not-closed': {
    party: 'nobody',
    title: 'The conversation was not ended with QUIT.',
    why: 'That is untidy, but it changes nothing for a mail that was accepted.',
    fix: [],
    references: ['RFC 5321 section 4.1.1.10'],
  },
  'from-differs-from-envelope': {
    party: 'nobody',
    title: 'The message says it is from {headerFrom}, the envelope says {sender}.',
    why: 'Answers go to the first address, unless Reply-To names another, and error reports to the second. Receivers check the two domains by SPF and DKIM, and may distrust a mail whose domains differ.',
    fix: ['If you did not mean it so, set the return address to the same address as From.'],
    references: ['RFC 7489 section 3.1', 'RFC 5321 section 2.3.1'],
  },
};
