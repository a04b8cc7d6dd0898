import { expect } from 'vitest';
import type { Row } from '../../lib/knowledge/rows.ts';

/** Every row has a phrase that fits a badge, whole sentences, and says where it comes from. */
export function expectRows(table: Readonly<Record<string, Row>>): void {
  expect(Object.keys(table).length).toBeGreaterThan(0);
  for (const [key, row] of Object.entries(table)) {
    expect(row.brief, key).not.toBe('');
    expect(row.brief.length, key).toBeLessThanOrEqual(60);
    expect(row.brief, key).not.toMatch(/[.\n]$/);
    expect(row.source, key).not.toBe('');
    expect(row.full, key).not.toMatch(/TODO|undefined|\s{2}/);
  }
}

/** Whole sentences, as they stand in an explanation. */
export function expectSentences(table: Readonly<Record<string, Row>>): void {
  for (const [key, row] of Object.entries(table)) {
    expect(row.full, key).toMatch(/^[A-Z0-9“][^\n]*[.)]$/);
  }
}
