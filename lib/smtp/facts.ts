import type { Exchange, Facts, Peer, Reply, Session } from '../types.ts';
import { pathOf } from './command.ts';
import { offerLines } from './offer-lines.ts';
import { verdictOf } from './outcome.ts';
import { joined } from './told.ts';

/**
 * What is true of a session: nothing of it is stored while reading, all of it follows from the
 * exchanges and notes. Outcomes are told apart as docs/report.md says.
 */
export function factsOf(session: Session): Facts {
  const server = serverOf(session);
  const auth = authOf(session);
  const { offered, beforeTls } = offers(session);
  const tls = tlsOf(session, offered);
  const envelope = joined(session.envelope, envelopeOf(session.exchanges));
  const verdict = verdictOf(session, envelope.rejectedTo.length);
  const queueId = queueIdOf(session.exchanges);
  return {
    ...(server ? { server } : {}),
    tls,
    auth: {
      ...auth,
      result: auth.result ?? (verdict.outcome === 'accepted' ? 'accepted' : 'none'),
    },
    envelope,
    ...verdict,
    ...(queueId === undefined ? {} : { queueId }),
    offered,
    offeredBeforeTls: beforeTls,
  };
}

/** The words of a reply, lines joined by blanks, codes taken off. */
export function textOf(reply: Reply): string {
  return reply.lines
    .map((line) => line.text)
    .join(' ')
    .trim();
}

/** A reply that says no, for good or for now. */
function isRefusal(reply: Reply | undefined): boolean {
  return reply !== undefined && reply.code >= 400;
}

const HELLO = new Set(['EHLO', 'HELO', 'LHLO']);
const HOST = /^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,62})\.)+[A-Za-z0-9-]{2,63}$/;
const ADDRESS = /^\[?(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+)\]?$/i;

function serverOf(session: Session): Peer | undefined {
  const { peer, exchanges } = session;
  const named =
    nameIn(exchanges[0]?.command ? undefined : exchanges[0]?.reply) ?? helloName(exchanges);
  // Who is refused at once reads the own address in the reply.
  const refused = (exchanges[0]?.reply?.code ?? 0) >= 400 && ADDRESS.test(named ?? '');
  if (!peer) return named === undefined || refused ? undefined : { host: named };
  // An address says less than the name that the server gives itself.
  const isBetter = named !== undefined && !refused;
  return ADDRESS.test(peer.host) && isBetter ? { ...peer, host: named } : peer;
}

function helloName(exchanges: readonly Exchange[]): string | undefined {
  for (const { command, reply } of exchanges) {
    // "Hello client.example.org": some servers greet back and do not name themselves.
    if (command && HELLO.has(command.verb) && reply?.code === 250) {
      return nameIn(reply, command.argument);
    }
  }
  return undefined;
}

/** The name that greeting and EHLO reply begin with. RFC 5321 sections 4.2 and 4.1.1.1. */
function nameIn(reply: Reply | undefined, client = ''): string | undefined {
  const words = (reply?.lines[0]?.text ?? '').split(/[\s,;]+/, 2);
  return words.find(
    (word, index) =>
      HOST.test(word) && (index === 0 || word.toLowerCase() !== client.toLowerCase()),
  );
}

function tlsOf(session: Session, offered: ReadonlyMap<string, string>): Facts['tls'] {
  const { exchanges, peer } = session;
  if (exchanges.some(({ command }) => command?.verb === 'STARTTLS')) return 'starttls';
  if (session.tls !== undefined) return session.tls;
  const isAnswered = exchanges.some(({ reply }) => reply !== undefined);
  if (peer?.implicitTls === true || (peer?.port === 465 && isAnswered)) return 'implicit';
  if (exchanges.length === 0) return 'unknown';
  // Inside TLS no server offers STARTTLS, or asks for it. RFC 3207 section 4.2.
  const asked = exchanges.some(
    ({ reply }) => reply !== undefined && reply.code >= 500 && /STARTTLS/i.test(textOf(reply)),
  );
  return offered.has('STARTTLS') || asked || peer?.port !== undefined ? 'none' : 'unknown';
}

function offers(session: Session): {
  offered: Map<string, string>;
  beforeTls: Map<string, string>;
} {
  let offered = new Map<string, string>();
  let beforeTls = new Map<string, string>();
  for (const { command, reply } of session.exchanges) {
    if (!command || !HELLO.has(command.verb) || reply?.code !== 250) {
      if (command?.verb === 'STARTTLS') beforeTls = offered;
      continue;
    }
    offered = offersIn(reply);
  }
  return { offered, beforeTls };
}

