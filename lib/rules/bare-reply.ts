import type { Phase } from '../types.ts';
import { classifyFailure } from './client-failure.ts';
import { phpmailerCause } from './phpmailer-cause.ts';
import { refusalsRead } from './refusal.ts';

/** A code and an enhanced code at the start of a reply's line. RFC 5321 section 4.2, RFC 2034. */
const CODES = /^\s*(?:([245]\d\d)(?:[ -]|$))?\s*(?:#?([245]\.\d{1,3}\.\d{1,3})\b)?/;
/** Where qmail puts the enhanced code: `553 sorry, no mailbox here by that name (#5.1.1)`. */
const AT_END = /\(#([45]\.\d{1,3}\.\d{1,3})\b/;
/** A reply inside a program's sentence or a bounce: `RCPT TO command failed: 550 5.1.1 …`, `smtp;550 …`. */
const QUOTED = /(?:: |; ?)((?:[45]\d\d[ -]|[45]\.\d{1,3}\.\d{1,3} ).*)$/s;
/** Codes that answer AUTH alone. RFC 4954 section 6. */
const LOGIN_CODES: ReadonlySet<number> = new Set([534, 535]);
/** PHPMailer's own order: `… Detail: Mailbox full SMTP code: 552 Additional SMTP info: 5.2.2`. */
const DETAIL = ' Detail: ';
const DETAIL_CODES = / SMTP code: ([45]\d\d)(?: Additional SMTP info: ([45]\.\d{1,3}\.\d{1,3}))?/;

/**
 * Names the cause of a refusal from its text alone, codes included, as bounces, tables and error
 * messages quote it. `phase` is the step it answered, where known; `reader` reads the refusals, by
 * all tables if not given.
 */
export function classifyBare(words: string, phase?: Phase, reader = refusalsRead): string {
  const plain = parse(words);
  const reply = plain.code > 0 || plain.enhanced ? plain : quotedIn(words);
  // `535 Authentication required` (Courier) answers MAIL.
  const isLogin = LOGIN_CODES.has(reply.code) && !/requir/i.test(reply.text);
  const step = phase ?? (isLogin ? 'auth' : undefined);
  const known = { code: reply.code, enhanced: reply.enhanced, text: reply.text, phase: step };
  if (reply.code > 0 || reply.enhanced) {
    // A server can tell of its own failed connection in a reply: "450 4.4.316 Connection refused".
    return reader.byWords(known) ?? failureIn(reply.text) ?? reader.byCodes(known);
  }
  const own = phpmailerCause(words);
  if (own?.isLocal) return own.cause;
  const failure = failureIn(words);
  if (failure !== undefined) return failure;
  const whole = { ...known, text: words };
  const cause = reader.byWords(whole) ?? reader.byCodes(whole);
  return cause === 'other' ? (own?.cause ?? cause) : cause;
}

/** The reply that a program's sentence quotes, else the sentence. */
function quotedIn(words: string): Parsed {
  const at = words.indexOf(DETAIL);
  const codes = at < 0 ? null : DETAIL_CODES.exec(words);
  if (codes && codes.index > at) {
    const text = words.slice(at + DETAIL.length, codes.index);
    return { code: Number(codes[1]), enhanced: codes[2], text };
  }
  return parse(QUOTED.exec(words)?.[1] ?? words);
}

/**
 * A failed connection in somebody's words. A look-up without an answer is a fault of the network
 * here: nothing tells whose name it was, and the name may be right.
 */
function failureIn(words: string): string | undefined {
  const failure = classifyFailure(words);
  return failure?.isUnanswered ? 'connection-failed' : failure?.cause;
}

interface Parsed {
  code: number;
  enhanced: string | undefined;
  text: string;
}

function parse(words: string): Parsed {
  // Most replies have one line.
  if (!words.includes('\n')) {
    const match = CODES.exec(words);
    const text = match ? words.slice(match[0].length) : words;
    const code = Number(match?.[1] ?? 0);
    return { code, enhanced: match?.[2] ?? atEnd(code, text), text };
  }
  const texts: string[] = [];
  let code = 0;
  let enhanced: string | undefined;
  for (const line of words.split('\n')) {
    const match = CODES.exec(line);
    if (match?.[1] && code === 0) code = Number(match[1]);
    enhanced ??= match?.[2];
    texts.push(line.slice(match?.[0].length ?? 0));
  }
  const text = texts.join(' ');
  return { code, enhanced: enhanced ?? atEnd(code, text), text };
}

function atEnd(code: number, text: string): string | undefined {
  return code > 0 && text.includes('(#') ? AT_END.exec(text)?.[1] : undefined;
}
