import { decidingEntries, indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** The client got nothing in its time and gave up; the server still answers what comes after. */
export const clientTimeout: Rule = {
  id: 'client-timeout',
  severity: 'error',
  *check(session, facts) {
    if (facts.outcome !== 'dropped') return;
    const deciding = decidingEntries(session, facts);
    const after = Math.max(...deciding);
    const late = indexesOf(session, ({ from, reply }) => from === 'server' && reply !== undefined);
    const answers = late.filter((index) => index > after);
    if (deciding.length > 0 && answers.length > 0) yield { entries: [...deciding, ...answers] };
  },
};
