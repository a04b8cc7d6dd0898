import { CLIENT_FAILURES } from '../knowledge/client-failures.ts';
import { normalise } from './normalise.ts';
import { indexPhrases } from './phrase-index.ts';

const findFailure = indexPhrases(CLIENT_FAILURES);

/** What the words of a mail program prove. */
export interface ClientVerdict {
  cause: string;
  /** Place in the list of causes: the lower, the more the words say. */
  rank: number;
}

/** Reads a program's own words on a failed connection or handshake; undefined where they tell nothing. */
export function classifyFailure(words: string): ClientVerdict | undefined {
  const rank = findFailure(normalise(words));
  const row = CLIENT_FAILURES[rank];
  return row && { cause: row.cause, rank };
}
