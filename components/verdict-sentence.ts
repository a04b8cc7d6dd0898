import { words } from '../lib/locales/index.ts';
import type { ReportSession } from '../lib/types.ts';
import { causeOf } from './evidence.ts';

/** The verdict in one sentence: the cause's title, or what the outcome says by itself. */
export function verdictSentence(session: ReportSession): string {
  const cause = causeOf(session);
  const { to, rejectedTo } = session.envelope;
  const taken = to.filter((address) => !rejectedTo.includes(address)).length;
  if (session.outcome === 'partially-accepted' && taken > 0 && taken < to.length) {
    return words.acceptedForSome(taken, to.length);
  }
  if (cause) return cause.title;
  if (session.outcome === 'accepted' && to.length > 0) return words.acceptedFor(to.length);
  return words.sentences[session.outcome];
}
