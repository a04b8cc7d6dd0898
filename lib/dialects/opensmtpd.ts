import { answeredBy } from '../smtp/answered-by.ts';
import { readSyslog } from '../smtp/syslog.ts';
import type { Dialect, Event, Peer, Phase, Reader, Said } from '../types.ts';

/**
 * OpenSMTPD's log: `smtp` is a connection that came in, `mta` one that went out, each with its
 * number. A reply of several lines has lost its breaks. Versions 6.0 to 6.4 write `event=` before
 * what happened; 5.x names the parts smtp-in, smtp-out and relay. Checked with 6.8.0p2; the others
 * from public logs and the source.
 *
 *     b0070480bdb7e79e smtp envelope evpid=ea744e6f10805d51 from=<a@example.org> to=<b@example.net>
 *     b00704839dc6da59 mta delivery evpid=… from=<a@example.org> to=<b@example.net> rcpt=<-> … result="Ok" stat="250 2.0.0 Ok"
 *     smtp-out: Connecting to smtp://192.0.2.20:25 (mx.example.net) on session b00704839dc6da59...
 */
export const opensmtpd: Dialect = { id: 'opensmtpd', title: 'OpenSMTPD', open };

const LINE = /^([0-9a-f]{16}) (smtp|mta|mda) (?:event=)?([a-z-]{3,30})(?= |$)/;
const OLD = /^(smtp-in|smtp-out|relay): /;

/** A recipient that waits for a delivery. */
interface Envelope {
  from: string;
  to: string;
}

