import { decidingEntries, hasTriedLogin, exchangeEntries, lastHello } from './evidence.ts';
import type { Rule } from './rule.ts';

/** The client gives up at the login without trying, though the server offers one: none that it speaks. */
export const authMechanismMismatch: Rule = {
  id: 'auth-mechanism-mismatch',
  severity: 'error',
  *check(session, facts) {
    const offered = facts.offered.get('AUTH');
    if (facts.outcome !== 'auth-failed' || hasTriedLogin(session, facts)) return;
    if (offered === undefined) return;
    const hello = lastHello(session);
    const list = exchangeEntries(session, hello).filter((index) =>
      /^AUTH\b/i.test(session.entries[index]?.reply?.text ?? ''),
    );
    yield { entries: [...new Set([...decidingEntries(session, facts), ...list])] };
  },
};
