import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

/** UTF-16 units of the shorter text; the longer one has FACTOR times as many. */
const LENGTH = 50_000;
const FACTOR = 4;
/** What a clock of a busy machine may add, in ms. */
const NOISE = 40;

/** Time that the whole job takes, in ms: the best of several runs. */
function timeFor(text: string): number {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const from = performance.now();
    explain(analyze(text));
    best = Math.min(best, performance.now() - from);
  }
  return best;
}

// Linear work takes 4 times as long, quadratic work 16 times.
test.each(Object.entries(HOSTILE_TEXTS))('%s: time grows with the length', (_name, make) => {
  const short = timeFor(make(LENGTH));
  const long = timeFor(make(LENGTH * FACTOR));
  expect(long).toBeLessThan(2.2 * FACTOR * short + NOISE);
});
