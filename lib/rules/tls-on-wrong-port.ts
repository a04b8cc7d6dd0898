import { decidingEntries, indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** Dialects that tell TLS from the first byte by `ssl://` before the host. */
const TELLS_TLS: ReadonlySet<string> = new Set(['phpmailer']);

/**
 * Plain text spoken to port 465: the server waits for a TLS handshake, the client for a greeting.
 * The other way round shows in OpenSSL's words, see client-failures.
 */
export const tlsOnWrongPort: Rule = {
  id: 'tls-on-wrong-port',
  severity: 'error',
  *check(session, facts) {
    const { peer, dialect } = session;
    if (facts.outcome !== 'connection-failed' || facts.failedAt !== 'greeting') return;
    if (peer?.port !== 465 || peer.implicitTls === true || !TELLS_TLS.has(dialect)) return;
    const connecting = indexesOf(session, ({ event }) => event === 'connecting');
    yield { entries: [...new Set([...decidingEntries(session, facts), ...connecting])] };
  },
};
