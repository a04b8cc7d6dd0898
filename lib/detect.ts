import { dialects as all } from './dialects/index.ts';
import { DETECT_LINES, MAX_ALONE } from './limits.ts';
import type { Line } from './lines.ts';
import { isKnownCommand } from './smtp/command.ts';
import { isOtherService } from './smtp/other-service.ts';
import { parseReplyLine } from './smtp/reply.ts';
import type { Dialect, Reader, Said } from './types.ts';

/**
 * Whose log is this, if it is one at all? Every dialect reads the first lines; what it takes for
 * a server's words should parse as a reply, what it takes for a client's as a command. The best
 * score wins, ties go to the earlier one in the list.
 *
 * @param lines the log's first lines
 * @returns undefined where no reading makes sense as SMTP
 */
export function detect(
  lines: readonly Line[],
  dialects: readonly Dialect[] = all,
): Dialect | undefined {
  let best: Dialect | undefined;
  let most = 0;
  const spoken = lines.slice(0, DETECT_LINES).filter(({ text }) => SPOKEN.test(text)).length;
  // Those that guess read slowly, and win only where the others miss much.
  for (const dialect of [...dialects.filter(names), ...dialects.filter((one) => !names(one))]) {
    if (!names(dialect) && most >= Math.max(spoken * MOST, ALONE)) break;
    const score = scoreOf(dialect, lines) * weightOf(dialect);
    if (score > most) {
      most = score;
      best = dialect;
    }
  }
  return best;
}

/** Whether it is one program's own format. */
function names({ inferred, unmarked, alone }: Dialect): boolean {
  return !inferred && !unmarked && !alone;
}

/** What may be a reply or a command. */
const SPOKEN =
  /(?<!\d)[2-5]\d\d(?:[ -]|$)|\b(?:EHLO|HELO|LHLO|STARTTLS|QUIT|RSET)\b|\b(?:MAIL FROM|RCPT TO|AUTH|DATA)\b/i;
/** A reading of so many of them is better than any guess can be: more than both weights. */
const MOST = 0.75;

/** A dialect that names the program is better than one that guesses its marks, unless it misses much. */
const INFERRED = 0.6;
/** One without marks knows neither the program nor what is the tool's. */
const UNMARKED = 0.7;

function weightOf({ inferred, unmarked }: Dialect): number {
  return inferred ? INFERRED : unmarked ? UNMARKED : 1;
}

/** Any program’s own format goes before the one for texts without a format; a guess at one does not. */
const ALONE = 0.65;

/** What a reader gives for a line, as a list. */
export function allOf(said: ReturnType<Reader>): readonly Said[] {
  if (said === undefined) return [];
  return 'side' in said ? [said] : said;
}

/** Notes that no other kind of log has: a tool that sends mail wrote them. */
const TELLING = new Set([
  'connecting',
  'connect-failed',
  'command-failed',
  'tls-failed',
  'auth-unavailable',
  'refused',
]);

function scoreOf(dialect: Dialect, lines: readonly Line[]): number {
  if (dialect.alone) return isAlone(dialect, lines) ? ALONE : 0;
  const read = dialect.open(lines.slice(0, DETECT_LINES).map(({ text }) => text));
  let good = 0;
  /** An exception's fields say one reply over and over. */
  const different = new Set<string>();
  let replies = 0;
  let answered = 0;
  let bad = 0;
  let onlySmtp = 0;
  let notes = 0;
  let silent = 0;
  let closing = 0;
  let refusals = 0;
  let namesPeer = false;
  for (const said of lines.slice(0, DETECT_LINES).flatMap(({ text }) => allOf(read(text)))) {
    namesPeer ||= said.peer !== undefined;
    if (said.side === 'note') {
      // A sentence that quotes a reply is as good as the reply, and only a mailer says it.
      const quotes = parseReplyLine(said.quote?.text ?? '') !== undefined;
      if (quotes) good++;
      const lost = said.peer !== undefined && (said.event === 'lost' || said.event === 'timeout');
      const told = said.envelope ?? said.login ?? said.phase ?? said.tls;
      if (quotes || lost || told !== undefined || TELLING.has(said.event ?? '')) notes++;
      if (said.event === 'failed' || said.event === 'auth-failed') closing++;
      continue;
    }
    const fits = said.side === 'server' ? parseReplyLine(said.text) : isKnownCommand(said.text);
    if (said.side === 'server' && said.text.trim() === '') silent++;
    if (fits) good++;
    if (fits && said.text.length > 3) different.add(said.text.trim());
    if (fits && said.side === 'server') replies++;
    // Another service at this port: what a mailer wrote down of it.
    else if (said.side === 'server' && isOtherService(said.text)) notes++;
    else if (said.side === 'server' && !said.continues && said.text.trim() !== '') bad++;
    if (fits && isLogged(said)) refusals++;
    if (fits && isOnlySmtp(said)) onlySmtp++;
    if (fits && (said.answers !== undefined || said.envelope)) {
      notes++;
      answered++;
    }
  }
  // Marks alone are not enough: FTP, NNTP and POP3 dialogues have commands and codes as well.
  const isDialogue = different.size >= 4 && onlySmtp >= 2;
  const isAttempt =
    good === 0 || answered > 0
      ? notes > 0
      : replies > 0 && onlySmtp > 0 && (notes > 0 || good + onlySmtp > 4);
  if (dialect.inferred && !isDialogue && !isAttempt) return 0;
  const isOwn = !dialect.inferred && !dialect.unmarked && refusals > 0 && bad === 0;
  const proven =
    (good >= 2 && onlySmtp > 0) || notes > 0 || (silent + good > 0 && closing > 0) || isOwn;
  const score = proven ? good + notes + silent - bad : 0;
  // Who knows the program reads a mere attempt better.
  return dialect.inferred && !isDialogue ? Math.min(score, namesPeer ? 1.6 : 1) : score;
}

