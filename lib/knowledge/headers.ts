// Source: RFC 5322 section 3.6, RFC 2045, RFC 6376, RFC 8601, RFC 8617, RFC 2369, RFC 8058, RFC 3834, RFC 8689, IANA Permanent and Provisional Message Header Field Names; X- names as observed.
import type { Row } from './rows.ts';

/** Names of message headers, in lower case. */
export const headers = {
  from: row(
    'the sender that people see',
    'The sender that the recipient will see. It may differ from the address in MAIL FROM, but many servers want its domain to fit the login.',
    'RFC 5322 section 3.6.2',
  ),
  to: row(
    'the recipient that people see',
    'The recipient as the mail program will show it. Where the mail really goes was said before, by RCPT TO.',
    'RFC 5322 section 3.6.3',
  ),
  cc: row(
    'recipients of a copy',
    'Recipients of a copy, seen by everybody. Where the mail really goes was said before, by RCPT TO.',
    'RFC 5322 section 3.6.3',
  ),
  bcc: row(
    'hidden recipients',
    'Recipients whom the others should not see. This line should not be in a message that is sent, since it gives them away.',
    'RFC 5322 section 3.6.3',
  ),
  subject: row(
    'the subject',
    'The subject line, as the recipient will see it in the list of mails. Spam filters read it too.',
    'RFC 5322 section 3.6.5',
  ),
  date: row(
    'when the message was written',
    'Date and time at which the message was written, by the clock of the sending machine. A clock that is far off makes filters suspicious.',
    'RFC 5322 section 3.6.1',
  ),
  'message-id': row(
    'the message’s own number',
    'A number that no other message has. It helps to find this mail in the logs of both sides.',
    'RFC 5322 section 3.6.4',
  ),
  'reply-to': row(
    'where answers go',
    'The address that an answer goes to, if not to the one in From.',
    'RFC 5322 section 3.6.2',
  ),
  sender: row(
    'who sent it on the author’s behalf',
    'The address that really sent the message, where that is not the author.',
    'RFC 5322 section 3.6.2',
  ),
  'in-reply-to': row(
    'which message this answers',
    'The number of the message that this one answers.',
    'RFC 5322 section 3.6.4',
  ),
  references: row(
    'the thread it belongs to',
    'The numbers of the earlier messages of this thread.',
    'RFC 5322 section 3.6.4',
  ),
  comments: row('a remark', 'A remark by the sender.', 'RFC 5322 section 3.6.5'),
  keywords: row('key words', 'Key words chosen by the sender.', 'RFC 5322 section 3.6.5'),
  'return-path': row(
    'where error reports go',
    'The address that error reports go to. The last server writes it; a client should not send it.',
    'RFC 5322 section 3.6.7',
  ),
  received: row(
    'a server’s stamp',
    'A stamp by a server that the message has passed. Read from the bottom up, they tell its way.',
    'RFC 5322 section 3.6.7',
  ),
  'delivered-to': row(
    'the mailbox it went to',
    'The mailbox that a server has delivered to. It also serves to find loops.',
    'RFC 9228',
  ),
  'mime-version': row(
    'a modern message follows',
    'Says that the message is built by the MIME rules, which allow attachments and all letters.',
    'RFC 2045 section 4',
  ),
  'content-type': row(
    'what kind of content follows',
    'Says what the content is (plain text, HTML, parts with attachments) and how its letters are coded.',
    'RFC 2045 section 5',
  ),
  'content-transfer-encoding': row(
    'how the content is coded',
    'Says how the content was coded for the way, such as quoted-printable or Base64.',
    'RFC 2045 section 6',
  ),
  'content-disposition': row(
    'shown or attached',
    'Says whether a part is shown in the message or attached as a file.',
    'RFC 2183',
  ),
  'content-id': row(
    'a part’s own number',
    'A number for a part of the message, such as a picture inside the text.',
    'RFC 2045 section 7',
  ),
  'content-description': row(
    'what a part is',
    'Describes a part of the message in words.',
    'RFC 2045 section 8',
  ),
  'content-language': row('the language', 'The language of the content.', 'RFC 3282'),
  'x-mailer': row(
    'the program that wrote it',
    'The program that wrote the message. It has no effect on delivery.',
    'observed',
  ),
  'user-agent': row(
    'the program that wrote it',
    'The program that wrote the message. It has no effect on delivery.',
    'RFC 5536, observed in mail',
  ),
  'x-priority': row(
    'how urgent it is',
    'How urgent the sender thinks the message is, from 1 (high) to 5 (low).',
    'observed',
  ),
  'x-msmail-priority': row(
    'how urgent it is',
    'How urgent the sender thinks the message is, in Microsoft’s words.',
    'observed',
  ),
  importance: row(
    'how important it is',
    'How important the sender thinks the message is.',
    'RFC 2156',
  ),
  priority: row('how urgent it is', 'How urgent the sender thinks the message is.', 'RFC 2156'),
  precedence: row(
    'what kind of mail it is',
    'Marks bulk mail or lists, so that nobody answers automatically.',
    'observed',
  ),
  'auto-submitted': row(
    'written by a machine',
    'Says that a machine wrote the message, so that no machine answers it.',
    'RFC 3834',
  ),
  'x-auto-response-suppress': row(
    'wants no automatic answers',
    'Asks Exchange not to answer automatically.',
    'observed',
  ),
  'dkim-signature': row(
    'a signature of the sender’s domain',
    'A signature by which the receiver can tell that the domain has sent this mail and that nobody changed it.',
    'RFC 6376',
  ),
  'domainkey-signature': row(
    'an old signature of the domain',
    'The forerunner of the DKIM signature, out of use.',
    'RFC 4870',
  ),
  'authentication-results': row(
    'checks that a server made',
    'What a receiving server found when it checked the sender (SPF, DKIM, DMARC).',
    'RFC 8601',
  ),
  'received-spf': row(
    'the SPF check',
    'What a receiving server found when it checked SPF.',
    'RFC 7208',
  ),
  'arc-seal': row(
    'a forwarder’s seal',
    'A seal by a server that passed the message on.',
    'RFC 8617',
  ),
  'arc-message-signature': row(
    'a forwarder’s signature',
    'A signature by a server that passed the message on.',
    'RFC 8617',
  ),
  'arc-authentication-results': row(
    'a forwarder’s checks',
    'The checks that a server made before it passed the message on.',
    'RFC 8617',
  ),
  'list-unsubscribe': row(
    'how to unsubscribe',
    'How to leave the list, by link or mail. Large providers ask bulk senders for it.',
    'RFC 2369',
  ),
  'list-unsubscribe-post': row(
    'unsubscribe by one click',
    'Says that one click is enough to leave the list.',
    'RFC 8058',
  ),
  'list-id': row('the mailing list', 'Names the mailing list.', 'RFC 2919'),
  'list-help': row('help for the list', 'Where to get help for the mailing list.', 'RFC 2369'),
  'list-subscribe': row('how to subscribe', 'How to join the mailing list.', 'RFC 2369'),
  'list-post': row(
    'how to write to the list',
    'The address to write to the mailing list.',
    'RFC 2369',
  ),
  'list-owner': row('the list’s owner', 'How to reach the owner of the mailing list.', 'RFC 2369'),
  'list-archive': row('the list’s archive', 'Where the list’s older messages are.', 'RFC 2369'),
  'feedback-id': row(
    'a label for statistics',
    'A label by which bulk senders sort reports of complaints.',
    'Google documents',
  ),
  'disposition-notification-to': row(
    'asks for a reading receipt',
    'Asks the recipient’s program to tell when the message was opened.',
    'RFC 8098',
  ),
  'return-receipt-to': row('asks for a receipt', 'An old way to ask for a receipt.', 'observed'),
  organization: row(
    'the sender’s organisation',
    'The organisation of the sender.',
    'RFC 5536, observed in mail',
  ),
  'thread-topic': row(
    'the thread, for Outlook',
    'The thread’s subject, for Microsoft programs.',
    'observed',
  ),
  'thread-index': row(
    'the thread, for Outlook',
    'The place in the thread, for Microsoft programs.',
    'observed',
  ),
  'tls-required': row(
    'encryption may be skipped',
    'With “No”, the sender prefers delivery over encryption.',
    'RFC 8689',
  ),
  'x-php-originating-script': row(
    'the PHP script that sent it',
    'Names the PHP script that sent the message. Useful to find the origin, but it shows the name of a file of the site.',
    'PHP mail.add_x_header',
  ),
  'x-originating-ip': row(
    'the sender’s IP address',
    'The address of the machine on which the message was written.',
    'observed',
  ),
  'x-spam-status': row(
    'a spam filter’s verdict',
    'What a spam filter thought of the message.',
    'SpamAssassin',
  ),
  'x-spam-flag': row(
    'a spam filter’s verdict',
    'What a spam filter thought of the message.',
    'SpamAssassin',
  ),
  'x-spam-score': row(
    'a spam filter’s points',
    'The points that a spam filter gave.',
    'SpamAssassin',
  ),
  autocrypt: row(
    'the sender’s public key',
    'The sender’s public key for encrypted answers.',
    'Autocrypt Level 1',
  ),
} as const satisfies Readonly<Record<string, Row>>;

function row(brief: string, full: string, source: string): Row {
  return { brief, full, source };
}
