import type { Side } from '../types.ts';
import {
  cellsOf,
  looksLikeCommand,
  looksLikeReply,
  starts,
  trimSigns,
  wordsAt,
  type Words,
} from './words.ts';

/** What a mark tells: whose words it begins, or that it stands before both sides' words. */
export type MarkSide = Extract<Side, 'client' | 'server'> | 'either';

/** The marks of a log: what stands before its words, and where. */
export interface Marks {
  /** Mark → side. The mark of words at the line's beginning is the empty string. */
  sides: ReadonlyMap<string, MarkSide>;
  /** Mark → at which of a line's places it was seen. */
  places: ReadonlyMap<string, ReadonlySet<number>>;
  /** The last of these places. */
  farthest: number;
  /** Command and reply share a row. */
  rows: boolean;
}

/** Somebody's words in a line. */
export interface Found extends Words {
  side: MarkSide;
  mark: string;
}

/** How much of a mark's lines must speak for one side. */
const PURE = 0.8;
/** How much of what a server says must be replies; some tools repeat a reply in other words. */
const MOSTLY = 0.4;
/** How many lines of a log begin with a mark; a message without marks may stand among them. */
const DENSE = 0.25;
/** A program has a handful of marks; a text about SMTP has another word before each of its examples. */
const MAX_MARKS = 16;
/** Words of a prefix that may be more in one line than in another. */
const SLACK = 6;
/** How many words of a prefix may be looked at to tell the sides apart. */
const DEPTH = 4;

const NONE: Marks = { sides: new Map(), places: new Map(), farthest: 0, rows: false };

