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
    // Parts of the same domain count as the same: bounce addresses often live there.
    if (familyOf(one) === familyOf(other)) return;
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

/** `bounces.example.com` → `example.com`, `mail.example.co.uk` → `example.co.uk`. */
function familyOf(domain: string): string {
  const labels = domain.split('.');
  const size = (labels.at(-1) ?? '').length === 2 && SECOND.has(labels.at(-2) ?? '') ? 3 : 2;
  return labels.slice(-size).join('.');
}

/** Below these, registries of countries give names away. */
const SECOND: ReadonlySet<string> = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gov',
  'net',
  'ne',
  'or',
  'org',
]);
