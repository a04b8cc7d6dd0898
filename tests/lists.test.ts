import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dialects } from '../lib/dialects/index.ts';
import { detect } from '../lib/detect.ts';
import { linesOf } from '../lib/lines.ts';
import { corpus } from './corpus.ts';

const files = (folder: string) =>
  readdirSync(new URL(`../${folder}/`, import.meta.url))
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length));

test('the list of dialects is the folder', () => {
  expect(dialects.map((dialect) => dialect.id).toSorted()).toEqual(
    files('lib/dialects').toSorted(),
  );
});

test('every dialect has a name and cases', () => {
  const cases = new Set(corpus().map((item) => item.dialect));
  for (const { id, title } of dialects) {
    expect(title).not.toBe('');
    expect(cases, `tests/corpus/${id}`).toContain(id);
  }
});

describe('detection does not hang on the order of the list', () => {
  test.each(corpus().map((item) => [item.name, item] as const))('%s', (_name, item) => {
    const lines = [...linesOf(item.text)];
    expect(detect(lines, dialects)?.id).toBe(item.dialect);
    expect(detect(lines, dialects.toReversed())?.id).toBe(item.dialect);
  });
});
