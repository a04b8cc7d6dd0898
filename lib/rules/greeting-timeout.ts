import { classifyFailure } from './client-failure.ts';
import { decidingEntries, indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** Connected, and no greeting came. RFC 5321 section 4.5.3.2.1. */
export const greetingTimeout: Rule = {
  id: 'greeting-timeout',
  severity: 'error',
  *check(session, facts) {
    if (facts.outcome !== 'connection-failed' || facts.failedAt !== 'greeting') return;
    if (
      session.entries
        .slice(-MAX_ENTRIES)
        .some(({ kind, text }) => kind === 'note' && isHangUp(text))
    )
      return;
    const waited = indexesOf(session, ({ event }) => event === 'timeout' || event === 'connected');
    yield { entries: [...new Set([...decidingEntries(session, facts), ...waited])] };
  },
};

/** A failure stands at the end. */
const MAX_ENTRIES = 1000;

/** A reset is no silence. PHPMailer's "EOF caught" says only that nothing came. */
function isHangUp(text: string): boolean {
  return !/EOF caught/.test(text) && classifyFailure(text)?.cause === 'connection-dropped';
}
