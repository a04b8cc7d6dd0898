// Source: RFC 5321 section 4.2.1 (the digits of a reply code).
import type { Row } from './rows.ts';

/** What the first digit of a reply code means; all that is sure where the code itself is not known. */
export const replyClasses = {
  1: {
    brief: 'Preliminary reply',
    full: 'A code that begins with 1 has no use in this protocol; the server may be no mail server.',
    source: 'RFC 5321 section 4.2.1',
  },
  2: {
    brief: 'Accepted',
    full: 'A code that begins with 2 means that the step is done.',
    source: 'RFC 5321 section 4.2.1',
  },
  3: {
    brief: 'Go on',
    full: 'A code that begins with 3 means that the server waits for more.',
    source: 'RFC 5321 section 4.2.1',
  },
  4: {
    brief: 'Refused for now',
    full: 'A code that begins with 4 means “not now”: the same attempt may work later.',
    source: 'RFC 5321 section 4.2.1',
  },
  5: {
    brief: 'Refused for good',
    full: 'A code that begins with 5 is final: the same attempt will fail again until something is changed.',
    source: 'RFC 5321 section 4.2.1',
  },
} as const satisfies Readonly<Record<number, Row>>;
