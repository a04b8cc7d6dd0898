import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAUSES } from '../../lib/knowledge/causes.ts';
import { CLIENT_FAILURES } from '../../lib/knowledge/client-failures.ts';
import {
  REFUSAL_CODES,
  REFUSAL_ENHANCED,
  REFUSAL_LOOSE,
} from '../../lib/knowledge/refusal-codes.ts';
import { WARNINGS } from '../../lib/knowledge/warnings.ts';
import { fold } from '../../lib/smtp/fold.ts';
import { RULES } from '../../lib/rules/index.ts';
import { REFUSAL_TABLES } from '../../lib/rules/refusal.ts';

const folder = new URL('../../lib/rules/', import.meta.url);

describe('the list of rules', () => {
  it('holds every file that exports a rule, once', () => {
    const names = readdirSync(folder).flatMap((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      return /^export const \w+: Rule = /m.test(text) ? [file] : [];
    });
    expect(RULES).toHaveLength(names.length);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('puts causes before remarks', () => {
    const kinds = RULES.map(({ severity }) => severity === 'error');
    expect(kinds.lastIndexOf(true)).toBeLessThan(kinds.indexOf(false));
  });

  it('has words for every remark', () => {
    for (const { id, severity } of RULES) {
      if (severity !== 'error') expect(Object.keys(WARNINGS)).toContain(id);
    }
  });
});

describe('the tables of refusals', () => {
  const rows = [
    ...Object.values(REFUSAL_TABLES).flat(),
    ...REFUSAL_ENHANCED,
    ...REFUSAL_LOOSE,
    ...REFUSAL_CODES,
    ...CLIENT_FAILURES,
  ];

  it('name causes that have words', () => {
    expect(rows.filter(({ cause }) => !(cause in CAUSES))).toEqual([]);
  });

  it('hold phrases as they are compared: lower case, without accents, none empty', () => {
    const phrases = [...Object.values(REFUSAL_TABLES).flat(), ...CLIENT_FAILURES].flatMap(
      (row) => row.phrases,
    );
    expect(
      phrases.filter((phrase) => phrase !== fold(phrase.toLowerCase()) || phrase.trim() === ''),
    ).toEqual([]);
    // A bridge splits a phrase before its braces are read.
    expect(phrases.filter((phrase) => /\{[^}*]*\*[^}]*\}/.test(phrase))).toEqual([]);
    // Addresses are masked before the comparison.
    const isDead = (phrase: string): boolean => phrase.replaceAll('a@b', '').includes('@');
    expect(phrases.filter((phrase) => isDead(phrase) || phrase.startsWith('*'))).toEqual([]);
  });
});
