import type { Repair } from './repair.ts';

/** Newest line first, as many dashboards show a log. */
export const reversed: Repair = {
  id: 'reversed',
  plan: (sample) => (sample.length < 3 ? [] : [(lines) => lines.toReversed()]),
};
