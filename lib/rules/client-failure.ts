import { CLIENT_FAILURES } from '../knowledge/client-failures.ts';
import { normalise } from './normalise.ts';
import { indexPhrases } from './phrase-index.ts';
import { phpmailerCause } from './phpmailer-cause.ts';

const findFailure = indexPhrases(CLIENT_FAILURES);

/** What the words of a mail program prove. */
export interface ClientVerdict {
  cause: string;
  /** Place in the list of causes: the lower, the more the words say. */
  rank: number;
  /** The look-up of a name got no answer, which is not to say that the name is wrong. */
  isUnanswered: boolean;
}

/** Reads a program's own words on a failed connection or handshake; undefined where they tell nothing. */
export function classifyFailure(words: string): ClientVerdict | undefined {
  const found = findFailure(normalise(words));
  const rank = found < 0 ? rankOf(phpmailerCause(words)?.cause) : found;
  const row = CLIENT_FAILURES[rank];
  return row && { cause: row.cause, rank, isUnanswered: row.unanswered === true };
}

/** The last row of a cause: PHPMailer's messages say no more than it does. */
function rankOf(cause: string | undefined): number {
  return cause === undefined ? -1 : CLIENT_FAILURES.findLastIndex((row) => row.cause === cause);
}
