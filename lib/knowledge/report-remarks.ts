// Source: RFC 3464 (reports on delivery), RFC 8259 (JSON); webhooks of SES, SendGrid, Mailgun, Postmark.
import { holds, starts } from './remark-row.ts';
import type { RemarkRow } from './rows.ts';

/**
 * The fields of reports on delivery: bounces, and events of mail providers. As in `remarks`: lower
 * case, from the start (`starts`) or anywhere (`holds`), the more specific first.
 */
export const reportRemarks = [
  // Bounces.
  starts(
    'reporting-mta:',
    'Who writes this report',
    'The server that could not deliver the message and wrote this report.',
    'RFC 3464 section 2.2.2',
  ),
  starts(
    'remote-mta:',
    'Who refused the message',
    'The server that gave the answer which this report quotes.',
    'RFC 3464 section 2.3.5',
  ),
  starts(
    'final-recipient:',
    'The recipient this report is about',
    'The address that the message was finally meant for, after all forwarding.',
    'RFC 3464 section 2.3.2',
  ),
  starts(
    'original-recipient:',
    'The address as the sender wrote it',
    'The recipient’s address as the sender gave it, before any forwarding.',
    'RFC 3464 section 2.3.1',
  ),
  starts(
    'action: failed',
    'Given up for good',
    'The server has given up on this recipient. It does not try again.',
    'RFC 3464 section 2.3.3',
  ),
  starts(
    'action: delayed',
    'Still being tried',
    'The message has not arrived yet, and the server goes on trying.',
    'RFC 3464 section 2.3.3',
  ),
  starts(
    'arrival-date:',
    'When the message came in',
    'When the reporting server took the message.',
    'RFC 3464 section 2.2.5',
  ),
  starts(
    'content-type: message/delivery-status',
    'The report for machines begins',
    'What follows says the same as the text above, in fields that programs can read.',
    'RFC 3464 section 2.1',
  ),

  // Events of providers.
  holds(
    '"bouncetype"',
    'Kind of failure',
    'How the provider judges the refusal. Permanent (hard) means that mail to this address will keep failing, Transient (soft) that it may work later.',
    'Amazon SES notifications',
  ),
  starts(
    '"timestamp"',
    'When it happened',
    'When the provider noted the event.',
    'webhooks of mail providers',
  ),
  starts(
    '"email"',
    'The recipient',
    'The recipient that the event is about.',
    'webhooks of mail providers',
  ),
  starts('"event"', 'What happened', 'The kind of event.', 'webhooks of mail providers'),
  starts(
    '"',
    'A field of the record',
    'A field of the record that tells of one event: its name and, after the colon, its value.',
    'RFC 8259',
  ),
] as const satisfies readonly RemarkRow[];
