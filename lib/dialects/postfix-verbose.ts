import { createPostfixReader } from '../smtp/postfix-reader.ts';
import { isVerbose } from '../smtp/postfix-verbosity.ts';
import type { Dialect } from '../types.ts';

/**
 * Postfix's mail log with the dialogues in it: `-v` after a service in master.cf, or
 * `debug_peer_list`. Hundreds of lines around them are about Postfix itself. Checked with Postfix
 * 3.7. In smtp `<` is the server, in smtpd it is the client.
 *
 *     Nov 23 18:55:56 mx postfix/smtp[16686]: < mx.example.net[192.0.2.44]:25: 220 mx.example.net ESMTP
 *     Nov 23 18:56:04 mx postfix/smtpd[16711]: > localhost[127.0.0.1]: 220 mx.example.org ESMTP Postfix
 */
export const postfixVerbose: Dialect = {
  id: 'postfix-verbose',
  title: 'Postfix mail log with the dialogue',
  open: (sample = []) => (isVerbose(sample) ? createPostfixReader() : () => undefined),
};
