import { indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** Mechanisms that give password or token to anyone who listens. RFC 4616, RFC 7628. */
const OPEN: ReadonlySet<string> = new Set(['PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER']);
const OWN_MACHINE = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?)$/i;

/** A login in the clear over a network. */
export const loginWithoutEncryption: Rule = {
  id: 'login-without-encryption',
  severity: 'warning',
  *check(session, facts) {
    const host = session.peer?.host ?? '';
    // A name without a dot is a container or a machine next door.
    if (facts.tls !== 'none' || OWN_MACHINE.test(host) || /^[\w-]+$/.test(host)) return;
    if (!facts.auth.attempted.some((mechanism) => OPEN.has(mechanism.toUpperCase()))) return;
    const sent = session.exchanges.some(
      ({ command, reply }) =>
        command?.verb === '(auth-data)' || (command?.verb === 'AUTH' && reply?.code === 235),
    );
    if (sent) yield { entries: indexesOf(session, ({ verb }) => verb === 'AUTH') };
  },
};
