import { Phrase } from './phrase.ts';

/** A row of a table that phrases lead to. */
interface Row {
  phrases: readonly string[];
}

/** Where in the table a text leads: the first row, of those that `fits` lets through; -1 if none. */
export type FindRow<T extends Row> = (text: string, fits?: (row: T) => boolean) => number;

const NON_ASCII = /[^\0-\x7f]/;

/** Words that every other refusal has, one after the other as they may follow each other. */
const TYPICAL =
  'this message to the recipient address was rejected by your mail server from our host a@b 0.0.0.0 is ' +
  'not accepted due to policy please see https www.example.com for more the email account has been blocked ' +
  'or the sender user domain does not exist too many errors exceeds the limit exceeded mailbox is disabled sending ' +
  'temporarily unavailable invalid request denied access refused service failed that later try again ip ' +
  'listed used local delivery required information contact reason error received';
/** What a typical word counts against all phrases that have it too. */
const TYPICAL_WEIGHT = 20;

/** Keys are filed by so many of their letters. */
const GRAM = 4;
/** A phrase is found by no more than so many wordings. */
const MOST_WORDINGS = 24;
/** Letters of a key that may file it. */
const LONGEST_KEY = 24;

/** Four blanks, and what stands for each sign: letters and digits for themselves, the rest a blank. */
const BLANKS = 0x20202020;
const LETTERS = new Uint8Array(0x10000).fill(0x20);
for (let code = 0x30; code <= 0x39; code += 1) LETTERS[code] = code;
for (let code = 0x61; code <= 0x7a; code += 1) LETTERS[code] = code;
// Of other scripts no more than seven bits are told apart.
for (let code = 0xc0; code < LETTERS.length; code += 1) LETTERS[code] = 0x80 | (code & 0x7f);

/** What leads to a row: words that stand in a text for certain when the phrase does. */
interface Key {
  words: string;
  /** A word begins where they begin. */
  opens: boolean;
  rank: number;
  /** Undefined where the words are the whole phrase. */
  phrase: Phrase | undefined;
  /** Number of the phrase, the same for each of its keys. */
  phraseId: number;
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
  let phraseId = 0;
  for (const [rank, { phrases }] of rows.entries()) {
    for (const line of phrases) addKeys(keys, line, rank, phraseId++);
  }
  const { first, grams, next, ends, shift } = file(keys);
  const last = first.length - 1;
  // Words of fewer letters are Chinese or Japanese, as a rule, and the others rare.
  const short = keys.filter(({ words, opens }) => words.length + (opens ? 1 : 0) < GRAM);
  const signs = short.filter(({ words }) => NON_ASCII.test(words));
  const shortest = short.filter(({ words }) => !NON_ASCII.test(words));

  // Number of the search in which a phrase was last compared: `user user user …` asks for it again and again.
  const compared = new Uint32Array(phraseId);
  let search = 0;

  return (text, fits) => {
    let best = rows.length;
    search += 1;
    const consider = ({ phrase, rank, phraseId: id }: Key): void => {
      const row = rows[rank];
      if (rank >= best || row === undefined || (fits && !fits(row))) return;
      if (phrase !== undefined) {
        if (compared[id] === search) return;
        compared[id] = search;
        if (!phrase.isIn(text)) return;
      }
      best = rank;
    };
    // As if a blank stood before the text: a word may begin there.
    let gram = BLANKS;
    for (let at = 0; at < text.length; at += 1) {
      gram = (gram << 8) | (LETTERS[text.charCodeAt(at)] ?? 0);
      let place = placeOf(gram, shift);
      let id = first[place] ?? -1;
      while (id >= 0 && grams[place] !== gram) {
        place = (place + 1) & last;
        id = first[place] ?? -1;
      }
      while (id >= 0) {
        const key = keys[id];
        // A chain begins with its first row, so what follows is no better.
        if (key === undefined || key.rank >= best) break;
        if (text.startsWith(key.words, at - (ends[id] ?? 0))) consider(key);
        id = next[id] ?? -1;
      }
    }
    for (const key of shortest) if (text.includes(key.words)) consider(key);
    if (signs.length > 0 && NON_ASCII.test(text)) {
      for (const key of signs) if (text.includes(key.words)) consider(key);
    }
    return best < rows.length ? best : -1;
  };
}

