import { hasFailed } from './evidence.ts';
import type { Rule } from './rule.ts';

/** Only one side of the conversation was written down, and so the outcome or its reason is uncertain. */
export const logTooThin: Rule = {
  id: 'log-too-thin',
  severity: 'info',
  *check({ entries }, facts) {
    if (facts.outcome === 'accepted' || (hasFailed(facts) && facts.deciding?.reply)) return;
    const client = entries.findIndex(({ from, kind }) => from === 'client' && kind === 'command');
    const server = entries.findIndex(({ from, reply }) => from === 'server' && reply !== undefined);
    if (client >= 0 === server >= 0) return;
    yield { entries: [Math.max(client, server)] };
  },
};
