import type { Dialect, Event, Peer, Phase, Quote, Reader, Said } from '../types.ts';
import { createBareMessage } from '../smtp/bare-message.ts';

/**
 * PEAR's Net_SMTP with `setDebug(true)`, alone or inside PEAR Mail. Checked with Net_SMTP 1.10.1.
 * What was sent keeps its line break, so a blank line follows; a message is one entry, its lines
 * after the first are bare. Passwords are in clear Base64.
 *
 *     DEBUG: Recv: 220 mail.example.org ESMTP
 *     DEBUG: Send: EHLO client.example.org
 *     Error: Invalid response code received from server
 */
export const pearNetSmtp: Dialect = { id: 'pear-net-smtp', title: 'PEAR Net_SMTP', open };

/** The longest prefix that a host puts before the line. */
const MAX_PREFIX = 120;
const MARK = /^[^`|*"']{0,100}DEBUG: (Send|Recv):(?: |$)/;

function open(sample: readonly string[] = []): Reader {
  const debugs = sample.some((line) => MARK.test(line.slice(0, MAX_PREFIX)));
  /** The server has spoken. */
  let heard = false;
  const message = createBareMessage();
  return (line) => {
    const mark = MARK.exec(line.slice(0, MAX_PREFIX));
    if (!mark) {
      if (message.goesOn(line)) return { side: 'client', text: line, continues: true };
      return note(line, debugs, heard);
    }
    const at = mark[0].length;
    const text = withoutBreak(line.slice(at));
    if (mark[1] === 'Send') {
      message.client(text);
      return { side: 'client', text, at };
    }
    heard = true;
    message.server(text);
    return { side: 'server', text, at };
  };
}

/** What the library's errors begin with, and what they tell. */
const ERRORS: readonly (readonly [words: string, event: Event, verb?: string])[] = [
  ['Failed to connect socket:', 'connect-failed'],
  ['Failed to connect to ', 'connect-failed'],
  ['unable to connect to ', 'connect-failed'],
  ['STARTTLS failed', 'tls-failed'],
  ['authentication failure', 'auth-failed', '(auth-data)'],
  ['No supported authentication methods', 'auth-failed'],
  ['is not a supported authentication method', 'auth-failed'],
  ['erver does not support authentication', 'auth-failed'],
  ['Failed to set sender:', 'command-failed', 'MAIL'],
  ['Failed to add recipient:', 'command-failed', 'RCPT'],
  ['Failed to send data', 'command-failed', '.'],
  ['Invalid response code received from server', 'failed'],
  ['Failed to read from socket', 'lost'],
  ['Failed to write to socket', 'lost'],
];

/** `Failed to add recipient: a@b [SMTP: Invalid response code … (code: 550, response: 5.1.1 …)]` */
function note(line: string, debugs: boolean, heard: boolean): Said | undefined {
  const at = line.length - line.trimStart().length;
  const text = withoutBreak(line.slice(at));
  const head = text.slice(0, 400);
  const found = ERRORS.find(([words]) => head.includes(words));
  // In prose and source the words are an example.
  if (/`|^\/?\*/.test(head)) return undefined;
  // Words that other programs say as well need the library's shape around them.
  if (!found) return undefined;
  const isOwn = /^(?:Error|PEAR Error|Warning|DEBUG): |\[SMTP: ?|^[A-Z][^:]{3,40} socket: /.test(
    head,
  );
  if (!isOwn && !(debugs && head.trim().endsWith(found[0]))) return undefined;
  const [words, told, verb] = found;
  const unheard = withoutReply(head, words);
  if (unheard) return { side: 'note', text, at, ...unheard, ...peerOf(head) };
  // Without a code nothing was received.
  const nothing = words.startsWith('Invalid response code') && !head.includes('(code: ');
  const event = nothing && !isOwn && heard ? 'lost' : told;
  const said = { side: 'note', event, text, at, ...peerOf(head) } as const;
  const quote = verb === undefined ? undefined : quoteOf(text, at, verb);
  return quote ? { ...said, quote } : said;
}

/** `Failed to set sender: … (code: -1, response: )`: the connection stands, and no reply came. */
function withoutReply(head: string, words: string): Pick<Said, 'event' | 'phase'> | undefined {
  if (!/Invalid response code received from server ?\(code: ?-1\b/.test(head)) return undefined;
  if (words.includes('onnect to ')) return { event: 'connect-failed', phase: 'greeting' };
  const phase = STEPS[words];
  return phase && { event: 'silence', phase };
}

const STEPS: Readonly<Record<string, Phase>> = {
  'Failed to set sender:': 'mail',
  'Failed to add recipient:': 'rcpt',
  'Failed to send data': 'message',
};

/** `Failed to connect to ssl://mail.example.org:465 [SMTP: …]` */
function peerOf(text: string): { peer?: Peer } {
  const match =
    /(?:Failed|unable) to connect to (?:(ssl|tls):\/\/)?(\[[0-9a-f:.]{2,45}\]|[^\s:/]{1,255}):(\d{1,5})\b/.exec(
      text,
    );
  if (!match) return {};
  const implicit = match[1] === 'ssl' ? { implicitTls: true } : {};
  return { peer: { host: match[2] ?? '', port: Number(match[3]), ...implicit } };
}

function quoteOf(text: string, at: number, verb: string): Quote | undefined {
  const match = /\(code: ([2-5]\d\d), response: /.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const words = text.slice(start).replace(/\)\]?[.\s]*$/, '');
  return { text: `${match[1]} ${words}`, at: at + start, verb };
}

function withoutBreak(words: string): string {
  return words.trimEnd().replace(/<br ?\/?>$/i, '');
}