function addKeys(keys: Key[], line: string, rank: number, phraseId: number): void {
  if (!/[*={]/.test(line)) {
    keys.push({ words: line, opens: false, rank, phrase: undefined, phraseId });
    return;
  }
  const phrase = new Phrase(line);
  const { wordings, opens, isWhole } = keyOf(phrase);
  for (const words of wordings) {
    keys.push({ words, opens, rank, phrase: isWhole ? undefined : phrase, phraseId });
  }
}

interface KeyWords {
  wordings: readonly string[];
  opens: boolean;
  /** The wordings are all that the phrase asks for. */
  isWhole: boolean;
}

/** The stretch of a phrase that says most: without one of its wordings the phrase is not in a text. */
function keyOf({ pieces }: Phrase): KeyWords {
  let best: KeyWords = { wordings: [], opens: false, isWhole: false };
  let most = Number.NEGATIVE_INFINITY;
  for (const [from, start] of pieces.entries()) {
    let wordings: readonly string[] = [''];
    for (let to = from; to < pieces.length; to += 1) {
      const piece = pieces[to];
      if (piece === undefined || (to > from && piece.reach > 0)) break;
      wordings = wordings.flatMap((one) => piece.wordings.map((other) => one + other));
      if (wordings.length > MOST_WORDINGS && to > from) break;
      const worth = worthOf(wordings);
      if (worth <= most) continue;
      most = worth;
      const isWhole =
        from === 0 && to === pieces.length - 1 && !pieces.some((one) => one.opens || one.closes);
      best = { wordings, opens: start.opens, isWhole };
    }
  }
  return best;
}

/** Long words are rare, and few choices are quickly tried; fewer than four letters are no good. */
function worthOf(wordings: readonly string[]): number {
  let worth = 16;
  for (const wording of wordings) {
    const { length } = wording;
    worth = Math.min(
      worth,
      length < GRAM ? length - 100 : TYPICAL.includes(wording.trim()) ? length - 20 : length,
    );
  }
  return worth - wordings.length / 4;
}

/** A hash table of the keys by four of their letters, those with equal ones in a chain. */
interface Chains {
  /** By place in the table: the first key of the chain, or -1. */
  first: Int16Array;
  /** By place in the table: the letters of its chain. */
  grams: Int32Array;
  /** By key: the next one of the chain, or -1. */
  next: Int16Array;
  /** By key: where in its words the letters end. */
  ends: Uint8Array;
  /** What leaves the bits of a product that give a place in the table. */
  shift: number;
}

/** The table has at least so many places for each key: few letters meet where others are filed. */
const ROOM = 2;

function file(keys: readonly Key[]): Chains {
  const bits = Math.ceil(Math.log2(ROOM * keys.length + 1));
  const shift = 32 - bits;
  const size = 1 << bits;
  const first = new Int16Array(size).fill(-1);
  const grams = new Int32Array(size);
  const next = new Int16Array(keys.length).fill(-1);
  const ends = new Uint8Array(keys.length);
  const counts = countGrams(keys);
  // From the last to the first, so that each chain begins with its first row.
  for (let id = keys.length - 1; id >= 0; id -= 1) {
    const key = keys[id];
    if (key === undefined) continue;
    // What many phrases have, many replies have: they would lead here in vain.
    let fewest = Number.POSITIVE_INFINITY;
    let rarest = 0;
    eachGram(key.words, key.opens, LONGEST_KEY, (gram, end) => {
      const count = counts[gramPlace(gram)] ?? 0;
      if (count >= fewest) return;
      fewest = count;
      rarest = gram;
      ends[id] = end;
    });
    if (fewest === Number.POSITIVE_INFINITY) continue;
    let place = placeOf(rarest, shift);
    while (first[place] !== -1 && grams[place] !== rarest) place = (place + 1) & (size - 1);
    grams[place] = rarest;
    next[id] = first[place] ?? -1;
    first[place] = id;
  }
  return { first, grams, next, ends, shift };
}

/** How often each four letters stand in the keys, by their place among so many. */
function countGrams(keys: readonly Key[]): Uint16Array {
  const counts = new Uint16Array(1 << COUNT_BITS);
  eachGram(TYPICAL, false, TYPICAL.length, (gram) => {
    counts[gramPlace(gram)] = TYPICAL_WEIGHT;
  });
  for (const key of keys) {
    eachGram(key.words, key.opens, LONGEST_KEY, (gram) => {
      const place = gramPlace(gram);
      counts[place] = (counts[place] ?? 0) + 1;
    });
  }
  return counts;
}

const COUNT_BITS = 14;

function gramPlace(gram: number): number {
  return placeOf(gram, 32 - COUNT_BITS);
}

/** Each four letters of some words, up to the longest, and where they end. */
function eachGram(
  words: string,
  opens: boolean,
  longest: number,
  visit: (gram: number, end: number) => void,
): void {
  let gram = BLANKS;
  for (let end = 0; end < Math.min(words.length, longest); end += 1) {
    gram = (gram << 8) | (LETTERS[words.charCodeAt(end)] ?? 0);
    // What stands before a word that must begin there is as good as a blank.
    if (end + (opens ? 1 : 0) >= GRAM - 1) visit(gram, end);
  }
}

function placeOf(gram: number, shift: number): number {
  return Math.imul(gram, 0x9e3779b1) >>> shift;
}
