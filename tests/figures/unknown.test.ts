import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { dialects } from '../../lib/dialects/index.ts';
import { explain } from '../../lib/explain.ts';
import { corpus } from '../corpus.ts';
import { unknownScore } from '../unknown.ts';

/** Formats of no program: leaving them out says nothing of programs that nobody listed. */
const NO_PROGRAM = new Set(['generic', 'raw', 'reply']);

/** What a log of a program that nobody listed is read like. The goal is 95 % and 90 %. */
test('logs are read without the file of their dialect', () => {
  const sum = { direction: { right: 0, all: 0 }, outcome: { right: 0, all: 0 } };
  for (const item of corpus()) {
    if (NO_PROGRAM.has(item.dialect)) continue;
    const others = dialects.filter(({ id }) => id !== item.dialect);
    const score = unknownScore(item, explain(analyze(item.text, others)));
    for (const field of ['direction', 'outcome'] as const) {
      sum[field].right += score[field].right;
      sum[field].all += score[field].all;
    }
  }
  expect(sum.direction.right / sum.direction.all).toBeGreaterThan(0.95);
  expect(sum.outcome.right / sum.outcome.all).toBeGreaterThan(0.87);
}, 120_000);
