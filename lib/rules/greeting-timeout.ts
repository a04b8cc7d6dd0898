import { classifyFailure } from './client-failure.ts';
import { decidingEntries, hasConnected, indexesOf } from './evidence.ts';
import type { Session } from '../types.ts';
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
    if (endedEarly(session) || !hasConnected(session)) return;
    const waited = indexesOf(session, ({ event }) => event === 'timeout' || event === 'connected');
    yield { entries: [...new Set([...decidingEntries(session, facts), ...waited])] };
  },
};

/** A failure stands at the end. */
const MAX_ENTRIES = 1000;

/**
 * The program was ready to wait, and the end came before its time was up: the server hung up.
 * Stamps of whole seconds can be off by one.
 */
function endedEarly({ entries }: Session): boolean {
  const opening = entries.find(({ event }) => event === 'connecting');
  const silence = entries.find(({ event }) => event === 'silence');
  const limit = Number(/\btimeout=(\d{1,6})/.exec(opening?.text ?? '')?.[1]);
  if (!limit || opening?.ms === undefined || silence?.ms === undefined) return false;
  return silence.ms - opening.ms < (limit - 1) * 1000;
}

/** A reset is no silence. PHPMailer's "EOF caught" says only that nothing came. */
function isHangUp(text: string): boolean {
  return !/EOF caught/.test(text) && classifyFailure(text)?.cause === 'connection-dropped';
}
