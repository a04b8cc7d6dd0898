import type { Dialect, Event, Peer, Reader, Said } from '../types.ts';
import { createBareMessage } from '../smtp/bare-message.ts';

/**
 * The debug log of Horde_Smtp, which Horde's webmail writes. Checked with Horde_Smtp 1.9.6. It
 * pipelines; a login's last step is one note in brackets; a message's lines after the first are
 * bare.
 *
 *     >> Connection to: smtp://mail.example.org:587
 *     S: 220 mail.example.org ESMTP
 *     C: EHLO client.example.org
 *     [AUTH Command - method: PLAIN; username: a@example.com]
 */
export const hordeSmtp: Dialect = { id: 'horde-smtp', title: 'Horde', open };

const LOGIN =
  /^(?:C: )?\[AUTH (Command|Response)\b(?: - method: ([A-Z0-9_-]{2,24}))?.{0,20}?(?:username: ([^\]\s)]{1,320})[)\]]|\])/;
const EXCEPTION = /\bHorde_Smtp_Exception(?:_Recipients)?: (.*)$/;

function open(): Reader {
  const message = createBareMessage();
  /** Only with a line of its own is it Horde's: `C: ` and `S: ` are everybody's. */
  let horde = false;
  let talked = false;

  return (line) => {
    const own = note(line) ?? login(line);
    if (own) {
      horde = true;
      if (own.event === 'connecting') talked = false;
      // It takes a connection to lose it, or to wait for words on it.
      const waited = own.event === 'lost' || own.event === 'timeout';
      if (waited && !talked) return [{ ...own, event: 'connected' }, own];
      return own;
    }
    if (!horde) return undefined;
    const mark = /^([CS]):(?: |$)/.exec(line);
    if (!mark)
      return message.goesOn(line) ? { side: 'client', text: line, continues: true } : undefined;
    const at = mark[0].length;
    const text = line.slice(at);
    if (mark[1] === 'C') {
      message.client(text);
      return { side: 'client', text, at };
    }
    talked = true;
    message.server(text);
    return { side: 'server', text, at };
  };
}

/** `[AUTH Command - method: LOGIN; username: a@example.com]`: the words that hold a password are left out. */
function login(line: string): Said | undefined {
  const match = LOGIN.exec(line);
  if (!match) return undefined;
  const user = match[3] === undefined ? {} : { login: { user: match[3] } };
  const at = line.indexOf('[');
  return match[1] === 'Command' && match[2] !== undefined
    ? { side: 'client', text: `AUTH ${match[2]} [credentials hidden]`, at, ...user }
    : { side: 'client', text: line.slice(at), at, hidden: true, ...user };
}

function note(line: string): Said | undefined {
  if (/^-{20,}$/.test(line)) return { side: 'note', event: 'remark', text: line };
  if (line.startsWith('>> ')) {
    const text = line.slice(3);
    const base = { side: 'note', text, at: 3 } as const;
    const peer = peerOf(text);
    if (peer) return { ...base, event: 'connecting', peer };
    const date = /^[A-Z][a-z]{2}, (\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d)/.exec(text)?.[1];
    if (date !== undefined) return { ...base, event: 'remark', time: date };
    return { ...base, event: eventOf(text) };
  }
  const exception = EXCEPTION.exec(line.slice(0, 600));
  if (!exception) return undefined;
  const text = exception[1] ?? '';
  return { side: 'note', event: eventOf(text), text, at: line.indexOf(': ', exception.index) + 2 };
}

/** What the library's sentences tell. */
function eventOf(words: string): Event {
  // `>> ERROR: Server closed the connection.`
  const text = words.replace(/^ERROR: /, '');
  if (/^Error connecting to|Could not connect/i.test(text)) return 'connect-failed';
  if (/TLS|secure connection/i.test(text))
    return text.startsWith('Successfully') ? 'remark' : 'tls-failed';
  if (text.startsWith('Server read/timeout error')) return 'timeout';
  if (/^Server closed the connection|read error|unexpectedly/i.test(text)) return 'lost';
  if (/authentication|authenticate/i.test(text)) return 'failed';
  return /^(?:Message|Mail|The|Could not|Error|Invalid)\b/.test(text) ? 'failed' : 'remark';
}

/** `Connection to: smtp://mail.example.org:587` */
function peerOf(text: string): Peer | undefined {
  const match = /^Connection to: ([a-z]{3,6}):\/\/(\[[0-9a-f:.]+\]|[^\s:/]+)(?::(\d{1,5}))?/i.exec(
    text,
  );
  if (!match) return undefined;
  return {
    host: match[2] ?? '',
    ...(match[3] === undefined ? {} : { port: Number(match[3]) }),
    ...(match[1]?.toLowerCase() === 'smtps' || match[3] === '465' ? { implicitTls: true } : {}),
  };
}
