import { exchangeEntries } from './evidence.ts';
import type { Rule } from './rule.ts';

/** More lines than this are no evidence but a list. */
const SHOWN = 20;

/** Nothing was sent, and commands were refused for their order: somebody tries by hand. */
export const protocolSequence: Rule = {
  id: 'protocol-sequence',
  severity: 'error',
  *check(session, facts) {
    if (facts.outcome !== 'incomplete') return;
    const refused = session.exchanges.filter(
      ({ command, reply }) => command !== undefined && reply?.code === 503,
    );
    if (refused.length === 0) return;
    yield {
      entries: refused.slice(0, SHOWN).flatMap((exchange) => exchangeEntries(session, exchange)),
    };
  },
};
