import type { Reader, Said } from '../types.ts';
import { readDeliveryLine, type DeliveryLine } from './delivery-line.ts';
import { timeOf } from './stamp.ts';

/** One attempt to hand a message over, or one client's visit. */
interface Attempt {
  key: string;
  to: Set<string>;
  /** The last reply's code. */
  code?: string;
}

/** Lines between a recipient and the reply on its account, in a record of several lines. */
const MAX_AGE = 12;

const GOES_WELL = new Set<string>(['sent', 'closed', 'remark', 'connecting', 'connected']);

/** A process serves many messages: its number ties a visit together, and no delivery. */
function isOwn(id: string): boolean {
  return !id.endsWith(']');
}

/** More than a number that looks like a reply. */
function isSure({ reply, status, relay, ids, isField, verb }: DeliveryLine): boolean {
  if (reply)
    return (
      /^\d{3}[ -][245]\.\d{1,3}\.\d/.test(reply.text) ||
      (status !== undefined && verb !== undefined)
    );
  return isField && (relay !== undefined || ids.some(isOwn));
}

function peerOf({ relay, remark }: DeliveryLine): Pick<Said, 'peer'> {
  const peer = relay ?? remark?.peer;
  return peer ? { peer } : {};
}

/** A cheap look: an address, a code, a connection. */
const MAY_TELL = /@|[245]\d\d[ _-]|connect|reject|fail/i;

/**
 * Which lines of a text tell what became of a message, or of a client that came with one.
 *
 * @param sample the log's first lines
 */
export function findDeliveries(sample: readonly string[]): string[] {
  let isSure = false;
  const read = createDeliveries(() => {
    isSure = true;
  });
  return sample.filter((line) => {
    if (!MAY_TELL.test(line)) return false;
    isSure = false;
    read(line);
    return isSure;
  });
}

/**
 * Reads a mail server's log without knowing the server: a session for each client that comes, and
 * for each attempt to deliver a message at a host. Lines are tied by ids.
 *
 * @param onSure called for each line that no other kind of log has
 *
 *     Nov 23 18:20:11 mx relayd[811]: 4F1A2B3C4D: to=<b@example.net>, relay=mx.example.net:25, result=bounced, 550 5.1.1 No such user
 */
