import type { Dialect, Event, Peer, Quote, Reader, Said } from '../types.ts';

/**
 * Nodemailer with `logger: true, debug: true`. The name in brackets is the connection's. Lines of
 * the message have neither `C:` nor `S:`; errors follow as JavaScript prints them. Checked with
 * 6.9.16 (one command at a time) and 10.6.0 (pipelines).
 *
 *     [2026-11-23 18:32:51] INFO  [SMWNrEtcA0E] Connection established to 127.0.2.17:587
 *     [2026-11-23 18:32:51] DEBUG [SMWNrEtcA0E] S: 220 mail.example.org ESMTP
 *     [2026-11-23 18:32:51] DEBUG [SMWNrEtcA0E] C: EHLO client.example.org
 */
export const nodemailer: Dialect = { id: 'nodemailer', title: 'Nodemailer', open };

/** What is known of one connection. */
interface Connection {
  peer?: Peer;
  connected?: boolean;
  /** Between 354 and the final dot. */
  message?: boolean;
  /** A reason was given for the failure; the closing sentences repeat it. */
  told?: boolean;
}

interface Memory {
  connections: Map<string, Connection>;
  /** The connection that spoke last: some sentences name none. */
  recent?: string;
  /** A closing sentence of several lines goes on. */
  sentence?: boolean;
  /** The lines of a JavaScript error follow: its words, its stack, its fields. */
  dump?: 'words' | 'stack';
}

