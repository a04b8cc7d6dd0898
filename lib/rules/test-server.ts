import { TEST_SERVERS } from '../knowledge/test-servers.ts';
import { textOf } from '../smtp/facts.ts';
import type { Reply, Session } from '../types.ts';
import { indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** A server for tests took the mail: it shows it on a page of its own and delivers nothing. */
export const testServer: Rule = {
  id: 'test-server',
  severity: 'warning',
  *check(session, facts) {
    if (facts.outcome !== 'accepted' && facts.outcome !== 'partially-accepted') return;
    const host = (session.peer?.host ?? facts.server?.host ?? '').toLowerCase();
    const greeting = greetingOf(session);
    const words = greeting ? textOf(greeting).toLowerCase() : '';
    const found = TEST_SERVERS.find(
      ({ hosts, greetings }) =>
        hosts.includes(host) || greetings.some((name) => words.includes(name)),
    );
    if (!found) return;
    const connecting = indexesOf(session, ({ event }) => event === 'connecting');
    const first = greeting ? [greeting.entry] : [];
    const entries = [...first, ...connecting];
    yield { entries: entries.length > 0 ? entries : [0], data: { testServer: found.name } };
  },
};

function greetingOf({ exchanges: [first] }: Session): Reply | undefined {
  return first?.command ? undefined : first?.reply;
}
