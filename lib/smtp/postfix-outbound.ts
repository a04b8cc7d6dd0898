import type { Peer, Said } from '../types.ts';
import { readDialogue, readPlainSecret, type DialogueLine } from './postfix-dialogue.ts';
import { addressField, plainField } from './postfix-fields.ts';
import type { PostfixLine } from './postfix-line.ts';
import type { Queue } from './postfix-queue.ts';
import { readPeer, readReason, type Reason } from './postfix-reason.ts';

/** Reads the lines of the programs that deliver. */
export interface OutboundReader {
  /** @returns undefined where the line belongs to no attempt */
  read(line: PostfixLine): Said | readonly Said[] | undefined;
}

/** One attempt: the recipients of a message that one process delivers to one relay. */
interface Attempt {
  key: string;
  /** Where this is missing, only lines without a number in the queue have come. */
  queueId?: string;
  /** Relay, or the reason where there is none: tells the attempts of one message apart. */
  target?: string;
  /** Seconds since the message came in. */
  delay?: number;
  /** The reply that the last recipient got, with the command's verb. */
  reply?: string;
  /** A recipient's status has come. */
  done: boolean;
  /** The lines of the dialogue itself are in the log, with this server. */
  verbose: boolean;
  host?: string | undefined;
}

/**
 * smtp, lmtp and their kin: one session for each attempt. Lines on a connection have no number in
 * the queue: the next status of the same process tells what it was for.
 *
 *     smtp[15161]: Trusted TLS connection established to mx.example.net[192.0.2.1]:25: TLSv1.3 …
 *     smtp[15161]: 4B8EB2402D3: to=<alice@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=0.13,
 *       delays=0/0.01/0.12/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4Ft8s1)
 */