/** A line that holds a dot alone, behind whatever mark. */
const LAST_DOT = /(?:^|[\s>:"'\],])\.["']?(?:\\r|\\n)*["']?\s*$/;

interface Vote {
  client: number;
  server: number;
  places: Set<number>;
}

/**
 * Finds a log's marks out from its text: what stands before the words that parse as commands, and
 * what before replies, once stamps, ids and levels are set aside. Which way an arrow points, or who
 * "sent", follows from this too.
 *
 * @param sample the log's first lines
 */
export function inferMarks(sample: readonly string[]): Marks {
  const votes = new Map<string, Vote>();
  let rows = 0;
  let single = 0;
  /** The mark of a DATA, until the message's last dot: what it stands before is no reply. */
  let message: string | undefined;
  for (const line of sample) {
    if (message !== undefined && LAST_DOT.test(line)) message = undefined;
    const spoken = spokenIn(line);
    if (spoken.length === 2) rows++;
    else if (spoken.length === 1) single++;
    const [first] = spoken;
    if (!first || spoken.length > 1) continue;
    const before = chunks(line.slice(0, first.start));
    const nearest = before.at(-1) ?? '';
    if (first.side === 'server' && nearest === message) continue;
    if (first.side === 'client') message = /^data$/i.test(first.text) ? nearest : undefined;
    for (const mark of marksOf(before)) {
      const vote = votes.get(mark) ?? { client: 0, server: 0, places: new Set<number>() };
      vote[first.side]++;
      vote.places.add(before.length);
      votes.set(mark, vote);
    }
  }
  if (rows >= 2 && rows > single) return { ...NONE, rows: true };
  const sides = decide(votes);
  const places = new Map([...votes].map(([mark, vote]) => [mark, vote.places]));
  const farthest = Math.max(
    0,
    ...[...sides.keys()].flatMap((mark) => [...(places.get(mark) ?? [])]),
  );
  const marks = { sides, places, farthest, rows: false };
  for (const mark of vague(sample, marks)) sides.delete(mark);
  if (sides.size > MAX_MARKS || !isDense(sample, marks)) return NONE;
  return marks;
}

interface Spoken extends Words {
  /** Where the words begin, with their quote. */
  start: number;
  side: 'client' | 'server';
}

/** What a line seems to hold: a command, a reply, or both, in the order in which they stand. */
export function spokenIn(line: string): Spoken[] {
  if (!MAY_SPEAK.test(line)) return [];
  const cells = cellsOf(line);
  const places = [...starts(line)];
  let reply: (Words & { start: number }) | undefined;
  for (const start of places) {
    const words = wordsAt(line, start, cells);
    if (!looksLikeReply(words.text)) continue;
    // `"code":"250","data":"250 2.1.0 Ok"`: the one that says more.
    if (!reply || (reply.text.length === 3 && words.text.length > 3)) reply = { ...words, start };
    if (reply.text.length > 3) break;
  }
  const command = commandIn(line, places, cells, reply);
  const answer = reply ? [{ ...reply, side: 'server' as const }] : [];
  if (!command) return answer;
  return reply && command.start > reply.start ? [...answer, command] : [command, ...answer];
}

/** A cheap look: most lines of a text hold neither. */
const MAY_SPEAK =
  /[2-5]\d\d|EHLO|HELO|LHLO|MAIL|RCPT|DATA|QUIT|AUTH|TLS|RSET|NOOP|BDAT|VRFY|EXPN|HELP|[AE]?TRN|XCLIENT|XFORWARD|TURN|S[OA]ML|SEND|BURL/i;

function commandIn(
  line: string,
  places: readonly number[],
  cells: string | undefined,
  reply: (Words & { start: number }) | undefined,
): Spoken | undefined {
  let command: Spoken | undefined;
  for (const start of places) {
    if (reply && start >= reply.at && start < reply.end) continue;
    const words = wordsAt(line, start, cells);
    const isBefore = reply !== undefined && words.at < reply.at && words.end > reply.start;
    const cut = isBefore ? trimSigns(line.slice(words.at, reply.start)) : words.text;
    // An address ends in the bracket that was taken off.
    const text = isBefore && /<[^\s<>]+$/.test(cut) ? `${cut}>` : cut;
    // `data="250 Ok"`: a name.
    if (!looksLikeCommand(text) || line.charAt(words.at + text.length) === '=') continue;
    // `SEND "220 mx ESMTP"`: the program's own word.
    if (isBefore && /^(?:send|turn|verb|help|onex)$/i.test(text)) continue;
    // `EHLO<TAB>EHLO client.example.org`: the one that says more.
    if (command && !(command.text.length < 6 && text.startsWith(command.text))) break;
    command = { ...words, text, start, side: 'client' };
  }
  return command;
}

/** The shortest marks that tell the sides apart, and those before both sides' words. */
function decide(votes: ReadonlyMap<string, Vote>): Map<string, MarkSide> {
  const sides = new Map<string, MarkSide>();
  for (const [mark, { client, server, places }] of votes) {
    const all = client + server;
    // `Got: 250 mx.example.net`, line after line, is no sentence.
    const isLead = all > 2 && places.size === 1 && places.has(1);
    if (!isMark(mark, isLead)) continue;
    const depth = mark === '' ? 0 : mark.split(' ').length;
    // A shorter mark tells already.
    if (tellsAlready(mark, sides)) continue;
    // Words without a mark tell for themselves.
    if (mark === '' && client > 0 && server > 0) {
      sides.set(mark, 'either');
      continue;
    }
    // Once may be by chance, unless it looks like a mark.
    if (all < 2 && (depth > 1 || !/[<>:\u2190\u2192]/.test(mark))) continue;
    if (client / all >= PURE) sides.set(mark, 'client');
    else if (server / all >= PURE) sides.set(mark, 'server');
    else if (depth <= 1 && client > 1 && server > 1) sides.set(mark, 'either');
  }
  for (const [mark, side] of sides) {
    // A longer mark tells what this one does not.
    const isToldApart = [...sides].some(
      ([other, its]) => its !== 'either' && mark !== '' && other.endsWith(` ${mark}`),
    );
    if (side === 'either' && isToldApart) sides.delete(mark);
    if (tellsAlready(mark, sides)) sides.delete(mark);
  }
  return sides;
}

function tellsAlready(mark: string, sides: ReadonlyMap<string, MarkSide>): boolean {
  for (let at = mark.indexOf(' '); at >= 0; at = mark.indexOf(' ', at + 1)) {
    const shorter = sides.get(mark.slice(at + 1));
    if (shorter === 'client' || shorter === 'server') return true;
  }
  return false;
}

/** Signs of comments, lists and tables tell nothing, nor does a word of prose, nor a call in a program. */
function isMark(mark: string, isLead: boolean): boolean {
  if (mark === '') return true;
  if (/^[*/#|+.\-–—]+$/.test(mark)) return false;
  if (/[\w$]\($|^\/\/|^["'`]$|^["'`]?[,+]$/.test(mark)) return false;
  const last = mark.slice(mark.lastIndexOf(' ') + 1);
  // `host mx.example.net said: 550 …`: a sentence quotes.
  if (!isLead && /^(?:said|with|got|returned|because|reason):?$/i.test(last)) return false;
  return !/^[\p{L}\p{N}_,;.'’-]+$/u.test(last) || SIDES.test(last);
}

const SIDES =
  /^(?:sent|sends?|sending|received?|receiving|recv|rcvd?|client|server|in|out|tx|rx|[cs]|snd|read|wrote|writes?|written|request|response|command|reply|remote|local|smtp|answer|cmd|rsp|resp|req)$/i;

/** From its first marked line to its last, a log has marks on most lines; prose and code have few. */
function isDense(sample: readonly string[], marks: Marks): boolean {
  const lines = sample.filter((line) => line.trim() !== '');
  const bare = marks.sides.has('');
  const spoken = lines.map(
    (line) =>
      findWords(line, marks) !== undefined ||
      (bare && (looksLikeReply(line.trim()) || looksLikeCommand(line))),
  );
  const from = spoken.indexOf(true);
  const to = spoken.lastIndexOf(true);
  if (from < 0) return false;
  const leads = new Set(lines.filter((_, index) => spoken[index]).map(stampOf));
  const good = lines.slice(from, to + 1).filter((line, index) => {
    if (spoken[from + index]) return true;
    const stamp = stampOf(line);
    return stamp !== '' && leads.has(stamp);
  });
  return good.length / (to - from + 1) >= DENSE;
}

/** What a program puts before each of its lines: a stamp or an id, digits made equal. */
function stampOf(line: string): string {
  const stamp = chunks(line.slice(0, 60)).slice(0, 3).join(' ');
  return /#:#|^\[|#-#/.test(stamp) ? stamp : '';
}

/** Marks that stand before other words as well: an id, a level, a word of prose or code. */
function vague(sample: readonly string[], marks: Marks): string[] {
  const count = new Map<string, { fit: number; all: number }>();
  let inMessage = false;
  for (const line of sample) {
    const found = findWords(line, marks);
    if (LAST_DOT.test(line)) inMessage = false;
    if (!found || found.side === 'either' || found.mark === '' || found.text === '') continue;
    const isReply = looksLikeReply(found.text);
    const isCommand = looksLikeCommand(found.text);
    if (isCommand) inMessage = /^data$/i.test(found.text);
    if (found.side === 'client' && inMessage && !isCommand) continue;
    const fits = found.side === 'server' ? isReply : isCommand || /^\S+$/.test(found.text);
    const { fit, all } = count.get(found.mark) ?? { fit: 0, all: 0 };
    count.set(found.mark, { fit: fit + Number(fits), all: all + 1 });
  }
  return [...count].flatMap(([mark, { fit, all }]) => (fit / all < MOSTLY ? [mark] : []));
}

/** The last words of a prefix, one, two and more of them; the empty mark where there is none. */
function marksOf(before: readonly string[]): string[] {
  if (before.length === 0) return [''];
  const depth = Math.min(DEPTH, before.length);
  return Array.from({ length: depth }, (_, index) => before.slice(-index - 1).join(' '));
}

/** A prefix in words, digits and ids made equal: `#:#:# [id] DEBUG <,` */
function chunks(prefix: string): string[] {
  const all: string[] = [];
  // The quote before the words is not the mark's.
  const bare = prefix.replace(/(?:\bb)?["'`]$/, '').trim();
  if (bare === '') return all;
  for (const word of bare.split(/\s+|(?<=[,|;])/)) {
    const one = word
      .replace(/0x[0-9a-f]+|\b[0-9a-f]{8}-[0-9a-f-]{9,40}\b/gi, '#')
      .replace(/\d+/g, '#');
    // A bare sign belongs to the word before it: `Sent :`
    if (/^[:|\]\-–—]$/.test(one) && all.length > 0) all[all.length - 1] += one;
    else all.push(one);
  }
  return all;
}

/**
 * The words behind the mark that a line begins with.
 *
 * @param line one line of the log
 * @param marks the log's marks
 * @returns undefined where the line has none, or nothing but words without a mark
 */
export function findWords(line: string, marks: Marks): Found | undefined {
  if (marks.sides.size === 0) return undefined;
  const cells = cellsOf(line);
  let found: Found | undefined;
  for (const start of starts(line)) {
    const before = chunks(line.slice(0, start));
    if (before.length === 0) continue;
    if (before.length > marks.farthest + SLACK) break;
    let hit = false;
    for (const mark of marksOf(before)) {
      const side = marks.sides.get(mark);
      if (side === undefined) continue;
      const words = wordsAt(line, start, cells);
      const isPlace = marks.places.get(mark)?.has(before.length) === true;
      if (!isPlace && !looksLikeReply(words.text) && !looksLikeCommand(words.text)) continue;
      found = { ...words, side, mark };
      hit = true;
    }
    // An id that replies go on behind may stand before the mark itself.
    if (found && !hit) break;
  }
  return found ?? empty(line, marks);
}

/**
 * What stands before a line's mark: stamps, levels and ids, digits made equal.
 *
 * @param found where the words begin, and the mark before them
 */
export function leadOf(line: string, found: Pick<Found, 'at' | 'mark'>): string {
  const before = chunks(line.slice(0, found.at));
  const own = found.mark === '' ? 0 : found.mark.split(' ').length;
  return before.slice(0, before.length - own).join(' ');
}

/** A mark with nothing behind it: an empty line of the message, or no answer. */
function empty(line: string, marks: Marks): Found | undefined {
  const end = line.trimEnd().length;
  if (end === 0 || end > 300) return undefined;
  const before = chunks(line);
  for (const mark of marksOf(before)) {
    const side = marks.sides.get(mark);
    if (side && side !== 'either' && marks.places.get(mark)?.has(before.length)) {
      return { side, mark, text: '', at: end, end };
    }
  }
  return undefined;
}
