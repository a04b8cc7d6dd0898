import type { Command, Entry, Reply } from '../types.ts';
import type { Rule } from './rule.ts';

/** After these a connection is kept for the next mail on purpose. */
const KEPT: ReadonlySet<string> = new Set(['RSET', 'NOOP']);

/** Programs whose logs of one mail end here: they say goodbye when they end themselves. */
const KEEPS_OPEN: ReadonlySet<string> = new Set(['symfony-mailer', 'swiftmailer']);

/** The log ends after the message, without QUIT and without a word on the connection's end. */
export const sessionNotClosed: Rule = {
  id: 'session-not-closed',
  severity: 'info',
  *check({ dialect, entries, exchanges }, facts) {
    if (facts.outcome !== 'accepted' || KEEPS_OPEN.has(dialect)) return;
    const commands = exchanges.filter(({ command }) => command !== undefined);
    const last = commands.at(-1)?.command;
    // A line of a mail server's log tells of a whole delivery, and never of a goodbye.
    if (
      last === undefined ||
      !commands.some(({ command, reply }) => isSpoken(entries, command, reply))
    )
      return;
    if (KEPT.has(last.verb) || commands.some((one) => one.command?.verb === 'QUIT')) return;
    if (entries.some(({ event }) => event === 'closed' || event === 'lost')) return;
    yield { entries: [entries.length - 1] };
  },
};

/** A line of its own holds the message's end. */
function isSpoken(entries: readonly Entry[], command?: Command, reply?: Reply): boolean {
  if (command?.verb !== '.' || reply === undefined || command.entry === reply.entry) return false;
  return entries[command.entry]?.from === 'client';
}
