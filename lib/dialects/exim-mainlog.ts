import { readEximFailure } from '../smtp/exim-failure.ts';
import {
  eximField,
  failureStart,
  mechanismOf,
  readEximHost,
  readEximStamp,
  type EximHost,
  type EximStamp,
} from '../smtp/exim-line.ts';
import { createEximMessages, type EximMessage } from '../smtp/exim-messages.ts';
import { readEximReception } from '../smtp/exim-reception.ts';
import type { Dialect, Peer, Reader, Said } from '../types.ts';

/**
 * Exim's main and reject logs, which cPanel, DirectAdmin and Debian show. One line for what came
 * in (`<=`) and for each delivery (`=>`, `->`, `**`, `==`), tied by the message's id; refusals of
 * clients are told apart by the client's address and port. A delivery gets a session for each host
 * that was tried. Breaks in a reply are `\n`, but not in what an authenticator says. Checked with
 * 4.96, and with public logs of 4.69 to 4.97.
 *
 *     2026-11-23 20:01:51 1xVaEZ-0006yh-1E <= a@example.org U=www P=local S=375
 *     2026-11-23 20:01:51 1xVaEZ-0006yh-1E => b@example.net R=r T=t H=mx.example.net [198.51.100.7] X=TLS1.3:… C="250 2.0.0 Ok"
 *     2026-11-23 20:02:01 H=(client) [192.0.2.1]:49606 F=<a@example.org> rejected RCPT <b@example.com>: relay not permitted
 */
export const eximMainlog: Dialect = { id: 'exim-mainlog', title: 'Exim main log', open };

const DELIVERY =
  /^(=>|->|>>|\*>|\*\*|==) ("[^"]{0,64}"@\S{1,255}|\S{1,320})(?: \([^)]{0,320}\))?(?: <([^>]{0,320})>)?/;

/** What every Said of a line has. */
interface Base {
  at: number;
  time?: string;
}
type Failure = ReturnType<typeof readEximFailure>;
type Known = Omit<Said, 'side' | 'text'>;

