import type { Event, Peer, Phase, Said } from '../types.ts';
import { answeredBy } from './answered-by.ts';
import { parseReplyLine } from './reply.ts';

/** Why Postfix could not deliver, in parts. */
export interface Reason {
  /** The server's reply and its place in the words. */
  reply?: { text: string; at: number };
  /** The command that it answered: `RCPT`, `CONNECT` for the greeting, `.` for the message's end. */
  answers?: string;
  /** Where no reply is quoted: what happened, and at which step. */
  event?: Event;
  phase?: Phase;
  peer?: Peer;
  tls?: NonNullable<Said['tls']>;
}

/**
 * Reads the reason that Postfix gives for a delivery that failed, in its log (`status=deferred
 * (…)`) and in its reports.
 *
 *     host mx.example.net[192.0.2.1] said: 550 5.1.1 <a@b>: User unknown (in reply to RCPT TO command)
 *     connect to mx.example.net[192.0.2.1]:25: Connection refused
 *
 * @param words the reason without the brackets around it
 * @returns `event: 'refused'` where the words are none of the known ones
 */
export function readReason(words: string): Reason {
  const start = SUSPENDED.exec(words)?.[0].length ?? 0;
  const own = words.slice(start);
  const peer = peerIn(own);
  const reply = replyIn(words);
  if (reply) return { ...reply, ...(peer ? { peer } : {}), ...tlsOf(own, reply.answers) };
  const known = KNOWN.find(([pattern]) => pattern.test(own))?.[1];
  const step = /^(?:lost connection|conversation) with .{1,300}? while (.{1,80})/.exec(own)?.[1];
  const phase = step === undefined ? undefined : stepOf(step);
  return {
    ...(known ?? { event: 'refused' }),
    ...(phase === undefined ? {} : { phase }),
    ...(phase === 'starttls' ? { tls: phase } : {}),
    ...(phase === undefined || EARLY.has(phase) ? {} : { tls: 'none' }),
    ...(peer ? { peer } : {}),
  };
}

/** `mx.example.net[192.0.2.1]:25`, `mx.example.net[private/dovecot-lmtp]`; nothing for `none`. */
export function readPeer(words: string): Peer | undefined {
  const match = PEER.exec(words);
  if (!match) return undefined;
  const [, host = '', port] = match;
  return port === undefined ? { host } : { host, port: Number(port), ...implicit(port) };
}

/** The error service did not try: it repeats why an earlier attempt failed. */
const SUSPENDED = /^(?:delivery temporarily suspended: )+/;
const PEER = /^([^\s[\]]{1,255})\[[^\]\s]{1,128}\](?::(\d{1,5}))?/;
const NAMED = /(?:\bhost|\bserver|\bconnect to|\bconnection with|\bconversation with|\bby host) /g;

/** The server that the reason names: the first name with an address behind it. */
function peerIn(words: string): Peer | undefined {
  for (const match of words.slice(0, 500).matchAll(NAMED)) {
    const peer = readPeer(words.slice(match.index + match[0].length));
    if (peer) return peer;
  }
  return undefined;
}

function implicit(port: string): { implicitTls?: true } {
  return port === '465' ? { implicitTls: true } : {};
}

const SAID = / (?:said|refused to talk to me|refused to start TLS): /;
const IN_REPLY_TO = / \(in reply to ([A-Za-z]{1,12}(?: [A-Za-z]{1,6}){0,2})(?: command)?\)$/;

/** How Postfix names the commands. */
const COMMANDS: Readonly<Record<string, string>> = {
  'MAIL FROM': 'MAIL',
  'RCPT TO': 'RCPT',
  'end of DATA': '.',
  'message body': '.',
};

function replyIn(words: string): Pick<Reason, 'reply' | 'answers'> | undefined {
  const said = SAID.exec(words);
  if (!said) return undefined;
  const at = said.index + said[0].length;
  const closing = IN_REPLY_TO.exec(words.slice(-80));
  const end = closing ? words.length - closing[0].length : words.length;
  const text = words.slice(at, end).trimEnd();
  if (parseReplyLine(text) === undefined) return undefined;
  const asked = closing?.[1] ?? '';
  const answers =
    answeredBefore(words.slice(0, at)) ??
    COMMANDS[asked] ??
    // The end is cut off.
    (asked === '' ? answeredBy(text) : asked);
  return { reply: { text, at }, ...(answers === undefined ? {} : { answers }) };
}

/** `SASL authentication failed; server mx[…] said: 535 …` */
function answeredBefore(words: string): string | undefined {
  if (words.endsWith('refused to talk to me: ')) return 'CONNECT';
  if (words.endsWith('refused to start TLS: ')) return 'STARTTLS';
  return words.includes('SASL authentication fail') ? 'AUTH' : undefined;
}

function tlsOf(words: string, answers: string | undefined): Pick<Reason, 'tls'> {
  return answers === 'STARTTLS' || words.startsWith('TLS is required') ? { tls: 'starttls' } : {};
}

/** Steps before which nothing tells whether TLS would have followed. */
const EARLY = new Set<Phase>(['connect', 'greeting', 'ehlo', 'starttls']);

type Told = Pick<Reason, 'event' | 'phase' | 'tls'>;
const NO_TLS: Told = { event: 'tls-failed', phase: 'starttls', tls: 'none' };
const BROKEN_TLS: Told = { event: 'tls-failed', phase: 'starttls', tls: 'starttls' };

const KNOWN: readonly (readonly [RegExp, Told])[] = [
  [/^TLS is required, but was not offered/, NO_TLS],
  [/^TLS is required, but/, BROKEN_TLS],
  [/^Cannot start TLS|^Server certificate not|^TLSA lookup|\bDANE\b|^MTA-STS/i, BROKEN_TLS],
  [/^non[- ]?DNSSEC|^no TLSA records|^TLS\b.{0,60}(?:unavailable|unusable|failed)/i, BROKEN_TLS],
  [/^SASL authentication fail/, { event: 'auth-failed', phase: 'auth' }],
  [
    /^connect to |^all MX hosts|^no (?:route|network)/,
    { event: 'connect-failed', phase: 'connect' },
  ],
  [
    /^Host or domain name not found|Name service error|^unable to look up host|^Host not found/,
    { event: 'connect-failed', phase: 'connect' },
  ],
  // The queue's own trouble: no server was asked.
  [
    /^(?:mail transport unavailable|unknown mail transport error|address resolver failure|mail for \S{1,255} loops back to myself)/,
    { event: 'refused', phase: 'connect' },
  ],
  [/^lost connection with /, { event: 'lost' }],
  [/^conversation with .{1,300} timed out/, { event: 'timeout' }],
  [/^message size \d{1,20} exceeds/, { event: 'refused', phase: 'mail' }],
  [/SMTPUTF8 is required/, { event: 'refused', phase: 'mail' }],
];

/** `while receiving the initial server greeting`, `while sending end of data -- message may be …` */
const STEPS: readonly (readonly [RegExp, Phase])[] = [
  [/greeting/, 'greeting'],
  [/STARTTLS|TLS handshake/i, 'starttls'],
  [/(?:EHLO|HELO|LHLO|handshake)/, 'ehlo'],
  [/AUTH/i, 'auth'],
  [/MAIL/, 'mail'],
  [/RCPT/, 'rcpt'],
  [/DATA command|sending DATA$/, 'data'],
  [/message body|end of data|end of DATA|sending message|DATA/, 'message'],
  [/RSET|QUIT/, 'quit'],
];

function stepOf(words: string): Phase | undefined {
  return STEPS.find(([pattern]) => pattern.test(words))?.[1];
}
