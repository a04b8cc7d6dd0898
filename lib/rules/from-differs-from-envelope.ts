import { indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** From: and MAIL FROM belong to different domains. RFC 7489 section 3.1. */
export const fromDiffersFromEnvelope: Rule = {
  id: 'from-differs-from-envelope',
  severity: 'info',
  *check(session, facts) {
    const header = session.message.from;
    const sender = facts.envelope.from;
    const [one, other] = [domainOf(header), domainOf(sender)];
    if (header === undefined || one === undefined || other === undefined) return;
    // A part of the same domain counts as the same: bounce addresses often live there.
    if (one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)) return;
    const lines = indexesOf(
      session,
      (entry) => entry.header?.toLowerCase() === 'from' || entry.verb === 'MAIL',
    );
    yield { entries: lines, data: { headerFrom: header } };
  },
};

function domainOf(address: string | undefined): string | undefined {
  const at = address?.lastIndexOf('@') ?? -1;
  return at < 0 ? undefined : address?.slice(at + 1).toLowerCase();
}
