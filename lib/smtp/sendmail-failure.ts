import type { Event, Phase, Said } from '../types.ts';

/**
 * What Sendmail says itself of a delivery that failed, without a reply:
 *
 *     Deferred: Connection refused by mx.example.net.
 *     User unknown
 *     Host unknown (Name server: example.net.: host not found)
 *
 * @param dsn the enhanced code that it gave it, "" if none
 * @param to whom the delivery was for
 * @param envelope what is known of it
 */
export function readSendmailFailure(
  reason: string,
  dsn: string,
  to: readonly string[],
  envelope: NonNullable<Said['envelope']>,
): Pick<Said, 'event' | 'phase' | 'text' | 'envelope' | 'retries'> {
  const known = OWN.find(([words]) => words.test(reason));
  const retries = reason.startsWith('Deferred') ? { retries: true } : {};
  if (known) return { event: known[1], phase: known[2], text: reason, ...retries };
  // An enhanced code of the classes address and mailbox is about the recipient. RFC 3463.
  // Sendmail calls every 550 to RCPT `User unknown`.
  const isOfMessage = /^[45]\.[67]\./.test(dsn) && !reason.startsWith('User unknown');
  const phase = isOfMessage ? 'message' : 'rcpt';
  const text = /^[45]\.\d/.test(dsn) ? `${dsn} ${reason}` : reason;
  return {
    event: 'refused',
    phase,
    text,
    envelope: phase === 'rcpt' ? { ...envelope, rejectedTo: to } : envelope,
  };
}

const OWN: readonly (readonly [words: RegExp, event: Event, phase: Phase])[] = [
  [
    /Connection (?:refused|timed out with)|No route to host|unreachable|Host unknown|Name server|host map/i,
    'connect-failed',
    'connect',
  ],
  [/Connection reset by|reply: read error|I\/O error|Broken pipe/i, 'lost', 'greeting'],
  [/TLS|handshake/, 'tls-failed', 'starttls'],
  [/Connection timed out/i, 'connect-failed', 'connect'],
];
