import { answeredBy } from '../smtp/answered-by.ts';
import { readQmailReason } from '../smtp/qmail-reason.ts';
import type { Dialect, Reader, Said } from '../types.ts';

/**
 * What qmail-send logs, also netqmail's, s/qmail's and Plesk's: a number for the message, one for
 * each delivery. Blanks are underscores, breaks slashes, and the host has no name. Stamps are
 * TAI64N, seconds since the epoch, or the system log's. Written from qmail-remote.c and public logs.
 *
 *     @4000000069234c051b0c3a4c starting delivery 1: msg 4196010 to remote alice@example.net
 *     @4000000069234c060c3b2a1c delivery 1: deferral: 198.51.100.20_does_not_like_recipient./Remote_host_said:_450_4.2.0_…/Giving_up_on_198.51.100.20./
 */
export const qmail: Dialect = { id: 'qmail', title: 'qmail', open };

const STAMP = /(?:^|\s)(?:@([0-9a-f]{24})|(\d{9,10}\.\d{3,6}))(?:\[\d{1,10}\])?:? /;
const SYSLOG =
  /^(?:<\d{1,3}>)?([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) \S{1,255} qmail(?:-send)?(?:\[\d{1,10}\])?: (?:\d{9,10}\.\d{3,6} )?/;
const WORDS =
  /^(?:(new|end) msg (\d{1,20})$|info msg (\d{1,20}): bytes \d{1,20} from <([^>]{0,320})>|starting delivery (\d{1,20}): msg (\d{1,20}) to (local|remote) (\S{1,320})|delivery (\d{1,20}): (success|failure|deferral): ?(.*)$|status: |(bounce|triple bounce|double bounce)[: ])/;

interface Message {
  from?: string;
  /** Lines so far; a number is used again for a later message. */
  generation: number;
  /** The session that its next line belongs to. */
  session: string;
  /** A delivery of it has begun. */
  begun: boolean;
}

interface Delivery {
  session: string;
  to: string;
  from: string | undefined;
  isLocal: boolean;
}

function open(): Reader {
  const messages = new Map<string, Message>();
  const deliveries = new Map<string, Delivery>();
  let count = 0;
  /** The session of the line before. */
  let recent: string | undefined;

  const messageOf = (id: string, isNew = false): Message => {
    const known = messages.get(id);
    if (known && !isNew) return known;
    const session = `${id} ${++count}`;
    const made: Message = { generation: count, session, begun: false };
    messages.set(id, made);
    return made;
  };

  return (line) => {
    const { at, time } = prefixOf(line);
    const words = line.slice(at).trimEnd();
    const match = WORDS.exec(words);
    if (!match) return undefined;
    const base = {
      side: 'note',
      text: words,
      at,
      ...(time === undefined ? {} : { time }),
    } as const;
    const [, turn, id, described, from, begun, message = '', where, to = '', done, result, reason] =
      match;
    if (id !== undefined) {
      const { session } = messageOf(id, turn === 'new');
      if (turn === 'end') messages.delete(id);
      recent = session;
      return { ...base, event: 'remark', session };
    }
    if (described !== undefined) {
      const known = messageOf(described);
      known.from = from ?? '';
      recent = known.session;
      return { ...base, event: 'remark', session: known.session };
    }
    if (begun !== undefined) {
      const known = messageOf(message);
      if (known.begun) known.session = `${message} ${++count}`;
      known.begun = true;
      const { session } = known;
      deliveries.set(begun, { session, to, from: known.from, isLocal: where === 'local' });
      recent = session;
      return { ...base, event: 'remark', session };
    }
    if (done !== undefined) {
      const delivery = deliveries.get(done);
      deliveries.delete(done);
      return settled(base, delivery ?? unknown(done), result ?? '', reason ?? '', words.length);
    }
    return recent === undefined ? undefined : { ...base, event: 'remark', session: recent };
  };

  function unknown(number: string): Delivery {
    return { session: `delivery ${number} ${++count}`, to: '', from: undefined, isLocal: false };
  }

  function settled(
    said: Said,
    { session, to, from, isLocal }: Delivery,
    result: string,
    reason: string,
    end: number,
  ): Said {
    recent = session;
    const column = (said.at ?? 0) + end - reason.length;
    // Into a mailbox of this machine, and it went well: no SMTP.
    if (isLocal && result === 'success') return { ...said, session, event: 'remark' };
    const sender = from === undefined ? {} : { from };
    const envelope = { ...sender, to: to === '' ? [] : [to] };
    const shown = {
      ...said,
      session,
      envelope,
      ...(result === 'deferral' ? { retries: true } : {}),
    };
    const start = /Remote_host_said:_(?=[2-5]\d\d)/.exec(reason);
    if (!start) return { ...shown, ...own(reason, column, result, envelope) };
    const from_ = start.index + start[0].length;
    const words = reason.slice(from_);
    const closing = words.search(/\/(?:Giving_up_on_|STARTTLS_proto=|$)/);
    const text = plain(closing < 0 ? words : words.slice(0, closing));
    const answers = stepOf(reason.slice(0, start.index), text, to);
    return {
      ...shown,
      side: 'server',
      text,
      at: column + from_,
      ...(answers === undefined ? {} : { answers }),
      ...(reason.includes('STARTTLS_proto=') ? { tls: 'starttls' } : {}),
    };
  }
}

/** The stamp, which may stand behind that of a system log. */
function prefixOf(line: string): { at: number; time?: string } {
  const syslog = SYSLOG.exec(line);
  if (syslog) return { at: syslog[0].length, time: syslog[1] ?? '' };
  const stamp = STAMP.exec(line.slice(0, 200));
  if (!stamp) return { at: 0 };
  return { at: stamp.index + stamp[0].length, ...timeOf(stamp[1], stamp[2]) };
}

/** TAI64N counts seconds from 2^62, ten ahead of the epoch; nanoseconds follow. */
function timeOf(tai: string | undefined, epoch: string | undefined): { time?: string } {
  const ms =
    tai === undefined
      ? Number(epoch) * 1000
      : (Number.parseInt(tai.slice(1, 16), 16) - 10) * 1000 +
        Math.floor(Number.parseInt(tai.slice(16), 16) / 1_000_000);
  return ms > 0 && ms < 8e15 ? { time: new Date(ms).toISOString() } : {};
}

/** Underscores were blanks, slashes breaks; a reply goes on behind a slash with its code. */
function plain(words: string): string {
  return words
    .replaceAll('_', ' ')
    .replace(/\/(?=[2-5]\d\d[ -])/g, ' ')
    .replace(/\/$/, '')
    .trimEnd();
}

/** `198.51.100.20_does_not_like_recipient./`, `Connected_to_198.51.100.20_but_sender_was_rejected./` */
const STEPS: readonly (readonly [words: RegExp, verb: string])[] = [
  [/does_not_like_recipient/, 'RCPT'],
  [/sender_was_rejected/, 'MAIL FROM:'],
  [/failed_on_DATA/, 'DATA'],
  [/after_I_sent_the_message|accepted_message/, '.'],
  [/but_my_name_was_rejected/, 'HELO'],
  [/greylisted|but_greeting_failed/, 'CONNECT'],
  [/auth|password/i, 'AUTH'],
  [/TLS/, 'STARTTLS'],
];

function stepOf(before: string, text: string, to: string): string | undefined {
  const verb = STEPS.find(([words]) => words.test(before))?.[1];
  const told = verb ?? (text.startsWith('2') ? '.' : answeredBy(text));
  return told === 'RCPT' && to !== '' ? `RCPT TO:<${to}>` : told;
}

function own(
  reason: string,
  at: number,
  result: string,
  { to, ...sender }: { from?: string; to: string[] },
): Partial<Said> {
  const text = reason.replaceAll('_', ' ').replaceAll('/', ' ').trim();
  if (result === 'success') return { event: 'sent', text, at };
  const known = readQmailReason(reason.replaceAll('_', ' '));
  if (known) return { ...known, text, at };
  return {
    event: 'refused',
    phase: 'rcpt',
    text: result === 'deferral' ? `defer: ${text}` : text,
    at,
    envelope: { ...sender, to, rejectedTo: to },
  };
}