export function createDeliveries(onSure?: () => void): Reader {
  /** Id → who wrote. */
  const senders = new Map<string, string>();
  /** Id → whom it is for, where a line of its own says so. */
  const recipients = new Map<string, string>();
  /** Id → the attempt that goes on. */
  const attempts = new Map<string, Attempt>();
  /** Id → the client that is here, or brought this message. */
  const visits = new Map<string, Attempt>();
  let count = 0;
  /** The last recipient that was named, and how many lines ago. */
  let recent: { to: string; age: number } | undefined;

  const begin = (): Attempt => ({ key: `${++count}`, to: new Set() });

  return (raw) => {
    const told = readDeliveryLine(raw);
    const { ids, from } = told;
    if (from !== undefined) for (const id of ids) senders.set(id, from);
    const [to] = told.to;
    recent = to === undefined ? recent && { ...recent, age: recent.age + 1 } : { to, age: 0 };
    if (to !== undefined && told.status === undefined && !told.reply) {
      for (const id of ids) recipients.set(id, to);
    }
    const time = timeOf(raw);
    const base = {
      text: raw.trim(),
      at: raw.length - raw.trimStart().length,
      ...(time === undefined ? {} : { time }),
    };
    const said = told.inbound ? visitor(told, base) : outgoing(told, base);
    return said ?? stray(told, base);
  };

  type Base = Pick<Said, 'text' | 'at' | 'time'>;

  function visitor(told: DeliveryLine, base: Base): Said | undefined {
    const known = told.ids.map((id) => visits.get(id)).find(Boolean);
    const visit = told.inbound === 'comes' || !known ? begin() : known;
    for (const id of told.ids) visits.set(id, visit);
    const common = { ...base, session: visit.key, ...loginOf(told) };
    if (told.inbound === 'goes') {
      for (const id of told.ids) visits.delete(id);
      if (known) onSure?.();
      return known ? { ...common, side: 'note', event: 'closed' } : undefined;
    }
    if (told.inbound !== 'comes') onSure?.();
    if (told.inbound === 'comes') return { ...common, side: 'note', event: 'remark' };
    if (told.inbound === 'gives') {
      return { ...common, side: 'note', event: 'sent', envelope: envelopeOf(told, undefined) };
    }
    const envelope = { envelope: envelopeOf(told, 'failed') };
    if (told.reply) return { ...common, ...envelope, ...replyOf(told, false) };
    const event = told.remark?.event === 'auth-failed' ? 'auth-failed' : 'refused';
    return {
      ...common,
      ...envelope,
      side: 'note',
      event,
      ...(told.phase ? { phase: told.phase } : {}),
    };
  }

  function outgoing(told: DeliveryLine, base: Base): Said | undefined {
    const { ids } = told;
    const event = told.remark?.event;
    const fails = event !== undefined && !GOES_WELL.has(event);
    const own = told.to[0] ?? ids.map((id) => recipients.get(id)).find(Boolean);
    // A record of several lines names the recipient in one and the reply in another.
    const near = told.reply && recent && recent.age <= MAX_AGE ? recent.to : undefined;
    const to = own ?? near;
    if (event === 'connecting' && ids.some(isOwn)) {
      const attempt = attemptOf(told, undefined);
      return { ...base, session: attempt.key, side: 'note', event, ...peerOf(told) };
    }
    if (!told.reply && !fails && !(told.status && (told.isField || told.relay))) return undefined;
    if (to !== undefined && !told.isLocal && (told.reply || told.isField) && isSure(told))
      onSure?.();
    // A client that is here: what is said of it is no delivery.
    const visit = told.ids.map((id) => visits.get(id)).find(Boolean);
    if (visit && !told.isField) {
      const phase = told.phase ? { phase: told.phase } : {};
      const at = { ...base, session: visit.key, ...loginOf(told) };
      return told.reply && to !== undefined
        ? { ...at, ...replyOf(told, false), envelope: envelopeOf(told, 'failed') }
        : { ...at, side: 'note', event: event ?? 'remark', ...phase };
    }
    if (told.isLocal) return visit && to !== undefined ? learns(visit, base, to) : undefined;
    if (to === undefined && !ids.some(isOwn)) return undefined;
    const attempt = attemptOf(told, to);
    const status = told.status ?? (told.reply?.text.startsWith('4') ? 'deferred' : 'failed');
    const common = {
      ...base,
      session: attempt.key,
      envelope: envelopeOf(told, status === 'sent' ? undefined : status, to),
      ...peerOf(told),
    };
    if (told.reply) return { ...common, ...replyOf(told, status === 'deferred', to) };
    if (status === 'sent') return { ...common, side: 'note', event: 'sent' };
    const phase =
      told.phase && event !== 'connect-failed' && event !== 'tls-failed'
        ? { phase: told.phase }
        : {};
    if (event && event !== 'failed' && event !== 'sent' && event !== 'closed') {
      return { ...common, side: 'note', event, ...phase };
    }
    const text = status === 'deferred' ? `deferred: ${base.text}` : base.text;
    return { ...common, text, side: 'note', event: 'refused', ...phase };
  }

  /** The same message, or the same connection, at the same host; a second time for somebody is another attempt. */
  function attemptOf(told: DeliveryLine, to: string | undefined): Attempt {
    const host = (told.relay ?? told.remark?.peer)?.host;
    const own = told.ids.filter(isOwn);
    const ids = own.length > 0 ? own : to === undefined ? told.ids : [to];
    const known =
      ids.map((id) => attempts.get(`${id} ${host ?? ''}`)).find(Boolean) ??
      (host === undefined || own.length === 0
        ? ids.map((id) => attempts.get(`${id} `)).find(Boolean)
        : undefined);
    const code = told.reply?.text.slice(0, 3);
    // A report says the same twice.
    const isAgain = own.length === 0 && code !== undefined && code === known?.code;
    const isSame = known && (to === undefined || isAgain || !known.to.has(to));
    const attempt = isSame ? known : begin();
    if (to !== undefined) attempt.to.add(to);
    if (code !== undefined) attempt.code = code;
    for (const id of ids) {
      attempts.set(`${id} ${host ?? ''}`, attempt);
      attempts.set(`${id} `, attempt);
    }
    return attempt;
  }

  function stray(told: DeliveryLine, base: Base): Said | undefined {
    const known = told.ids.map((id) => visits.get(id) ?? attempts.get(`${id} `)).find(Boolean);
    return known ? { ...base, side: 'note', event: 'remark', session: known.key } : undefined;
  }

  function learns(visit: Attempt, base: Base, to: string): Said {
    return { ...base, side: 'note', session: visit.key, aside: true, envelope: { to: [to] } };
  }

  function envelopeOf(
    told: DeliveryLine,
    status: DeliveryLine['status'],
    recipient = told.to[0],
  ): { from?: string; to: string[]; rejectedTo: string[] } {
    const from =
      told.from ?? told.ids.map((id) => senders.get(id)).find((one) => one !== undefined);
    const to = recipient === undefined ? [] : [recipient];
    const step = told.phase;
    const isHis = step === 'rcpt' || (step === undefined && told.reply !== undefined);
    return {
      ...(from === undefined ? {} : { from }),
      to,
      rejectedTo: status !== undefined && isHis ? to : [],
    };
  }
}

function replyOf(
  told: DeliveryLine,
  retries: boolean,
  to = told.to[0],
): Pick<Said, 'side' | 'text' | 'at' | 'answers' | 'retries'> {
  const { reply, verb } = told;
  const answers = verb === 'RCPT' && to !== undefined ? `RCPT TO:<${to}>` : verb;
  return {
    side: 'server',
    text: reply?.text ?? '',
    at: reply?.at ?? 0,
    ...(answers === undefined ? {} : { answers }),
    ...(retries && reply?.text.startsWith('5') ? { retries } : {}),
  };
}

function loginOf(told: DeliveryLine): Pick<Said, 'login'> {
  return told.remark?.event === 'auth-failed' ? { login: { result: 'rejected' } } : {};
}
