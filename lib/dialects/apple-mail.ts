import type { Dialect, Peer, Reader, Said } from '../types.ts';

/**
 * Apple Mail's Connection Doctor with "Log connection activity": a heading for each piece of the
 * conversation, its lines below. Connections for fetching mail stand in the same log. Written from
 * logs as people describe them, macOS 10.11 to 13, not checked with a Mac; the words of a login are left out in newer versions.
 *
 *     WROTE Mar 05 10:10:09.310 [kCFStreamSocketSecurityLevelNone]  -- host:mail.example.org -- port:587 -- socket:0x600002c4e0a0 -- thread:0x600003b1a2c0
 *     EHLO [192.168.1.30]
 */
export const appleMail: Dialect = { id: 'apple-mail', title: 'Apple Mail', open };

const HEADING =
  /^\s{0,8}(INITIATING CONNECTION|CONNECTED|READ|WROTE|DISCONNECTED|CLOSED) ([A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d\.\d{3})(?: \[([^\]]{1,80})\])?\s{0,4}(?:-- )?host:(\S{1,255}) -- port:(\d{1,5}) -- socket:(\S{1,40})/;
/** Ports for fetching mail. */
const FETCHING: ReadonlySet<number> = new Set([110, 143, 993, 995]);

/** What is known of one connection. */
interface Connection {
  peer: Peer;
  /** Between 354 and the lone dot. */
  message: boolean;
  /** Words were exchanged in clear. */
  plain: boolean;
}

function open(): Reader {
  const connections = new Map<string, Connection>();
  let current: { side: 'client' | 'server' | 'note'; session: string; of: Connection } | undefined;

  return (line) => {
    const heading = HEADING.exec(line.slice(0, 700));
    if (!heading) return current && words(line, current);
    const [all, kind = '', time = '', level = '', host = '', digits = '', socket = ''] = heading;
    const port = Number(digits);
    current = undefined;
    // Before the connection stands it has no socket of its own.
    if (FETCHING.has(port) || /^(?:imap|pop)/i.test(host) || socket === '0x0') return undefined;
    const isEncrypted = /TLS|SSL/.test(level);
    const known = connections.get(socket);
    const of = known ?? { peer: { host, port }, message: false, plain: false };
    if (!known && isEncrypted) of.peer.implicitTls = true;
    if (!isEncrypted) of.plain = true;
    connections.set(socket, of);
    const side = kind === 'READ' ? 'server' : kind === 'WROTE' ? 'client' : 'note';
    current = { side, session: socket, of };
    const note = { side: 'note', text: all.trim(), time, session: current.session } as const;
    if (side !== 'note') {
      const tls = isEncrypted ? ({ tls: of.plain ? 'starttls' : 'implicit' } as const) : {};
      return { ...note, event: 'remark', ...tls };
    }
    if (kind === 'DISCONNECTED' || kind === 'CLOSED') return { ...note, event: 'closed' };
    return { ...note, event: 'connected', peer: of.peer };
  };
}

/** A line below a heading. */
function words(
  line: string,
  { side, session, of }: { side: 'client' | 'server' | 'note'; session: string; of: Connection },
): Said | undefined {
  const text = line.trimEnd();
  if (side === 'note') return undefined;
  if (side === 'server') {
    if (text === '') return undefined;
    if (/^354(?: |$)/.test(text)) of.message = true;
    return { side, text, session };
  }
  if (of.message) {
    if (text === '.') of.message = false;
    return { side, text, session };
  }
  if (text === '') return undefined;
  // `AUTH PLAIN (*** 48 bytes hidden ***)`, or the answer to a 334 alone.
  const hidden = /\s?\(\*{3} \d{1,6} bytes hidden \*{3}\)$/.exec(text);
  if (!hidden) return { side, text, session };
  return { side, text: text.slice(0, hidden.index), session, hidden: true };
}
