import type { Facts, Session } from '../types.ts';
import { decidingEntries, hasConnected, hasFailed, hasTriedLogin } from './evidence.ts';
import { refusalsRead } from './refusal.ts';
import type { Rule } from './rule.ts';

/** The log proves the family only: its general cause. */
export const generalCause: Rule = {
  id: 'general-cause',
  severity: 'error',
  *check(session, facts) {
    if (!hasFailed(facts)) return;
    yield { id: causeOf(session, facts), entries: decidingEntries(session, facts) };
  },
};

/**
 * What a program's own sentence on a login may tell: `SASL NTLM authentication failed: no mechanism
 * available`, `Failed generating new Access Token`
 */
const LOGINS: ReadonlySet<string> = new Set([
  'auth-mechanism-mismatch',
  'auth-not-offered',
  'auth-temporary-failure',
  'oauth-token-rejected',
]);

function causeOf(session: Session, facts: Facts): string {
  switch (facts.outcome) {
    case 'connection-failed':
      return facts.failedAt === 'greeting' && hasConnected(session)
        ? 'connection-dropped'
        : 'connection-failed';
    case 'tls-failed':
      return 'tls-handshake-failed';
    case 'auth-failed': {
      const said = refusalsRead.byWords({ code: 0, phase: 'auth', text: facts.decidingText });
      if (LOGINS.has(said ?? '')) return said ?? '';
      // Exim: the client did not look at what the server offers.
      if (facts.decidingText.includes('used when not advertised')) return 'auth-not-offered';
      if (session.entries[facts.decidingEntry ?? -1]?.event === 'auth-unavailable') {
        return 'auth-mechanism-mismatch';
      }
      // The client's lines are there and no AUTH is among them: nobody has judged a password.
      return session.exchanges.some(({ command }) => command) && !hasTriedLogin(session, facts)
        ? 'auth-mechanism-mismatch'
        : 'wrong-credentials';
    }
    case 'dropped':
      return session.entries.some(({ event }) => event === 'timeout')
        ? 'client-timeout'
        : 'connection-dropped';
    case 'deferred':
      return 'server-temporary-error';
    default:
      return facts.failedAt === 'rcpt' ? 'recipient-rejected' : 'other';
  }
}
