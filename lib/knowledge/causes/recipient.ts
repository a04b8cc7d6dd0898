import type { Cause } from '../cause.ts';

// Source: RFC 5321 sections 3.3 and 4.2, RFC 3463 sections 3.2 and 3.3, RFC 7505.

/** The recipient's address, mailbox or server is the trouble. */
export const RECIPIENT_CAUSES = {
  'recipient-unknown': {
    party: 'you',
    temporary: false,
    reason: ['there is no mailbox {recipient}', 'the recipient’s mailbox does not exist'],
    why: 'The server answered that it has no such address. The connection and the sender were fine; it is only about the recipient.',
    fix: [
      'Check the address letter by letter, above all the part before the @ and the ending.',
      '{programStep}',
      'If the address is right, ask the person by other means for a valid one.',
      '{forSite}If it is an address of your own domain whose mailboxes are elsewhere, the server may look for it at home: in cPanel, set Email Routing to “Remote Mail Exchanger”.',
      'Take the address out of your lists: sending to dead addresses harms your reputation.',
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
    why: 'The mailbox exists, but it takes no mail: closed, locked, or unused for too long.',
    fix: [
      'Reach the person some other way and tell them, or ask for another address. The message below has the facts.',
      'If it stays like this, take the address out of your lists.',
    ],
    message:
      'my mail to your mailbox came back: it takes no mail at present. Could you have it opened again, or give me another address?',
    references: ['RFC 3463 section 3.3'],
  },
  'recipient-moved': {
    party: 'you',
    temporary: false,
    reason: [
      '{recipient} has moved to another address',
      'the recipient has moved to another address',
    ],
    why: 'The server knows the mailbox, but mail is not forwarded from there any more.',
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
      'Ask the recipient, or their administrator, to allow your sender address; the message below has the facts.',
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
      '{theServer} refused {recipient} without giving a reason',
      'the recipient was refused without a reason',
    ],
    why: 'Everything before went well, then the server did not accept this recipient. Its answer does not tell whether the mailbox is missing, closed or does not want your mail.',
    fix: [
      'Check the address letter by letter.',
      'Write to the same person from another account. If that arrives, your sender or server is not wanted there.',
      '{receiverStep}',
      'Ask the recipient’s administrator, with the server’s answer; the message below has it.',
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
    why: 'The address cannot be read. A blank, a missing part behind the @, or a stray bracket or comma is enough.',
    fix: [
      'Correct the address. It has the form name@example.com.',
      '{forSite}If a form supplies it, check which field it takes it from.',
      'Look for a blank, a comma, a missing part behind the @ or a bracket too many; several addresses must be given one by one.',
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
    why: 'For the name behind the @ the server found no place to take the mail. Usually it is misspelt; sometimes the domain has expired, or states that it takes no mail. On a web host’s own server it can also mean that the mailbox is not set up there.',
    fix: [
      'Check the part behind the @ letter by letter.',
      '{programStep}',
      'If it is right, ask the recipient by other means; their domain may be out of order.',
      '{asAdmin}Look up the domain’s MX record on the server itself (“dig MX”): if all domains fail, its resolver is out of order.',
    ],
    references: ['RFC 5321 section 5.1', 'RFC 7505 section 3'],
  },
  'mailbox-full': {
    party: 'recipient',
    temporary: true,
    reason: ['the mailbox {recipient} is full', 'the recipient’s mailbox is full'],
    why: 'The address exists, but there is no room left. Only the recipient can make room.',
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
    why: 'It is a filter against spam: real mail servers come back after a few minutes, spammers do not. Nothing is wrong with the mail, the address or your settings.',
    fix: [
      [
        '{queued}{retryStep}',
        'Wait {wait}, then send the same mail again from the same address.',
        'Wait a quarter of an hour, then send the same mail again from the same address.',
      ],
      [
        '{notQueued}{retryStep}',
        '{notQueued}If a mail server sends for you, it tries again by itself: then just wait.',
        'The receiver says how long it takes: {wait}.',
        'It usually takes a few minutes up to an hour. Keep the sending address the same.',
      ],
      '{viaRelay}{notLoggedIn}For good: send through your mail provider’s server with a login. It tries again by itself, and is known to most receivers.',
    ],
    serving: [
      'Your server did this: it puts strangers off on purpose, and takes the mail when they come again. Nothing has to be mended.',
      'If mail from somebody you know comes too late, make an exception for that server in the greylisting.',
    ],
    references: ['RFC 6647', 'RFC 5321 section 4.5.4.1'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
