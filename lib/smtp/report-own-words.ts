import type { Peer } from '../types.ts';
import { readEximFailure } from './exim-failure.ts';
import { unfold, type Folded } from './folded.ts';
import type { Reason } from './postfix-reason.ts';
import { readQmailReason } from './qmail-reason.ts';
import { parseReplyLine } from './reply.ts';

/** Why a report says that a message could not be delivered, in its program's own words. */
export interface OwnWords {
  address: string;
  peer?: Peer;
  /** Index of the first line, and the lines joined. */
  line: number;
  folded: Folded;
  /** Column in the joined lines where the words begin. */
  at: number;
  /** What they say. */
  text: string;
  why: Reason;
  /** The sender is told that it takes longer, no more. */
  isDelay: boolean;
}

/**
 * Finds what reports of qmail, Exim, Google and Microsoft say where no server's reply is quoted: no
 * server was found or reached, or the program itself refused.
 *
 *     <bob@example.net>:
 *     Sorry, I couldn't find any host named example.net. (#5.1.2)
 *
 *       bob@example.net
 *         retry timeout exceeded
 *
 *     Your message wasn't delivered to bob@example.net because the domain example.net couldn't be found.
 *
 *     mx.example.net gave this error:
 *     Access denied
 */
export function findOwnWords(lines: readonly string[]): OwnWords[] {
  const found: OwnWords[] = [];
  const isExim = lines.some((line) => EXIM.test(line));
  const isDelay = isDelayNotice(lines);
  for (let line = 0; line < lines.length; line++) {
    const words = lines[line] ?? '';
    const one =
      ofQmail(lines, line, words) ??
      (isExim || OF_EXIM.test(lines[line + 1] ?? '') ? ofExim(lines, line, words) : undefined) ??
      ofGoogle(lines, line, words) ??
      ofMicrosoft(lines, line, words);
    if (one) found.push({ ...one, isDelay });
  }
  return found;
}

type Found = Omit<OwnWords, 'isDelay'>;

/** Lines of a reason that are joined, and lines between it and the recipient. */
const MOST = 12;

const DELAY =
  /^\s{0,4}(?:.{0,80}has not yet been delivered|There was a temporary problem delivering your message|.{0,20}Message not delivered yet|.{0,80}has been delayed:?\s*$|This is a warning message only|Message will be retried for|.{0,80}will retry for \d)/i;

/** Whether a report says that the message is kept and tried again. */
export function isDelayNotice(lines: readonly string[]): boolean {
  return lines.some((line) => DELAY.test(line));
}

// ── qmail ───────────────────────────────────────────────────────────────────────────────────────

