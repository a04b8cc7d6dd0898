import type { Entry, Exchange, Facts, Outcome, Phase, Reply, Session } from '../types.ts';
import { phpmailerMessage } from './phpmailer-message.ts';
import { phaseOf } from './phase.ts';
import { isPutOff } from './put-off.ts';
import { gaveUpAfter, worst } from './refusals.ts';
import { unanswered } from './unanswered.ts';
import { isTakenAfter } from './taken-after.ts';
import { withoutAddresses } from './words.ts';

/** The part of the facts that says how a session ended. */
export type Verdict = Pick<
  Facts,
  'outcome' | 'failedAt' | 'deciding' | 'decidingEntry' | 'decidingText'
>;

/** A step that did not go well; forgotten when a later success shows that it did not matter. */
interface Failure {
  outcome: Outcome;
  phase: Phase;
  exchange?: Exchange;
  entry?: number;
}

/**
 * How a session ended: the rules of docs/report.md, "Outcomes, told apart".
 *
 * The first failure that the session did not get over decides: what follows it are consequences
 * (a 554 to DATA after all recipients were refused, the tool's own closing sentence).
 *
 * @param refused how many recipients were refused
 */
export function verdictOf(session: Session, refused: number): Verdict {
  const walk = walkExchanges(byReply(session.exchanges));
  const { messages } = walk;
  const taken = messages.filter((code) => code < 300).length;
  const said = session.entries.findIndex((entry) => entry.event === 'sent');
  if (taken > 0 && taken === messages.length && refused === 0) return plain('accepted');
  const failure = walk.failure ?? noteFailure(session, walk);
  // A mail log tells of the message by a sentence of its own.
  const kept = said >= 0 && session.envelope !== undefined && messages.length === 0;
  if (taken > 0 || (kept && (walk.refusals.length > 0 || isLate(failure)))) {
    const refusal = worst(walk.refusals);
    const first = refusal ?? (kept || refused > 0 ? failure : undefined);
    return first ? told(session, { ...first, outcome: 'partially-accepted' }) : plain('accepted');
  }
  if (kept && entryOf(failure) < said) return plain('accepted');
  // One address could not be reached, another one took the mail.
  const reached = session.entries.slice(0, Math.max(0, said)).findLastIndex(isConnected);
  if (failure?.phase === 'connect' && entryOf(failure) < reached) return plain('accepted');
  if (failure && isTakenAfter(session.exchanges, failure)) return plain('accepted');
  if (failure) return told(session, failure);
  if (said >= 0 && (walk.reached ?? session.envelope) !== undefined) return plain('accepted');
  const open = unanswered(session, walk.open);
  if (open && isTakenAfter(session.exchanges, open)) return plain('accepted');
  return told(session, open);
}

/**
 * The exchanges in the order of their replies: where a log leaves commands out, a reply that it
 * shows may have come before that to an earlier command.
 */
function byReply(exchanges: readonly Exchange[]): readonly Exchange[] {
  let last = -1;
  const inOrder = exchanges.every(({ reply }) => {
    const before = last;
    last = reply?.entry ?? last;
    return before <= last;
  });
  if (inOrder) return exchanges;
  const at = ({ command, reply }: Exchange) => reply?.entry ?? command?.entry ?? 0;
  const final = exchanges.at(-1);
  // What a sentence above the dialogue quotes came after it.
  const isQuoted = final?.reply?.quoted && final.command?.entry === final.reply.entry;
  const rest = isQuoted ? exchanges.slice(0, -1) : exchanges;
  const sorted = rest.toSorted((one, other) => at(one) - at(other));
  return final && isQuoted ? [...sorted, final] : sorted;
}

/** Of one recipient or one message: others may have been taken all the same. */
function isLate(failure: Failure | undefined): boolean {
  return failure?.phase === 'rcpt' || failure?.phase === 'data' || failure?.phase === 'message';
}

function entryOf(failure: Failure | undefined): number {
  return failure?.entry ?? failure?.exchange?.reply?.entry ?? -1;
}

function isConnected({ event }: Entry): boolean {
  return event === 'connected';
}

interface Walk {
  failure?: Failure;
  /** Refused recipients and messages. */
  refusals: Failure[];
  /** Codes of the replies to a message's end. */
  messages: number[];
  /** The last step that was reached. */
  reached?: Phase;
  /** The first command that got no reply, if none got one after it but QUIT. */
  open?: Exchange;
}

