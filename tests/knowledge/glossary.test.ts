import { describe, expect, it, test } from 'vitest';
import { glossaryOf } from '../../lib/glossary.ts';
import { GLOSSARY } from '../../lib/knowledge/glossary.ts';

/** The other terms that a meaning uses. */
function usedBy(term: string, meaning: string): string[] {
  const found = Object.values(glossaryOf([meaning]).definitions).map((other) => other.term);
  return [...new Set(found)].filter((other) => other !== term);
}

describe('each term', () => {
  it.each(GLOSSARY.map((row) => [row.term, row] as const))('%s is told plainly', (_, row) => {
    const { meaning, source, spellings } = row;
    expect(meaning).toMatch(/^[A-Z][^“”"<>{}]+\.$/);
    expect(meaning.length).toBeLessThanOrEqual(170);
    expect(meaning.split(/(?<=[.!?]) (?=[A-Z])/).length).toBeLessThanOrEqual(3);
    expect(source).not.toBe('');
    for (const spelling of spellings) expect(spelling).toMatch(/^[\w-]+(?: [\w-]+)*$/);
  });

  it.each(GLOSSARY.map((row) => [row.term, row] as const))('%s is found', (term, row) => {
    for (const spelling of row.spellings) {
      const capital = spelling.charAt(0).toUpperCase() + spelling.slice(1);
      for (const text of [`Here is ${spelling}.`, `${capital}: here`, `(${spelling}), then`]) {
        const found = Object.values(glossaryOf([text]).definitions);
        expect(found.map((definition) => definition.term)).toEqual([term]);
      }
    }
  });

  it.each(GLOSSARY.map((row) => [row.term, row] as const))(
    '%s uses no abbreviation that is not explained',
    (_, { meaning }) => {
      const { definitions } = glossaryOf([meaning]);
      const rest = Object.keys(definitions).reduce(
        (text, form) => text.replaceAll(form, ''),
        meaning,
      );
      expect(rest.match(/[A-Z]{2}\w*/g)).toBeNull();
    },
  );
});

test('no term is explained by itself in a circle', () => {
  const uses = new Map(GLOSSARY.map(({ term, meaning }) => [term, usedBy(term, meaning)]));
  const done = new Set<string>();
  const visit = (term: string, path: readonly string[]): void => {
    if (done.has(term)) return;
    expect(path, [...path, term].join(' → ')).not.toContain(term);
    for (const next of uses.get(term) ?? []) visit(next, [...path, term]);
    done.add(term);
  };
  for (const term of uses.keys()) visit(term, []);
});

test('no term and no spelling stands there twice', () => {
  const terms = GLOSSARY.map(({ term }) => term);
  const spellings = GLOSSARY.flatMap((row) => row.spellings);
  expect(new Set(terms).size).toBe(terms.length);
  expect(new Set(spellings).size).toBe(spellings.length);
  expect(terms.length).toBeGreaterThanOrEqual(60);
});
