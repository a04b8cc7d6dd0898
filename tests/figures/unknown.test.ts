import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { dialects } from '../../lib/dialects/index.ts';
import { explain } from '../../lib/explain.ts';
import { corpus } from '../corpus.ts';
import { unknownScore } from '../unknown.ts';

/** What a log of a program that nobody listed is read like: issue 3's figures. */
test('logs are read without the file of their dialect', () => {
  const sum = { direction: { right: 0, all: 0 }, outcome: { right: 0, all: 0 } };
  for (const item of corpus()) {
    const others = dialects.filter(({ id }) => id !== item.dialect || id === 'generic');
    const score = unknownScore(item, explain(analyze(item.text, others)));
    for (const field of ['direction', 'outcome'] as const) {
      sum[field].right += score[field].right;
      sum[field].all += score[field].all;
    }
  }
  expect(sum.direction.right / sum.direction.all).toBeGreaterThan(0.95);
  expect(sum.outcome.right / sum.outcome.all).toBeGreaterThan(0.9);
}, 120_000);
