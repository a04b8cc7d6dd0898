import { decidingEntries, indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** The client got nothing in its time and gave up; the server still answers what comes after. */
export const clientTimeout: Rule = {
  id: 'client-timeout',
  severity: 'error',
  *check(session, facts) {
    // What was answered too late may have been taken all the same: the outcome is open then.
    const isOpen = facts.outcome === 'incomplete' && facts.failedAt === 'message';
    if (facts.outcome !== 'dropped' && !isOpen) return;
    const deciding = decidingEntries(session, facts);
    const after = Math.max(...deciding);
    const late = indexesOf(session, ({ from, reply }) => from === 'server' && reply !== undefined);
    const answers = late.filter((index) => index > after);
    if (deciding.length === 0 || answers.length === 0) return;
    yield { entries: [...deciding, ...answers], data: isOpen ? { lateYes: '' } : {} };
  },
};
