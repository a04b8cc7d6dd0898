import { cutAt } from './unmarked.ts';
import type { Mended } from './mended.ts';
import type { Change, Repair } from './repair.ts';

/**
 * Lines that begin alike, in one paragraph: cut before each time stamp that looks like the one at
 * the paragraph's start, or before each copy of its first word.
 *
 *     Nov 23 18:20:09 mail postfix/smtpd[99]: connect from …Nov 23 18:20:10 mail postfix/smtp[12]: …
 */
export const heads: Repair = {
  id: 'heads',
  plan(sample) {
    const long = sample.find(({ text }) => text.length > 160);
    if (!long) return [];
    const patterns = [stampOf(long.text), wordOf(long.text)];
    return patterns.flatMap((pattern): Change[] => {
      if (!pattern || (long.text.match(pattern)?.length ?? 0) < 2) return [];
      return [(lines) => lines.flatMap((line) => apart(line, pattern))];
    });
  },
};

function apart(line: Mended, pattern: RegExp): Mended[] {
  return line.text.length < 80
    ? [line]
    : cutAt(
        line,
        [...line.text.matchAll(pattern)].map(({ index }) => index),
      );
}

const STAMP =
  /^\s{0,4}[["<(]{0,2}(?:@[0-9a-f]{24}|(?:[A-Za-z]{3},? )?(?:[A-Za-z]{3} [ \d]\d |\d{4}[-/]\d\d[-/]\d\d[ T,]|\d\d[-/. ](?:\d\d|[A-Za-z]{3})[-/. ]\d{4}[ :T])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)/;

function stampOf(text: string): RegExp | undefined {
  const stamp = STAMP.exec(text)?.[0];
  return stamp === undefined ? undefined : patternOf(stamp);
}

/** The first word, where it is none that a text repeats by chance. */
function wordOf(text: string): RegExp | undefined {
  const word = /^\s{0,4}(\S{4,60})\s/.exec(text)?.[0];
  return word === undefined || !/[^\w\s]|\d/.test(word) ? undefined : patternOf(word);
}

/** The same words with other numbers, months and days. */
function patternOf(words: string): RegExp {
  const source = words.trim().replace(PIECE, (piece) => {
    if (piece.startsWith('@')) return '@[0-9a-f]{24}';
    if (/^\d/.test(piece)) return `\\d{${piece.length}}`;
    if (/^ \d$/.test(piece)) return '[ \\d]\\d';
    if (/^[A-Z]/.test(piece)) return '[A-Z][a-z]{2}';
    return `\\${piece}`;
  });
  return new RegExp(source, 'g');
}

const PIECE =
  /@[0-9a-f]{24}|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b| \d\b|\d+|[.*+?^${}()|[\]\\/]/g;
