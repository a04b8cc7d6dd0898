import { fill } from './locales/fill.ts';
import { words } from './locales/index.ts';
import type { ReportSession } from './report.ts';

/**
 * The verdict as one sentence: the cause's title if there is a cause, else what the outcome means.
 * Of a message that went to some of its recipients it says to how many.
 *
 * @param session a session of a report
 */
export function verdictTitle(
  session: Pick<ReportSession, 'outcome' | 'envelope' | 'findings'>,
): string {
  const { outcome, envelope, findings } = session;
  const { to, rejectedTo } = envelope;
  const taken = to.filter((address) => !rejectedTo.includes(address)).length;
  if (outcome === 'partially-accepted' && taken > 0 && taken < to.length) {
    return fill(words.acceptedForSome, taken, to.length);
  }
  const cause = findings.find(({ severity }) => severity === 'error');
  if (cause) return cause.title;
  return words.sentences[outcome === 'accepted' || outcome === 'incomplete' ? outcome : 'failed'];
}
