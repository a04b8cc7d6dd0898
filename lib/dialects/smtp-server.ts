import type { Dialect, Peer, Reader, Said } from '../types.ts';

/**
 * npm's smtp-server with `logger: true`: MailDev and other test servers. This is the server's own
 * log: `S:` is what it sent. Only the first line of a reply has the mark; `<263 bytes of DATA>`
 * stands for the message. Checked with 3.21.6.
 *
 *     [2026-11-23 19:35:18] INFO  [#tptd15aqn7dv3hcb] Connection from [127.0.0.1]
 *     [2026-11-23 19:35:18] DEBUG [#tptd15aqn7dv3hcb] S: 250-node.example.org Nice to meet you
 *     [2026-11-23 19:35:18] DEBUG [#tptd15aqn7dv3hcb] 250 SIZE 3000
 *     [2026-11-23 19:35:18] DEBUG [#tptd15aqn7dv3hcb] C: MAIL FROM:<sender@example.com>
 */
export const smtpServer: Dialect = { id: 'smtp-server', title: 'smtp-server (Node.js)', open };

interface Memory {
  /** What the server said of itself when it started. */
  listening?: Peer;
  /** Connections → who spoke last. */
  sides: Map<string, Said['side']>;
}

const MARK = /\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) {1,2}/;
const NAME = /^\[#([\w-]{4,40})\](?: |$)/;
/** The longest prefix that a host puts before the line: docker, systemd. */
const MAX_PREFIX = 200;

function open(): Reader {
  const memory: Memory = { sides: new Map() };
  return (line) => {
    const mark = MARK.exec(line.slice(0, MAX_PREFIX));
    if (!mark) return undefined;
    const [all, time = ''] = mark;
    let at = mark.index + all.length;
    const name = NAME.exec(line.slice(at, at + 80));
    if (!name) {
      const said = nameless(line.slice(at).trimEnd(), at, memory);
      return said && { ...said, time };
    }
    at += name[0].length;
    const session = name[1] ?? '';
    const said = named(line.slice(at).trimEnd(), at, session, memory);
    memory.sides.set(session, said.side);
    return { ...said, time, session };
  };
}

function named(words: string, at: number, session: string, memory: Memory): Said {
  const mark = /^([CS]):(?: |$)/.exec(words)?.[1];
  const text = words.slice(3);
  if (mark === 'S') return { side: 'server', text, at: at + 3 };
  if (mark === 'C') {
    if (/^<\d{1,12} bytes of DATA>$/.test(text)) {
      return { side: 'note', event: 'content', text, at: at + 3 };
    }
    const hidden = text === '/* secured */';
    return { side: 'client', text, at: at + 3, ...(hidden ? { hidden } : {}) };
  }
  if (memory.sides.get(session) === 'server' && /^[2-5]\d\d(?:[ -]|$)/.test(words)) {
    return { side: 'server', text: words, at };
  }
  return { side: 'note', text: words, at, ...noteOf(words, memory) };
}

function noteOf(words: string, memory: Memory): Pick<Said, 'event' | 'peer' | 'login'> {
  if (/^(?:Secure c|C)onnection from /.test(words)) {
    const secure = words.startsWith('Secure');
    const { listening } = memory;
    const peer = listening && { ...listening, ...(secure ? { implicitTls: true } : {}) };
    return { event: 'connected', ...(peer ? { peer } : {}) };
  }
  if (words.startsWith('Connection closed to ')) return { event: 'closed' };
  const refused = /^Authentication error for (\S{1,320}) using [\w-]{1,30}\./.exec(words);
  if (refused) return { event: 'auth-failed', login: { user: refused[1] ?? '' } };
  const user = /^(\S{1,320}) authenticated using [\w-]{1,30}$/.exec(words)?.[1];
  if (user !== undefined) return { event: 'remark', login: { user } };
  return { event: 'remark' };
}

/** `SMTP Server listening on 127.0.3.5:2500`, and errors that name the connection without brackets. */
function nameless(words: string, at: number, memory: Memory): Said | undefined {
  const started = /^(Secure )?(?:SMTP|LMTP) Server listening on (?:\S{1,255}:)?(\d{1,5})$/i.exec(
    words,
  );
  if (started) {
    memory.listening = {
      host: /listening on (\S{1,255}):\d{1,5}$/.exec(words)?.[1] ?? '',
      port: Number(started[2]),
      ...(started[1] === undefined ? {} : { implicitTls: true }),
    };
    return undefined;
  }
  const session = /^(?:\[#)?([\w-]{4,40})\]? /.exec(words)?.[1] ?? '';
  if (!memory.sides.has(session)) return undefined;
  const event = /ECONNRESET|EPIPE|hang up/.test(words)
    ? 'lost'
    : /certificate|SSL|TLS|EPROTO/.test(words)
      ? 'tls-failed'
      : 'failed';
  return { side: 'note', text: words, at, event, session };
}