function open(): Reader {
  const messages = createEximMessages();
  /** A reply whose lines go on without a date, as an authenticator's do, or a rejected message's header. */
  let tail: { session: string; kind: 'reply' | 'header' } | undefined;
  /** The last replies, by session. */
  const replies = new Map<string, string>();

  return (line) => {
    const stamp = readEximStamp(line);
    if (!stamp) return goesOn(line);
    tail = undefined;
    const words = line.slice(stamp.at).trimEnd();
    const base = { at: stamp.at, ...(stamp.time === undefined ? {} : { time: stamp.time }) };
    if (words.startsWith('<= ')) return arrival(words, base, stamp);
    const delivery = DELIVERY.exec(words);
    if (delivery && stamp.id !== undefined) return delivered(delivery, words, base, stamp.id);
    const failedLogin = stamp.id === undefined ? null : LOGIN.exec(words);
    if (failedLogin) return refusedLogin(failedLogin[1] ?? '', words, base, stamp.id ?? '');
    const reception = readEximReception(words, stamp.at);
    if (reception) {
      const { host, ends } = reception;
      const session = messages.connection(host, stamp, ends ? 'end' : 'words');
      if (/rejected (?:after DATA|from|during)/.test(words)) tail = { session, kind: 'header' };
      return { ...base, ...reception.said, session };
    }
    return stamp.id === undefined ? undefined : aside(words, base, stamp.id);
  };

  /** A line without a date. */
  function goesOn(line: string): Said | undefined {
    if (!tail) return undefined;
    const { session, kind } = tail;
    const at = line.length - line.trimStart().length;
    const text = line.trim();
    if (kind === 'reply' && /^[2-5]\d\d(?:[ -]|$)/.test(text)) {
      if (text[3] !== '-') tail = undefined;
      return { side: 'server', text, at, session };
    }
    if (kind === 'header' && text !== '' && !/^-{5}/.test(text)) {
      const said = { side: 'note', event: 'remark', text, at, session } as const;
      const list = /^Envelope-to: (.{1,4000})$/.exec(text)?.[1];
      const to = [...(list ?? '').matchAll(/<([^<>]{1,320})>/g)].map((match) => match[1] ?? '');
      return list === undefined ? said : { ...said, envelope: { to } };
    }
    tail = undefined;
    return undefined;
  }

  /** `<= a@example.org H=(client) [192.0.2.1]:58926 P=esmtpsa X=TLS1.3:… A=plain:user S=532 … for b@example.net` */
  function arrival(words: string, base: Base, stamp: EximStamp): Said | readonly Said[] {
    const sender = /^<= (\S{1,320})/.exec(words)?.[1] ?? '';
    const from = sender === '<>' ? '' : sender;
    const id = stamp.id ?? '';
    const said = { ...base, side: 'note', text: words } as const;
    const host = readEximHost(words, ' H=');
    if (!host) {
      const parent = eximField(words, 'R');
      const session = messages.submitted(id, from, parent);
      return { ...said, event: 'remark', session };
    }
    const to = recipients(words);
    const session = messages.received({ id, from, isAddressed: to.length > 0 }, host, stamp);
    return {
      ...said,
      event: 'sent',
      session,
      envelope: { from, to },
      ...tlsOf(words, undefined, 'none'),
      ...loginOf(words),
    };
  }

  function delivered(
    match: RegExpExecArray,
    words: string,
    base: Base,
    id: string,
  ): Said | readonly Said[] {
    const [head, mark = '', address = '', original] = match;
    const message = messages.get(id);
    const final = address.replace(/:$/, '');
    const to = final.includes('@') ? final : (original ?? '');
    const recipient = to.includes('@') ? to : undefined;
    // It is to wait for the next run of the queue: nobody has tried.
    if (QUEUED.test(words)) {
      return { ...base, side: 'note', event: 'remark', text: words, session: messages.last(id) };
    }
    const fails = mark === '**' || mark === '==';
    const colon = fails ? failureStart(words) : -1;
    const fields = words.slice(head.length, colon < 0 ? words.length : colon);
    const reason = colon < 0 ? '' : words.slice(colon);
    const host = readEximHost(fields, ' H=') ?? hostWithin(reason);
    const answer = fails ? undefined : confirmation(words, base.at);
    // Into a mailbox of this machine: it is the arrival's business, if a client sent it.
    if (!fails && !host && !answer) {
      return stored(id, words, base, recipient);
    }
    const sender = /^<([^>]{0,320})>/.exec(eximField(fields, 'F') ?? '')?.[1] ?? message.from;
    const failure = fails ? readEximFailure(reason) : undefined;
    // Exim gives up: why it could not deliver stands above.
    const isEnd = reason.startsWith('retry timeout exceeded') && message.count > 0;
    const session = messages.attempt(id, host, recipient ?? final, reason);
    const isEach = failure?.phase === 'rcpt' || reason.startsWith('LMTP error after ');
    const refused = isEach ? [to] : [];
    const said = {
      ...base,
      session,
      envelope: {
        ...(sender === undefined ? {} : { from: sender }),
        to: recipient === undefined ? [] : [recipient],
        rejectedTo: recipient === undefined ? [] : refused,
      },
      ...(host ? { peer: peerOf(host) } : {}),
      ...tlsOf(fields, host?.port),
      ...(fields.includes(' A=') ? loginOf(fields) : {}),
      ...(mark === '==' ? { retries: true } : {}),
    };
    const shown = learnt(message, words, base, recipient);
    const main: Said = answer
      ? reply(said, answer)
      : failure && !isEnd
        ? failed(said, failure, words, Math.max(colon, 0), mark === '==')
        : isEnd
          ? { ...said, side: 'note', event: 'remark', text: head }
          : { ...said, side: 'note', event: mark === '*>' ? 'remark' : 'sent', text: words };
    return shown ? [{ ...shown, aside: true }, main] : main;
  }

  /** The reply, or the same one again. */
  function reply(
    said: Known,
    { text, at, answers }: { text: string; at: number; answers?: string },
  ): Said {
    const key = said.session ?? '';
    const repeats = replies.get(key) === `${answers} ${text}`;
    replies.set(key, `${answers} ${text}`);
    return {
      ...said,
      side: 'server',
      text,
      at,
      ...(answers === undefined ? {} : { answers }),
      ...(repeats ? { repeats } : {}),
    };
  }

  function failed(
    said: Known,
    failure: Failure,
    words: string,
    start: number,
    defers: boolean,
  ): Said {
    const at = (said.at ?? 0) + start;
    if (failure.reply) return reply(said, { ...failure.reply, at: at + failure.reply.at });
    const text = words.slice(start);
    return { ...said, side: 'note', ...told(failure), text: defers ? `defer: ${text}` : text, at };
  }

  /** `=> alice <alice@example.org> R=local T=file` */
  function stored(id: string, words: string, base: Base, recipient: string | undefined): Said {
    const said = { ...base, side: 'note', event: 'remark', text: words } as const;
    const session = messages.last(id);
    return learnt(messages.get(id), words, base, recipient) ?? { ...said, session };
  }

  /** Who the letter that a client brought is for, where its arrival did not say. */
  function learnt(
    message: EximMessage,
    words: string,
    base: Base,
    recipient: string | undefined,
  ): Said | undefined {
    if (message.inbound === undefined || message.isAddressed || recipient === undefined) {
      return undefined;
    }
    const said = { ...base, side: 'note', event: 'remark', text: words } as const;
    return { ...said, session: message.inbound, envelope: { to: [recipient] } };
  }

  /** `plain_c authenticator failed H=mx.example.net [198.51.100.7] 535-5.7.8 No` and the rest without a date */
  function refusedLogin(name: string, words: string, base: Base, id: string): Said {
    const host = readEximHost(words, ' H=');
    const start = words.search(/\](?::\d{1,5})?:? [45]\d\d[ -]/);
    const column = start < 0 ? 0 : start + words.slice(start).search(/[45]\d\d[ -]/);
    const text = words.slice(column);
    const session = messages.attempt(id, host, undefined, text);
    const mechanism = mechanismOf(name);
    const said = {
      ...base,
      at: base.at + column,
      session,
      ...(host ? { peer: peerOf(host) } : {}),
      login: { result: 'rejected', ...(mechanism === undefined ? {} : { mechanism }) },
    } as const;
    if (start < 0) return { ...said, side: 'note', event: 'auth-failed', text };
    if (text[3] === '-' && !text.includes('\\n')) tail = { session, kind: 'reply' };
    const answers = mechanism === undefined ? 'AUTH' : `AUTH ${mechanism}`;
    return { ...said, side: 'server', text: text.replaceAll('\\n', '  '), answers };
  }

  /** Any other line on a message: a host that failed, or a remark. */
  function aside(words: string, base: Base, id: string): Said {
    const message = messages.get(id);
    const host = failedHost(words);
    const start = host ? reasonStart(words) : 0;
    const reason = words.slice(start);
    const failure = host ? readEximFailure(reason) : undefined;
    if (!host || !failure || (failure.phase === 'rcpt' && !failure.reply)) {
      return { ...base, side: 'note', event: 'remark', text: words, session: messages.last(id) };
    }
    const session = messages.attempt(id, host, undefined, reason);
    const from = message.from === undefined ? {} : { from: message.from };
    const envelope = { ...from, to: [] };
    const said = { ...base, at: base.at + start, session, peer: peerOf(host), envelope };
    if (failure.reply) return reply(said, { ...failure.reply, at: said.at + failure.reply.at });
    return { ...said, side: 'note', ...told(failure), text: reason };
  }
}