function open(): Reader {
  /** Envelopes whose delivery is not told yet, by number. */
  const waiting = new Map<string, Envelope>();
  /** The last session that went out, which remarks without a number are about. */
  let outgoing: string | undefined;
  /** Sessions over which a connection stands. */
  const standing = new Set<string>();
  const encrypted = new Set<string>();
  let deliveries = 0;

  return (line) => {
    const syslog = /\bsmtpd(?:\[|:)/.test(line.slice(0, 300)) ? readSyslog(line) : undefined;
    const inner = syslog?.program === 'smtpd' ? syslog : undefined;
    const at = inner?.at ?? 0;
    const words = (inner?.text ?? line).trimEnd();
    const base = { at, ...(inner?.time === undefined ? {} : { time: inner.time }) };
    const match = LINE.exec(words);
    if (match) {
      const [head, id = '', kind, what = ''] = match;
      const said = { ...base, session: id, side: 'note', text: words.slice(17) } as const;
      const shown = { ...said, at: at + 17 };
      const fields = words.slice(head.length);
      if (kind === 'smtp') return inbound(shown, what, fields, words, at);
      if (kind === 'mda') return stored(shown, fields, words, at);
      outgoing = id;
      return outbound(shown, what, fields, words, at);
    }
    const old = OLD.exec(words);
    return old ? former({ ...base, side: 'note', text: words }, words, at) : undefined;
  };

  function inbound(said: Said, what: string, fields: string, words: string, at: number): Said {
    const tls = { tls: 'none' } as const;
    switch (what) {
      case 'connected':
        return { ...said, event: 'connected', ...tls };
      case 'tls':
      case 'starttls':
        return { ...said, event: 'remark', tls: 'starttls' };
      case 'authentication':
        return { ...said, ...authentication(fields) };
      case 'message':
      case 'envelope': {
        const envelope = addresses(fields);
        const number = /\bevpid=([0-9a-f]{16})/.exec(fields)?.[1];
        const { from, to } = envelope;
        if (number !== undefined && to?.[0] !== undefined) {
          waiting.set(number, { from: from ?? '', to: to[0] });
        }
        return { ...said, event: what === 'message' ? 'sent' : 'remark', envelope };
      }
      case 'failed-command':
      case 'bad-input': {
        const failed = / command="(.*)" result="(.*)"$/.exec(fields);
        const answer = failed?.[2] ?? / result="(.*)"$/.exec(fields)?.[1];
        if (answer === undefined) return { ...said, event: 'remark' };
        const column = at + words.length - answer.length - 1;
        return reply({ ...said, ...tls }, answer, column, asked(failed?.[1]));
      }
      case 'disconnected':
      case 'closed':
        return { ...said, ...ended(fields) };
      default:
        return { ...said, event: 'remark' };
    }
  }

  function outbound(said: Said, what: string, fields: string, words: string, at: number): Said {
    const session = said.session ?? '';
    switch (what) {
      case 'connecting':
        return { ...said, event: 'connecting', ...peerOf(fields) };
      case 'connected':
        standing.add(session);
        return { ...said, event: 'connected' };
      case 'tls':
      case 'starttls':
        encrypted.add(session);
        return { ...said, event: 'remark', tls: 'starttls' };
      case 'delivery':
        return delivery(said, fields, words, at);
      case 'error': {
        const reason = / reason=(.*)$/.exec(fields)?.[1] ?? '';
        return broken(said, reason, at + words.length - reason.length);
      }
      case 'disconnected':
      case 'closed':
        return { ...said, event: 'closed' };
      default:
        return { ...said, event: 'remark' };
    }
  }

  /** `delivery evpid=… from=<…> to=<…> rcpt=<-> source="…" relay="192.0.2.20 (mx.example.net)" … result="PermFail" stat="550 …"` */
  function delivery(said: Said, fields: string, words: string, at: number): Said {
    const number = /\bevpid=([0-9a-f]{16})/.exec(fields)?.[1] ?? '';
    waiting.delete(number);
    const relay = /relay="(?:([^\s"(]{1,255}) ?)?(?:\(([^\s")]{1,255})\))?"/.exec(fields);
    const result = /\bresult="?(\w{2,12})/.exec(fields)?.[1] ?? '';
    const stat = / stat="(.*)"$/.exec(fields)?.[1] ?? '';
    const shown = { ...said, ...(relay?.[2] ? { peer: { host: relay[2] } } : {}) };
    return settled(shown, addresses(fields), result, stat, at + words.length - stat.length - 1);
  }

  /**
   * Into a mailbox of this machine, which may refuse; what went well is the arrival's business.
   *
   *     mda delivery evpid=… from=<…> to=<…> user=www delay=4s result=TempFail stat=Error (temporary failure: "mail.lmtp: LMTP server error: 452 4.2.2 …")
   */
  function stored(said: Said, fields: string, words: string, at: number): Said | undefined {
    const result = /\bresult="?(TempFail|PermFail)\b/.exec(fields)?.[1];
    if (result === undefined) return undefined;
    const retries = result === 'TempFail' ? { retries: true } : {};
    const failed = { ...said, ...retries, envelope: addresses(fields) };
    const start = / stat="?(?=\S)/.exec(words);
    const column = start ? start.index + start[0].length : 0;
    const stat = words.slice(column).replace(/"$/, '');
    const answer = /: ([45]\d\d [^"]{3,800})/.exec(stat);
    if (!answer)
      return { ...failed, event: 'refused', phase: 'message', text: stat, at: at + column };
    const text = answer[1] ?? '';
    return reply(failed, text, at + column + answer.index + 2, '.');
  }

  /** What became of one recipient. */
  function settled(
    said: Said,
    envelope: NonNullable<Said['envelope']>,
    result: string,
    stat: string,
    column: number,
  ): Said {
    const session = said.session ?? '';
    const isKnown = standing.has(session);
    // The address is in the line that said that the connection is made.
    const { peer, ...rest } = said;
    const plain = { ...rest, ...(peer && !isKnown ? { peer } : {}) };
    // Deliveries that were given up before any connection share the number 0.
    const own = /^0+$/.test(session) ? { session: `${session} ${++deliveries}` } : {};
    const retries = result === 'TempFail' ? { retries: true } : {};
    const shown = { ...plain, ...own, ...retries, envelope };
    if (/^[2-5]\d\d(?:[ -]|$)/.test(stat)) {
      const answers = stat.startsWith('2') ? '.' : step(stat, envelope.to?.[0] ?? '');
      return reply(shown, stat, column, answers);
    }
    if (result === 'Ok') return { ...shown, event: 'sent' };
    const isLost = isKnown && BROKEN.test(stat);
    const isOut = UNREACHED.test(stat);
    return {
      ...shown,
      // Who has got as far as to name the recipients is connected.
      event: isLost ? 'lost' : isOut ? 'connect-failed' : 'refused',
      phase: isLost ? 'message' : isOut ? 'connect' : 'rcpt',
      text: result === 'TempFail' ? `defer: ${stat}` : stat,
      at: column,
    };
  }

  /** `error reason=IO Error: Connection refused`, `error reason=AUTH rejected: 535 …` */
  function broken(said: Said, reason: string, column: number): Said {
    const session = said.session ?? '';
    const all = [...waiting.values()];
    const [one] = all;
    // It does not say whose message it was: with a single one waiting there is no doubt.
    const envelope = all.length === 1 && one ? { envelope: { from: one.from, to: [one.to] } } : {};
    const shown = { ...said, ...envelope };
    const rejected = /^(?:(BANNER|[A-Z]{4,8})(?: \w{1,10})? rejected: )([2-5]\d\d[ -].*)$/.exec(
      reason,
    );
    if (rejected) {
      const text = rejected[2] ?? '';
      const verb = rejected[1] === 'BANNER' ? 'CONNECT' : rejected[1];
      return reply(shown, text, column + reason.length - text.length, verb);
    }
    const failure = failureOf(reason, standing.has(session));
    // TLS was up, and letters were on their way.
    const isLate = encrypted.has(session) && failure.phase === undefined;
    const late = isLate ? ({ phase: 'message' } as const) : {};
    return { ...shown, ...failure, ...late, text: reason, at: column };
  }

  /** The words of 5.x. */
  function former(said: Said, words: string, at: number): Said | undefined {
    const done = /^relay: (\w{2,12}) for [0-9a-f]{16}: session=([0-9a-f]{16}), /.exec(words);
    if (done) {
      const [, result = '', session = ''] = done;
      const start = words.indexOf(', stat=');
      const stat = start < 0 ? '' : words.slice(start + ', stat='.length);
      const host = / relay=\S{1,60} \(([^)\s]{1,255})\)/.exec(words)?.[1];
      const shown = { ...said, session, ...(host === undefined ? {} : { peer: { host } }) };
      return settled(shown, addresses(words), result, stat, at + words.length - stat.length);
    }
    const session = /\bsession ([0-9a-f]{16})/i.exec(words)?.[1];
    if (words.startsWith('smtp-in: ')) {
      return session === undefined ? undefined : formerInbound({ ...said, session }, words, at);
    }
    if (session === undefined) {
      return outgoing === undefined ? undefined : { ...said, event: 'remark', session: outgoing };
    }
    outgoing = session;
    const shown = { ...said, session };
    const peer = / to (\S{1,300}) \(([^)\s]{1,255})\) on session/.exec(words);
    if (peer)
      return { ...shown, event: 'connecting', ...peerOf(` address=${peer[1]} host=${peer[2]}`) };
    if (words.startsWith('smtp-out: Connected on')) {
      standing.add(session);
      return { ...shown, event: 'connected' };
    }
    if (words.includes('Started TLS')) return { ...shown, event: 'remark', tls: 'starttls' };
    const error = /: Error on session [0-9a-f]{16}: (.*)$/.exec(words)?.[1];
    if (error !== undefined) return broken(shown, error, at + words.length - error.length);
    return { ...shown, event: words.includes(': Closing session') ? 'closed' : 'remark' };
  }
}

function formerInbound(said: Said, words: string, at: number): Said {
  const tls = { tls: 'none' } as const;
  const failed = /: Failed command on session [0-9a-f]{16}: "(.*)" => ([2-5]\d\d[ -].*)$/.exec(
    words,
  );
  if (failed) {
    const text = failed[2] ?? '';
    return reply({ ...said, ...tls }, text, at + words.length - text.length, asked(failed[1]));
  }
  if (words.includes(': New session ')) return { ...said, event: 'connected', ...tls };
  if (words.includes(': Accepted message ')) {
    return { ...said, event: 'sent', envelope: addresses(words) };
  }
  if (words.includes('Started TLS')) return { ...said, event: 'remark', tls: 'starttls' };
  const user = /(Accepted authentication|Authentication failed) for user (\S{1,320})/.exec(words);
  if (user) {
    const result = user[1] === 'Authentication failed' ? 'rejected' : 'accepted';
    const login = { user: user[2] ?? '', result } as const;
    return { ...said, event: result === 'rejected' ? 'auth-failed' : 'remark', login };
  }
  if (words.includes('timed out')) return { ...said, event: 'timeout' };
  return { ...said, event: /(?:Closing|disconnect)/i.test(words) ? 'closed' : 'remark' };
}

/** A reply whose breaks are gone has its hyphen no more: nothing comes after it. */
function reply(said: Said, words: string, at: number, answers: string | undefined): Said {
  const text = words.replace(/^(\d{3})-/, '$1 ');
  return { ...said, side: 'server', text, at, ...(answers === undefined ? {} : { answers }) };
}

/** The command as the log shows it; the message's end has no words. */
function asked(command: string | undefined): string | undefined {
  if (command === undefined) return undefined;
  return command === '' ? '.' : command.replace(/ \([^)]{0,40}\)$/, '');
}

/** What a refusal answered, told from its words. */
function step(stat: string, recipient: string): string {
  const verb = answeredBy(stat);
  return verb === undefined || verb === 'RCPT' ? `RCPT TO:<${recipient}>` : verb;
}

/** `address=smtp+tls://192.0.2.20:587 host=mx.example.net` */
function peerOf(fields: string): { peer?: Peer } {
  const match =
    / address=([a-z+]{4,12}):\/\/(?:\S{0,80}@)?(\[[^\]\s]{1,60}\]|[^\s:]{1,255})(?::(\d{1,5}))?/.exec(
      fields,
    );
  if (!match) return {};
  const host = / host=([\w.-]{2,255})/.exec(fields)?.[1];
  const [, scheme, address = '', port] = match;
  return {
    peer: {
      host: host ?? address,
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(scheme === 'smtps' ? { implicitTls: true } : {}),
    },
  };
}

/** `from=<a@example.org> to=<b@example.net>` */
function addresses(fields: string): NonNullable<Said['envelope']> {
  const from = /\bfrom=<([^>]{0,320})>/.exec(fields)?.[1];
  const to = /\bto=<([^>]{1,320})>/.exec(fields)?.[1];
  return { ...(from === undefined ? {} : { from }), to: to === undefined ? [] : [to] };
}

function authentication(fields: string): Pick<Said, 'event' | 'login'> {
  const user = / user=(\S{1,320})/.exec(fields)?.[1];
  const result = / result="?ok/i.test(fields) ? 'accepted' : 'rejected';
  return {
    event: result === 'accepted' ? 'remark' : 'auth-failed',
    login: { result, ...(user === undefined ? {} : { user }) },
  };
}

/** `disconnected reason=timeout` */
function ended(fields: string): { event: Event; phase?: Phase } {
  const reason = / reason="?([\w-]{2,40})/.exec(fields)?.[1] ?? '';
  if (reason === 'timeout') return { event: 'timeout', phase: 'ehlo' };
  return { event: 'closed' };
}

const UNREACHED = /^Network error|No MX|Domain does not exist|No valid route|[Cc]onnection|resolve/;

const BROKEN = /^Connection closed unexpectedly|^Connection timeout|^Timeout/;

function failureOf(reason: string, isConnected: boolean): { event: Event; phase?: Phase } {
  if (/TLS|SSL|certificate/i.test(reason)) return { event: 'tls-failed', phase: 'starttls' };
  if (/\bAUTH\b|credential/i.test(reason)) return { event: 'auth-failed', phase: 'auth' };
  if (!isConnected) return { event: 'connect-failed', phase: 'connect' };
  return { event: /time(?:d )?out/i.test(reason) ? 'timeout' : 'lost' };
}
