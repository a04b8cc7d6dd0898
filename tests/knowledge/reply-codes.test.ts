import { describe, expect, it } from 'vitest';
import { asideStages } from '../../lib/knowledge/aside-stages.ts';
import { privateCodes } from '../../lib/knowledge/private-codes.ts';
import { replyClasses } from '../../lib/knowledge/reply-classes.ts';
import { replyCodes } from '../../lib/knowledge/reply-codes.ts';
import { replyStages } from '../../lib/knowledge/reply-stages.ts';
import { expectRows } from './rows.ts';

/** Registered beside an enhanced code only, or in use without a standard. */
const PRIVATE = [
  200, 422, 430, 431, 441, 442, 446, 447, 449, 471, 510, 511, 512, 513, 515, 517, 523, 524, 525,
  533, 540, 541, 542, 557, 558, 570, 571, 572, 585, 591, 598,
];

describe('reply codes', () => {
  it('covers the private codes and the classes', () => {
    expect(Object.keys(privateCodes).map(Number).toSorted()).toEqual(PRIVATE);
    expect(Object.keys(replyClasses).map(Number)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has words and a source in every row', () => {
    expectRows({ ...replyCodes, ...privateCodes, ...replyClasses });
  });

  it('names every standard code', () => {
    for (const [code, row] of Object.entries(replyCodes)) expect(row.name, code).not.toBe('');
  });
});

describe('replies by step', () => {
  const stages: Readonly<
    Record<string, Readonly<Record<number, { brief: string; full: string }>>>
  > = { ...replyStages, ...asideStages };

  it('has the steps of a session', () => {
    expect(Object.keys(replyStages)).toEqual([
      'greeting',
      'EHLO',
      'HELO',
      'LHLO',
      'STARTTLS',
      'AUTH',
      'MAIL',
      'RCPT',
      'DATA',
      '.',
      'BDAT',
      'QUIT',
    ]);
  });

  it('has a word for success, for now and for good at each', () => {
    for (const [stage, rows] of Object.entries(stages)) {
      for (const digit of [2, 4, 5]) expect(rows[digit], `${stage} ${digit}`).toBeDefined();
      for (const [code, row] of Object.entries(rows)) {
        expect(row.brief.length, `${stage} ${code}`).toBeLessThanOrEqual(60);
        expect(row.brief, `${stage} ${code}`).not.toMatch(/\.$/);
        expect(row.full, `${stage} ${code}`).toMatch(/\.$/);
      }
    }
  });

  it('tells apart what one code means at different steps', () => {
    expect(replyStages.greeting[220].brief).not.toBe(replyStages.STARTTLS[220].brief);
    expect(replyStages.STARTTLS[454].full).toMatch(/encryption/);
    expect(replyStages.AUTH[454].full).toMatch(/login/);
    const done = ['EHLO', 'MAIL', 'RCPT', '.', 'RSET'].map((stage) => stages[stage]?.[2]?.brief);
    expect(new Set(done).size).toBe(5);
  });
});
