import { isOrderly } from './merit.ts';
import type { Repair } from './repair.ts';

/** Newest line first, as many dashboards show a log. */
export const reversed: Repair = {
  id: 'reversed',
  plan: (sample, reading) =>
    sample.length < 3 || isOrderly(reading) ? [] : [(lines) => lines.toReversed()],
};