/** What an EHLO reply offers: keyword in capitals → its parameters. RFC 5321 section 4.1.1.1. */
function offersIn(reply: Reply): Map<string, string> {
  const found = new Map<string, Set<string>>();
  for (const line of offerLines(reply)) {
    const [keyword = '', ...rest] = line.text.split(/[\s=]+/);
    // The reply's last line may be a greeting: `250 2.0.0 Hi client.example.org`.
    if (keyword === '' || line.enhanced !== undefined) continue;
    const key = keyword.toUpperCase();
    const parameters = found.get(key) ?? new Set();
    for (const one of rest) if (one !== '') parameters.add(one);
    found.set(key, parameters);
  }
  return new Map([...found].map(([keyword, parameters]) => [keyword, [...parameters].join(' ')]));
}

type AuthFacts = Omit<Facts['auth'], 'result'> & { result?: 'accepted' | 'rejected' | 'none' };

function authOf(session: Session): AuthFacts {
  const attempted: string[] = [];
  let result: 'accepted' | 'rejected' | undefined;
  let mailFollowed = false;
  for (const { command, reply } of session.exchanges) {
    if (command?.verb === 'AUTH') {
      if (command.argument !== '' && !attempted.includes(command.argument)) {
        attempted.push(command.argument);
      }
      result = undefined;
      mailFollowed = false;
    }
    if (command?.verb === 'MAIL' && !isRefusal(reply)) mailFollowed = true;
    if (command?.verb !== 'AUTH' && command?.verb !== '(auth-data)') continue;
    if (reply?.code === 235) result = 'accepted';
    else if (isRefusal(reply)) result = 'rejected';
  }
  const told = session.login;
  if (attempted.length === 0 && told?.mechanism !== undefined) attempted.push(told.mechanism);
  const mechanism = attempted.at(-1);
  const name = session.user ?? told?.user;
  const user = name === undefined ? {} : { user: name };
  if (mechanism === undefined) {
    return { attempted, ...user, result: result ?? told?.result ?? 'none' };
  }
  // A login that got no answer at all was not refused.
  const unanswered = session.entries.some(
    ({ event, phase }) => phase === 'auth' && (event === 'silence' || event === 'lost'),
  );
  const failed = !unanswered && session.entries.some(({ event }) => event === 'auth-failed');
  // A log of the client alone: it would not go on to MAIL after a refused login.
  const seen = result ?? told?.result ?? (failed ? 'rejected' : mailFollowed ? 'accepted' : 'none');
  return { mechanism, attempted, ...user, result: seen };
}

function envelopeOf(exchanges: readonly Exchange[]): Facts['envelope'] {
  let from: string | undefined;
  const to = new Set<string>();
  const rejected = new Set<string>();
  /** Recipients of the message at hand, for LMTP's one reply each. */
  let current: string[] = [];
  let ends = 0;
  const isLmtp = exchanges.some(({ command }) => command?.verb === 'LHLO');
  for (const { command, reply } of exchanges) {
    if (command?.verb === 'MAIL') {
      // 501 to words without brackets: that was no address.
      const none = reply?.code === 501 && !command.argument.includes('<');
      from ??= none ? undefined : pathOf(command.argument);
      current = [];
      ends = 0;
    }
    if (command?.verb === 'RCPT') {
      // 503: no MAIL before it, so nobody was asked to take anything.
      const path = reply?.code === 503 ? undefined : pathOf(command.argument);
      if (path === undefined) continue;
      to.add(path);
      if (isRefusal(reply)) rejected.add(path);
      else current.push(path);
    }
    if (command?.verb === '.' && isLmtp) {
      const recipient = current[ends++];
      if (recipient !== undefined && isRefusal(reply)) rejected.add(recipient);
    }
  }
  return {
    ...(from === undefined ? {} : { from }),
    to: [...to],
    rejectedTo: [...rejected],
  };
}

/** How servers word the number that they gave to a message, in the reply to its end. */
const QUEUE_IDS: readonly RegExp[] = [
  /\bqueued as <?([A-Za-z0-9][\w.-]{4,63})/i,
  /\bid=([\w-]{6,40})/,
  /\bqueued mail for delivery.{0,300}InternalId=(\d+)/i,
  /<([^<>\s]{6,200}@[^<>\s]{1,100})>.{0,300}Queued mail for delivery/i,
  /^(?:OK )?\s*(?:\d{9,10}) ([\w.-]{8,80}) - gsmtp/i,
  /^Ok ([0-9a-f]{16}-[0-9a-f-]{20,60}-\d{6})$/,
  /^([\w]{10,20}) Message accepted for delivery/i,
  /\bMessage Queued \(([0-9A-F-]{36}(?:\.\d+)?)\)/i,
  /\bok \d{9,10} qp (\d+)/,
];

function queueIdOf(exchanges: readonly Exchange[]): string | undefined {
  const end = exchanges.findLast(
    ({ command, reply }) =>
      (command?.verb === '.' || command?.verb === 'BDAT') &&
      reply !== undefined &&
      reply.code < 300,
  );
  if (!end?.reply) return undefined;
  const text = textOf(end.reply);
  for (const pattern of QUEUE_IDS) {
    const id = pattern.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return undefined;
}