/** A recipient alone in its line; a web page may have put a blank one behind it. */
const QMAIL = /^\s{0,4}<([^<>\s]{1,320})>:\s*$/;
const QMAIL_WORDS = /\(#[45]\.\d{1,3}\.\d{1,3}\)|^Sorry, |^I'm not going to try again|^Sorry\. /;

function ofQmail(lines: readonly string[], line: number, words: string): Found | undefined {
  const address = QMAIL.exec(words)?.[1];
  if (address === undefined) return undefined;
  const first = (lines[line + 1] ?? '').trim() === '' ? line + 2 : line + 1;
  const folded = unfold(lines.slice(first, first + MOST), (next) => next.trim() !== '', MOST);
  const text = folded.text.trim();
  if (!QMAIL_WORDS.test(text) || /Remote host said: ?[245]\d\d/.test(text)) return undefined;
  const enhanced = /\(#([45]\.\d{1,3}\.\d{1,3})\)/.exec(text)?.[1];
  const { event, phase } = readQmailReason(text) ?? { event: 'refused', phase: 'rcpt' };
  // The number that RFC 3463 defines stands at the end.
  const told = event === 'refused' && enhanced !== undefined ? `${enhanced} ${text}` : text;
  return { address, line: first, folded, at: 0, text: told, why: { event, phase } };
}

// ── Exim ────────────────────────────────────────────────────────────────────────────────────────

/** Exim's own sentences, where its heading is cut away. */
const OF_EXIM =
  /^\s{2,16}(?:.{0,300}\bretry timeout exceeded$|.{0,300}\bretry time not reached\b|all hosts .{0,300}failing for a long time|Unrouteable address$)/;
const EXIM = /following address(?:\(es\))? failed:|address to which the message has not yet been/i;

/** The reason stands below the recipient, farther to the right. */
function ofExim(lines: readonly string[], line: number, words: string): Found | undefined {
  const match = /^( {1,8})<?([^\s<>:()]{1,64}@[^\s<>:()]{1,255})>?$/.exec(words.trimEnd());
  const next = lines[line + 1] ?? '';
  const indent = match?.[1]?.length ?? 0;
  const deeper = next.length - next.trimStart().length;
  if (!match || next.trim() === '' || deeper <= indent) return undefined;
  const goesOn = (one: string) => one.trim() !== '' && one.length - one.trimStart().length > indent;
  const folded = unfold(lines.slice(line + 1, line + 1 + MOST), goesOn, MOST);
  const text = folded.text.trim();
  if (/SMTP error from remote|[245]\d\d[ -][245]\.\d/.test(text)) return undefined;
  const host = /^host ([^\s[\]]{1,255}) \[[^\]\s]{1,64}\]:? /.exec(text);
  const reason = text.slice(host?.[0].length ?? 0);
  const { event, phase } = readEximFailure(reason);
  return {
    address: match[2] ?? '',
    ...(host?.[1] === undefined ? {} : { peer: { host: host[1] } }),
    line: line + 1,
    folded,
    at: folded.text.indexOf(reason),
    text: reason,
    why: { event, ...(phase === undefined ? {} : { phase }) },
  };
}

// ── Google ──────────────────────────────────────────────────────────────────────────────────────

const GOOGLE =
  /^\s{0,4}(?:Your message (?:was not|wasn't|could not be|couldn't be) delivered to|There was a (?:temporary )?problem delivering your message to) <?([^\s<>]{1,64}@[^\s<>]{1,255}?)>?\.?(?:\s|$)/;
const GOOGLE_NET =
  /\bthe domain \S{1,255} (?:could not|couldn't) be found|^DNS Error: |did not accept our requests to connect|^\[\S{1,255} [0-9a-f.:]{2,45}: timed out\]/i;

function ofGoogle(lines: readonly string[], line: number, words: string): Found | undefined {
  const address = GOOGLE.exec(words.replaceAll('’', "'"))?.[1];
  if (address === undefined) return undefined;
  // The answer is quoted below; without one, the sentence itself has the reason.
  for (let at = line; at < lines.length && at < line + MOST; at++) {
    const text = (lines[at] ?? '').trim().replaceAll('’', "'");
    if (parseReplyLine(text)) return undefined;
    if (!GOOGLE_NET.test(text)) continue;
    const folded = unfold(lines.slice(at, at + 1), () => false, 1);
    const why: Reason = { event: 'connect-failed', phase: 'connect' };
    return { address, line: at, folded, at: 0, text, why };
  }
  return undefined;
}

// ── Microsoft ───────────────────────────────────────────────────────────────────────────────────

/** `mx.example.net gave this error:`, and below it what the server said, often without its code */
function ofMicrosoft(lines: readonly string[], line: number, words: string): Found | undefined {
  const host = /^\s{0,4}(\S{1,255}) gave this error:\s*$/.exec(words)?.[1];
  if (host === undefined) return undefined;
  const first = (lines[line + 1] ?? '').trim() === '' ? line + 2 : line + 1;
  const text = (lines[first] ?? '').trim();
  let address: string | undefined;
  for (let at = line - 1; at >= 0 && at >= line - MOST; at--) {
    address ??= /^\s{0,4}<?([^\s<>():]{1,64}@[^\s<>():]{1,255}?)>?(?: \([^)]{1,300}\))?\s*$/.exec(
      lines[at] ?? '',
    )?.[1];
  }
  if (address === undefined || text === '') return undefined;
  const folded = unfold(lines.slice(first, first + 1), () => false, 1);
  const why: Reason = parseReplyLine(text)
    ? { reply: { text, at: 0 } }
    : { event: 'refused', phase: 'rcpt' };
  return { address, peer: { host }, line: first, folded, at: 0, text, why };
}
