import { fold } from './fold.ts';
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
  const keys = rows.flatMap(({ phrases }, rank) => phrases.flatMap((line) => keysOf(line, rank)));
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

function keysOf(line: string, rank: number): Key[] {
  const words = NON_ASCII.test(line) ? fold(line) : line;
  if (!/[*={]/.test(words)) return [{ words, rank, phrase: undefined }];
  const phrase = new Phrase(words);
  return keyWordings(phrase).map((wording) => ({ words: wording, rank, phrase }));
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

  /** Takes the keys with at least so many letters; of the shorter table, only those that long. */
  constructor(keys: readonly Key[], size: 3 | 4) {
    this.next = new Int16Array(keys.length).fill(-1);
    this.ends = new Uint8Array(keys.length);
    const isMine = ({ words }: Key) => (size === 4 ? words.length >= 4 : words.length === 3);
    const shared = new Uint16Array(SIZE);
    for (const key of keys) {
      if (!isMine(key)) continue;
      for (let end = size; end <= key.words.length; end += 1) {
        const place = placeAt(key.words, end, size);
        shared[place] = (shared[place] ?? 0) + 1;
      }
    }
    // From the last to the first, so that each chain begins with its first row.
    for (let id = keys.length - 1; id >= 0; id -= 1) {
      const key = keys[id];
      if (key && isMine(key)) this.file(id, key.words, size, shared);
    }
  }

  private file(id: number, words: string, size: number, shared: Uint16Array): void {
    let rarest = placeAt(words, size, size);
    let at = size;
    for (let end = size + 1; end <= words.length; end += 1) {
      const place = placeAt(words, end, size);
      if ((shared[place] ?? 0) >= (shared[rarest] ?? 0)) continue;
      rarest = place;
      at = end;
    }
    this.ends[id] = at - 1;
    this.next[id] = this.first[rarest] ?? -1;
    this.first[rarest] = id;
  }
}

/** The place of the letters before `end`. */
function placeAt(words: string, end: number, size: number): number {
  let gram = 0;
  for (let at = end - size; at < end; at += 1) gram = (gram << 8) | (words.charCodeAt(at) & 0xff);
  return placeOf(gram);
}

function placeOf(gram: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> SHIFT;
}
