import type { Exchange, Outcome, Phase } from '../types.ts';

/** A step that got no answer. */
interface Silence {
  outcome: Outcome;
  phase: Phase;
  exchange?: Exchange;
}

/**
 * A command seems to have got no answer, but behind it the server asks for the message and takes it:
 * so the answer is only missing in the log, which lost a line or has its lines out of order. Where
 * the message's own answer is what is missing nothing follows that would prove it.
 */
export function isTakenAfter(
  exchanges: readonly Exchange[],
  { outcome, phase, exchange }: Silence,
): boolean {
  const since = exchange?.command?.entry;
  if (outcome !== 'dropped' || phase === 'message' || since === undefined) return false;
  const later = exchanges
    .flatMap(({ reply }) => (reply !== undefined && reply.entry > since ? [reply] : []))
    .toSorted((one, other) => one.entry - other.entry);
  const asked = later.findIndex(({ code }) => code === 354);
  if (asked < 0) return false;
  const after = later.slice(asked + 1);
  const isTaken = after.some(({ code, lines }) => code === 250 && TAKEN.test(lines[0]?.text ?? ''));
  return isTaken && after.every(({ code }) => code < 400);
}

/** What servers say to a message that they took. */
const TAKEN = /\bqueued\b|\bid=|accepted for delivery|message accepted/i;
