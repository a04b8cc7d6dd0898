import type { Dialect, Event, Peer, Reader, Said } from '../types.ts';

/**
 * curl -v with an smtp:// or smtps:// URL. Checked with 7.88. Neither the message nor its final
 * dot is shown; without -s the progress meter is glued in front of a line.
 *
 *     * Connected to mail.example.org (192.0.2.1) port 587 (#0)
 *     < 220 mail.example.org ESMTP
 *     > EHLO client.example.org
 *     } [109 bytes data]
 */
export const curl: Dialect = { id: 'curl', title: 'curl', open };

/** The progress meter, --trace-time, --trace-ids: what may stand before the mark. */
const BEFORE =
  /^(?:[\r\d\s:.kMGTP-]{40,240})?(?:\d\d:\d\d:\d\d\.\d{6} )?(?:\[\d{1,5}-\d{1,5}\] )?(?=[*<>{}](?: |$))/;
const MAIL_PORTS = new Set([24, 25, 465, 587, 1025, 2465, 2525, 2587]);

interface Memory {
  /** A mail port, or a dialogue that can be SMTP: curl speaks HTTP too. */
  mail: boolean;
  connecting: boolean;
  /** A TCP connection stands. */
  connected: boolean;
  talked: boolean;
  peer?: Peer;
}

