import { isClean, isOrderly, type Reading } from './merit.ts';
import type { Mended } from './mended.ts';
import type { Repair } from './repair.ts';

/** Newest line first, as many dashboards show a log. */
export const reversed: Repair = {
  id: 'reversed',
  grave: true,
  plan: (sample, reading) =>
    sample.length < 3 || isRead(sample, reading) || isTold(reading)
      ? []
      : [(lines) => lines.toReversed()],
};

/**
 * What each reply answered is told by the program's own words above it: `recipient address … not
 * accepted by the server`, and then the reply. In another order those words are about nothing.
 */
function isTold({ sessions }: Reading): boolean {
  return (
    sessions.some(({ exchanges }) => exchanges.length > 0) &&
    sessions.every(({ exchanges }) =>
      exchanges.every(({ command, reply }) => command && command.entry === reply?.entry),
    )
  );
}

function isRead(sample: readonly Mended[], reading: Reading): boolean {
  const few = reading.strays + reading.unread < sample.length * 0.15;
  return few && isClean(reading) && isOrderly(reading);
}
