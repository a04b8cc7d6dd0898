import { isKnownCommand } from '../smtp/command.ts';
import { countSmtpWords, hasSmtpWords } from '../smtp/traces.ts';
import type { Dialect, Exchange, Session } from '../types.ts';

/** What a reading of some lines found. */
export interface Reading {
  dialect?: Dialect;
  sessions: readonly Session[];
  /** The marks were inferred, or there are none: a dialect that names the program reads better. */
  inferred: boolean;
  /** Lines with words of SMTP that no session has. */
  strays: number;
  /** Other lines with words between those that were read. */
  unread: number;
}

/**
 * How good a reading is: steps of SMTP that follow each other as they should count for it, what is
 * out of place or not understood against it. Readings of the same text can be compared.
 */
export function meritOf({ sessions, inferred, strays, unread }: Reading): number {
  const sum = sessions.reduce((all, session) => all + meritOfSession(session) - 0.5, 0);
  const whole = sum + (sessions.length === 0 ? 0 : 1.5);
  return whole * (inferred && whole > 0 ? 0.8 : 1) - strays - unread * 0.3;
}

/** Nothing is out of place: it does not get better by mending. */
export function isFlawless(reading: Reading): boolean {
  const isRead = reading.strays + reading.unread === 0;
  return isRead && isClean(reading) && isOrderly(reading) && meritOf(reading) > 0;
}

/** Nothing of what was read looks like something else. */
export function isClean({ sessions, inferred }: Reading): boolean {
  return sessions.length > 0 && !inferred && !sessions.some((one) => isGlued(one) || isVague(one));
}

/**
 * Whether another reading is worth a look: marks that were inferred and that fit are as good as
 * those of a program that is known, unless its remarks tell what became of the mail.
 */
export function tellsMore(now: Reading, next: Reading): boolean {
  const fits = now.dialect?.inferred === true && isOrderly(now) && !now.sessions.some(isGlued);
  if (!fits || now.strays + now.unread > 0) return true;
  return endsToldBy(next) > endsToldBy(now);
}

function endsToldBy({ sessions }: Reading): number {
  const ends = sessions.flatMap(({ entries }) =>
    entries.filter(({ event }) => EVENT_RANKS[event ?? ''] === 2),
  );
  return ends.length;
}

/** Steps follow each other as they should, and so do the times. */
export function isOrderly({ sessions }: Reading): boolean {
  return (
    sessions.length > 0 &&
    sessions.every(({ entries, exchanges }) => {
      const lastReply = exchanges.findLastIndex(({ reply }) => reply !== undefined);
      const isOdd = exchanges.some((exchange, at) => {
        const { command, reply } = exchange;
        if (command && reply) return fits(exchange, at) < 0;
        if (command)
          return at < lastReply && command.verb !== 'QUIT' && RANKS[command.verb] !== undefined;
        return at > 0 && reply !== undefined && reply.code !== 421 && reply.code !== 220;
      });
      const back = entries.filter(({ ms }, at) => (ms ?? 0) < (entries[at - 1]?.ms ?? 0)).length;
      return !isOdd && back * 4 <= entries.length;
    })
  );
}

/** No words were exchanged, and nothing says why, or the end stands before the beginning. */
function isVague({ exchanges, entries }: Session): boolean {
  if (exchanges.length > 0) return false;
  const ranks = entries.flatMap(({ event }) => EVENT_RANKS[event ?? ''] ?? []);
  return !ranks.includes(2) || ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0));
}

/** The order of what programs tell of a connection that came to nothing. */
const EVENT_RANKS: Readonly<Record<string, number>> = {
  connecting: 0,
  connected: 1,
  'connect-failed': 2,
  'tls-failed': 2,
  'auth-failed': 2,
  'auth-unavailable': 2,
  'command-failed': 2,
  refused: 2,
  failed: 2,
  timeout: 2,
  lost: 2,
  silence: 2,
  sent: 2,
  closed: 3,
};

/** Several steps of SMTP stand in what was taken for one. */
function isGlued({ entries }: Session): boolean {
  return entries.some(({ kind, from, event, text, parts }) => {
    if (kind === 'note' && from === 'client' && event === 'remark') return true;
    // An error may quote a reply of several lines, and name its command.
    const few = kind === 'note' && event !== 'remark' ? 5 : 2;
    return text.length > 60 && !parts && countSmtpWords(text) > few;
  });
}

function meritOfSession(session: Session): number {
  let merit = 0;
  let rank = 0;
  for (const [at, exchange] of session.exchanges.entries()) {
    merit += fits(exchange, at);
    const next = RANKS[exchange.command?.verb ?? ''];
    if (next === undefined) continue;
    if (next < rank) merit -= 0.5;
    rank = next;
  }
  let before = 0;
  let eventRank = 0;
  for (const { kind, from, event, ms, parts, reply, verb, text } of session.entries) {
    if (kind === 'note') {
      if (event === 'remark') merit -= from === 'client' ? 1 : hasSmtpWords(text) ? 0.5 : 0;
      else if (event !== undefined && event !== 'garbage') merit += 0.5;
      const next = EVENT_RANKS[event ?? ''];
      if (next !== undefined && session.exchanges.length === 0) {
        if (next < eventRank) merit -= 1;
        eventRank = next;
      }
    }
    if (kind === 'reply') merit += 0.3 * (parts?.length ?? 1);
    if ((reply?.text.length ?? 0) > 300) merit -= 1;
    if (kind === 'command' && verb !== undefined && !verb.startsWith('(')) {
      if (text.length > 300) merit -= 1;
      merit += isKnownCommand(text) ? 0.5 : -1;
    }
    if (ms !== undefined) {
      if (ms < before) merit -= 0.5;
      before = ms;
    }
  }
  if (session.peer) merit += 0.5;
  // A mail server's line on a delivery is all there is of it.
  return session.exchanges.length < 2 && session.envelope ? Math.max(merit, 1) : merit;
}

/** A client's steps in the order in which they come; STARTTLS and EHLO may come anew. */
const RANKS: Readonly<Record<string, number>> = {
  AUTH: 1,
  MAIL: 2,
  RCPT: 3,
  DATA: 4,
  '.': 5,
  QUIT: 6,
};

/** Codes that a command may get; refusals come after any. RFC 5321 section 4.3.2. */
const WANTED: Readonly<Record<string, RegExp>> = {
  EHLO: /^250/,
  HELO: /^250/,
  LHLO: /^250/,
  STARTTLS: /^220/,
  AUTH: /^(?:334|235)/,
  '(auth-data)': /^(?:334|235)/,
  MAIL: /^25/,
  RCPT: /^25/,
  DATA: /^354/,
  '.': /^25/,
  QUIT: /^2/,
};

function fits(exchange: Exchange, at: number): number {
  const worth = worthOf(exchange, at);
  // What stands in the log as a reply alone has its command by guess.
  // So has a refusal with nothing before it: a greeting is no better than a recipient.
  const { command, reply } = exchange;
  const isGuess =
    command === undefined ? (reply?.code ?? 0) >= 400 : command.entry === reply?.entry;
  return isGuess ? Math.min(worth, 1) : worth;
}

function worthOf({ command, reply }: Exchange, at: number): number {
  // A log of one side alone has all of its steps so, whatever is done to it.
  if (!reply) return -0.5;
  const { code } = reply;
  if (!command) return at === 0 && (code === 220 || code >= 400) ? 2 : -1;
  const wanted = WANTED[command.verb];
  if (!wanted) return code >= 500 ? 1 : 0.5;
  if (wanted.test(String(code))) return 3;
  return code >= 400 ? 2 : -2;
}
