import type { Dialect, Reader, Said, Side } from '../types.ts';
import { isKnownCommand } from '../smtp/command.ts';
import { parseReplyLine } from '../smtp/reply.ts';

/**
 * The log of a program that nobody listed. Its marks are found out from the text: what stands
 * before the lines that parse as commands, and what before replies, once stamps, ids and levels
 * are set aside.
 *
 *     12:00:01.250 [worker-3] smtp out> EHLO client.example.org
 *     12:00:01.310 [worker-3] smtp in<  250 mail.example.org
 */
export const generic: Dialect = { id: 'generic', title: 'SMTP log', inferred: true, open };

/** How far into a line its mark may end, in UTF-16 units. */
const MAX_PREFIX = 160;
/** How much of a mark's lines must speak for one side. */
const PURE = 0.8;
/** How much of what a server says must be replies; some tools repeat a reply in other words. */
const MOSTLY = 0.45;
/** `SMTP>>EHLO`, `C:QUIT` */
const GLUED = /^[^\s\w<>:|\]]{0,8}\w{0,24}(?::|[<>]{1,4}|\]|\|)(?=[A-Za-z2-5"'])/;
/** How many lines of a log begin with a mark; a message without marks may stand among them. */
const DENSE = 0.3;
/** A program has a handful of marks; a text about SMTP has another word before each of its examples. */
const MAX_MARKS = 12;
/** A word with its trailing blanks. */
const TOKEN = /\S+\s*/g;

function open(sample: readonly string[] = []): Reader {
  const marks = infer(sample);
  let code: string | undefined;
  /** 354 was said: a message without marks may follow, and is known by its first header. */
  let message: 'may come' | 'here' | undefined;

  return (line) => {
    const known = marked(line, marks);
    if (!known && message !== undefined && (message === 'here' || HEADER.test(line))) {
      message = line.trim() === '.' ? undefined : 'here';
      return { side: 'client', text: line.trimEnd() };
    }
    const said = known ?? goesOn(line, code) ?? (marks.size > 0 ? note(line) : undefined);
    if (said?.side === 'server') {
      code = /^[2-5]\d\d(?=-)/.exec(said.text)?.[0];
      message = said.text.startsWith('354') ? 'may come' : undefined;
    } else if (said?.side === 'client') code = undefined;
    return said;
  };
}

const HEADER = /^[A-Za-z][A-Za-z0-9-]{1,60}: /;

/** The marks of a text, and whose lines they begin. */
function infer(sample: readonly string[]): ReadonlyMap<string, Side> {
  const votes = new Map<string, { client: number; server: number }>();
  for (const line of sample) {
    for (const at of starts(line)) {
      const words = unquoted(line, at).text;
      const side = isKnownCommand(words) ? 'client' : parseReplyLine(words) ? 'server' : undefined;
      if (!side) continue;
      const mark = markBefore(line, at);
      const vote = votes.get(mark) ?? { client: 0, server: 0 };
      vote[side]++;
      votes.set(mark, vote);
      break;
    }
  }
  const marks = new Map<string, Side>();
  for (const [mark, { client, server }] of votes) {
    const all = client + server;
    if (!isMark(mark)) continue;
    // Once may be by chance, unless it looks like a mark.
    if (all < 2 && !/[<>:\u2190\u2192]/.test(mark)) continue;
    if (client / all >= PURE) marks.set(mark, 'client');
    if (server / all >= PURE) marks.set(mark, 'server');
  }
  for (const mark of vague(sample, marks)) marks.delete(mark);
  if (marks.size > MAX_MARKS) return new Map();
  // One side alone, or the same mark before both, tells nothing.
  return new Set(marks.values()).size === 2 && isDense(sample, marks) ? marks : new Map();
}

/** Signs of comments, lists and tables tell nothing, nor does a word of prose. */
function isMark(mark: string): boolean {
  if (/^[*/#|+.\-–—]+$/.test(mark)) return false;
  return !/^[\p{L}\p{N}_,;.'’-]+$/u.test(mark) || SIDES.test(mark);
}

const SIDES =
  /^(?:sent|sends?|received?|recv|rcvd?|client|server|in|out|tx|rx|[cs]|snd|read|wrote|writes?|request|response|command|reply|remote|local)$/i;

/** From its first marked line to its last, a log has marks on most lines; prose and code have few. */
function isDense(sample: readonly string[], marks: ReadonlyMap<string, Side>): boolean {
  const lines = sample.filter((line) => line.trim() !== '');
  const found = lines.map((line) => markIn(line, marks) !== undefined);
  const from = found.indexOf(true);
  const to = found.lastIndexOf(true);
  const marked = found.filter(Boolean).length;
  return from >= 0 && marked / (to - from + 1) >= DENSE;
}

/** Marks that stand before other words as well: an id, a level, a word of prose or code. */
function vague(sample: readonly string[], marks: ReadonlyMap<string, Side>): string[] {
  const count = new Map<string, { replies: number; all: number }>();
  for (const line of sample) {
    const found = markIn(line, marks);
    if (!found || found.side !== 'server') continue;
    const words = unquoted(line, found.at).text;
    const { replies, all } = count.get(found.mark) ?? { replies: 0, all: 0 };
    const isReply = parseReplyLine(words) !== undefined;
    if (words !== '') count.set(found.mark, { replies: replies + Number(isReply), all: all + 1 });
  }
  return [...count].flatMap(([mark, { replies, all }]) => (replies / all < MOSTLY ? [mark] : []));
}

/** Columns at which words may begin: behind each blank of the prefix, and behind a mark glued to them. */
function* starts(line: string): Generator<number> {
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(line); token; token = TOKEN.exec(line)) {
    const glued = GLUED.exec(token[0]);
    if (glued) yield token.index + glued[0].length;
    const at = TOKEN.lastIndex;
    if (at >= line.length || at > MAX_PREFIX) return;
    yield at;
  }
}

/** The last word before the column, digits made equal; with the word before it where it is a bare sign. */
function markBefore(line: string, at: number): string {
  const words = line.slice(0, at).trimEnd().split(/\s+/);
  const last = words.at(-1) ?? '';
  const mark = /^[:|\]\-–—]$/.test(last) ? words.slice(-2).join(' ') : last;
  return mark.replace(/\d+/g, '#');
}

function marked(line: string, marks: ReadonlyMap<string, Side>): Said | undefined {
  if (marks.size === 0) return undefined;
  const found = markIn(line, marks);
  if (found) {
    const { side, at } = found;
    return { side, ...unquoted(line, at), ...timeOf(line, at) };
  }
  // A mark with nothing behind it: an empty line of the message, or no answer.
  const side = marks.get(markBefore(line, line.length));
  return side
    ? { side, text: '', at: line.trimEnd().length, ...timeOf(line, line.length) }
    : undefined;
}

/** The mark that a line begins with, and where its words do. */
function markIn(
  line: string,
  marks: ReadonlyMap<string, Side>,
): { mark: string; side: Side; at: number } | undefined {
  let found: { mark: string; side: Side; at: number } | undefined;
  for (const at of starts(line)) {
    const mark = markBefore(line, at);
    const side = marks.get(mark);
    if (side) found = { mark, side, at };
    // An id that replies go on behind may stand before the mark itself.
    else if (found) break;
  }
  return found;
}

/** A reply's further line, without a mark. */
function goesOn(line: string, code: string | undefined): Said | undefined {
  const at = line.length - line.trimStart().length;
  const text = line.slice(at).trimEnd();
  if (code === undefined || !text.startsWith(code) || !parseReplyLine(text)) return undefined;
  return { side: 'server', text, at };
}

const PEER =
  /\bconnect(?:ing|ed|ion)? (?:to|opened:?|established(?: to| with)?:?) (?:smtps?:\/\/|tls:\/\/|ssl:\/\/)?\[?([\w-]+(?:\.[\w-]+)+)\]?(?:\[[\da-f.:]+\])?(?:(?::|,? port:? )(\d{1,5}))?/i;
const REFUSED =
  /connection refused|connection timed out|connect timeout|ECONNREFUSED|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|getaddrinfo|name or service not known|no such host|network is unreachable|no route to host/i;
const TLS =
  /certificate verify failed|self[- ]signed certificate|certificate has expired|handshake fail|wrong version number|unable to verify the first certificate/i;

/** What any program may say of its connection. */
function note(line: string): Said | undefined {
  const at = line.length - line.trimStart().length;
  const text = line.slice(at).trimEnd();
  const time = timeOf(line, Math.min(line.length, MAX_PREFIX));
  if (TLS.test(text)) return { side: 'note', event: 'tls-failed', text, at, ...time };
  if (REFUSED.test(text)) return { side: 'note', event: 'connect-failed', text, at, ...time };
  const peer = PEER.exec(text);
  if (!peer) return undefined;
  const port = peer[2] === undefined ? {} : { port: Number(peer[2]) };
  const event = /connecting|connection to/i.test(peer[0]) ? 'connecting' : 'connected';
  return { side: 'note', event, text, at, peer: { host: peer[1] ?? '', ...port }, ...time };
}

/** The words from a column on, out of the quotes of a string literal. */
function unquoted(line: string, from: number): { text: string; at: number } {
  const quote = /^b?(["'`])/.exec(line.slice(from, from + 2));
  const at = from + (quote?.[0].length ?? 0);
  const text = line.slice(at).trimEnd();
  if (!quote) return { text, at };
  const end = text.lastIndexOf(quote[1] ?? '"');
  return { text: text.slice(0, end < 0 ? text.length : end).replace(/(?:\\r)?\\n$/, ''), at };
}

function timeOf(line: string, before: number): Pick<Said, 'time'> {
  const stamp = /(?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?/.exec(
    line.slice(0, before),
  );
  return stamp ? { time: stamp[0] } : {};
}
