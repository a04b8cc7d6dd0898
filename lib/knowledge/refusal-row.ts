import type { Phase } from '../types.ts';

/**
 * One way in which servers say one thing. A row matches when any of its phrases is in the reply and
 * all other conditions hold. Phrases are lower case and without accents; `*` bridges up to 48
 * characters, braces hold a choice (`no such {user,mailbox}`), and a leading `=`, also behind a `*`,
 * asks for whole words.
 *
 * The first row that matches wins: rows that name the reason exactly stand above those which words
 * of other reasons could touch (a blocklist's name holds "spam", a sender can be "unknown" too).
 */
export interface Refusal {
  cause: string;
  phrases: readonly string[];
  codes?: readonly number[];
  /** The whole enhanced code must be one of these. */
  enhanced?: readonly string[];
  /** The row counts only at these steps of the session. */
  phases?: readonly Phase[];
  /** The row does not count at these steps. */
  except?: readonly Phase[];
  /** The row counts for temporary (4) or permanent (5) refusals only. */
  class?: 4 | 5;
  /** The row counts only where a code tells that a server speaks. */
  coded?: true;
}
