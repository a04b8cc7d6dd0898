import type { Text } from '../cause.ts';

/** What one answer of a provider, a filter or a list means, and what the sender should do. */
export interface Answer {
  /** As in `refusal-row.ts`: any of these is in the answer. */
  phrases: readonly string[];
  /** One or two sentences, in our own words; `{name}` places as in causes. */
  says: Text;
  /** Steps that only this answer leads to; they stand above the general ones. */
  steps?: readonly Text[];
}

/** Somebody whose answers can be told from those of others. */
export interface Answerer {
  /** As it stands in a sentence. */
  name: string;
  /** Phrases of which one is in every answer of theirs. */
  marks: readonly string[];
  /** The more exact first. */
  answers: readonly Answer[];
}
