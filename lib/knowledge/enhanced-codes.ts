// Source: IANA, SMTP Enhanced Status Codes Registry (2024-12-06), built by RFC 3463 and RFC 5248; the RFC of each row stands in it.
import type { Row } from './rows.ts';

/**
 * Every registered enhanced code by subject and detail, without the class digit: `1.1` for 4.1.1
 * and 5.1.1. `brief` fits behind "Recipient refused: ".
 */
export const enhancedCodes = {
  '0.0': row('no reason given', 'No more than success or failure is said.', 'RFC 3463'),
  '1.0': row('something about an address', 'It concerns an address; no more is said.', 'RFC 3463'),
  '1.1': row(
    'no such mailbox',
    'The part before the @ is not known there: a typing mistake, or the mailbox is gone.',
    'RFC 3463',
  ),
  '1.2': row(
    'no such domain',
    'The part after the @ does not exist or cannot take mail.',
    'RFC 3463',
  ),
  '1.3': row('address malformed', 'The recipient’s address is not written correctly.', 'RFC 3463'),
  '1.4': row('address ambiguous', 'The address fits more than one mailbox.', 'RFC 3463'),
  '1.5': row('address valid', 'The recipient’s address is good.', 'RFC 3463'),
  '1.6': row(
    'mailbox has moved',
    'The mailbox existed once, has moved, and nothing is forwarded.',
    'RFC 3463',
  ),
  '1.7': row(
    'sender’s address malformed',
    'The sender’s address is not written correctly.',
    'RFC 3463',
  ),
  '1.8': row(
    'sender’s domain not usable',
    'The sender’s domain does not exist or could not receive an answer.',
    'RFC 3463',
  ),
  '1.9': row(
    'passed on without further reports',
    'The mail went on to a system that gives no further reports.',
    'RFC 3886',
  ),
  '1.10': row(
    'domain takes no mail',
    'The recipient’s domain has declared that it takes no mail (a null MX record).',
    'RFC 7505',
  ),
  '2.0': row(
    'something about the mailbox',
    'The mailbox exists, but something is wrong with it.',
    'RFC 3463',
  ),
  '2.1': row(
    'mailbox is disabled',
    'The mailbox exists, but takes no mail at present.',
    'RFC 3463',
  ),
  '2.2': row('mailbox full', 'The mailbox is over its quota.', 'RFC 3463'),
  '2.3': row(
    'message too long for the mailbox',
    'The message is larger than this mailbox may receive.',
    'RFC 3463',
  ),
  '2.4': row(
    'mailing list problem',
    'The address is a mailing list that could not be resolved to its members.',
    'RFC 3463',
  ),
  '3.0': row('problem of the mail system', 'The receiving mail system has a problem.', 'RFC 3463'),
  '3.1': row(
    'mail system out of space',
    'The storage of the whole mail system is used up.',
    'RFC 3463',
  ),
  '3.2': row(
    'system takes no mail now',
    'The system takes no mail at present: shut down, overloaded or under maintenance.',
    'RFC 3463, RFC 7504',
  ),
  '3.3': row(
    'feature not supported',
    'The system cannot do something that the message asks for.',
    'RFC 3463',
  ),
  '3.4': row('message too large', 'The message is over the system’s size limit.', 'RFC 3463'),
  '3.5': row(
    'server set up wrongly',
    'The receiving system’s own set-up is not in order.',
    'RFC 3463',
  ),
  '3.6': row(
    'priority was changed',
    'The mail is taken with another priority than asked for.',
    'RFC 6710',
  ),
  '4.0': row('network problem', 'Something on the way through the network failed.', 'RFC 3463'),
  '4.1': row(
    'no answer from the next server',
    'The next server on the way did not answer.',
    'RFC 3463',
  ),
  '4.2': row('connection broke', 'The connection broke or timed out in the middle.', 'RFC 3463'),
  '4.3': row(
    'name look-up failed',
    'A name service (DNS or a directory) did not answer.',
    'RFC 3463',
  ),
  '4.4': row(
    'no route to the recipient',
    'No server could be found that takes mail for the recipient’s domain.',
    'RFC 3463',
  ),
  '4.5': row(
    'system is congested',
    'The mail system is too busy, or a limit is reached.',
    'RFC 3463',
  ),
  '4.6': row(
    'mail goes round in a loop',
    'The mail was passed on too many times, most likely in a circle.',
    'RFC 3463',
  ),
  '4.7': row(
    'given up after waiting too long',
    'The mail waited in the queue for as long as allowed.',
    'RFC 3463',
  ),
  '5.0': row(
    'problem with the conversation',
    'The two sides did not understand each other; no more is said.',
    'RFC 3463',
  ),
  '5.1': row('command not valid here', 'The command is out of order or not supported.', 'RFC 3463'),
  '5.2': row('syntax error', 'The command could not be read.', 'RFC 3463'),
  '5.3': row(
    'too many recipients',
    'The message names more recipients than the server takes at once.',
    'RFC 3463',
  ),
  '5.4': row('wrong arguments', 'What follows the command is not valid.', 'RFC 3463'),
  '5.5': row(
    'wrong protocol version',
    'The two sides speak different versions of the protocol.',
    'RFC 3463',
  ),
  '5.6': row(
    'login line too long',
    'The login data are longer than the server takes, for example a very long token.',
    'RFC 4954',
  ),
  '6.0': row(
    'problem with the content',
    'Something in the message itself is the reason.',
    'RFC 3463',
  ),
  '6.1': row(
    'kind of content not supported',
    'The server or the recipient does not take this kind of content.',
    'RFC 3463',
  ),
  '6.2': row(
    'conversion needed, but forbidden',
    'The content would have to be converted, and that is not allowed.',
    'RFC 3463',
  ),
  '6.3': row(
    'conversion needed, not supported',
    'The content would have to be converted, for example to 7-bit text, and the server cannot.',
    'RFC 3463',
  ),
  '6.4': row(
    'converted with losses',
    'The content was converted and lost something on the way.',
    'RFC 3463',
  ),
  '6.5': row('conversion failed', 'The content could not be converted.', 'RFC 3463'),
  '6.6': row(
    'content could not be fetched',
    'A part of the message that was named by reference could not be fetched.',
    'RFC 4468',
  ),
  '6.7': row(
    'international address not accepted',
    'The address has letters outside ASCII, which the server does not take here.',
    'RFC 6531',
  ),
  '6.8': row(
    'reply would need UTF-8',
    'The server would have to answer in UTF-8, which the client did not allow.',
    'RFC 6531',
  ),
  '6.9': row(
    'international headers not accepted',
    'The message’s headers hold letters outside ASCII that cannot be passed on.',
    'RFC 6531',
  ),
  '6.10': row(
    'reply would need UTF-8',
    'An outdated double of the code X.6.8: the server would have to answer in UTF-8.',
    'IANA registry',
  ),
  '7.0': row(
    'security or policy',
    'A rule of security or policy is the reason; no more is said.',
    'RFC 3463',
  ),
  '7.1': row(
    'not authorised',
    'The server’s rules do not allow it. Blocklists, spam filters, missing login and restricted recipients are all reported like this, so the words matter.',
    'RFC 3463',
  ),
  '7.2': row(
    'not allowed to write to the list',
    'The sender may not post to this mailing list.',
    'RFC 3463',
  ),
  '7.3': row(
    'security conversion needed',
    'The mail would have to change its kind of protection. Microsoft uses the code for a failed login.',
    'RFC 3463',
  ),
  '7.4': row(
    'security feature not supported',
    'The server does not support the protection or the login method asked for.',
    'RFC 3463',
  ),
  '7.5': row(
    'cryptographic failure',
    'Something encrypted or signed could not be handled.',
    'RFC 3463',
  ),
  '7.6': row(
    'algorithm not supported',
    'The server does not support the cryptographic method.',
    'RFC 3463',
  ),
  '7.7': row(
    'message was altered',
    'A check showed that the message was changed on the way.',
    'RFC 3463',
  ),
  '7.8': row(
    'user name or password not accepted',
    'The user name or password is not accepted.',
    'RFC 4954',
  ),
  '7.9': row(
    'login method too weak',
    'The account needs a stronger login method. At Google this means an app password.',
    'RFC 4954',
  ),
  '7.10': row('encryption needed', 'The connection must be encrypted first.', 'RFC 5248'),
  '7.11': row(
    'encryption needed for this login',
    'This login method needs an encrypted connection.',
    'RFC 4954',
  ),
  '7.12': row(
    'password must be renewed',
    'One login by another method is needed first. Microsoft uses the code for senders that the organisation does not know.',
    'RFC 4954',
  ),
  '7.13': row('account disabled', 'The account is switched off.', 'RFC 5248'),
  '7.14': row(
    'trust must be set up first',
    'The server needs a relation of trust that has not been set up yet.',
    'RFC 5248',
  ),
  '7.15': row(
    'priority too low',
    'The server takes only mail of a higher priority at present.',
    'RFC 6710',
  ),
  '7.16': row(
    'too large for its priority',
    'The message is too large for the priority it was sent with.',
    'RFC 6710',
  ),
  '7.17': row(
    'mailbox has a new owner',
    'The mailbox has changed hands since the date that the sender named.',
    'RFC 7293',
  ),
  '7.18': row(
    'domain has a new owner',
    'The domain has changed hands since the date that the sender named.',
    'RFC 7293',
  ),
  '7.19': row(
    'owner could not be checked',
    'The server could not tell whether the mailbox has changed hands.',
    'RFC 7293',
  ),
  '7.20': row(
    'no valid DKIM signature',
    'The message has no DKIM signature that passes the check.',
    'RFC 7372',
  ),
  '7.21': row(
    'no acceptable DKIM signature',
    'There are valid DKIM signatures, but none that the server accepts.',
    'RFC 7372',
  ),
  '7.22': row(
    'DKIM does not match the author',
    'No valid DKIM signature belongs to the domain in the From line.',
    'RFC 7372',
  ),
  '7.23': row(
    'SPF check failed',
    'The sending server is not listed in the SPF record of the sender’s domain.',
    'RFC 7372',
  ),
  '7.24': row(
    'SPF check broken',
    'The SPF record of the sender’s domain is faulty or could not be read.',
    'RFC 7372',
  ),
  '7.25': row(
    'no reverse DNS name',
    'The sending server’s address has no matching name in DNS (a PTR record).',
    'RFC 7372',
  ),
  '7.26': row(
    'sender checks failed',
    'More than one check of the sender failed, such as SPF and DKIM.',
    'RFC 7372',
  ),
  '7.27': row(
    'sender’s domain takes no mail',
    'The sender’s domain has declared that it takes no mail, so answers could never arrive.',
    'RFC 7505',
  ),
  '7.28': row(
    'mail flood',
    'The message looks like part of a flood of similar mail.',
    'IANA registry',
  ),
  '7.29': row(
    'ARC check failed',
    'The seals of servers that passed the mail on (ARC) could not be confirmed. Google uses the code for mail sent without encryption.',
    'RFC 8617',
  ),
  '7.30': row(
    'no secure way onward',
    'The sender demands encryption all the way, and the next server cannot offer it. Google uses the code for a failed DKIM check.',
    'RFC 8689',
  ),
} as const satisfies Readonly<Record<string, Row>>;

function row(brief: string, full: string, source: string): Row {
  return { brief, full, source };
}
