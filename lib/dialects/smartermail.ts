import type { Dialect, Event, Reader, Said } from '../types.ts';

/**
 * SmarterMail's SMTP and delivery logs. `cmd` is the client and `rsp` the server in both. A reply's
 * lines are glued together, the message is not shown, credentials are in clear. Written from public
 * logs.
 *
 *     18:20:09.542 [203.0.113.25][48213307] cmd: EHLO client.example.org
 *     18:20:09.542 [18842] RSP: 220 mx.example.net ESMTP
 */
export const smartermail: Dialect = { id: 'smartermail', title: 'SmarterMail', open: () => read };

const PREFIX =
  /^((?:\d{4}[.-]\d\d[.-]\d\d )?\d\d:\d\d:\d\d(?:\.\d{1,6})?) (?:\[([0-9a-fA-F:.]{2,45})\])?\[(\d{1,12})\] (?:(cmd|rsp|CMD|RSP): ?)?/;

const read: Reader = (line) => {
  const prefix = PREFIX.exec(line);
  if (!prefix) return undefined;
  const [mark, time = '', ip = '', number = '', side] = prefix;
  const at = mark.length;
  const text = line.slice(at).trimEnd();
  const base = {
    text,
    at,
    time: time.replace(/[.](?=\d\d[. ])/g, '-'),
    session: `${ip} ${number}`,
  };
  if (side !== undefined) {
    return { ...base, side: side.toLowerCase() === 'cmd' ? 'client' : 'server' };
  }
  return { ...base, ...note(text) };
};

function note(text: string): Pick<Said, 'side' | 'event' | 'peer'> {
  // `Connection to 198.51.100.20:25 from 192.0.2.10:51234 succeeded (Id: 1)`
  const match = /^Connection to \[?(\S{1,255}?)\]?:(\d{1,5}) from \S{1,80} (\w+)/.exec(text);
  if (match) {
    const event = match[3] === 'succeeded' ? 'connected' : 'connect-failed';
    return { side: 'note', event, peer: { host: match[1] ?? '', port: Number(match[2]) } };
  }
  return { side: 'note', event: EVENTS.find(([words]) => words.test(text))?.[1] ?? 'remark' };
}

/** What the log's other lines hold, and what they tell. `connected at` comes after the greeting. */
const EVENTS: readonly (readonly [words: RegExp, event: Event])[] = [
  [/^disconnected at |^Delivery finished for /, 'closed'],
  [/^(?:Attempting|Initiating) connection to /, 'connecting'],
  [/(?:SSL|TLS|certificate).{0,80}(?:fail|error|invalid)/i, 'tls-failed'],
  [
    /connection (?:refused|attempt failed)|failed to connect|actively refused|failed to respond/i,
    'connect-failed',
  ],
  [/timed? ?out/i, 'timeout'],
  [/connection (?:lost|reset|was closed)|forcibly closed/i, 'lost'],
];
