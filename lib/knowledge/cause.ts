import type { Party } from '../types.ts';

/**
 * A text with `{name}` places, or several in order of preference: the first one whose places are
 * all known is used. Places are listed in lib/explain-findings.ts.
 */
export type Text = string | readonly string[];

/** What there is to say of a cause, to someone who owns a site and not a mail server. */
export interface Cause {
  /** Who must act first. */
  party: Party;
  /** Whether waiting helps; `by-code`: where the server said 4xx. */
  temporary: boolean | 'by-code';
  /** The verdict's clause after "The mail was not sent: ". No full stop. */
  reason: Text;
  /** What it means and what is behind it, in whole sentences. */
  why: Text;
  /** Steps in order. A step whose places are not known is left out. */
  fix: readonly Text[];
  /** A text to send to the party that must act, where that is not the reader. */
  message?: Text;
  references: readonly string[];
}
