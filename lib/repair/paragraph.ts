import type { Dialect, Said, Side } from '../types.ts';
import type { Mended } from './mended.ts';
import type { Change, Repair } from './repair.ts';
import { cutAt, isGlued, isParagraph } from './unmarked.ts';

/**
 * A whole session in one paragraph, by a program that marks its lines: cut before each mark. The
 * dialects themselves say where one begins: it is what has to stand before a command or a reply so
 * that the dialect reads it.
 *
 *     SERVER -> CLIENT: 220 mx.example.net ESMTPCLIENT -> SERVER: EHLO client.example.org…
 *
 * @param dialects who may read the log
 */
export function paragraphOf(dialects: readonly Dialect[]): Repair {
  return {
    id: 'paragraph',
    plan(sample, { sessions }) {
      const glued = isParagraph(sample)
        ? sample.filter(({ text }) => isGlued(text)).slice(0, 8)
        : [];
      const able = dialects.filter(({ alone, inferred }) => !alone && !inferred);
      if (glued.length === 0) {
        // No step was taken: the program's remarks are all there is.
        const isShort = sample.length <= 3 && sample.some(({ text }) => text.length > 60);
        const isSilent = sessions.every(({ exchanges }) => exchanges.length === 0);
        return isShort && isSilent ? byNotes(sample, able) : [];
      }
      const seeds = spread(
        glued.flatMap(({ text }) => seedsOf(text).map((seed) => ({ ...seed, text }))),
      );
      const found = able
        .map((dialect) => ({ dialect, marks: marksOf(dialect, seeds) }))
        .filter(({ marks }) => marks.length >= Math.min(2, seeds.length))
        .sort((one, other) => other.marks.length - one.marks.length);
      return found.slice(0, MAX_WAYS).map(({ dialect, marks }): Change => {
        const cuts = cutter(dialect, marks);
        return (lines) =>
          lines.flatMap((line) => (isGlued(line.text) ? cutAt(line, cuts(line.text)) : [line]));
      });
    },
  };
}

