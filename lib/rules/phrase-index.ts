import { Phrase } from './phrase.ts';

/** A row of a table that phrases lead to. */
interface Row {
  phrases: readonly string[];
}

/** Where in the table a text leads: the first row, of those that `fits` lets through; -1 if none. */
export type FindRow<T extends Row> = (text: string, fits?: (row: T) => boolean) => number;

const NON_ASCII = /[^\0-\x7f]/;

/** Places of a hash table; a power of two, several times the number of phrases. */
const SIZE = 8192;
/** The top bits of a product that give a place in the table. */
const SHIFT = 32 - 13;

/** Words that every other refusal has. */
const COMMON: ReadonlySet<string> = new Set(
  'message mail email recipient rejected address mailbox sender user account invalid blocked exceeds'.split(
    ' ',
  ),
);

/** What leads to a row: words that stand in a text for certain when the phrase does. */
interface Key {
  words: string;
  rank: number;
  /** Undefined where the words are the whole phrase. */
  phrase: Phrase | undefined;
}

/**
 * Makes a table of phrases searchable in one pass over a text, however many phrases it has: each is
 * filed under four of its letters, the four that the fewest others share. Phrases are written as
 * `refusal-row.ts` says. Nothing is built before the first search.
 */
export function indexPhrases<T extends Row>(rows: readonly T[]): FindRow<T> {
  let find: FindRow<T> | undefined;
  return (text, fits) => (find ??= build(rows))(text, fits);
}

function build<T extends Row>(rows: readonly T[]): FindRow<T> {
  const keys: Key[] = [];
  for (const [rank, { phrases }] of rows.entries()) {
    for (const line of phrases) addKeys(keys, line, rank);
  }
  const long = new Chains(keys, 4);
  const short = new Chains(keys, 3);
  // Words of one or two letters are Chinese or Japanese.
  const signs = keys.filter(({ words }) => words.length < 3);

  return (text, fits) => {
    let best = rows.length;
    const consider = ({ phrase, rank }: Key): void => {
      const row = rows[rank];
      if (rank >= best || row === undefined || (fits && !fits(row))) return;
      if (phrase === undefined || phrase.isIn(text)) best = rank;
    };
    const follow = (chains: Chains, gram: number, at: number): void => {
      let id = chains.first[placeOf(gram)] ?? -1;
      while (id >= 0) {
        const key = keys[id];
        // A chain begins with its first row, so what follows is no better.
        if (key === undefined || key.rank >= best) return;
        if (text.startsWith(key.words, at - (chains.ends[id] ?? 0))) consider(key);
        id = chains.next[id] ?? -1;
      }
    };
    let gram = 0;
    for (let at = 0; at < text.length; at += 1) {
      gram = (gram << 8) | (text.charCodeAt(at) & 0xff);
      if (long.first[placeOf(gram)] !== -1) follow(long, gram, at);
      if (short.first[placeOf(gram & 0xffffff)] !== -1) follow(short, gram & 0xffffff, at);
    }
    if (signs.length > 0 && NON_ASCII.test(text)) {
      for (const key of signs) if (text.includes(key.words)) consider(key);
    }
    return best < rows.length ? best : -1;
  };
}

function addKeys(keys: Key[], line: string, rank: number): void {
  if (!/[*={]/.test(line)) {
    keys.push({ words: line, rank, phrase: undefined });
    return;
  }
  const phrase = new Phrase(line);
  for (const words of keyWordings(phrase)) keys.push({ words, rank, phrase });
}

/** The wordings of the piece that says most: without any of them the phrase is not in a text. */
function keyWordings({ pieces }: Phrase): readonly string[] {
  let best: readonly string[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const { wordings } of pieces) {
    // Long words are rare, and few choices are quickly tried; fewer than four letters are no good.
    let worth = 12;
    for (const wording of wordings) {
      const { length } = wording;
      worth = Math.min(worth, length < 4 ? length - 100 : COMMON.has(wording.trim()) ? 0 : length);
    }
    worth -= wordings.length / 4;
    if (worth <= most) continue;
    most = worth;
    best = wordings;
  }
  return best;
}

/** A hash table of the keys by some letters of theirs, those with equal ones in a chain. */
class Chains {
  /** By the letters' place: the first key, or -1. By key: the next one of the chain, or -1. */
  readonly first = new Int16Array(SIZE).fill(-1);
  readonly next: Int16Array;
  /** By key: where in its words the letters end. */
  readonly ends: Uint8Array;

  /** Takes the keys of at least four letters by four of them, or those of three by all. */
  constructor(keys: readonly Key[], size: 3 | 4) {
    this.next = new Int16Array(keys.length);
    this.ends = new Uint8Array(keys.length);
    const counts = new Uint8Array(SIZE);
    // From the last to the first, so that each chain begins with its first row.
    for (let id = keys.length - 1; id >= 0; id -= 1) {
      const words = keys[id]?.words ?? '';
      const { length } = words;
      if (length < size || (size === 3 && length > 3)) continue;
      const last = length - size;
      let from = last >> 1;
      let place = placeAt(words, from, size);
      for (const other of [last >> 2, last - (last >> 2), last]) {
        const candidate = placeAt(words, other, size);
        if ((counts[candidate] ?? 0) >= (counts[place] ?? 0)) continue;
        from = other;
        place = candidate;
      }
      counts[place] = (counts[place] ?? 0) + 1;
      this.ends[id] = from + size - 1;
      this.next[id] = this.first[place] ?? -1;
      this.first[place] = id;
    }
  }
}

/** The place of so many letters from `from` on. */
function placeAt(words: string, from: number, size: number): number {
  let gram = 0;
  for (let at = from; at < from + size; at += 1) gram = (gram << 8) | (words.charCodeAt(at) & 0xff);
  return placeOf(gram);
}

function placeOf(gram: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> SHIFT;
}
