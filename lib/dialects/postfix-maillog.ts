import { createPostfixReader } from '../smtp/postfix-reader.ts';
import { isVerbose } from '../smtp/postfix-verbosity.ts';
import type { Dialect } from '../types.ts';

/**
 * Postfix's mail log: what came in (smtpd) and every attempt to deliver (smtp, lmtp), with the
 * other servers' replies quoted in a sentence. Checked with Postfix 3.7; the words are the same
 * since 2.3, and newer ones only add fields.
 *
 *     Nov 23 18:54:30 mx postfix/smtp[15161]: 55890240228: to=<alice@example.net>,
 *       relay=mx.example.net[192.0.2.30]:25, delay=0.17, delays=0/0/0.17/0.01, dsn=4.2.2,
 *       status=deferred (host mx.example.net[192.0.2.30] said: 452 4.2.2 … (in reply to RCPT TO command))
 */
export const postfixMaillog: Dialect = {
  id: 'postfix-maillog',
  title: 'Postfix mail log',
  // One that shows the dialogue too is another format.
  open: (sample = []) => (isVerbose(sample) ? () => undefined : createPostfixReader()),
};
