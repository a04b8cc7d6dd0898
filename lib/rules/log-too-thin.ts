import { phpmailerSaid } from '../smtp/phpmailer-said.ts';
import type { Event, Facts, Session } from '../types.ts';
import { hasFailed } from './evidence.ts';
import type { Rule } from './rule.ts';

/**
 * Only one side of the conversation was written down, or nothing but the program's closing words,
 * and so the outcome or its reason is uncertain.
 */
export const logTooThin: Rule = {
  id: 'log-too-thin',
  severity: 'info',
  *check(session, facts) {
    const { entries } = session;
    if (facts.outcome === 'accepted' || (hasFailed(facts) && facts.deciding?.reply)) return;
    const client = entries.findIndex(({ from, kind }) => from === 'client' && kind === 'command');
    const server = entries.findIndex(({ from, reply }) => from === 'server' && reply !== undefined);
    if (client >= 0 !== server >= 0) {
      yield { entries: [Math.max(client, server)], data: { oneSide: '' } };
    } else if (client < 0 && isSummary(session, facts)) {
      yield { entries: [facts.decidingEntry ?? 0], data: { summary: '' } };
    }
  },
};

/** `SMTP Error: Could not authenticate.`: what the server said to it is not in the log. */
function isSummary({ dialect, entries, exchanges }: Session, facts: Facts): boolean {
  const deciding = entries[facts.decidingEntry ?? -1];
  if (!SUM_UP.has(dialect) || exchanges.length > 0) return false;
  if (!deciding?.event || !SUMMARIES.has(deciding.event)) return false;
  // `Invalid address:  (to): someone`: no server was asked, so there is no more to log.
  if (phpmailerSaid(deciding.text, true)?.isLocal) return false;
  return hasFailed(facts) && !/\b[45]\d\d[ -]|\b[45]\.\d\.\d/.test(deciding.text);
}

const SUMMARIES: ReadonlySet<Event> = new Set(['failed', 'auth-failed', 'refused']);

/** A mail server's line on a refusal is all that its log has. */
const SUM_UP: ReadonlySet<string> = new Set(['reply', 'phpmailer', 'phpmailer5', 'swiftmailer']);
