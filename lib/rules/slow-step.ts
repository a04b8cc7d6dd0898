import type { Facts, Session } from '../types.ts';
import type { Rule } from './rule.ts';
import { waitsOf, type Wait } from './waits.ts';

/**
 * A pause that a visitor who waits for the page notices, and that is long for the step: servers
 * answer within a second or two, those that hold strangers back wait for five as a rule.
 */
const SLOW_MS = 10_000;

/** The longest wait of a dialogue, if it is long: which step it was tells what is behind it. */
export const slowStep: Rule = {
  id: 'slow-step',
  severity: 'info',
  *check(session, facts) {
    const waits = waitsOf(session).filter((wait) => !isCause(wait, session, facts));
    const longest = waits.toSorted((one, other) => other.ms - one.ms)[0];
    if (!longest || longest.least < SLOW_MS) return;
    yield {
      entries: longest.entries,
      data: {
        seconds: Math.round(longest.ms / 1000),
        [`${longest.step}Step`]: '',
        ...(OWN.has(longest.step) ? {} : { serverStep: '' }),
      },
    };
  },
};

/** What the sending side can mend itself. */
const OWN: ReadonlySet<Wait['step']> = new Set(['connect', 'pause', 'upload']);

/** The failure is the wait itself: saying it twice helps nobody. */
function isCause({ entries: [ended] }: Wait, session: Session, facts: Facts): boolean {
  const event = session.entries[ended]?.event;
  if (event === 'timeout' || event === 'silence' || event === 'lost') return true;
  const isLate = facts.outcome === 'dropped' || facts.outcome === 'connection-failed';
  return isLate && (facts.deciding?.reply?.entry === ended || facts.decidingEntry === ended);
}