const MARK = /\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) {1,2}/;
/** A pool puts a number of its own in front. */
const NAME = /^(?:\[#\d{1,9}\] )?\[([\w+/=.-]{4,40})\](?: |$)/;
/** The longest prefix that a host puts before the line: docker, systemd. */
const MAX_PREFIX = 200;

function open(): Reader {
  const memory: Memory = { connections: new Map() };
  return (line) => {
    const mark = MARK.exec(line.slice(0, MAX_PREFIX));
    if (!mark) return dumped(line, memory);
    delete memory.dump;
    const [all, time = '', level = ''] = mark;
    let at = mark.index + all.length;
    const name = NAME.exec(line.slice(at, at + 80));
    if (!name) {
      const said = nameless(line.slice(at).trimEnd(), at, level, memory);
      return said && { ...said, time };
    }
    at += name[0].length;
    const session = name[1] ?? '';
    memory.recent = session;
    delete memory.sentence;
    const connection = memory.connections.get(session) ?? {};
    memory.connections.set(session, connection);
    return { ...named(line.slice(at).trimEnd(), at, level, connection), time, session };
  };
}

/** A line of a connection. */
function named(words: string, at: number, level: string, connection: Connection): Said {
  const server = /^S:(?: |$)/.test(words);
  // With `transactionLog` alone the message is left out, and this stands for it.
  if (connection.message === true && SUMMED_UP.test(words)) {
    delete connection.message;
    return { side: 'client', event: 'content', text: words, at };
  }
  if (connection.message === true && level === 'DEBUG') {
    // A server that breaks the message off says so by a refusal.
    const breaksOff = server && /^S: [45]\d\d[ -]/.test(words);
    if (words === '.' || breaksOff || isClosing(words)) delete connection.message;
    if (!breaksOff && !isClosing(words)) return { side: 'client', text: words, at };
  }
  if (level === 'DEBUG' && server) {
    const text = words.slice(3);
    if (/^354(?: |$)/.test(text)) connection.message = true;
    return { side: 'server', text, at: at + 3 };
  }
  if (level === 'DEBUG' && /^C:(?: |$)/.test(words)) {
    return { side: 'client', text: words.slice(3), at: at + 3 };
  }
  return { side: 'note', text: words, at, ...noteOf(words, at, level, connection) };
}

const SUMMED_UP = /^(?:C: )?<\d{1,12} bytes encoded mime message\b/;

function isClosing(words: string): boolean {
  return /^Closing connection to the server using "[a-z]{1,10}"$/.test(words);
}

type Note = Pick<Said, 'event' | 'peer' | 'quote'>;

function noteOf(words: string, at: number, level: string, connection: Connection): Note {
  const resolved = /^Resolved (\S{1,255}) as (\S{1,60})/.exec(words);
  if (resolved) {
    if (connection.peer) return { event: 'remark' };
    connection.peer = { host: resolved[1] ?? '' };
    return { event: 'connecting', peer: connection.peer };
  }
  const established = /^(Secure c|C)onnection established to (\S{1,255}?):(\d{1,5})$/.exec(words);
  if (established) {
    connection.connected = true;
    const peer: Peer = {
      host: connection.peer?.host ?? established[2] ?? '',
      port: Number(established[3]),
      ...(established[1] === 'C' ? {} : { implicitTls: true }),
    };
    connection.peer = peer;
    return { event: 'connected', peer };
  }
  if (/^Connection closed$/.test(words)) return { event: 'closed' };
  if (/^User ".{0,320}" failed to authenticate$/.test(words)) return { event: 'auth-failed' };
  if (level === 'WARN' || level === 'ERROR' || level === 'FATAL') {
    const event = eventOf(words, connection);
    connection.told = true;
    const peer = event === 'connect-failed' ? peerIn(words, connection.peer) : undefined;
    return { event, ...(peer ? { peer } : {}), ...quoteIn(words, at) };
  }
  return { event: 'remark' };
}

/** `connect ECONNREFUSED 127.0.2.65:587` and `queryA ENOTFOUND mail.example.org`. */
function peerIn(words: string, known: Peer | undefined): Peer | undefined {
  const port = /\b(?:[\d.]{7,15}|[0-9a-f:]{3,39}):(\d{1,5})\b/i.exec(words)?.[1];
  if (known) return port === undefined ? undefined : { ...known, port: Number(port) };
  const host = /^(?:getaddrinfo|query[A-Z]{1,6}) E[A-Z_]{4,20} ([\w.-]{1,255})$/i.exec(words)?.[1];
  return host === undefined ? undefined : { host };
}

/** What went wrong, by Node's words and Nodemailer's own. */
function eventOf(words: string, connection: Connection): Event {
  if (/: [2-5]\d\d[ -]|response=[2-5]\d\d/.test(words)) return 'command-failed';
  if (words.startsWith('Missing credentials')) return 'auth-failed';
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|E(?:NET|HOST)UNREACH|^query[A-Z]|^connect E/.test(words)) {
    return 'connect-failed';
  }
  if (
    /certificate|altnames|SSL routines|wrong version number|secure TLS connection|\bTLS\b|EPROTO/i.test(
      words,
    )
  ) {
    return 'tls-failed';
  }
  if (connection.connected !== true && /^Connection timeout|ETIMEDOUT/.test(words)) {
    return 'connect-failed';
  }
  if (/Greeting never received|timeout|timed out|ETIMEDOUT/i.test(words)) return 'timeout';
  return /closed unexpectedly|ECONNRESET|EPIPE|hang up/.test(words) ? 'lost' : 'failed';
}

/** `Mail command failed: 553 5.1.8 …`: the reply, as the error repeats it. */
function quoteIn(words: string, at: number): { quote?: Quote } {
  const start = /(?:: |response=)(?=[2-5]\d\d[ -])/.exec(words);
  if (!start) return {};
  const from = start.index + start[0].length;
  const verb = VERBS.find(([begin]) => words.includes(begin))?.[1];
  return { quote: { text: words.slice(from), at: at + from, ...(verb ? { verb } : {}) } };
}

const VERBS: readonly (readonly [begin: string, verb: string])[] = [
  ['Mail command failed', 'MAIL'],
  ['recipients were rejected', 'RCPT'],
  ['Recipient command failed', 'RCPT'],
  ['Data command failed', 'DATA'],
  ['Message failed', '.'],
];

/** A sentence that names no connection: it is about the one that spoke last. */
function nameless(words: string, at: number, level: string, memory: Memory): Said | undefined {
  const { recent } = memory;
  const connection = memory.connections.get(recent ?? '');
  if (recent === undefined || !connection) return undefined;
  const closing = /^Send [Ee]rror(?: for <[^<>]{0,400}>)?: /.exec(words);
  if (closing) {
    memory.sentence = true;
    const note = closingNote(words.slice(closing[0].length), at + closing[0].length, connection);
    return { side: 'note', text: words, at, ...note, session: recent };
  }
  if (memory.sentence === true && level === 'ERROR') {
    return { side: 'note', text: words, at, continues: true, session: recent };
  }
  delete memory.sentence;
  // Without a token no login is tried.
  if (words.startsWith('Failed generating new Access Token')) {
    return { side: 'note', text: words, at, event: 'auth-failed', session: recent };
  }
  return /^(?:Sending message|Reusing existing|Generated new|Requesting) /.test(words)
    ? { side: 'note', text: words, at, event: 'remark', session: recent }
    : undefined;
}

/** Nodemailer's closing sentence: what stands above it, unless nothing does. */
function closingNote(words: string, at: number, connection: Connection): Note {
  const event = eventOf(words, connection);
  const repeats = connection.told === true && event !== 'command-failed';
  connection.told = true;
  return { event: repeats ? 'failed' : event, ...quoteIn(words, at) };
}

/** A JavaScript error as Node prints it: its words, its stack, its fields in braces. */
function dumped(line: string, memory: Memory): Said | undefined {
  const session = memory.recent;
  const connection = memory.connections.get(session ?? '');
  if (session === undefined || !connection) return undefined;
  const begin = /^(?:\{ )?[A-Za-z]{0,30}Error(?: \[[A-Z_]{1,40}\])?: /.exec(line);
  if (begin && memory.dump === undefined) {
    memory.dump = 'words';
    const at = begin[0].length;
    const text = line.trimEnd();
    return {
      side: 'note',
      text,
      session,
      ...closingNote(line.slice(at).trimEnd(), at, connection),
    };
  }
  const goesOn =
    (memory.dump === 'words' && /^[2-5]\d\d(?:[ -]|$)/.test(line)) ||
    (memory.dump !== undefined && /^(?:\s+\S|[}\]])/.test(line));
  if (!goesOn) {
    delete memory.dump;
    return undefined;
  }
  if (/^\s/.test(line)) memory.dump = 'stack';
  return { side: 'note', text: line.trimEnd(), continues: true, session };
}
