import { phaseOf } from './phase.ts';
import type { Exchange, Outcome, Phase, Session } from '../types.ts';

/** How a session ended whose log holds no verdict. */
interface Unanswered {
  outcome: Outcome;
  phase: Phase;
  exchange?: Exchange;
}

/**
 * A log that ends without a verdict: cut off, or given up in silence.
 *
 * @param open the first command that got no reply, if none got one after it but QUIT
 * @returns undefined where everything that was asked was answered
 */
export function unanswered(session: Session, open: Exchange | undefined): Unanswered | undefined {
  const { exchanges } = session;
  const quit = exchanges.find(({ command }) => command?.verb === 'QUIT');
  const talked = exchanges.some(({ reply }) => reply !== undefined);
  // A program was about to connect, and that is the last that it says.
  const tried = session.entries.findLast(({ event }) => event !== 'remark')?.event;
  if (exchanges.length === 0 && tried === 'connecting') {
    return { outcome: 'incomplete', phase: 'connect' };
  }
  const isClosed = session.entries.some(({ event }) => event === 'closed');
  const cut = quit || isClosed || !talked ? undefined : cutAt(exchanges);
  if (cut) return { outcome: 'incomplete', ...cut };
  // The message was never finished.
  const last = exchanges.at(-1);
  if (isClosed && last?.reply?.code === 354) {
    return { outcome: 'dropped', phase: 'message', exchange: last };
  }
  // The log was cut before the message's end.
  if (!quit && last?.reply?.code === 354 && session.entries.at(-1)?.kind === 'content') {
    return { outcome: 'incomplete', phase: 'message', exchange: last };
  }
  // Everything before was answered, this was not, and then came the end: there was no answer.
  const exchange = (quit || isClosed) && talked ? open : undefined;
  const phase = phaseOf(exchange?.command?.verb);
  return exchange && phase ? { outcome: 'dropped', phase, exchange } : undefined;
}

/** The log ends while a command waits for its answer, or in the middle of one. */
function cutAt(exchanges: readonly Exchange[]): Omit<Unanswered, 'outcome'> | undefined {
  const exchange = exchanges.at(-1);
  const isOpen = exchange?.reply === undefined || exchange.reply.lines.at(-1)?.more === true;
  // What nobody asked for is a greeting at the beginning alone.
  if (exchange?.command === undefined && exchanges.length > 1) return undefined;
  const phase = phaseOf(exchange?.command?.verb);
  return exchange && isOpen && phase ? { phase, exchange } : undefined;
}
