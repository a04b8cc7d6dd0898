import type { Cause } from '../cause.ts';

// Source: RFC 5321 sections 3.3 and 4.2, RFC 3463 sections 3.2 and 3.3, RFC 7505.

/** The recipient's address, mailbox or server is the trouble. */
export const RECIPIENT_CAUSES = {
  'recipient-unknown': {
    party: 'you',
    temporary: false,
    reason: ['there is no mailbox {recipient}', 'the recipient’s mailbox does not exist'],
    why: 'The server answered that it has no such address. It is about the recipient alone, not about your settings.',
    fix: [
      'Check the address letter by letter, above all the part before the @ and the very end.',
      '{programStep}',
      'If the address is spelt right, ask the person by other means for a valid one.',
      '{forSite}{isLocal}If it is an address of your own domain whose mailboxes are elsewhere, let your web host’s server know: in cPanel, set Email Routing to “Remote Mail Exchanger”.',
      'If you find no valid one, take the address out of your lists: mail to addresses that do not exist harms your reputation.',
    ],
    serving: [
      'Check whether the mailbox or alias should exist on this server, and create it if so.',
      'If not, the refusal is right: the sender has to correct the address.',
    ],
    references: ['RFC 5321 section 4.2.3', 'RFC 3463 section 3.2'],
  },
  'recipient-disabled': {
    party: 'recipient',
    temporary: 'by-code',
    reason: ['the mailbox {recipient} is switched off', 'the recipient’s mailbox is switched off'],
    why: 'The mailbox is known, but it takes no mail. It may be closed, locked, or unused for too long.',
    fix: [
      'Tell the person by other means, and ask for another address. The message below has the facts.',
      'If it stays like this, take the address out of your lists.',
    ],
    message:
      'my mail to your mailbox was refused: it takes no mail at present. Could you have it opened again, or give me another address?',
    references: ['RFC 3463 section 3.3'],
  },
  'recipient-moved': {
    party: 'you',
    temporary: false,
    reason: [
      '{recipient} has moved to another address',
      'the recipient has moved to another address',
    ],
    why: 'The server knows the mailbox, but does not forward mail from it.',
    fix: [
      'If the answer names the new address, ask the person whether it is right, then use it.',
      'Correct the address in your settings or lists.',
    ],
    references: ['RFC 5321 section 3.4', 'RFC 3463 section 3.2'],
  },
  'recipient-restricted': {
    party: 'recipient',
    temporary: false,
    reason: [
      '{recipient} takes mail from certain senders only',
      'the recipient takes mail from certain senders only',
    ],
    why: 'The mailbox exists, but its owner or organisation has limited who may write to it, for example to members or to people inside.',
    fix: [
      'Ask the recipient, or their administrator, to allow your address; the message below has the facts.',
      'If it is a group or a list, ask for membership, or write to a person in it.',
    ],
    message: [
      'my mail was refused because only certain senders may write there. Could you allow {sender}?',
      'my mail was refused because only certain senders may write there. Could you allow my address?',
    ],
    references: ['RFC 3463 section 3.8'],
  },
  'recipient-rejected': {
    party: 'recipient',
    temporary: 'by-code',
    reason: [
      '{hasReply}{theServer} refused {recipient} without giving a reason',
      '{hasReply}the recipient was refused without a reason',
      '{theServer} refused {recipient}',
      'the recipient was refused',
    ],
    why: [
      '{hasReply}The server did not accept this recipient. Its answer does not tell whether the mailbox is missing, is closed, or does not take mail from you.',
      'The server did not accept this recipient. Its answer, which may tell why, is not in this log.',
    ],
    fix: [
      'Check the address letter by letter.',
      'Write to the same person from another account. If that arrives, the server does not take mail from your address or your machine.',
      '{receiverStep}',
      [
        '{hasReply}Ask the administrator of the recipient’s server; the message below has its answer.',
        'Ask the administrator of the recipient’s server; the message below has the facts.',
      ],
    ],
    message: 'your server refused my mail to this recipient. Could you tell me why?',
    references: ['RFC 5321 section 4.2.3'],
  },
  'recipient-syntax': {
    party: 'you',
    temporary: false,
    reason: [
      'the recipient’s address “{recipient}” is not written correctly',
      'the recipient’s address is not written correctly',
    ],
    why: 'The server cannot read the address. A space, a stray bracket or comma, or a missing part after the @ is enough.',
    fix: [
      'Correct the address. It has the form name@example.com.',
      '{forSite}If a form supplies it, check which field it takes it from.',
      'If the field holds several addresses, look how it wants them separated: often by commas, or one in each line.',
    ],
    references: ['RFC 5321 section 4.1.2'],
  },
  'domain-not-found': {
    party: 'you',
    temporary: 'by-code',
    reason: [
      'the server knows no way to the domain of {recipient}',
      'the server knows no way to the recipient’s domain',
    ],
    why: 'The server found no place to bring mail for the name after the @. Usually the name is misspelt; sometimes the domain has expired, or says that it takes no mail. On a web host’s own server it can also mean that the domain is not set up there.',
    fix: [
      'Check the part after the @ letter by letter.',
      '{programStep}',
      'If it is right, tell the recipient by other means: something may be wrong with their domain.',
      '{asAdmin}Look up the domain’s MX record on the server itself (“dig MX”): if all domains fail, its resolver is out of order.',
    ],
    references: ['RFC 5321 section 5.1', 'RFC 7505 section 3'],
  },
  'mailbox-full': {
    party: 'recipient',
    temporary: true,
    reason: ['the mailbox {recipient} is full', 'the recipient’s mailbox is full'],
    why: 'The mailbox exists, but has no room left. Only the recipient can make room.',
    fix: [
      'Tell the recipient by other means; the message below has the facts.',
      ['{queued}{retryStep}', 'Send the mail again later.'],
    ],
    message:
      'your mailbox is full, so my mail could not be delivered to it. Could you make some room? I will send it again then.',
    references: ['RFC 3463 section 3.3', 'RFC 5321 section 4.2.3'],
  },
  greylisted: {
    party: 'nobody',
    temporary: true,
    reason: [
      '{theServer} puts off mail from senders it does not know yet (greylisting)',
      'the server puts off mail from senders it does not know yet (greylisting)',
    ],
    why: 'It is a filter against spam: mail servers come back after a few minutes, spammers mostly do not. It says nothing against the mail, the address or your settings.',
    fix: [
      [
        '{queued}{retryStep}',
        'Wait {wait}, then send the same mail again from the same address.',
        'Wait a quarter of an hour, then send the same mail again from the same address.',
      ],
      [
        '{notQueued}{retryStep}',
        '{notQueued}If a mail server sends for you, wait: it tries again by itself.',
        'The receiver says how long it takes: {wait}.',
        'It usually takes from a few minutes up to an hour. Keep the sender’s address the same.',
      ],
      '{viaRelay}{notLoggedIn}To prevent it from now on, send through your mail provider’s server, with a login. It tries again by itself, and most receivers know it.',
    ],
    serving: [
      'Your own server did this: it puts strangers off on purpose, and takes the mail when they come again. There is nothing to fix.',
      'If mail from somebody you know comes too late, make an exception for that server in the greylisting.',
    ],
    references: ['RFC 6647', 'RFC 5321 section 4.5.4.1'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
