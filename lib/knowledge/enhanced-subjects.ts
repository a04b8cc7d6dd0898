// Source: RFC 3463 section 3 (classes and subjects of enhanced codes).
import type { Row } from './rows.ts';

/** What the middle number of an enhanced code speaks of; for codes whose last number is not registered. */
export const enhancedSubjects = {
  0: row('no reason given', 'no particular area'),
  1: row('something about an address', 'an address'),
  2: row('something about the mailbox', 'the mailbox'),
  3: row('problem of the mail system', 'the receiving mail system'),
  4: row('network or routing', 'the network or the route'),
  5: row('problem with the conversation', 'the conversation between client and server'),
  6: row('problem with the content', 'the content of the message'),
  7: row('security or policy', 'security or policy'),
} as const satisfies Readonly<Record<number, Row>>;

function row(brief: string, full: string): Row {
  return { brief, full, source: 'RFC 3463 section 3' };
}
