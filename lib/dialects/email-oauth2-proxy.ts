import { readLiteral } from '../smtp/literal.ts';
import type { Dialect, Event, Reader } from '../types.ts';

/**
 * The debug log of email-oauth2-proxy, which logs in with a token for a program that can't. Each
 * line is shown as it comes and, indented, as it goes on; the provider's side is the indented one,
 * until the login is done and both are the same. Written from the program's source and public logs.
 *
 *     2024-03-04 20:48:19: SMTP (127.0.0.1:41533-{127.0.0.1:1587}-smtp.office365.com:587) --> b'EHLO a\r\n'
 *     2024-03-04 20:48:19: SMTP (127.0.0.1:41533-{127.0.0.1:1587}-smtp.office365.com:587)     --> b'EHLO a\r\n'
 *     2024-03-04 20:48:20: SMTP (127.0.0.1:41533-{127.0.0.1:1587}-smtp.office365.com:587)     <-- b'250 CHUNKING\r\n'
 */
export const emailOauth2Proxy: Dialect = {
  id: 'email-oauth2-proxy',
  title: 'Email OAuth 2.0 Proxy',
  open,
};

const PREFIX =
  /\bSMTP \(([^\s()]{1,160}-\{[^\s()]{1,120}\}-(\[[0-9a-f:.]{2,45}\]|[^\s():;]{1,255}):(\d{1,5}))[^()]{0,330}\) ?/;
/** What a service manager puts in front, and the program's own prefix. */
const MAX_PREFIX = 1000;
const INDENTED = /^ {2,8}(?=-->|<--)/;

/** One connection through the proxy. */
interface Way {
  /** The login is done: from here on only the program's side is shown. */
  loggedIn: boolean;
  /** The words that ended it. */
  ending?: string;
  /** What was heard of the provider. */
  heard: Set<string>;
}

function open(sample: readonly string[] = []): Reader {
  const ways = new Map<string, Way>();
  /** Releases and levels that show one side alone. */
  const both = sample.some((line) => /\) {2,9}(?:-->|<--) b?["']/.test(line));

  return (line) => {
    const prefix = PREFIX.exec(line.slice(0, MAX_PREFIX));
    if (!prefix) return undefined;
    const [all, session = '', host = '', port = ''] = prefix;
    const way = ways.get(session) ?? { loggedIn: false, heard: new Set() };
    ways.set(session, way);
    const time = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d/.exec(line.slice(0, prefix.index))?.[0];
    const tie = { session, ...(time === undefined ? {} : { time }) };
    const start = prefix.index + all.length;
    const indent = INDENTED.exec(line.slice(start, start + 12))?.[0].length ?? 0;
    const arrow = /^(-->|<--) (?=b?["'])/.exec(line.slice(start + indent, start + indent + 8));
    if (!arrow) {
      const text = line.slice(start).trim();
      if (text.includes('Successfully authenticated SMTP')) way.loggedIn = true;
      const peer = { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
      const event = eventOf(text);
      const at = line.indexOf(text, start);
      return { side: 'note', text, at, event, ...tie, ...(event === 'connected' ? { peer } : {}) };
    }
    const quote = line.indexOf(arrow[0], start) + arrow[0].length;
    const literal = readLiteral(line, line.charAt(quote) === 'b' ? quote + 1 : quote);
    const at = quote + (line.charAt(quote) === 'b' ? 2 : 1);
    const words = (literal?.value ?? '').trimEnd();
    const said = { side: arrow[1] === '<--' ? 'server' : 'client', at, ...tie } as const;
    const isProviders = indent > 0 || way.loggedIn || !both;
    const isOwn = said.side === 'server' && /^[45]\d\d/.test(words) && !way.heard.has(words);
    // What comes in and goes on, and what the program asks and the proxy answers itself.
    if (said.side === 'server') {
      const isCopy = indent === 0 && both && (!way.loggedIn || words === way.ending) && !isOwn;
      if (isCopy) return { ...said, text: words, repeats: true };
      way.heard.add(words);
      if (!way.loggedIn) way.ending = words;
    } else if (!isProviders) return { ...said, side: 'note', event: 'remark', text: words };
    if (said.side === 'client') {
      const hidden = /^\[\[? Credentials removed/i.test(words);
      return { ...said, text: withoutProxyHeader(words), ...(hidden ? { hidden } : {}) };
    }
    // A refused token is the proxy's own answer to the program's login.
    const answers = isOwn && indent === 0 && words.startsWith('535') ? { answers: 'AUTH' } : {};
    return words.split(/\r?\n/).map((text) => ({ ...said, text, ...answers }));
  };
}

/**
 * A load balancer may put binary words before the first command: `QUIT\n!\x11\x00…EHLO a` is the
 * end of the PROXY protocol's header, version 2.
 */
function withoutProxyHeader(words: string): string {
  const at = words.search(/(?:EHLO|HELO) [\x21-\x7e]{1,255}$/);
  return words.startsWith('QUIT\n!') && at > 0 ? words.slice(at) : words;
}

function eventOf(text: string): Event {
  if (text.startsWith('--> [ Client connected ]')) return 'connected';
  if (/\[ (?:Client|Server) disconnected \]/.test(text)) return 'closed';
  if (/certificate|SSL|TLS handshake/i.test(text) && /error|fail/i.test(text)) return 'tls-failed';
  if (/Caught network error|Caught connection error/.test(text)) {
    if (/reset|aborted|closed/i.test(text)) return 'lost';
    return /timed out/i.test(text) ? 'timeout' : 'connect-failed';
  }
  return 'remark';
}