/** `== b@example.net R=r T=t defer (-1): domain matches queue_smtp_domains, or -odqs set` */
const QUEUED = /\bdefer \(-\d{1,2}\): (?:domain matches queue_|.{0,40}-odqs?s? set)/;

function told({ event, phase, tls }: Failure): Pick<Said, 'event' | 'phase' | 'tls'> {
  return {
    event,
    ...(phase === undefined ? {} : { phase }),
    ...(tls === undefined ? {} : { tls }),
  };
}

/**
 * The host that a line of its own says has failed; old versions name it in the middle.
 *
 *     H=mx.example.net [198.51.100.7]: SMTP error from remote mail server after initial connection: 421 …
 *     SMTP error from remote mail server after initial connection: host mx.example.net [198.51.100.7]: 421 …
 *     mx.example.net [198.51.100.7] Connection timed out
 */
function failedHost(words: string): EximHost | undefined {
  if (words.startsWith('H=')) return readEximHost(words, 'H=');
  return (
    hostWithin(words) ?? (/^[\w.-]{1,255} \[/.test(words) ? readEximHost(words, '') : undefined)
  );
}

/** The host in the words on a failure. */
function hostWithin(reason: string): EximHost | undefined {
  const mark = WITHIN.find((one) => reason.includes(one));
  return mark === undefined ? undefined : readEximHost(reason, mark);
}

const WITHIN = ['Remote host ', ': host ', 'connected to ', 'unencrypted to H=', 'connection to '];

/** Behind the host that a line begins with. */
function reasonStart(words: string): number {
  return /^(?:H=)?(?:[\w.-]{1,255} )?\[[^\]]{1,60}\](?::\d{1,5})?:? /.exec(words)?.[0].length ?? 0;
}

