import { readReport } from '../smtp/delivery-report.ts';
import type { Dialect, Reader } from '../types.ts';

/**
 * Reports on mail that could not be delivered: the sentence of the mail server that gave up, and
 * the fields for programs behind it (RFC 3464), which repeat the reply. Both are folded at blanks.
 * Checked with Postfix 3.7; the fields are the same everywhere, and Exim's sentence is read as well.
 *
 *     <alice@example.net>: host mx.example.net[192.0.2.20] said: 550 5.1.1
 *         <alice@example.net>: Recipient address rejected: User unknown in
 *         virtual mailbox table (in reply to RCPT TO command)
 */
export const bounceDsn: Dialect = { id: 'bounce-dsn', title: 'Delivery report', open };

/** Lines that a text may have lost or gained against the sample. */
const NEAR = 50;

function open(sample: readonly string[] = []): Reader {
  const report = readReport(sample);
  let next = 0;

  return (line) => {
    const last = Math.min(sample.length, next + NEAR);
    let at = next;
    while (at < last && sample[at] !== line) at++;
    if (at >= last) return undefined;
    next = at + 1;
    return report.get(at);
  };
}