/** Words of curl's own: its arrows alone are those of other programs too. */
const OWN =
  /\* (?: {1,3}Trying |(?:Connected|connect|Failed to connect|Established connection) to |Could not resolve |Closing connection|Connection #\d)|^[{}] \[\d{1,9} bytes data\]|^curl: \(\d/;

function open(sample: readonly string[] = []): Reader {
  if (!sample.some((line) => OWN.test(line.slice(0, 400)))) return () => undefined;
  const memory: Memory = { mail: false, connecting: false, connected: false, talked: false };
  return (line) => {
    const before = BEFORE.exec(line);
    if (!before) return closing(line, memory);
    const start = before[0].length;
    const mark = line.charAt(start);
    const at = start + 2;
    const text = line.slice(at).trimEnd();
    const time = /\d\d:\d\d:\d\d\.\d{6} /.exec(before[0])?.[0].trim();
    const said = read(mark, text, at, memory);
    return time === undefined ? said : { ...said, time };
  };
}

function read(mark: string, text: string, at: number, memory: Memory): Said {
  if (mark === '<') {
    const code = /^[2-5]\d\d/.exec(text)?.[0];
    if (code !== undefined) memory.mail = true;
    memory.talked = true;
    return { side: 'server', text, at };
  }
  if (mark === '>') return { side: 'client', text, at };
  const note = { side: 'note', event: 'remark', text, at } as const;
  return mark === '*' ? info(text.trimStart(), at, memory) : note;
}

function info(text: string, at: number, memory: Memory): Said {
  const note = { side: 'note', text, at } as const;
  const trying = /^Trying (\[[0-9a-f:.]+\]|[^\s:]+):(\d{1,5})\.\.\.$/i.exec(text);
  if (trying) {
    const peer = { host: trying[1] ?? '', port: Number(trying[2]) };
    memory.mail = MAIL_PORTS.has(peer.port);
    const again = memory.connecting && !memory.talked;
    memory.connecting = true;
    memory.connected = false;
    memory.talked = false;
    memory.peer = peer;
    return { ...note, event: again || !memory.mail ? 'remark' : 'connecting', peer };
  }
  const connected =
    /^(?:Connected to (\S+) \(\S{0,60}\) port (\d{1,5})|Established connection to (\S+) \(\S{1,60} port (\d{1,5})\))/.exec(
      text,
    );
  if (connected) {
    const host = connected[1] ?? connected[3] ?? '';
    const port = Number(connected[2] ?? connected[4]);
    memory.peer = { host, port };
    memory.connected = true;
    return { ...note, event: 'connected', peer: memory.peer };
  }
  const failed = /^Failed to connect to (\S+) port (\d{1,5})/.exec(text);
  if (failed) {
    const peer = { host: failed[1] ?? '', port: Number(failed[2]) };
    memory.mail ||= MAIL_PORTS.has(peer.port);
    memory.connecting = false;
    return { ...note, event: memory.mail ? 'connect-failed' : 'remark', peer };
  }
  const unknown = /^Could not resolve host: (\S+)$/.exec(text)?.[1];
  if (unknown !== undefined) {
    memory.mail ||= looksLikeMail(unknown);
    const peer = { host: unknown };
    return { ...note, event: memory.mail ? 'connect-failed' : 'remark', peer };
  }
  if (!memory.talked && /^(?:TLSv1|SSLv3|ALPN)/.test(text)) {
    return { ...note, event: 'remark', tls: 'implicit' };
  }
  return { ...note, event: memory.mail ? eventOf(text, memory) : 'remark' };
}

function eventOf(text: string, memory: Memory): Event {
  if (/^Closing connection|left intact|^Connection .{1,80} closed/.test(text)) return 'closed';
  if (/^connect to .{1,80} failed: |^Immediate connect fail/.test(text)) return 'connect-failed';
  if (
    /^SSL certificate problem|^SSL: |^(?:OpenSSL|GnuTLS|schannel)\b.{0,30}error|^STARTTLS (?:not supported|denied)|certificate verify failed|^SSL connection timeout|^error:[0-9A-F]{8}:|^gnutls_handshake/i.test(
      text,
    )
  ) {
    return 'tls-failed';
  }
  if (text.startsWith('Got unexpected smtp-server response')) return 'command-failed';
  if (/No known auth|^Authentication cancelled|^Login denied|^gss_|^SSPI/.test(text)) {
    return 'auth-failed';
  }
  if (/^Recv failure|^Send failure|^response reading failed|SSL_(?:read|write):/.test(text)) {
    return memory.talked || memory.connecting ? 'lost' : 'remark';
  }
  if (/timed out|timeout was reached|^server response timeout/i.test(text)) {
    return memory.connected ? 'timeout' : 'connect-failed';
  }
  return 'remark';
}

/** `curl: (67) Login denied`, by the exit codes of curl's manual; the progress meter by itself. */
function closing(line: string, memory: Memory): Said | undefined {
  const text = line.trim();
  const match = /^curl: \((\d{1,3})\) (.*)$/.exec(text);
  if (!match) {
    return memory.mail && /^[\r\d\s:.kMGTP-]{60,240}$/.test(line)
      ? { side: 'note', event: 'remark', text }
      : undefined;
  }
  const host =
    /(?:resolve host|connect to):? ([^\s:]+)(?: port (\d{1,5}))?/.exec(match[2] ?? '') ?? [];
  const port = host[2] === undefined ? undefined : Number(host[2]);
  memory.mail ||= looksLikeMail(host[1] ?? '') || MAIL_PORTS.has(port ?? 0);
  if (!memory.mail) return undefined;
  const code = Number(match[1]);
  const event = EXITS[code] ?? 'failed';
  const peer =
    memory.peer === undefined && host[1] !== undefined
      ? { peer: { host: host[1], ...(port === undefined ? {} : { port }) } }
      : {};
  const late = event === 'connect-failed' && memory.connected;
  return { side: 'note', event: late ? 'timeout' : event, text, ...peer };
}

const EXITS: Readonly<Partial<Record<number, Event>>> = {
  5: 'connect-failed',
  6: 'connect-failed',
  7: 'connect-failed',
  28: 'connect-failed',
  35: 'tls-failed',
  52: 'lost',
  56: 'failed',
  58: 'tls-failed',
  60: 'tls-failed',
  64: 'tls-failed',
  67: 'auth-failed',
  77: 'tls-failed',
  90: 'tls-failed',
  91: 'tls-failed',
};

function looksLikeMail(host: string): boolean {
  return /^(?:smtps?|e?mail|mx|relay)[\d.-]/i.test(host);
}