/** Cuts before the remarks of those who know most of them. */
function byNotes(sample: readonly Mended[], dialects: readonly Dialect[]): Change[] {
  const text = sample.map((line) => line.text.slice(0, MAX_NOTES)).join(' ');
  const found = dialects
    .map((dialect) => ({ dialect, count: notes(dialect, text, []).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  return found.slice(0, MAX_WAYS).map(
    ({ dialect }) =>
      (lines) =>
        lines.flatMap((line) => cutAt(line, notes(dialect, line.text.slice(0, MAX_NOTES * 4), []))),
  );
}

/** How much of a paragraph is searched for remarks. */
const MAX_NOTES = 3000;
const MAX_WAYS = 3;
/** Steps by which the marks are found out. */
const MAX_SEEDS = 10;
const FIRST_SEEDS = 4;
/** The longest mark, with its time stamp and ids. */
const MAX_MARK = 110;

/** A step that can be seen whatever stands before it. */
interface Seed {
  at: number;
  side: Side;
}

const SEED =
  /(EHLO|HELO|LHLO) [\w[]|(?:MAIL FROM|RCPT TO):|(?:STARTTLS|QUIT|DATA)\b|(?<![\d.])(?:220|250|354|221|334|235|4[25]\d|5[035]\d)[ -]/gi;

function seedsOf(text: string): Seed[] {
  return [...text.matchAll(SEED)].map(({ index, 0: words }) => ({
    at: index,
    side: /^\d/.test(words) ? 'server' : 'client',
  }));
}

function spread<T>(all: readonly T[]): T[] {
  const step = Math.max(1, all.length / MAX_SEEDS);
  return all.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

interface Mark {
  side: Side;
  /** Its units, digits made equal. */
  shape: string;
}

/** What the dialect wants before the steps, where it wants anything. */
function marksOf(dialect: Dialect, seeds: readonly (Seed & { text: string })[]): Mark[] {
  const marks: Mark[] = [];
  for (const [nth, seed] of seeds.entries()) {
    // Who knows none of the first few knows none.
    if (nth === FIRST_SEEDS && marks.length === 0) return [];
    const start = startOf(dialect, seed.text, seed);
    if (start === undefined || start === seed.at) continue;
    marks.push({ side: seed.side, shape: shapeOf(seed.text.slice(start, seed.at)) });
  }
  return marks;
}

/** The last column at which a line may begin so that the dialect reads the step as it is. */
function startOf(dialect: Dialect, text: string, { at, side }: Seed): number | undefined {
  const words = text.slice(at, at + 60);
  const sample = sampleOf(text);
  // Some dialects want the quote that closes a string.
  const quote = closing(text, at);
  const ends = quote === undefined ? [at + 60] : [at + 60, quote];
  for (let length = 0; length <= Math.min(MAX_MARK, at); length++) {
    const start = at - length;
    if (length > 0 && !isEdge(text, start)) continue;
    for (const end of ends) {
      const said = first(dialect, text.slice(start, end), sample);
      if (said?.side === side && isAt(said, length, words)) {
        return stamped(dialect, text, start, at, said);
      }
    }
  }
  return undefined;
}

/** Behind the next quote. */
function closing(text: string, at: number): number | undefined {
  const quote = text.indexOf('"', at);
  return quote < 0 || quote > at + 400 ? undefined : quote + 1;
}

/** What a fresh reader says of a line, or one that has read some lines before. */
function first(
  dialect: Dialect,
  line: string,
  sample: readonly string[],
  before: readonly string[] = [],
): Said | undefined {
  const read = dialect.open(sample);
  for (const one of before) read(one);
  const said = read(line);
  return said === undefined || 'side' in said ? said : said[0];
}

/** A paragraph in pieces, for dialects that look at a log's first lines as a whole. */
function sampleOf(text: string): string[] {
  return Array.from({ length: Math.min(6, Math.ceil(text.length / 400)) }, (_, at) =>
    text.slice(at * 400, at * 400 + 400),
  );
}

function isAt(said: Said, length: number, words: string): boolean {
  return (
    Math.abs((said.at ?? 0) - length) <= 2 && said.text.trim().slice(0, 4) === words.slice(0, 4)
  );
}

/** Where a word, a sign or a number begins. */
function isEdge(text: string, at: number): boolean {
  if (at === 0) return true;
  return kindOf(text.charAt(at)) !== kindOf(text.charAt(at - 1)) || /[^\w\s]/.test(text.charAt(at));
}

function kindOf(char: string): number {
  return /\s/.test(char)
    ? 0
    : /\d/.test(char)
      ? 1
      : /[a-z]/.test(char)
        ? 2
        : /[A-Z]/.test(char)
          ? 3
          : 4;
}

/** A time stamp before the mark belongs to it. */
function stamped(dialect: Dialect, text: string, start: number, at: number, said: Said): number {
  if (said.time !== undefined) return start;
  const stamp = STAMP.exec(text.slice(Math.max(0, start - 40), start));
  if (!stamp) return start;
  const from = start - stamp[0].length;
  const again = first(dialect, text.slice(from, at + 60), sampleOf(text));
  return again?.side === said.side ? from : start;
}

const STAMP =
  /(?:\[?\d{4}-\d\d-\d\d[ T])?\[?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?\]?[ \t:]{0,3}$/;

function shapeOf(words: string): string {
  return words.replace(/\d/g, '#').replace(/\s+/g, ' ');
}

/** Where to cut a text of the dialect. */
function cutter(dialect: Dialect, marks: readonly Mark[]): (text: string) => number[] {
  const shapes = [...new Set(marks.map(({ shape }) => shape))];
  const strong = shapes.filter((shape) => shape.replace(/[^A-Za-z#]/g, '').length >= 3);
  const patterns = strong.map(patternOf);
  return (text) => {
    const cuts: number[] = [];
    for (const seed of seedsOf(text)) {
      const start = startOf(dialect, text, seed);
      // Without its mark it is a further line of the reply, or no step at all.
      if (start !== undefined && start !== seed.at) cuts.push(start);
    }
    for (const pattern of patterns) {
      for (const match of text.matchAll(pattern)) cuts.push(match.index);
    }
    // A program's remarks may be known only behind its first lines.
    const before = cuts.slice(0, 2).map((at) => text.slice(at, at + 60));
    return [...cuts, ...notes(dialect, text, before)];
  };
}

function patternOf(shape: string): RegExp {
  const source = shape
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/#+/g, '\\d{1,12}')
    .replace(/ /g, '\\s{1,20}');
  return new RegExp(source, 'g');
}

/** Where the program's own remarks begin, those that tell something. */
function notes(dialect: Dialect, text: string, before: readonly string[]): number[] {
  const cuts: number[] = [];
  const sample = sampleOf(text);
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text.charAt(at)) || !isEdge(text, at)) continue;
    const words = text.slice(at, at + 160);
    let said = first(dialect, words, sample);
    if ((said?.event ?? 'remark') === 'remark' && before.length > 0) {
      said = first(dialect, words, sample, before) ?? said;
    }
    if (said?.side !== 'note' || said.event === undefined || said.event === 'remark') continue;
    if ((said.at ?? 0) <= 8) cuts.push(at);
  }
  return cuts;
}
