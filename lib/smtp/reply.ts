import type { ReplyLine, ReplyPart } from '../types.ts';

/** `<250 bytes encoded mime message (source size 247 bytes)>` is how Nodemailer's logs stand for a message. */
const REPLY = /^([2-5]\d\d)(?! bytes encoded\b)(?:([ -])(.*))?$/s;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?=[ \t:;,]|$)/;

/**
 * Reads one line as a line of a reply: three digits, then a blank (last line), a hyphen (more
 * lines follow) or nothing. RFC 5321 section 4.2; enhanced codes: RFC 2034 section 4.
 *
 * @param words the line's words, marks taken off
 * @returns undefined where the words are no reply
 */
export function parseReplyLine(words: string): ReplyLine | undefined {
  const match = REPLY.exec(words.trimEnd());
  if (!match) return undefined;
  const code = Number(match[1]);
  const rest = match[3] ?? '';
  const enhanced = ENHANCED.exec(rest.trimStart())?.[1];
  // `250.1.2` is an address, `550 5.1.1` an enhanced code: it has to agree with the code's class.
  const agrees = enhanced !== undefined && enhanced.charAt(0) === String(code).charAt(0);
  return {
    code,
    ...(agrees || (enhanced !== undefined && code >= 400) ? { enhanced } : {}),
    text: enhanced === undefined ? rest.trim() : rest.trimStart().slice(enhanced.length).trim(),
    more: match[2] === '-',
  };
}

/**
 * Takes a line apart that holds several lines of one reply, because the tool or the page dropped
 * the line breaks: `250-8BITMIME250-STARTTLS250 HELP`. They are told apart by their common code.
 *
 * @param words the line's words
 * @returns the parts in order, columns counted in `words`; a single one where nothing is glued;
 *   none where the words are no reply
 */
export function splitReply(words: string): ReplyPart[] {
  const first = parseReplyLine(words);
  if (!first) return [];
  const starts = first.more ? partStarts(words, String(first.code)) : [0];
  const parts: ReplyPart[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? words.length;
    const part = parseReplyLine(words.slice(start, end));
    if (part) parts.push({ ...part, start, end });
  }
  return parts;
}

function partStarts(words: string, code: string): number[] {
  const starts = [0];
  let last = 0;
  for (let at = words.indexOf(`${code}-`, 4); at >= 0; at = words.indexOf(`${code}-`, at + 4)) {
    starts.push(at);
    last = at;
  }
  // The reply's last line has a blank behind its code. A code glued to the word before it is one
  // for sure; one that stands alone may be a number of the text, so the last such one counts.
  const glued = new RegExp(`[^ \\t]${code} `, 'g');
  glued.lastIndex = last + 4;
  const match = glued.exec(words);
  const alone = words.lastIndexOf(` ${code} `);
  if (match) starts.push(match.index + 1);
  else if (alone > last + 4) starts.push(alone + 1);
  else if (words.endsWith(code) && words.length - code.length > last + 4) {
    starts.push(words.length - code.length);
  }
  return starts;
}