export function createOutboundReader(queue: Queue): OutboundReader {
  /** By the process. */
  const attempts = new Map<string, Attempt>();
  /** Relays to which a connection with TLS was made: connections are used again. */
  const encrypted = new Set<string>();
  let count = 0;

  const open = (process: string, queueId?: string): Attempt => {
    const likely = queueId ?? queue.only();
    const key = likely === undefined ? `out ${process} ${++count}` : nextKey(queue, likely);
    if (likely !== undefined) queue.begin(likely, key);
    const attempt: Attempt = { key, done: false, verbose: false };
    attempts.set(process, attempt);
    return attempt;
  };

  /** The attempt that a line with a queue's number belongs to. */
  const attemptOf = (process: string, queueId: string, delivery?: Delivery): Attempt => {
    const last = attempts.get(process);
    const isSame = last !== undefined && belongs(last, queueId, delivery);
    const attempt = isSame ? last : open(process, queueId);
    const message = queue.of(queueId);
    if (attempt.queueId === undefined) {
      attempt.queueId = queueId;
      if (message.attempt !== attempt.key) queue.begin(queueId, attempt.key);
    }
    if (delivery) {
      attempt.done = true;
      attempt.target ??= targetOf(delivery);
      attempt.delay = delivery.delay;
    }
    return attempt;
  };

  const status = (line: PostfixLine, base: Said, delivery: Delivery): readonly Said[] => {
    const { queueId = '', service } = line;
    const message = queue.of(queueId);
    const { to, original, result } = delivery;
    const told: Said[] = [];
    if (message.inbound !== undefined) {
      const envelope = { to: someone(original ?? to) };
      const words = { side: 'note', text: '', aside: true } as const;
      told.push({ ...words, session: message.inbound, envelope });
    }
    if (isOwn(service) && result === 'sent') {
      if (message.inbound === undefined) return told;
      return [...told, { ...base, session: message.inbound }];
    }
    const attempt = attemptOf(`${service} ${line.pid}`, queueId, delivery);
    const envelope = {
      ...(message.from === undefined ? {} : { from: message.from }),
      to: someone(to),
      rejectedTo: [] as string[],
    };
    const { peer } = delivery;
    const tls = delivery.reused && encrypted.has(relayOf(peer)) ? { tls: 'starttls' as const } : {};
    const said = { ...base, session: attempt.key, envelope, ...tls, ...(peer ? { peer } : {}) };
    return [...told, outcomeOf(said, line, delivery, attempt)];
  };

  /** A line on a connection or an attempt, without a recipient's status. */
  const other = (line: PostfixLine, base: Said): Said => {
    const { text, queueId, service, pid } = line;
    const process = `${service} ${pid}`;
    const last = attempts.get(process);
    const spoken = queueId === undefined ? readDialogue(text, false) : undefined;
    const fresh = () => (last && goesOn(last, text, spoken?.peer) ? last : open(process));
    const attempt = queueId === undefined ? fresh() : attemptOf(process, queueId);
    const said = { ...base, session: attempt.key };
    const shown = queueId === undefined ? verbose(said, line, attempt, spoken) : undefined;
    if (shown) return shown;
    const from = queueId === undefined ? undefined : queue.of(queueId).from;
    const envelope = from === undefined ? {} : { envelope: { from, to: [] } };
    const secured = SECURED.exec(text);
    if (secured) {
      const peer = readPeer(text.slice(secured[0].length));
      encrypted.add(relayOf(peer));
      const tls = peer?.implicitTls ? 'implicit' : 'starttls';
      return { ...said, tls, ...(peer ? { peer } : {}) };
    }
    if (text.startsWith('SSL_connect error to ')) {
      const peer = readPeer(text.slice('SSL_connect error to '.length));
      const step = { event: 'tls-failed', phase: 'starttls', tls: 'starttls' } as const;
      return { ...said, ...step, ...(peer ? { peer } : {}) };
    }
    if (!TELLING.test(text)) return said;
    const why = reasoned(said, line, text, 0);
    return attempt.verbose && why.side === 'server' ? said : { ...why, ...envelope };
  };

  return {
    read(line) {
      const { whole, time, service, queueId } = line;
      const stamp = time === undefined ? {} : { time };
      const base: Said = { side: 'note', event: 'remark', ...whole, ...stamp };
      if (DELIVERS.has(service)) {
        const delivery = queueId === undefined ? undefined : readDelivery(line.text);
        if (delivery) return status(line, base, delivery);
        return isOwn(service) ? undefined : other(line, base);
      }
      return queueId === undefined ? undefined : aboutMessage(line, base, queue, queueId);
    },
  };
}

/** The dialogue itself, where Postfix is told to log it, and the password that it found. */
function verbose(
  said: Said,
  { text, at }: PostfixLine,
  attempt: Attempt,
  spoken: DialogueLine | undefined,
): Said | undefined {
  if (spoken) {
    attempt.verbose = true;
    attempt.host ??= spoken.peer?.host;
    const { event: _note, ...rest } = said;
    return { ...rest, ...spoken, at: at + spoken.at };
  }
  const shown = readPlainSecret(text, 'Password:');
  if (!shown?.secret) return undefined;
  const { start, end, what } = shown.secret;
  return { ...said, text: shown.text, secret: { start: at + start, end: at + end, what } };
}

/** Whether a line without a number belongs to the last attempt: its dialogue goes on after the status. */
function goesOn(last: Attempt, text: string, peer: Peer | undefined): boolean {
  if (!last.done) return true;
  const isOther = peer !== undefined && last.host !== undefined && peer.host !== last.host;
  return last.verbose && !isOther && !BEGINS.test(text);
}

const BEGINS = /^connection established$|^smtp_connect_addr: trying: |^deliver_message: from /;

const DELIVERS = new Set(['smtp', 'lmtp', 'error', 'retry', 'local', 'virtual', 'pipe', 'discard']);

/** Delivery on the machine itself: no session as long as it goes well. */
function isOwn(service: string): boolean {
  return service !== 'smtp' && service !== 'lmtp';
}

