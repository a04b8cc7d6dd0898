import type { Dialect, Event, Quote, Reader, Said } from '../types.ts';
import { isKnownCommand } from '../smtp/command.ts';

/**
 * emailjs (Node.js) with `smtp.debug(1)`: client lines bare as sent, with a blank line after;
 * replies as JSON, all lines of one in `data`; the greeting and some others bare. Checked with
 * 5.0.3.
 *
 *     connecting: mail.example.org:465
 *     220 mail.example.org ESMTP
 *     ehlo client.example.org
 *     {"code":"250","message":"HELP","data":"250-mail.example.org\n250 HELP\n"}
 */
export const emailjs: Dialect = { id: 'emailjs', title: 'emailjs', open };

function open(): Reader {
  /** What may come: nothing of ours, commands and replies, an answer to 334, the message. */
  let state: 'outside' | 'dialogue' | 'auth' | 'message' = 'outside';

  return (line) => {
    const at = line.length - line.trimStart().length;
    const text = line.trim();
    const reply = jsonReply(line);
    // In the middle of a message only a refusal can come.
    if (state === 'message' && !/^[45]/.test(reply?.text ?? '')) {
      if (text === '.') state = 'dialogue';
      return { side: 'client', text: line.trimEnd() };
    }
    if (reply) {
      state = after(reply.text);
      return reply;
    }
    // A greeting that is not 220 is shown raw.
    const raw = /^response \(data\): (?=[2-5]\d\d)/.exec(text)?.[0];
    if (raw !== undefined && state !== 'outside') {
      state = 'dialogue';
      return { side: 'server', text: text.slice(raw.length), at: at + raw.length };
    }
    const remark = note(text, at);
    if (remark) {
      state = 'dialogue';
      return remark;
    }
    if (state === 'outside' || text === '') return undefined;
    if (/^[2-5]\d\d(?:[ -]|$)/.test(text)) {
      state = after(text);
      return { side: 'server', text, at };
    }
    if (isKnownCommand(text) || (state === 'auth' && /^\S+$/.test(text))) {
      return { side: 'client', text, at };
    }
    return undefined;
  };
}

/** What may come after a reply. */
function after(reply: string): 'dialogue' | 'auth' | 'message' {
  if (reply.startsWith('354')) return 'message';
  return reply.startsWith('334') ? 'auth' : 'dialogue';
}

/** `{"code":"250","message":"2.1.0 Ok","data":"250 2.1.0 Ok\n"}`: `message` is its last line alone. */
function jsonReply(line: string): Said | undefined {
  const code = /^\s{0,20}\{"code":"([2-5]\d\d)","message":"/.exec(line)?.[1];
  if (code === undefined) return undefined;
  const key = `","data":"${code}`;
  const data = line.indexOf(key);
  if (data < 0) return undefined;
  const at = data + key.length - code.length;
  const close = line.lastIndexOf('"}');
  return { side: 'server', text: unescape(line.slice(at, close > at ? close : undefined)), at };
}

/** JSON's escapes, each as long as it was, so that columns stay what they are. RFC 8259 section 7. */
function unescape(text: string): string {
  return text
    .replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (all, hex: string | undefined, char = '') => {
      const plain = hex === undefined ? (/["\\/]/.test(char) ? char : '') : codePoint(hex);
      return plain.padStart(all.length);
    })
    .trimEnd();
}

function codePoint(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

/** emailjs' own sentences → what they tell. */
const NOTES: readonly (readonly [begin: string, event: Event])[] = [
  ['connecting: ', 'connecting'],
  ['connected: ', 'connected'],
  ['smtp connection closed.', 'closed'],
  ['smtp connection destroyed!', 'remark'],
  ['connection encountered an error', 'connect-failed'],
  ['could not establish an ssl connection', 'tls-failed'],
  ['timedout while connecting to smtp server', 'timeout'],
  ['connection has closed', 'lost'],
  ['server can not be reached', 'connect-failed'],
  ['no form of authorization supported', 'auth-failed'],
  ['authorization.failed', 'auth-failed'],
  ['bad response on', 'command-failed'],
];

function note(text: string, at: number): Said | undefined {
  const event = NOTES.find(([begin]) => text.startsWith(begin))?.[1];
  if (event === undefined) return undefined;
  const said: Said = { side: 'note', event, text, at };
  if (event === 'connecting' || event === 'connected') {
    const peer = /: (\[[0-9a-f:.]{2,45}\]|[^\s:]{1,255}):(\d{1,5})$/i.exec(text);
    return peer ? { ...said, peer: { host: peer[1] ?? '', port: Number(peer[2]) } } : undefined;
  }
  if (event === 'connect-failed') {
    if (/certificate|altnames|SSL|TLS|EPROTO|wrong version/.test(text)) {
      return { ...said, event: 'tls-failed' };
    }
    return /ECONNRESET|EPIPE|hang up/.test(text) ? { ...said, event: 'lost' } : said;
  }
  if (event !== 'command-failed' && event !== 'auth-failed') return said;
  const quote = quoteIn(text, at);
  return quote ? { ...said, quote } : said;
}

/** `bad response on command 'RCPT': 5.1.1 … 550 5.1.1 …`: the reply's last line, then all of it. */
function quoteIn(text: string, at: number): Quote | undefined {
  const verb = /^bad response on command '([A-Z]{4,8})/i.exec(text)?.[1]?.toUpperCase();
  const start = /[ (]([2-5]\d\d[ -])/.exec(text);
  if (!start) return undefined;
  const from = start.index + 1;
  return { text: text.slice(from), at: at + from, ...(verb === undefined ? {} : { verb }) };
}