const LOGIN = /^([\w.-]{1,80}) authenticator failed H=/;

/** `C="250 2.0.0 Ok: queued as 4Xyz"` */
function confirmation(words: string, at: number) {
  const text = eximField(words, 'C');
  if (text === undefined || !/^[2-5]\d\d(?:[ -]|$)/.test(text)) return undefined;
  const start = at + words.indexOf(' C="') + ' C="'.length;
  return { text: text.replaceAll('\\n', '  '), at: start, answers: '.' };
}

function peerOf({ name, address, port }: EximHost): Peer {
  return { host: name ?? address, ...(port === undefined ? {} : { port }) };
}

/** `X=TLS1.3:…`: encrypted. Its absence tells only of connections that came in: there it is always logged. */
function tlsOf(
  fields: string,
  port: number | undefined,
  otherwise?: 'none',
): Pick<Said, 'tls' | 'cipher'> {
  const cipher = eximField(fields, 'X');
  if (cipher !== undefined) return { tls: port === 465 ? 'implicit' : 'starttls', cipher };
  return otherwise === undefined ? {} : { tls: otherwise };
}

/** `A=dovecot_login:user@example.org`, `P=esmtpsa` */
function loginOf(fields: string): Pick<Said, 'login'> {
  const field = eximField(fields, 'A');
  if (field === undefined) {
    return / P=e?smtps?a /.test(fields) ? { login: { result: 'accepted' } } : {};
  }
  const colon = field.indexOf(':');
  const mechanism = mechanismOf(colon < 0 ? field : field.slice(0, colon));
  return {
    login: {
      result: 'accepted',
      ...(mechanism === undefined ? {} : { mechanism }),
      ...(colon < 0 ? {} : { user: field.slice(colon + 1) }),
    },
  };
}

/** `… T="Subject" from <a@example.org> for b@example.net c@example.net` */
function recipients(words: string): string[] {
  const start = words.lastIndexOf(' for ');
  const list = start < 0 ? [] : words.slice(start + ' for '.length).split(' ');
  return list.every((word) => /^[^\s@]+@[^\s@]+$/.test(word)) ? list : [];
}
