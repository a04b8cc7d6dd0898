import { decidingEntries, hasTriedLogin, helloLine, lastHello } from './evidence.ts';
import type { Rule } from './rule.ts';

/** The client gives up at the login without trying: the server's EHLO reply lists no AUTH. */
export const authNotOffered: Rule = {
  id: 'auth-not-offered',
  severity: 'error',
  *check(session, facts) {
    const hello = lastHello(session);
    if (facts.outcome !== 'auth-failed' || hasTriedLogin(session, facts) || !hello) return;
    if (facts.offered.has('AUTH')) return;
    const entries = [...decidingEntries(session, facts), ...helloLine(session)];
    yield { entries: [...new Set(entries)] };
  },
};
