import type { Rule } from './rule.ts';

/** A pause that a visitor who waits for the page notices. */
const SLOW_MS = 10_000;
/** Steps whose failure is the pause itself: saying it twice helps nobody. */
const TIMED_OUT: ReadonlySet<string> = new Set(['connection-failed', 'dropped']);

/** The longest pause between two lines, if it is long. */
export const slowStep: Rule = {
  id: 'slow-step',
  severity: 'info',
  *check(session, facts) {
    if (TIMED_OUT.has(facts.outcome)) return;
    let before: number | undefined;
    let longest = { gap: 0, index: -1 };
    for (const [index, { ms }] of session.entries.entries()) {
      if (ms === undefined) continue;
      if (before !== undefined && ms - before > longest.gap) longest = { gap: ms - before, index };
      before = ms;
    }
    if (longest.gap < SLOW_MS) return;
    yield { entries: [longest.index], data: { seconds: Math.round(longest.gap / 1000) } };
  },
};
