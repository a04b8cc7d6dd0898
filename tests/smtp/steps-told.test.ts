import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';

/** Each row: how the attempt ended, in which step, and the only words that a screen kept of it. */
const rows = readFileSync(new URL('steps-told.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('#'))
  .map((row) => row.split('\t'));

test.each(rows)('%s at %s: %s', (outcome, step, words = '') => {
  const { sessions } = analyze(words.replaceAll('\\n', '\n').replaceAll('\\t', '\t'));
  expect(sessions[0]?.facts).toMatchObject({ outcome, failedAt: step });
});

test('rows enough', () => {
  expect(rows.length).toBeGreaterThan(100);
});