function walkExchanges(exchanges: readonly Exchange[]): Walk {
  const walk: Walk = { refusals: [], messages: [] };
  let recipients = 0;
  let refusedHere: Failure[] = [];
  /** A login that was refused, after which the client went on without one. */
  let login: Failure | undefined;
  /** Those who were not refused are to get the message all the same. */
  let goesOn = false;
  for (const [index, exchange] of exchanges.entries()) {
    const { command, reply } = exchange;
    const verb = command?.verb;
    const isUnasked = command === undefined && index > 0 && !exchange.isGreeting;
    const phase = isUnasked ? walk.reached : phaseOf(verb);
    // A mail log tells of several servers that were tried one after the other.
    if (isElsewhere(exchange, walk.failure)) delete walk.failure;
    if (verb === 'MAIL') {
      recipients = 0;
      refusedHere = [];
      goesOn = false;
    }
    if (phase !== undefined && verb !== 'QUIT') walk.reached = phase;
    if (verb === 'DATA' || verb === 'BDAT') goesOn = true;
    if (!reply) {
      if (verb !== 'QUIT' && verb !== undefined) walk.open ??= exchange;
      continue;
    }
    if (verb !== 'QUIT') delete walk.open;
    // A log that has one reply for DATA has the one to the message's end.
    const isTaken = verb === 'DATA' && reply.code < 300;
    const isEnd = verb === '.' || verb === 'BDAT' || isTaken;
    if (reply.code < 400) {
      if (isEnd) walk.messages.push(reply.code);
      if (verb === 'RCPT') recipients++;
      if (settles(walk.failure, verb, reply)) {
        login = reply.code !== 235 && walk.failure?.phase === 'auth' ? walk.failure : undefined;
        delete walk.failure;
      }
      continue;
    }
    // After a refused token some clients say goodbye where an empty line is due: the answer to it is
    // the login's. RFC 7628 section 3.2.3.
    if (verb === 'QUIT' && (reply.code === 535 || reply.code === 534)) {
      walk.failure ??= { outcome: 'auth-failed', phase: 'auth', exchange };
      continue;
    }
    if (verb === 'QUIT' || phase === undefined) {
      // 421 ends the session whatever it answers; other refusals of NOOP, VRFY… change nothing.
      if (reply.code === 421 && verb !== 'QUIT') {
        walk.failure ??= { outcome: 'deferred', phase: walk.reached ?? 'greeting', exchange };
      }
      continue;
    }
    const failure: Failure = { outcome: outcomeOf(phase, reply), phase, exchange };
    if (isUnasked && isTimeout(reply)) {
      if (isCorrectable(walk.failure)) walk.failure = { ...failure, outcome: 'dropped' };
    } else if (verb === 'RCPT') {
      if (reply.code === 503) walk.failure ??= failure;
      else {
        refusedHere.push(failure);
        walk.refusals.push(failure);
        if (reply.code === 421) walk.failure ??= failure;
      }
    } else if (verb === 'DATA' && recipients === 0 && refusedHere.length > 0) {
      // Without a sender no recipient can be taken.
      if (walk.failure?.phase !== 'mail') walk.failure = worst(refusedHere) ?? failure;
    } else if (isEnd) {
      walk.messages.push(reply.code);
      walk.refusals.push(failure);
      walk.failure ??= failure;
    } else walk.failure ??= failure;
  }
  // Many clients give up a message when one of its recipients was refused.
  const gaveUp = recipients === 0 || (!goesOn && !walk.open);
  if (!walk.failure && gaveUp && refusedHere.length > 0) {
    const failure = worst(refusedHere);
    if (failure) walk.failure = failure;
  }
  if (login && walk.messages.length === 0 && wantsLogin(walk.failure)) walk.failure = login;
  return walk;
}

/** A server refused to talk, and this reply came from one that got further. */
function isElsewhere({ command, reply }: Exchange, failure: Failure | undefined): boolean {
  const isToldOf = command !== undefined && command.entry === reply?.entry;
  return failure?.phase === 'greeting' && isToldOf && failure.exchange?.isGreeting === true;
}

/** Nobody asked: the server has waited long enough. RFC 5321 section 4.5.3.2. */
function isTimeout(reply: Reply): boolean {
  return (
    reply.code === 421 &&
    reply.lines.some(({ text }) => /time(?:d[ -]?|[ -]?)out|\bidle\b|inactiv/i.test(text))
  );
}

/** Nothing failed yet, or only a command's wording or its place: the client could have gone on. */
function isCorrectable(failure: Failure | undefined): boolean {
  const code = failure?.exchange?.reply?.code ?? 0;
  return failure === undefined || (failure.outcome === 'rejected' && code >= 500 && code <= 503);
}

