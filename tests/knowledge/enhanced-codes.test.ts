import { describe, expect, it } from 'vitest';
import { enhancedCodes } from '../../lib/knowledge/enhanced-codes.ts';
import { enhancedSubjects } from '../../lib/knowledge/enhanced-subjects.ts';
import { expectRows, expectSentences } from './rows.ts';

describe('enhanced codes', () => {
  it('have words and a source', () => {
    expectRows(enhancedCodes);
    expectSentences(enhancedCodes);
    expectRows(enhancedSubjects);
  });

  it('have a word for each subject', () => {
    expect(Object.keys(enhancedSubjects)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it('have a phrase short enough to stand behind "Recipient put off for now: "', () => {
    for (const [code, { brief }] of Object.entries(enhancedCodes)) {
      expect(`Recipient refused: ${brief}`.length, code).toBeLessThanOrEqual(60);
    }
  });

  it('say what the registry says, for those that decide most', () => {
    expect(enhancedCodes['1.1'].full).toMatch(/before the @/);
    expect(enhancedCodes['2.2'].full).toMatch(/quota/);
    expect(enhancedCodes['7.8'].full).toMatch(/user name or password/);
    expect(enhancedCodes['7.23'].full).toMatch(/SPF/);
    expect(enhancedCodes['7.25'].full).toMatch(/PTR/);
    expect(enhancedCodes['1.10'].full).toMatch(/null MX/);
  });
});