/**
 * A refusal in a row of a program's log, with its time and its connection: a greeting that turns
 * the client away is all there is of such a session.
 */
function isLogged({ side, text, time, session }: Said): boolean {
  return side === 'server' && time !== undefined && session !== undefined && /^[45]/.test(text);
}

/** Nothing but a reply or an error, every line of it. */
function isAlone(dialect: Dialect, lines: readonly Line[]): boolean {
  const words = lines.filter(({ text }) => text.trim() !== '' && !BRACES.test(text));
  const read = dialect.open(words.map(({ text }) => text));
  let unknown = 0;
  let telling = 0;
  for (const { text } of words) {
    const said = allOf(read(text));
    if (said.length === 0 && !isAround(text)) unknown++;
    // A stack trace may be long.
    if (said.some(({ event }) => event !== 'remark')) telling++;
    // What a screen puts around it is short; a letter that quotes an error is not alone.
    if (unknown > 4 || telling > MAX_ALONE) return false;
  }
  return telling > 0;
}

/** What a page or a program's log puts around an error: `Version: 4.2`, `kind: Other,`, a request. */
function isAround(text: string): boolean {
  return FIELD.test(text) || REQUEST.test(text) || PAGE.test(text);
}

/** `**File:** smtp.rb`, and the data of a program that print themselves: `Custom {`, `kind: Other,` */
const FIELD =
  /^(?:\W{0,4}[A-Z][A-Za-z ]{1,24}:(?: |\*)\S?.{0,100}|\s{4,}\w{1,20}: [\w(]{1,40},?|\s*(?:\w{1,20}: )?[\w:]{1,60} ?[{([]{1,3}|[\s\])},]{1,40})$/;
/** `[2022-01-04 08:00:02][request][INFO] POST /admin/test/smtp` */
const REQUEST = /\bINFO\b.{0,40}\b(?:GET|POST|PUT)\b/;
/** ASP.NET's page of an error. */
const PAGE =
  /^(?:Server Error in |Description: |Source Error:|Stack Trace:|(?:Exception|Source File)|trace for more information|An unhandled exception|request\. Information|exception stack trace)/;

/** Lines of JSON around the one that holds the words. */
const BRACES = /^[\s{}[\],]*$/;

/** Words that SMTP alone has. */
function isOnlySmtp(said: Said): boolean {
  const words = said.text.trim();
  return said.side === 'client'
    ? /^(?:EHLO|HELO|LHLO)\s|^(?:MAIL FROM|RCPT TO)\s*:\s*(?:<|\S*$|\S+ \S+=)|^STARTTLS$|^AUTH\s(?!(?:TLS|SSL)\b)/i.test(
        words,
      )
    : /^\d{3}[ -](?:[245]\.\d{1,3}\.\d{1,3}[\s:]|(?:8BITMIME|PIPELINING|ENHANCEDSTATUSCODES|STARTTLS|SMTPUTF8|CHUNKING)\b)|^220 .*\bE?SMTP\b|^250 .*\b(?:queued (?:as|mail|for)\b|id=\w|qp \d)/i.test(
        words,
      );
}
