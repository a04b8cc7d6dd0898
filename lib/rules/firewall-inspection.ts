import { decidingEntries, hasFailed, indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** A middle box overwrites words that it does not know: `220 ****…`, `250-XXXXXXXA`. */
export const firewallInspection: Rule = {
  id: 'firewall-inspection',
  severity: 'error',
  *check(session, facts) {
    if (!hasFailed(facts)) return;
    const masked = indexesOf(
      session,
      ({ reply }) =>
        reply !== undefined && (isStars(reply.code, reply.text) || isMasked(reply.text)),
    );
    if (masked.length === 0 || !couldMatter(facts.failedAt, facts.deciding?.reply?.code)) return;
    yield { entries: [...new Set([...masked, ...decidingEntries(session, facts)])] };
  },
};

function isStars(code: number, text: string): boolean {
  return code === 220 && /^[*0 ]{12,}/.test(text);
}

/** The keyword of an extension, or a command quoted in a refusal. */
function isMasked(text: string): boolean {
  return /^X{4,20}[A-Z]?$/.test(text.trim()) || /"X{4,20}/.test(text);
}

/** What such a box hides is encryption and login; a missing mailbox is not its doing. */
function couldMatter(phase: string | undefined, code: number | undefined): boolean {
  return (
    phase === 'ehlo' || phase === 'starttls' || phase === 'auth' || code === 500 || code === 530
  );
}