/** cleanup, qmgr, bounce and pickup: lines on a message. */
function aboutMessage(
  { text }: PostfixLine,
  base: Said,
  queue: Queue,
  queueId: string,
): Said | undefined {
  const message = queue.of(queueId);
  const from = addressField(text, 'from');
  if (from !== undefined) message.from = from;
  if (from === '' || from?.startsWith('double-bounce@') || text.includes(`.${queueId}@`)) {
    message.isReport = true;
  }
  const report = /^(?:sender|postmaster) [a-z -]{5,40} notification: (\w{5,25})$/.exec(text)?.[1];
  if (report !== undefined) queue.of(report).isReport = true;
  const isNext = text.startsWith('from=') && text.endsWith('(queue active)');
  if (message.attempt !== undefined && !isNext) return { ...base, session: message.attempt };
  // What Postfix itself writes goes to its own users as a rule.
  if (message.isReport) return undefined;
  if (isNext) queue.wait(queueId);
  return { ...base, session: keyOf(queueId, message.attempts + 1) };
}

function keyOf(queueId: string, attempt: number): string {
  return `message ${queueId} ${attempt}`;
}

function nextKey(queue: Queue, queueId: string): string {
  return keyOf(queueId, queue.of(queueId).attempts + 1);
}

/** Seconds between two attempts of one process; the queue waits five minutes. */
const PAUSE = 200;

function belongs(attempt: Attempt, queueId: string, delivery?: Delivery): boolean {
  if (attempt.queueId === undefined) return !attempt.done;
  if (attempt.queueId !== queueId) return false;
  if (!delivery || attempt.target === undefined) return !attempt.done || !delivery;
  const isNear = Math.abs(delivery.delay - (attempt.delay ?? 0)) < PAUSE;
  return isNear && attempt.target === targetOf(delivery);
}

/** An address, as a list; none where a page has hidden it. */
function someone(address: string): string[] {
  return address === '' ? [] : [address];
}

/** A line on a recipient. */
interface Delivery {
  /** Empty where a page has hidden it. */
  to: string;
  original?: string;
  /** The relay's words: `mx.example.net[192.0.2.1]:25`, `none`, `local`. */
  relay: string;
  peer?: Peer;
  delay: number;
  /** A connection that was used before. */
  reused: boolean;
  result: string;
  reason: string;
  /** Column of the reason in the text. */
  at: number;
}

