import { isOtherService, quotesOtherService } from '../smtp/other-service.ts';
import type { Facts, Session } from '../types.ts';
import { decidingEntries, hasFailed, indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** POP3, IMAP and the web: nobody sends mail there. */
const OTHER_PORTS: ReadonlySet<number> = new Set([80, 110, 143, 443, 993, 995]);

/** Another service answers or was asked: IMAP, POP3, a web server. */
export const wrongHostOrPort: Rule = {
  id: 'wrong-host-or-port',
  severity: 'error',
  *check(session, facts) {
    if (!hasFailed(facts)) return;
    const answers = indexesOf(
      session,
      ({ from, event, text }) =>
        (from === 'server' && isOtherService(text)) ||
        (event === 'connect-failed' && quotesOtherService(text)),
    ).slice(0, 1);
    const isOtherPort = asksElsewhere(session, facts);
    if (answers.length === 0 && !isOtherPort) return;
    const connecting = indexesOf(session, ({ event }) => event === 'connecting');
    const entries = [...answers, ...connecting, ...decidingEntries(session, facts)];
    yield { entries: [...new Set(entries)], data: isOtherPort ? { otherPort: '' } : {} };
  },
};

/** A port of another service was asked, and no conversation came about. */
function asksElsewhere({ peer, exchanges }: Session, facts: Facts): boolean {
  if (!OTHER_PORTS.has(peer?.port ?? 0) || facts.failedAt === undefined) return false;
  return !exchanges.some(({ reply }) => reply?.code === 220);
}
