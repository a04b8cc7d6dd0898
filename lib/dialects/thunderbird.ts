import type { Dialect, Event, Peer, Reader, Said } from '../types.ts';

/**
 * Thunderbird: the error console (`mailnews.smtp.loglevel` All), where each entry ends in its place
 * in the source, and the older MOZ_LOG (`SMTP:5`). Secrets are left out. Written from the public
 * documentation.
 *
 *     mailnews.smtp: C: EHLO client.example.org SmtpClient.jsm:612:19
 *     2026-11-23 18:20:09.542000 UTC - [Parent 4128: Main Thread]: I/SMTP SMTP Send: QUIT
 */
export const thunderbird: Dialect = { id: 'thunderbird', title: 'Thunderbird', open };

interface Memory {
  /** Who speaks in a console entry that has not come to its place in the source yet. */
  unfinished?: Said['side'];
  /** A 334 waits for an answer. */
  asked: boolean;
  /** Login mechanisms that the server offered last. */
  offered: string;
}

function open(): Reader {
  const memory: Memory = { asked: false, offered: '' };
  return (line) => {
    const said = inConsole(line, memory) ?? inMozLog(line, memory) ?? goesOn(line, memory);
    if (said?.side === 'server') remember(said.text, memory);
    return said;
  };
}

function remember(reply: string, memory: Memory): void {
  memory.asked = /^334(?: |$)/.test(reply);
  const mechanisms = /^250[ -]AUTH[ =](.{1,400})$/i.exec(reply)?.[1];
  if (mechanisms !== undefined) memory.offered = mechanisms.toUpperCase();
  else if (reply.startsWith('220')) memory.offered = '';
}

const CONSOLE = /mailnews\.smtp(?:\.[\w-]{1,40})?:? /;
/** `SmtpClient.jsm:427:17`, in newer versions `SmtpClient.sys.mjs:438:17`. */
const PLACE =
  /(?:^|\s)(?:resource:\/\/\S{1,80}\/)?[A-Za-z]{2,40}\.(?:jsm|sys\.mjs|js):\d{1,6}(?::\d{1,6})?$/;

/** An entry of the console. */
function inConsole(line: string, memory: Memory): Said | undefined {
  const mark = CONSOLE.exec(line.slice(0, 120));
  if (!mark) return undefined;
  const at = mark.index + mark[0].length;
  const words = line.slice(at).trimEnd();
  const text = withoutPlace(words);
  const arrow = /^([CS]): ?/.exec(text);
  const from = arrow?.[0].length ?? 0;
  const said: Said =
    arrow?.[1] === 'S'
      ? { side: 'server', text: text.slice(from), at: at + from }
      : arrow
        ? sent(text.slice(from), at + from, memory)
        : { side: 'note', text, at, ...noteOf(text) };
  if (text === words) memory.unfinished = said.side;
  else delete memory.unfinished;
  return said;
}

function withoutPlace(words: string): string {
  const place = PLACE.exec(words.slice(-160));
  return place ? words.slice(0, words.length - place[0].length).trimEnd() : words;
}

/** A client's line; a login's words are left out, and often the word AUTH with them. */
function sent(text: string, at: number, memory: Memory): Said {
  if (!/^Logging suppressed\b/.test(text)) {
    if (/^AUTH\b/i.test(text)) memory.asked = true;
    return { side: 'client', text, at };
  }
  if (memory.asked) return { side: 'client', text, at, hidden: true };
  return { side: 'client', text: `AUTH ${mechanismOf(memory.offered)}`.trimEnd(), at };
}

/** What is sent together with its mechanism: PLAIN, or a token where the server takes tokens. */
function mechanismOf(offered: string): string {
  const fitting = ['PLAIN', 'XOAUTH2', 'OAUTHBEARER'].filter((name) =>
    offered.split(/\s+/).includes(name),
  );
  return fitting.length === 1 ? (fitting[0] ?? '') : '';
}

const MOZ_LOG =
  /^(?:(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?) UTC - )?\[[^\]]{1,80}\]: ?[A-Z]\/SMTP /;

/** A line of MOZ_LOG; before version 91 without the kind of the process. */
function inMozLog(line: string, memory: Memory): Said | undefined {
  const mark = MOZ_LOG.exec(line.slice(0, 200));
  if (!mark) return undefined;
  delete memory.unfinished;
  const at = mark[0].length;
  const text = line.slice(at).trimEnd();
  const time = mark[1] === undefined ? {} : { time: mark[1] };
  const kind = /^(?:SMTP )?(Send|Response): ?/.exec(text);
  const from = kind?.[0].length ?? 0;
  if (kind?.[1] === 'Response') {
    return { side: 'server', text: text.slice(from), at: at + from, ...time };
  }
  if (kind || /^Logging suppressed\b/.test(text)) {
    return { ...sent(text.slice(from), at + from, memory), ...time };
  }
  return { side: 'note', text, at, ...time, ...noteOf(text) };
}

/** What the console shows without a mark: the other lines of a reply, the place in the source. */
function goesOn(line: string, memory: Memory): Said | undefined {
  const side = memory.unfinished;
  if (side === undefined) return undefined;
  const words = line.trimEnd();
  const text = withoutPlace(words);
  if (text !== words) delete memory.unfinished;
  if (text.trim() === '') return undefined;
  if (side === 'server') return { side, text: text.trimStart() };
  return side === 'note' ? { side, text, continues: true } : undefined;
}

/** Words of Thunderbird → what they tell. */
const NOTES: readonly (readonly [words: RegExp, event: Event])[] = [
  [/^Connecting to /, 'connecting'],
  [/^Connected\b/, 'connected'],
  [/certificate|SSL_ERROR|SEC_ERROR|MOZILLA_PKIX|Security error|TLS/i, 'tls-failed'],
  [/NS_ERROR_CONNECTION_REFUSED|NS_ERROR_UNKNOWN_HOST|ConnectionRefusedError/, 'connect-failed'],
  [/NS_ERROR_NET_TIMEOUT|timeout|timed out/i, 'timeout'],
  [/NS_ERROR_NET_(?:RESET|INTERRUPT)|connection (?:was )?(?:lost|reset)/i, 'lost'],
  [/^Authentication failed/i, 'auth-failed'],
  [/^(?:Socket closed|Connection closed|Closing connection)/i, 'closed'],
];

function noteOf(text: string): Pick<Said, 'event' | 'peer'> {
  const event = NOTES.find(([words]) => words.test(text))?.[1] ?? 'remark';
  const peer = event === 'connecting' ? peerOf(text) : undefined;
  return { event, ...(peer ? { peer } : {}) };
}

/** `Connecting to smtp://mail.example.org:587`; `smtps:` is TLS from the first byte. */
function peerOf(text: string): Peer | undefined {
  const match =
    /(?:^| )(?:(smtps?):\/\/)?(\[[0-9a-f:.]{2,45}\]|[^\s:/[\]]{1,255}):(\d{1,5})\/?(?:\s|$)/i.exec(
      text,
    );
  if (!match) return undefined;
  return {
    host: match[2] ?? '',
    port: Number(match[3]),
    ...(match[1]?.toLowerCase() === 'smtps' ? { implicitTls: true } : {}),
  };
}
