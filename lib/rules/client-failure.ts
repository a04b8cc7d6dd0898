import { CLIENT_FAILURES } from '../knowledge/client-failures.ts';
import { phpmailerMessage } from '../smtp/phpmailer-message.ts';
import { normalise } from './normalise.ts';
import { indexPhrases } from './phrase-index.ts';

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
  const rank = found < 0 && saysNotConnected(words) ? SUMMARY : found;
  const row = CLIENT_FAILURES[rank];
  return row && { cause: row.cause, rank, isUnanswered: row.unanswered === true };
}

/** The row of what only sums up that there was no connection. */
const SUMMARY = CLIENT_FAILURES.findLastIndex(({ cause }) => cause === 'connection-failed');

/** PHPMailer's summary, in a language that the table of phrases does not have. */
function saysNotConnected(words: string): boolean {
  const message = phpmailerMessage(words);
  return message === 'connect_host' || message === 'smtp_connect_failed';
}
