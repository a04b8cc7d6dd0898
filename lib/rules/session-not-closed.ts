import type { Rule } from './rule.ts';

/** After these a connection is kept for the next mail on purpose. */
const KEPT: ReadonlySet<string> = new Set(['RSET', 'NOOP']);

/** The log ends after the message, without QUIT and without a word on the connection's end. */
export const sessionNotClosed: Rule = {
  id: 'session-not-closed',
  severity: 'info',
  *check({ entries, exchanges }, facts) {
    if (facts.outcome !== 'accepted') return;
    const commands = exchanges.filter(({ command }) => command !== undefined);
    const last = commands.at(-1)?.command;
    if (!last || KEPT.has(last.verb) || commands.some((one) => one.command?.verb === 'QUIT'))
      return;
    if (entries.some(({ event }) => event === 'closed' || event === 'lost')) return;
    yield { entries: [entries.length - 1] };
  },
};
