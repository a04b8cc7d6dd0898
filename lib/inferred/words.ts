import { isKnownCommand } from '../smtp/command.ts';
import { readLiteral } from '../smtp/literal.ts';
import { parseReplyLine } from '../smtp/reply.ts';

/** Words of a line that somebody may have said, out of quotes, escapes and cells. */
export interface Words {
  text: string;
  /** Column where they begin, inside the quotes. */
  at: number;
  /** Column behind them and their quotes. */
  end: number;
}

/** How far into a line its words may begin, in UTF-16 units. */
const MAX_PREFIX = 400;
/** More places than this in one line are no prefix but a text. */
const MAX_STARTS = 64;

/** Behind these signs words may begin without a blank: `SMTP>>EHLO`, `data="220`, `,<,EHLO`. */
const JOINT = /[\s,;|="'`([{}>\]<:\u2500-\u257F]/;

/**
 * Columns at which words may begin: the line's first one, and each behind a blank or a sign.
 *
 * @param line one line of a log
 * @param reach how far into the line to look, in UTF-16 units
 */
export function* starts(line: string, reach = MAX_PREFIX): Generator<number> {
  let count = 0;
  const limit = Math.min(line.length, reach);
  for (let at = 0; at < limit; at++) {
    const char = line.charAt(at);
    if (char.trim() === '' || (at > 0 && !JOINT.test(line.charAt(at - 1)))) continue;
    if (++count > (reach / MAX_PREFIX) * MAX_STARTS) return;
    yield at;
  }
}

/**
 * The words from a column on: a string literal's content, a table's cell, or the rest of the line.
 *
 * @param line one line of a log
 * @param from the column; a quote may stand there, or right before it
 * @param cells what parts the line's cells, if it is a table's row
 */
export function wordsAt(line: string, from: number, cells?: string): Words {
  const opening = /^b?(?=["'])/.exec(line.slice(from, from + 2));
  const inside = /["']/.test(line.charAt(from - 1)) ? from - 1 : undefined;
  const quote = opening ? from + opening[0].length : inside;
  if (quote !== undefined) {
    const literal = readLiteral(line, quote);
    // `"data": "250 Ok"`: a name.
    if (literal && /^\s?[:=]/.test(line.slice(literal.end, literal.end + 2))) {
      return { text: '', at: quote + 1, end: literal.end };
    }
    if (literal && literal.end > quote + 1 && isClosed(line, literal.end)) {
      return { text: tidy(literal.value), at: quote + 1, end: literal.end };
    }
  }
  const at = opening ? from + opening[0].length + 1 : from;
  const cell = cells === undefined ? -1 : line.indexOf(cells, at);
  const end = cell < 0 ? line.length : cell;
  return { text: tidy(line.slice(at, end).replace(/["'`]$/, opening ? '' : '$&')), at, end };
}

/** A closing quote is followed by an end of some kind; an apostrophe by a letter. */
function isClosed(line: string, end: number): boolean {
  return end >= line.length || !/[\w"']/.test(line.charAt(end));
}

/** `EHLO client\r\n` written out; blanks at the end. */
function tidy(text: string): string {
  let end = text.trimEnd().length;
  for (let tail = LINE_END.exec(text.slice(0, end).slice(-8)); tail;) {
    end = text.slice(0, end - tail[0].length).trimEnd().length;
    tail = LINE_END.exec(text.slice(0, end).slice(-8));
  }
  return text.slice(0, end);
}

const LINE_END = /(?:\\r|\\n|<CR>|<LF>|<CRLF>|<EOL>|\[nl\])$/i;

/** The same without signs that part it from what follows. */
export function trimSigns(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s\-=>|:;,<"'([/]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** What parts the cells of a table's row, if the line is one. */
export function cellsOf(line: string): string | undefined {
  for (const sign of ['\t', ',', '|', ';']) {
    let count = 0;
    const limit = Math.min(line.length, MAX_PREFIX);
    for (let at = line.indexOf(sign); at >= 0 && at < limit; at = line.indexOf(sign, at + 1)) {
      // `a, b` is a sentence.
      if (sign === ',' && line.charAt(at + 1) === ' ') count -= 2;
      else count++;
    }
    if (count >= (sign === '\t' ? 2 : 4)) return sign;
  }
  return undefined;
}

/** Whether the words are a reply, and not a number that happens to have three digits. */
export function looksLikeReply(text: string): boolean {
  const reply = parseReplyLine(text);
  if (!reply || (!CODES.has(reply.code) && reply.enhanced === undefined)) return false;
  return /^\d{3}(?:$|-(?!\d\d\b)|[ \t]{1,3}(?:[245]\.\d{1,3}\.\d{1,3}\b|[\p{L}<[("'*#=]|\d+[ .]))/u.test(
    text,
  );
}

/** RFC 5321 section 4.2.3, RFC 4954 section 6, RFC 3207, RFC 7504, and what servers add. */
const CODES = new Set([
  211, 214, 220, 221, 235, 250, 251, 252, 253, 334, 354, 421, 422, 431, 432, 441, 442, 446, 447,
  449, 450, 451, 452, 453, 454, 455, 458, 459, 471, 500, 501, 502, 503, 504, 510, 511, 512, 513,
  515, 517, 521, 523, 524, 525, 530, 534, 535, 538, 541, 542, 543, 546, 550, 551, 552, 553, 554,
  555, 556, 557, 571,
]);

/** Whether the words are a command. */
export function looksLikeCommand(text: string): boolean {
  return isKnownCommand(text) && text.length < 1000;
}