const STATUS = /, status=([a-z]{4,20}) ?\(?/;

function readDelivery(text: string): Delivery | undefined {
  const to = addressField(text, 'to') ?? '';
  const status = STATUS.exec(text);
  if (!text.startsWith('to=') || !status) return undefined;
  const original = addressField(text, 'orig_to');
  const relay = plainField(text, 'relay') ?? 'none';
  const peer = readPeer(relay);
  const at = status.index + status[0].length;
  const end = text.endsWith(')') && status[0].endsWith('(') ? text.length - 1 : text.length;
  return {
    to,
    ...(original?.includes('@') ? { original } : {}),
    relay,
    ...(peer ? { peer } : {}),
    delay: Number(plainField(text, 'delay') ?? 0),
    reused: plainField(text, 'conn_use') !== undefined,
    result: status[1] ?? '',
    reason: text.slice(at, end),
    at,
  };
}

function targetOf({ relay, reason }: Delivery): string {
  return relay === 'none' ? reason : relay;
}

function relayOf(peer: Peer | undefined): string {
  return peer ? `${peer.host}:${peer.port ?? ''}` : '';
}

/** Words behind which the server's name stands. */
const SECURED = /^[A-Z][a-z]{1,20} TLS connection established to (?=\S)/;

/** Lines that tell why an attempt failed, before another server is tried or without a status. */
const TELLING =
  /^connect to \S{1,300}: |^host \S{1,300} (?:said|refused to talk to me): |^lost connection with |^conversation with |^SASL authentication failed|^TLS is required, but|^Cannot start TLS|^Server certificate not /;

const TAKEN = new Set(['sent', 'deliverable']);

function outcomeOf(said: Said, line: PostfixLine, delivery: Delivery, attempt: Attempt): Said {
  const { result, reason, at, to } = delivery;
  if (TAKEN.has(result)) {
    const isReply = /^2\d\d[ -]/.test(reason);
    if (!isReply) return { ...said, event: 'sent', phase: 'message' };
    return reply({ ...said, ...untold(delivery) }, line, at, reason, '.', attempt);
  }
  const why = readReason(reason);
  const retries = result === 'deferred';
  const peer = said.peer ?? why.peer;
  const known: Said = {
    ...said,
    retries,
    ...(peer ? { peer } : {}),
    ...untold(delivery),
    ...toldTls(why),
  };
  if (!why.reply) {
    const { event = 'refused', phase } = isOwn(line.service) ? own(why) : why;
    const isRecipient = event === 'refused' && phase === 'rcpt';
    const envelope = isRecipient ? { ...said.envelope, rejectedTo: someone(to) } : said.envelope;
    return {
      ...known,
      event,
      ...(phase === undefined ? {} : { phase }),
      ...(envelope ? { envelope } : {}),
    };
  }
  // A greeting that refuses is put off; what is final was the answer to EHLO.
  const isFinal = result === 'bounced' && why.answers === 'CONNECT';
  const answers = isFinal ? 'EHLO' : (why.answers ?? 'CONNECT');
  const isEach = answers === 'RCPT' || (answers === '.' && line.service === 'lmtp');
  const envelope = { ...said.envelope, rejectedTo: isEach ? someone(to) : [] };
  const command =
    answers === 'RCPT' && to !== '' ? `RCPT TO:<${to}>` : named(answers, said.envelope?.from);
  const { text, at: column } = why.reply;
  return reply({ ...known, envelope }, line, at + column, text, command, attempt);
}

function named(answers: string, from: string | undefined): string {
  if (answers === 'RCPT') return 'RCPT TO:';
  if (answers !== 'MAIL') return answers;
  return from === undefined ? 'MAIL FROM:' : `MAIL FROM:<${from}>`;
}

function toldTls({ tls }: Reason): Pick<Said, 'tls'> {
  return tls === undefined ? {} : { tls };
}

/** A socket on the machine itself has no TLS. */
function untold({ peer }: Delivery): Pick<Said, 'tls'> {
  return peer && peer.port === undefined ? { tls: 'none' } : {};
}

/** `unknown user: "bob"`: the mailbox itself was asked. */
function own(why: Reason): Reason {
  return { ...why, ...(why.event === 'refused' ? { phase: why.phase ?? 'rcpt' } : {}) };
}

/** The server's reply; said again for a further recipient it is the same one. */
function reply(
  said: Said,
  line: PostfixLine,
  column: number,
  text: string,
  answers: string,
  attempt: Attempt,
): Said {
  // The reply stands in the dialogue itself.
  if (attempt.verbose) return { ...said, event: 'remark' };
  const same = `${answers} ${text}`;
  const repeats = attempt.reply === same;
  attempt.reply = same;
  const { event: _note, phase: _step, ...rest } = said;
  return {
    ...rest,
    side: 'server',
    text,
    at: line.at + column,
    answers,
    ...(repeats ? { repeats } : {}),
  };
}

/** A line without a status: `host mx.example.net[192.0.2.1] refused to talk to me: 421 …` */
function reasoned(said: Said, line: PostfixLine, text: string, column: number): Said {
  const why = readReason(text);
  const known: Said = {
    ...said,
    ...(why.peer ? { peer: why.peer } : {}),
    ...toldTls(why),
    retries: true,
  };
  if (!why.reply) {
    const { event = 'remark', phase } = why;
    return { ...known, event, ...(phase === undefined ? {} : { phase }) };
  }
  const { event: _note, ...rest } = known;
  const at = line.at + column + why.reply.at;
  const answers = named(why.answers ?? 'CONNECT', undefined);
  return { ...rest, side: 'server', text: why.reply.text, at, answers };
}
