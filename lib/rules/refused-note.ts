import type { Facts } from '../types.ts';
import type { Rule } from './rule.ts';
import { classifyBare } from './bare-reply.ts';

/** A program tells of a refusal in words of its own, and the reply itself is not in the log. */
export const refusedNote: Rule = {
  id: 'refused-note',
  severity: 'error',
  *check(session, facts) {
    const index = facts.decidingEntry;
    const entry = index === undefined ? undefined : session.entries[index];
    if (index === undefined || entry?.event !== 'refused') return;
    const id = classifyBare(entry.text.replace(LABEL, ' '), facts.failedAt);
    // In a language that nobody listed, the step is all that is known.
    yield { id: id === 'other' ? generally(facts) : id, entries: [index] };
  },
};

function generally({ outcome, failedAt }: Facts): string {
  if (outcome === 'deferred') return 'server-temporary-error';
  return failedAt === 'rcpt' ? 'recipient-rejected' : 'other';
}

/** PHPMailer's own name for what follows; no word of the server. */
const LABEL = /SMTP server error:/gi;
