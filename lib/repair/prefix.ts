import { part, type Mended } from './mended.ts';
import { isClean, isOrderly, type Reading } from './merit.ts';
import { isGlued } from './unmarked.ts';
import type { Change, Repair } from './repair.ts';

/**
 * Something stands before every line that is not the log's own: a container's name, a time stamp
 * of syslog, a line number, `> ` of a quotation. It is what the lines have in common once numbers
 * and ids count as equal. Where one of its ids changes to and fro, the lines of several
 * connections are mixed.
 *
 *     smtp_1  | 220 mail.example.org ESMTP
 *     Nov 23 09:00:01 web01 mailer[4711]: EHLO client.example.org
 */
export const prefix: Repair = { id: 'prefix', plan };

/** Columns in which a foreign prefix ends at the latest. */
const MAX_PREFIX = 140;
/** Ways that are tried: each costs a reading. */
const MAX_WAYS = 14;
/** Ids by which lines may be told apart, and how many of the shortest and of the longest prefixes are tried with each. */
const MAX_KEYS = 2;
const MAX_KEYED = 3;

function plan(sample: readonly Mended[], reading: Reading): Change[] {
  const lines = sample.filter(({ text }) => text.trim() !== '');
  const { strays, unread } = reading;
  // A paragraph is to be taken apart first.
  if (lines.length === 1 && lines[0] && isGlued(lines[0].text)) return [];
  // Who reads most of the lines takes the prefix for its own.
  const isTalk = reading.sessions.some(({ exchanges }) => exchanges.length > 0);
  const isRead = isTalk && isClean(reading) && strays + unread < lines.length * 0.2;
  if (isRead && isOrderly(reading)) return [];
  const changes: Change[] = [];
  const indent = Math.min(...lines.map(({ text }) => text.length - text.trimStart().length));
  if (indent > 0 && Number.isFinite(indent)) {
    changes.push((all) => all.map((line) => part(line, Math.min(indent, line.text.length))));
  }
  const shapes = common(lines);
  for (const shape of shapes.slice(0, MAX_WAYS)) {
    changes.push((all) => all.map((line) => without(line, shape)));
  }
  const longest = shapes.at(-1);
  if (longest === undefined) return changes;
  for (const nth of alternating(lines, longest).slice(0, MAX_KEYS)) {
    const able = shapes.filter((shape) => countIds(shape) > nth);
    // The prefix may end right behind the id, or reach as far as the lines are alike.
    for (const shape of new Set([...able.slice(0, MAX_KEYED), ...able.slice(-MAX_KEYED)])) {
      changes.push((all) => all.map((line) => keyed(line, shape, nth)));
    }
  }
  return changes;
}

/** What most lines begin with, shortest first. */
function common(lines: readonly Mended[]): string[] {
  const seen = new Map<string, { count: number; first: number; last: number }>();
  for (const [at, { text }] of lines.entries()) {
    for (const shape of new Set(boundaries(text).map((end) => shapeOf(text.slice(0, end))))) {
      const one = seen.get(shape) ?? { count: 0, first: at, last: at };
      seen.set(shape, { count: one.count + 1, first: one.first, last: at });
    }
  }
  const few = lines.length < 3;
  return [...seen]
    .filter(
      ([, { count, first, last }]) =>
        count >= (few ? lines.length : 3) &&
        count >= (last - first + 1) * 0.8 &&
        count >= lines.length * 0.4,
    )
    .map(([shape]) => shape)
    .sort((one, other) => one.length - other.length);
}

/** Columns at which the log's own words may begin. */
function boundaries(text: string): number[] {
  const ends: number[] = [];
  const max = Math.min(text.length, MAX_PREFIX);
  for (let at = 1; at <= max; at++) {
    const before = text.charAt(at - 1);
    const isBlank = before === ' ' || before === '\t';
    // One blank parts the prefix from the words; further ones are the words' own.
    const isFirstBlank = isBlank && at > 1 && !/\s/.test(text.charAt(at - 2));
    if (isFirstBlank || (/[:|>\])},;]/.test(before) && !/\s/.test(text.charAt(at)))) ends.push(at);
  }
  return ends;
}

const WORD = /[\w.+-]+/g;

/** Words with a digit in them: numbers, times, ids. */
function idsOf(words: string): string[] {
  return (words.match(WORD) ?? []).filter((word) => /\d/.test(word));
}

/** Numbers and ids look alike, and so do runs of blanks. */
function shapeOf(words: string): string {
  const same = words.replace(WORD, (word) => (/\d/.test(word) ? '#' : word));
  return same.trimStart().replace(/\s+/g, ' ');
}

function countIds(shape: string): number {
  return shape.split('#').length - 1;
}

/** Where the prefix of this shape ends in a line. */
function endOf(text: string, shape: string): number | undefined {
  const end = boundaries(text).find((at) => shapeOf(text.slice(0, at)) === shape);
  if (end !== undefined) return end;
  // Nothing behind it: its last blank may be gone.
  return shapeOf(text).trimEnd() === shape.trimEnd() ? text.length : undefined;
}

function without(line: Mended, shape: string): Mended {
  const end = endOf(line.text, shape);
  return end === undefined ? line : part(line, end);
}

function keyed(line: Mended, shape: string, nth: number): Mended {
  const end = endOf(line.text, shape);
  if (end === undefined) return line;
  const key = idsOf(line.text.slice(0, end))[nth];
  return { ...part(line, end), ...(key === undefined ? {} : { key }) };
}

/** Which of the prefix's ids change to and fro; times only go up. */
function alternating(lines: readonly Mended[], shape: string): number[] {
  const values: string[][] = [];
  for (const { text } of lines) {
    const end = endOf(text, shape);
    if (end === undefined) continue;
    for (const [nth, id] of idsOf(text.slice(0, end)).entries()) {
      (values[nth] ??= []).push(id);
    }
  }
  return values.flatMap((all, nth) => {
    const distinct = new Set(all).size;
    if (distinct < 2 || distinct > all.length / 3) return [];
    const seen = new Set<string>();
    const returns = all.filter((id, at) => {
      const back = seen.has(id) && all[at - 1] !== id;
      seen.add(id);
      return back;
    }).length;
    return returns > 0 ? [nth] : [];
  });
}
