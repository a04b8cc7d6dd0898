import { expect, test } from 'vitest';
import { scoreWild, wildLogs } from './wild.ts';

/**
 * Logs as people post them: cut, mixed with other programs' lines, in the middle of prose.
 * `npm run score:wild` prints what is wrong.
 */
const scores = wildLogs(new URL('wild/', import.meta.url)).map((log) => ({
  log,
  score: scoreWild(log),
}));

/** The figures that are reached: they only go up. */
const REACHED = { outcome: 131, phase: 131, cause: 131 };

test.each(Object.entries(REACHED))('%s: %i are right', (field, reached) => {
  const right = scores.filter(({ score }) => score[field as keyof typeof REACHED]);
  const wrong = scores.filter((one) => !right.includes(one));
  expect(
    right.length,
    wrong.map(({ log, score }) => `${log.name}: ${score.said}`).join('\n'),
  ).toBeGreaterThanOrEqual(reached);
});
