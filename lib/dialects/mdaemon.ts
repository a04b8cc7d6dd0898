import type { Dialect, Event, Peer, Reader, Said, Side } from '../types.ts';
import { isKnownCommand } from '../smtp/command.ts';

/**
 * MDaemon's SMTP logs, in and out. `-->` is what MDaemon sent: as the server of an inbound
 * session, as the client of an outbound one; the line on the connection tells which. Written from
 * public logs of versions 13 to 24; old ones lack the level, the session's number or both.
 *
 *     Mon 2026-11-23 18:20:09.505: 05: [118405] Accepting SMTP connection from [203.0.113.25:51234] to [192.0.2.10:25]
 *     Mon 2026-11-23 18:20:09.542: 03: [118405] --> 220 mail.example.org ESMTP
 *     Mon 2026-11-23 18:20:09.579: 02: [118405] <-- EHLO client.example.org
 */
export const mdaemon: Dialect = { id: 'mdaemon', title: 'MDaemon', open };

const PREFIX =
  /^[A-Z][a-z]{2} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?): (?:\d\d: )?(?:\[(\d{1,12})\] )?/;

/** What is known of a session. */
interface Known {
  /** Whose words `-->` marks. */
  sent?: Side | undefined;
  /** The server that MDaemon calls. */
  host?: string;
}

function open(): Reader {
  const sessions = new Map<string, Known>();
  let recent = '';

  return (line) => {
    const prefix = PREFIX.exec(line);
    if (!prefix) return undefined;
    const at = prefix[0].length;
    const text = line.slice(at).trimEnd();
    const session = prefix[2] ?? recent;
    recent = session;
    // The rule below a session has the time of the log's first second.
    if (/^-{5,}$/.test(text)) return { side: 'note', event: 'remark', text, at, session };
    const known = sessions.get(session) ?? {};
    sessions.set(session, known);
    const base = { time: prefix[1] ?? '', session };
    const arrow = /^(-->|<--) ?/.exec(text);
    if (!arrow) return { ...base, ...note(text, at, known) };
    const words = text.slice(arrow[0].length);
    const isSent = arrow[1] === '-->';
    known.sent ??= sideOf(words, isSent);
    const side = known.sent === 'server' ? isSent : !isSent;
    return { ...base, side: side ? 'server' : 'client', text: words, at: at + arrow[0].length };
  };
}

/** A log may begin in the middle of a session: what a line says tells whose it is. */
function sideOf(words: string, isSent: boolean): Side | undefined {
  const isReply = /^[2-5]\d\d(?:[ -]|$)/.test(words);
  if (!isReply && !isKnownCommand(words)) return undefined;
  return isReply === isSent ? 'server' : 'client';
}

function note(text: string, at: number, known: Known): Said {
  const said = { side: 'note', text, at } as const;
  const words = text.replace(/^\* {1,4}/, '');
  if (words.startsWith('Accepting SMTP connection from')) {
    known.sent = 'server';
    const peer = addressOf(/ to \[([^\]]{1,60})\]$/.exec(words)?.[1]);
    return { ...said, event: 'connected', ...(peer ? { peer } : {}) };
  }
  const attempt = /^Attempting (?:SMTP|ESMTP|MSA|LMTP) connection to (.{1,300})$/.exec(words)?.[1];
  if (attempt !== undefined) {
    known.sent = 'client';
    const peer = addressOf(/^\[(.{1,60})\]$/.exec(attempt)?.[1]) ?? hostOf(attempt);
    known.host = peer.host;
    return { ...said, event: 'connecting', peer };
  }
  const established = /^Connection established \(.{1,80} -> ([^)\s]{1,80})\)/.exec(words);
  if (established) {
    known.sent = 'client';
    const peer = addressOf(established[1]);
    const named = peer && known.host !== undefined ? { ...peer, host: known.host } : peer;
    return { ...said, event: 'connected', ...(named ? { peer: named } : {}) };
  }
  return { ...said, event: eventOf(words) };
}

/** `192.0.2.10:25`, `192.0.2.10 : 25` */
function addressOf(words: string | undefined): Peer | undefined {
  const match = /^(.{1,50}?) ?: ?(\d{1,5})$/.exec(words ?? '');
  return match ? { host: match[1] ?? '', port: Number(match[2]) } : undefined;
}

/** `mx.example.net`, `mx.example.net:587` */
function hostOf(words: string): Peer {
  const [host = '', port] = words.split(/[\s:]+/, 2);
  return { host, ...(/^\d{1,5}$/.test(port ?? '') ? { port: Number(port) } : {}) };
}

/** What MDaemon's other lines hold, and what they tell. */
const EVENTS: readonly (readonly [words: RegExp, event: Event])[] = [
  [/^SMTP session (?:terminated|successful|complete)/, 'closed'],
  [/^SMTP session aborted/, 'lost'],
  [
    /(?:SSL|TLS) negotiation failed|SSL error|certificate .{0,60}(?:invalid|expired|not trusted)/i,
    'tls-failed',
  ],
  [
    /1006[015]\b|connection (?:attempt )?(?:failed|refused|timed out)|no route to host/i,
    'connect-failed',
  ],
  [
    /^(?:Winsock|Socket) error 10054|connection (?:closed|reset|lost)|socket connection closed/i,
    'lost',
  ],
  [/time-?out|timed out/i, 'timeout'],
];

function eventOf(words: string): Event {
  return EVENTS.find(([pattern]) => pattern.test(words))?.[1] ?? 'remark';
}
