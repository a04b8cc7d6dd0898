import type { Dialect, Peer, Reader, Said } from '../types.ts';
import { isKnownCommand } from '../smtp/command.ts';
import { isOtherService } from '../smtp/other-service.ts';

/**
 * A dialogue without marks: telnet, nc, LMTP by hand, and libraries that keep the bare exchange
 * (Post SMTP, Laminas). Three digits are the server, all else is the client, save within the
 * message and around it.
 *
 *     220 mail.example.org ESMTP
 *     EHLO client.example.org
 *     250 mail.example.org
 */
export const raw: Dialect = { id: 'raw', title: 'SMTP dialogue', unmarked: true, open };

function open(): Reader {
  /** What may come: nothing yet, another protocol, a command, an answer to 334, the message. */
  let state: 'outside' | 'other' | 'dialogue' | 'auth' | 'message' = 'outside';
  /** The line before was a reply that is complete: the client's turn. */
  let turn = false;
  /** The line before was the client's and got no reply yet. */
  let asked = false;
  /** Telnet says that it reached somebody. */
  let called = false;
  /** The dialogue's first line has a time stamp: a table or a tool puts one before each line. */
  let stamped = false;

  return (line) => {
    const stamp = state === 'outside' || stamped ? STAMP.exec(line) : null;
    const said = words(line, stamp?.[0].length ?? 0);
    if (said && state !== 'outside' && stamp) stamped = true;
    return said && stamp?.[1] !== undefined ? { ...said, time: stamp[1] } : said;
  };

  function words(line: string, from: number): Said | undefined {
    let at = from;
    while (at < line.length && line.charAt(at).trim() === '') at++;
    const whole = line.slice(at).trimEnd();
    const text = withoutRemark(whole);

    if (state === 'message') {
      if (text === '.') state = 'dialogue';
      asked = true;
      // A server that hangs up in the middle says so by a 421.
      if (!text.startsWith('421 ')) {
        return { side: 'client', text: text === '.' ? text : line.slice(from).trimEnd(), at: from };
      }
    }
    if (text === '') {
      if (state === 'auth' && turn) {
        turn = false;
        return { side: 'client', text: '' };
      }
      return undefined;
    }

    if (state === 'other') return note(text) ?? { side: 'note', event: 'remark', text, at };

    const code = /^([2-5]\d\d)(?:[ -]|$)/.exec(text)?.[1];
    if (code !== undefined && (state !== 'outside' || isOpening(text))) {
      turn = text.charAt(3) !== '-';
      asked = false;
      state = code === '334' ? 'auth' : code === '354' ? 'message' : 'dialogue';
      return { side: 'server', text, at };
    }
    if (state === 'auth' && turn && /^\S+$/.test(text)) {
      turn = false;
      asked = true;
      return { side: 'client', text, at };
    }
    // Who was called at a port of IMAP or POP3 is told so.
    if (called && state === 'outside' && isOtherService(text)) {
      state = 'other';
      return { side: 'server', text, at };
    }
    if (isKnownCommand(text) && !(asked && state === 'outside')) {
      if (state === 'outside') state = 'dialogue';
      turn = false;
      asked = true;
      return { side: 'client', text, at };
    }
    const remark = note(text);
    if (remark) {
      if (remark.event === 'connected') called = true;
      if (remark.event === 'closed' || remark.event === 'lost') state = 'outside';
      return { ...remark, at };
    }
    // What a person mistyped: one word all in one case, when it was the client's turn.
    if (state === 'dialogue' && turn && /^(?:[A-Z]{3,10}|[a-z]{3,10})(?: \S+){0,2}$/.test(text)) {
      turn = false;
      asked = true;
      return { side: 'client', text, at };
    }
    return undefined;
  }
}

/** A time, with or without its date, and what parts it from the words. */
const STAMP =
  /^\s{0,8}\[?((?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?)(?:Z|[+-]\d\d:?\d\d)?\]?(?:: |[ \t|])/;

/** What whoever posts a dialogue writes behind a command: `DATA  <- begins the message`, `. ← end`. */
const REMARK = /\s(?:[←⇐◀]|<[-=]{1,3}(?=[^-=<>]{1,200}$)|#\s?<[-=]).*$/;

/** A client's words without what was written behind them. */
function withoutRemark(text: string): string {
  if (!/^(?:\.|[A-Za-z]{4,8})(?=[\s:])/.test(text)) return text;
  const remark = REMARK.exec(text.slice(0, 400));
  return remark ? text.slice(0, remark.index).trimEnd() : text;
}

/** The words that a log without marks may begin with: a greeting, a refusal in its place, an EHLO answer. */
function isOpening(text: string): boolean {
  return /^(?:220|250|421|521|554)(?:[ -]|$)/.test(text);
}

function note(text: string): Said | undefined {
  if (/^Trying \S+?(?:\.\.\.)$/.test(text)) return { side: 'note', event: 'remark', text };
  const connected = /^Connected to ([^\s,]+?)\.?(?: \(.{1,60}\))?\.?$/.exec(text)?.[1];
  if (connected !== undefined) {
    return { side: 'note', event: 'connected', text, peer: { host: connected } };
  }
  if (text.startsWith('Escape character is ')) return { side: 'note', event: 'remark', text };
  if (/^Connection closed(?: by foreign host)?\.?$/.test(text)) {
    return { side: 'note', event: 'closed', text };
  }
  if (
    /^(?:telnet|nc|ncat): .{0,200}(?:refused|timed out|No route|not known|unreachable|failure in name)/i.test(
      text,
    )
  ) {
    return { side: 'note', event: 'connect-failed', text };
  }
  const opened =
    /^Connection to (\S+)(?: \(\S{1,60}\))? (\d{1,5}) port \[.{0,30}\] succeeded!$/.exec(text);
  if (opened) {
    return {
      side: 'note',
      event: 'connected',
      text,
      peer: { host: opened[1] ?? '', port: Number(opened[2]) },
    };
  }
  const peer = urlOf(text);
  return peer ? { side: 'note', event: 'connecting', text, peer } : undefined;
}

/** Post SMTP's first line: `smtp:tls:login://smtp.example.com:587`. */
function urlOf(text: string): Peer | undefined {
  const match = /^smtp:([a-z]*):[a-z0-9-]*:\/\/([^\s:/]+):(\d{1,5})$/.exec(text);
  if (!match) return undefined;
  return {
    host: match[2] ?? '',
    port: Number(match[3]),
    ...(match[1] === 'ssl' ? { implicitTls: true } : {}),
  };
}
