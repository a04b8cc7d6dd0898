import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutSources } from '../../scripts/without-sources.ts';

const folder = new URL('../../lib/knowledge/', import.meta.url);
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ts'));

/** Every string that stands in a row as `source`. */
function sourcesOf(value: unknown, found: Set<string>): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'source' && typeof inner === 'string') found.add(inner);
    else sourcesOf(inner, found);
  }
  return found;
}

test.each(files)('%s loses nothing but sources', async (name) => {
  const file = new URL(name, folder);
  const code = readFileSync(file, 'utf8');
  const left = withoutSources(code);
  const sources = sourcesOf(await import(file.href), new Set());
  const strings = (text: string) => text.match(/'[^'\n]*'/g) ?? [];
  const after = strings(left);
  const gone: string[] = [];
  let at = 0;
  for (const text of strings(code)) {
    if (after[at] === text) at += 1;
    else gone.push(text.slice(1, -1));
  }
  expect(gone.filter((text) => !sources.has(text))).toEqual([]);
  expect(at).toBe(after.length);
});

test('there are sources to lose', () => {
  const code = readFileSync(new URL('reply-codes.ts', folder), 'utf8');
  expect(withoutSources(code)).not.toMatch(/^ +'RFC [^']*',$/m);
});
