import type { Session } from '../types.ts';
import { decidingEntries, indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/**
 * Plain text spoken to port 465: the server waits for a TLS handshake, the client for a greeting.
 * The other way round shows in OpenSSL's words, see client-failures.
 */
export const tlsOnWrongPort: Rule = {
  id: 'tls-on-wrong-port',
  severity: 'error',
  *check(session, facts) {
    if (facts.outcome !== 'connection-failed' || facts.failedAt !== 'greeting') return;
    const told = indexesOf(session, ({ kind, text }) => kind === 'note' && WRAPPER.test(text));
    if (told.length === 0 && !speaksPlainly(session)) return;
    yield {
      entries: [...new Set([...decidingEntries(session, facts), ...told])],
      data: { plainTo: '' },
    };
  },
};

/**
 * Dialects that tell TLS from the first byte: by `ssl://` before the host, `isSSL true`, `Secure
 * connection established`, `connect: (…)` before `connect: to (…)`, `TLS started`. Where theirs do
 * not say so, it was plain text.
 */
const TELLS_TLS: ReadonlySet<string> = new Set([
  'phpmailer',
  'python-smtplib',
  'nodemailer',
  'javamail',
  'swaks',
]);

/** The log shows a connection to 465, and no TLS. RFC 8314 section 3.3. */
function speaksPlainly({ peer, tls, dialect }: Session): boolean {
  if (peer?.port !== 465 || peer.implicitTls === true || tls === 'implicit') return false;
  return TELLS_TLS.has(dialect);
}

/** Postfix: `SMTPS wrappermode (TCP port 465) requires setting "smtp_tls_wrappermode = yes"` */
const WRAPPER = /^(?:CLIENT|SMTPS) wrappermode \(.{1,20}465\) (?:is unimplemented|requires)/;
