import type { RemarkRow } from './rows.ts';

/** A remark that begins with these words, in lower case. */
export function starts(words: string, brief: string, full: string, source: string): RemarkRow {
  return { starts: words, brief, full, source };
}

/** A remark that holds these words somewhere, in lower case. */
export function holds(words: string, brief: string, full: string, source: string): RemarkRow {
  return { holds: words, brief, full, source };
}
