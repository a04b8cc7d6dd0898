import type { EximHost, EximStamp } from './exim-line.ts';
import { parseTime } from './time.ts';

/** What is known of a message that Exim has, or had. */
export interface EximMessage {
  from?: string;
  /** The connection that brought it. */
  inbound?: string;
  /** Its arrival said whom it is for. */
  isAddressed: boolean;
  /** Hosts tried so far. */
  count: number;
}

/** Tells which connection a line of Exim's log is about. */
export interface EximMessages {
  get(id: string): EximMessage;
  /** The session of a client's connection. `arrival`: a message came over it, `end`: it is over. */
  connection(host: EximHost, stamp: EximStamp, what: 'words' | 'arrival' | 'end'): string;
  /** A client has brought a message: the session of its connection. */
  received(message: Arrival, host: EximHost, stamp: EximStamp): string;
  /** A program on the machine has brought a message: the session that its arrival belongs to. */
  submitted(id: string, from: string, parent: string | undefined): string;
  /**
   * The session of a line on a delivery: one host, tried once for one message.
   *
   * @param recipient whose fate the line settles, if anybody's
   * @param reason what it says of a failure
   */
  attempt(
    id: string,
    host: EximHost | undefined,
    recipient: string | undefined,
    reason: string,
  ): string;
  /** The session that a remark on a message belongs to: the one that its last line was about. */
  last(id: string): string;
}

interface Arrival {
  id: string;
  from: string;
  isAddressed: boolean;
}

interface Known extends EximMessage {
  attempts: Map<string, Attempt>;
  last?: Attempt;
  home: string;
}

interface Attempt {
  session: string;
  address: string;
  reason: string;
  settled: Set<string>;
}

interface Connection {
  session: string;
  helo: string;
  time: number | undefined;
  arrived: boolean;
}

/** Lines of one client without its port: this far apart they are of two connections. Milliseconds. */
const APART = 60_000;

/** Ties the lines of Exim's logs together. */
export function createEximMessages(): EximMessages {
  const messages = new Map<string, Known>();
  const connections = new Map<string, Connection>();
  let count = 0;

  const known = (id: string): Known => {
    const found = messages.get(id);
    if (found) return found;
    const made = { isAddressed: false, attempts: new Map(), count: 0, home: `${id} 1` };
    messages.set(id, made);
    return made;
  };
  const lastOf = ({ last, home }: Known): string => last?.session ?? home;

  const connection: EximMessages['connection'] = (host, { pid, time }, what) => {
    const { address, port, helo = '' } = host;
    const isSure = pid !== undefined || port !== undefined;
    const name = pid ?? (port === undefined ? address : `${address}:${port}`);
    const now = time === undefined ? undefined : parseTime(time);
    const before = connections.get(name);
    const goesOn = before && (isSure || sameClient(before, helo, now, what));
    const current = goesOn ? before : { session: `in ${++count}`, helo, time: now, arrived: false };
    current.time = now;
    current.arrived ||= what === 'arrival';
    connections.set(name, current);
    if (what === 'end') connections.delete(name);
    return current.session;
  };

  return {
    get: known,
    connection,
    received({ id, from, isAddressed }, host, stamp) {
      const session = connection(host, stamp, 'arrival');
      Object.assign(known(id), { from, inbound: session, home: session, isAddressed });
      return session;
    },
    submitted(id, from, parent) {
      // A report on a message that failed belongs to what is told of that message.
      const about = parent === undefined ? undefined : messages.get(parent);
      const home = about ? lastOf(about) : `${id} 1`;
      Object.assign(known(id), { from, home });
      return home;
    },
    attempt(id, host, recipient, reason) {
      const message = known(id);
      const before = host ? message.attempts.get(host.address) : message.last;
      if (before && goesOnWith(before, host, recipient, reason)) {
        if (recipient !== undefined) before.settled.add(recipient);
        before.reason = reason;
        message.last = before;
        return before.session;
      }
      const missed = host && !before ? message.last : undefined;
      if (host && missed && isMissed(missed)) {
        Object.assign(missed, { address: host.address, reason });
        if (recipient !== undefined) missed.settled.add(recipient);
        message.attempts.set(host.address, missed);
        return missed.session;
      }
      const attempt: Attempt = {
        session: `${id} ${++message.count}`,
        address: host?.address ?? '',
        reason,
        settled: new Set(recipient === undefined ? [] : [recipient]),
      };
      if (host) message.attempts.set(host.address, attempt);
      message.last = attempt;
      return attempt.session;
    },
    last: (id) => lastOf(known(id)),
  };
}

/** There is no way to that address, so that the next host is tried: `[2001:db8::1] Network is unreachable`. */
function isMissed({ reason, settled }: Attempt): boolean {
  return settled.size === 0 && NO_WAY.test(reason);
}

const NO_WAY = /^:? ?(?:Network is unreachable|No route to host)/;

/** A client that is known by its address alone. */
function sameClient(
  before: Connection,
  helo: string,
  now: number | undefined,
  what: 'words' | 'arrival' | 'end',
): boolean {
  if (before.arrived && what !== 'end') return false;
  const apart = now === undefined || before.time === undefined ? 0 : now - before.time;
  return before.helo === helo && apart >= 0 && apart < APART;
}

/** A recipient whose fate was told is tried anew; a line without a host is about the one before. */
function goesOnWith(
  before: Attempt,
  host: EximHost | undefined,
  recipient: string | undefined,
  reason: string,
): boolean {
  if (recipient === undefined) return before.settled.size === 0;
  // It was tried for days: this is what comes of the last attempt.
  if (!host && reason.startsWith('retry timeout exceeded')) return true;
  if (before.settled.has(recipient)) return false;
  if (host) return true;
  return before.address === '' || before.settled.size > 0
    ? before.reason === reason
    : before.settled.size === 0;
}
