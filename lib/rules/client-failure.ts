import { CLIENT_FAILURES } from '../knowledge/client-failures.ts';
import { FOREIGN_FAILURES } from '../knowledge/failures/foreign-failures.ts';
import { normalise } from './normalise.ts';
import { indexPhrases } from './phrase-index.ts';
import { phpmailerCause } from './phpmailer-cause.ts';

const findFailure = indexPhrases(CLIENT_FAILURES);
/** Looked at where nothing else is found, so that English words never pay for it. */
const findForeign = indexPhrases(FOREIGN_FAILURES);

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
  const text = normalise(words);
  const found = findFailure(text);
  const isVague = found < 0 || CLIENT_FAILURES[found]?.cause === 'connection-failed';
  const foreign = isVague ? FOREIGN_FAILURES[findForeign(text)] : undefined;
  const rank = foreign
    ? rankOf(foreign.cause, foreign.unanswered)
    : found < 0
      ? rankOf(phpmailerCause(words)?.cause)
      : found;
  const row = CLIENT_FAILURES[rank];
  return row && { cause: row.cause, rank, isUnanswered: row.unanswered === true };
}

/** The last row of a cause: foreign words and PHPMailer's messages say no more than it does. */
function rankOf(cause: string | undefined, unanswered?: true): number {
  if (cause === undefined) return -1;
  return CLIENT_FAILURES.findLastIndex(
    (row) => row.cause === cause && row.unanswered === unanswered,
  );
}
