import { isClean, isOrderly, type Reading } from './merit.ts';
import type { Mended } from './mended.ts';
import type { Repair } from './repair.ts';

/** Newest line first, as many dashboards show a log. */
export const reversed: Repair = {
  id: 'reversed',
  grave: true,
  plan: (sample, reading) =>
    sample.length < 3 || isRead(sample, reading) ? [] : [(lines) => lines.toReversed()],
};

function isRead(sample: readonly Mended[], reading: Reading): boolean {
  const few = reading.strays + reading.unread < sample.length * 0.15;
  return few && isClean(reading) && isOrderly(reading);
}
