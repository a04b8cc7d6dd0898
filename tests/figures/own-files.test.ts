import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';

const root = new URL('../../', import.meta.url);

/** Sources and documents of this project: their comments, tests and examples are full of log lines. */
const own = globSync('**/*.{ts,tsx,json,html,css,md}', {
  cwd: root,
  exclude: [
    '**/node_modules',
    '.output',
    '.wxt',
    '.git',
    'demo-output',
    'coverage',
    // Saved screens, which do hold logs.
    'tests/pages',
  ],
});

test('none of our own files is taken for a log', () => {
  expect(own.length).toBeGreaterThan(300);
  const taken = own.filter(
    (file) => analyze(readFileSync(new URL(file, root), 'utf8')).sessions.length > 0,
  );
  expect(taken).toEqual([]);
  // Some 800 files, each of which every dialect reads.
}, 150_000);
