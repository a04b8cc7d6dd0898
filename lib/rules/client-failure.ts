import { CLIENT_FAILURES } from '../knowledge/client-failures.ts';
import { hasPhrase, normalise } from './phrases.ts';

/** What the words of a mail program prove. */
export interface ClientVerdict {
  cause: string;
  /** Place in the list of causes: the lower, the more the words say. */
  rank: number;
}

/** Reads a program's own words on a failed connection or handshake; undefined where they tell nothing. */
export function classifyFailure(words: string): ClientVerdict | undefined {
  const text = normalise(words);
  const rank = CLIENT_FAILURES.findIndex((row) =>
    row.phrases.some((phrase) => hasPhrase(text, phrase)),
  );
  const row = CLIENT_FAILURES[rank];
  return row && { cause: row.cause, rank };
}