/** A success that shows that an earlier failure did not matter. */
function settles(failure: Failure | undefined, verb: string | undefined, reply: Reply): boolean {
  if (!failure) return false;
  if (verb === 'MAIL') return true;
  if (verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO') return failure.phase === 'ehlo';
  if (reply.code === 235) return failure.phase === 'auth' || failure.phase === 'starttls';
  if (verb === 'STARTTLS') return failure.phase === 'mail';
  if (verb === 'DATA') return failure.phase === 'rcpt';
  return false;
}

/** A refusal that a login would have spared: mail for elsewhere is taken from known users alone. */
function wantsLogin(failure: Failure | undefined): boolean {
  const reply = failure?.exchange?.reply;
  const words = reply?.lines.map(({ text }) => withoutAddresses(text)).join(' ') ?? '';
  return reply?.code === 530 || /\brelay|authenticat|\blog ?in\b/i.test(words);
}

function outcomeOf(phase: Phase, reply: Reply): Outcome {
  if (phase === 'auth') return reply.code === 421 ? 'deferred' : 'auth-failed';
  if (phase === 'starttls') return 'tls-failed';
  // The server waited for the rest of the message in vain.
  if (phase === 'message' && isTimeout(reply)) return 'dropped';
  return reply.code >= 500 && !reply.retries ? 'rejected' : 'deferred';
}

/** What the tool's notes say where no reply decided. */
function noteFailure(session: Session, walk: Walk): Failure | undefined {
  const { entries, exchanges } = session;
  const find = (...events: Entry['event'][]) =>
    entries.findIndex((entry) => events.includes(entry.event) && entry.duplicateOf === undefined);
  // An answer to the goodbye is no greeting.
  const talked = exchanges.some(({ command, reply }) => reply && command?.verb !== 'QUIT');
  // Nothing but a goodbye was sent: the server turned the client away before the introduction.
  const onlyQuit = exchanges.every(({ command }) => command?.verb === 'QUIT');
  const isClientOnly = !onlyQuit && find('silence') < 0 && exchanges.every(({ reply }) => !reply);
  const tls = find('tls-failed');
  if (tls >= 0) {
    // Words went over the wire in clear before: TLS could only follow by STARTTLS.
    const started =
      entries[tls]?.phase === 'starttls' ||
      (talked && session.peer?.implicitTls !== true) ||
      exchanges.some(({ command }) => command?.verb === 'STARTTLS') ||
      /STARTTLS|convert socket to TLS|stream_socket_enable_crypto\(/i.test(
        entries[tls]?.text ?? '',
      );
    const noted = entries[tls]?.told ? entries[tls].phase : undefined;
    return {
      outcome: 'tls-failed',
      phase: noted ?? (started ? 'starttls' : 'connect'),
      entry: tls,
    };
  }
  const none = find('connect-failed');
  // Another server answered after that, and got further.
  const isOther = entries.some(({ told, phase, event }, index) => {
    return told && index > none && phase !== 'connect' && SILENT.has(event ?? 'remark');
  });
  // The client spoke, and another service than SMTP was at the other end.
  const isElse = entries[none]?.from === 'server';
  if (none >= 0 && !talked && (!isClientOnly || isElse) && !isOther) {
    const reasons = entries.flatMap(({ event, text }, index) =>
      event === 'connect-failed' && namesReason(text) ? [index] : [],
    );
    const entry = reasons.findLast((index) => !isSummary(entries[index])) ?? reasons.at(-1) ?? none;
    const outcome = isPutOff(session) ? 'deferred' : 'connection-failed';
    const isGreeting = entries[entry]?.told === true && entries[entry].phase === 'greeting';
    return { outcome, phase: isGreeting ? 'greeting' : 'connect', entry };
  }
  const refused = find('refused');
  if (refused >= 0) {
    const { phase = 'rcpt', text = '', retries } = entries[refused] ?? {};
    // An address may hold any word.
    const words = withoutAddresses(text).replace(ADVICE, '');
    const seemsSo =
      /^4\.|try again|later|temporar|greylist|\bdefer(?:red)?\b/i.test(words) &&
      !words.startsWith('5.');
    const outcome =
      phase === 'auth' ? 'auth-failed' : (retries ?? seemsSo) ? 'deferred' : 'rejected';
    return { outcome, phase, entry: refused };
  }
  const handshake = brokenHandshake(session);
  if (handshake) return handshake;
  const login = find(
    'auth-failed',
    ...(exchanges.some(({ command }) => WENT_ON.has(command?.verb ?? ''))
      ? []
      : ['auth-unavailable' as const]),
  );
  // What comes after the goodbye is of no account.
  const silence = entries.findIndex(
    ({ event, phase }) => phase !== 'quit' && SILENT.has(event ?? 'remark'),
  );
  if (login >= 0 && (silence < 0 || login < silence)) {
    return { outcome: 'auth-failed', phase: 'auth', entry: login };
  }
  // `recipient address … not accepted by the server`: nobody waits for what was pipelined.
  const refusal = silence < 0 ? gaveUpAfter(session, walk.refusals) : undefined;
  if (refusal) return refusal;
  const gaveUp = find('failed');
  if (silence < 0 && (gaveUp < 0 || (isClientOnly && !walk.open))) return undefined;
  const entry = silence >= 0 ? silence : gaveUp;
  const at = entries[entry];
  const noted = at?.phase ?? 'connect';
  if (at?.told && noted !== 'quit' && !talked && !isClientOnly) {
    // A server's own log names no peer: it has greeted.
    const isConnecting =
      noted === 'connect' || (noted === 'greeting' && session.peer !== undefined);
    return { outcome: isConnecting ? 'connection-failed' : 'dropped', phase: noted, entry };
  }
  if (!talked && !isClientOnly && (noted === 'connect' || noted === 'greeting' || onlyQuit)) {
    const connected = exchanges.length > 0 || find('connected') >= 0 || at?.event === 'silence';
    return { outcome: 'connection-failed', phase: connected ? 'greeting' : 'connect', entry };
  }
  const exchange = at?.exchange === undefined ? walk.open : exchanges[at.exchange];
  // A sentence above the dialogue is about its end.
  const isAbove = entries.slice(0, entry).every((one) => one.exchange === undefined);
  const phase =
    at?.exchange === undefined && silence >= 0 && !isAbove
      ? at?.phase
      : phaseOf(exchange?.command?.verb);
  if (phase === undefined || phase === 'quit') return undefined;
  // The client alone is shown: a refused STARTTLS would have been an error of its own.
  if (silence < 0 && phase === 'starttls') return { outcome: 'tls-failed', phase, entry };
  // The answer was late and came when the goodbye was due: who took the message is not certain.
  const isLate = exchanges.some(({ command, reply }) => {
    return command?.verb === 'QUIT' && reply?.code === 250;
  });
  if (isLate && phase === 'message') {
    return { outcome: 'incomplete', phase, ...(exchange ? { exchange } : {}), entry };
  }
  return { outcome: 'dropped', phase, ...(exchange ? { exchange } : {}), entry };
}

/** After a login that is not possible: another one, or none. */
const WENT_ON = new Set(['AUTH', 'MAIL']);

/** Thunderbird's: `Please check the message recipient "…" and try again.` */
const ADVICE = /\bplease (?:check|verify) [^.]{0,300} and try again/i;

/** Nothing came back. */
const SILENT = new Set<string>(['silence', 'lost', 'timeout']);

/** `STARTTLS`, `220`, and then no EHLO but an end: the reason is not in the log. */
function brokenHandshake(session: Session): Failure | undefined {
  const { entries, exchanges } = session;
  const at = exchanges.findLastIndex(({ command }) => command?.verb === 'STARTTLS');
  if (at < 0 || exchanges[at]?.reply?.code !== 220) return undefined;
  const after = exchanges.slice(at + 1);
  if (after.some(({ command }) => command !== undefined && command.verb !== 'QUIT'))
    return undefined;
  const start = exchanges[at].reply?.entry ?? 0;
  const entry = entries.findIndex(
    (note, index) =>
      index > start &&
      ['failed', 'garbage', 'silence', 'lost', 'timeout'].includes(note.event ?? ''),
  );
  if (entry < 0) return undefined;
  return { outcome: 'tls-failed', phase: 'starttls', exchange: exchanges[at], entry };
}

/** A program's closing words, which repeat what stands above them. */
function isSummary(entry: Entry | undefined): boolean {
  const text = entry?.text ?? '';
  return /^SMTP Error: |Mailer Error: /.test(text) || phpmailerMessage(text) !== undefined;
}

/** `(0)` or nothing at all says only that it failed. */
function namesReason(text: string): boolean {
  return /\([1-9]\d*\)|getaddrinfo|refused|timed out|unreachable|No route|denied|not known/i.test(
    text,
  );
}

function plain(outcome: Outcome): Verdict {
  return { outcome, decidingText: '' };
}

function told(session: Session, failure: Failure | undefined): Verdict {
  if (!failure) return plain('incomplete');
  const { exchange } = failure;
  const reply = exchange?.reply;
  const entry = failure.entry ?? reply?.entry ?? exchange?.command?.entry;
  const words =
    reply && failure.entry === undefined
      ? reply.lines.map((line) => line.text).join(' ')
      : (session.entries[entry ?? -1]?.text ?? '');
  return {
    outcome: failure.outcome,
    failedAt: failure.phase,
    ...(exchange ? { deciding: exchange } : {}),
    ...(entry === undefined ? {} : { decidingEntry: entry }),
    decidingText: words.trim(),
  };
}
