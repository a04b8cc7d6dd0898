import type { Dialect, Event, Quote, Reader, Said } from '../types.ts';
import { phpmailerSaid } from '../smtp/phpmailer-said.ts';
import { unescapeHtml, withoutBreak } from '../smtp/markup.ts';

/**
 * PHPMailer's SMTPDebug output, versions 5.2 to 7.1, levels 1 to 4, `echo` and `html`: what
 * WordPress mail plugins store as it is. Checked with 5.2.28, 6.6.3, 6.9 and 7.1.1.
 *
 *     2026-11-23 18:32:17⇥SERVER -> CLIENT: 250-mail.example.org
 *                        ⇥                  250 SMTPUTF8
 *     2026-11-23 18:32:17⇥CLIENT -> SERVER: STARTTLS
 */
export const phpmailer: Dialect = { id: 'phpmailer', title: 'PHPMailer', open };

/** What the line before was, for lines that carry no mark of their own. */
interface Memory {
  said?: Said;
  /** `550-` while the reply goes on. */
  code?: string;
  /** Mailer Error quotes a reply of several lines until it comes to `SMTP code:`. */
  detail: number;
}

function open(): Reader {
  const memory: Memory = { detail: 0 };
  return (line) => {
    const said = marked(line) ?? unmarked(line, memory);
    if (said) remember(memory, said);
    return said;
  };
}

const ARROW = /(SERVER|CLIENT) ?(?:-+|–|—)?(?:>|&gt;|→) ?(CLIENT|SERVER)(?::|[\t|])/;
const INBOUND = 'SMTP INBOUND:';
/** PHPMailer 5.2 shows its read buffer at level 4. */
const GET_LINES = /SMTP -(?:>|&gt;) get_lines\(\): (.*)$/;
/** The longest prefix that a host puts before PHPMailer's own line: error_log, syslog, docker. */
const MAX_PREFIX = 200;

/** A line with one of PHPMailer's marks. */
function marked(line: string): Said | undefined {
  const arrow = ARROW.exec(line.slice(0, MAX_PREFIX));
  if (arrow && arrow[1] !== arrow[2]) {
    const at = skipBlanks(line, arrow.index + arrow[0].length);
    const time = timeOf(line, arrow.index);
    const text = unescapeHtml(withoutBreak(line.slice(at)));
    if (arrow[1] === 'CLIENT') {
      const hidden = /^\[?\(?credentials? (?:are )?hidden\)?\]?$/i.test(text.trim());
      return { side: 'client', text, at, ...time, ...(hidden ? { hidden } : {}) };
    }
    return { side: 'server', text, at, ...time };
  }
  const inbound = line.indexOf(INBOUND);
  if (inbound >= 0 && inbound < MAX_PREFIX) {
    const words = skipBlanks(line, inbound + INBOUND.length);
    const quoted = /^["“”„]/.test(line.slice(words));
    const text = withoutBreak(line.slice(quoted ? words + 1 : words)).replace(/["“”]$/, '');
    const time = timeOf(line, inbound);
    return { side: 'server', text, at: quoted ? words + 1 : words, echo: true, ...time };
  }
  return note(line) ?? getLines(line);
}

function getLines(line: string): Said | undefined {
  const match = GET_LINES.exec(line.slice(0, MAX_PREFIX * 4));
  if (!match) return undefined;
  const at = match.index + match[0].length - (match[1] ?? '').length;
  const time = timeOf(line, match.index);
  const words = /^\$str is {1,3}"(.*)$/.exec(match[1] ?? '')?.[1];
  if (words) return { side: 'server', text: words.replace(/"$/, ''), at, echo: true, ...time };
  const event = /tim(?:ed-out|elimit)|select failed/.test(line) ? 'timeout' : 'remark';
  return { side: 'note', event, text: line.slice(match.index), at: match.index, ...time };
}

/** The words that a note of PHPMailer begins with, and what it tells. */
const NOTES: readonly (readonly [start: string, event: Event])[] = [
  ['Connection: opening to ', 'connecting'],
  ['Connection: opened', 'connected'],
  ['Connection: closed', 'closed'],
  ['Connection: closing due to error', 'closed'],
  ['Connection: Failed to connect to server', 'connect-failed'],
  ['Connection: ', 'remark'],
  ['Connection failed.', 'connect-failed'],
  ['SMTP NOTICE: EOF caught', 'lost'],
  ['SMTP NOTICE: ', 'remark'],
  ['Auth method requested:', 'auth-requested'],
  ['Auth methods available on the server:', 'auth-available'],
  ['Requested auth method not available:', 'auth-unavailable'],
  ['Auth method selected:', 'auth-selected'],
  ['SMTP ERROR: Failed to connect to server', 'connect-failed'],
  ['SMTP ERROR: ', 'command-failed'],
  ['SMTP Error: Could not authenticate', 'auth-failed'],
  ['SMTP Error: ', 'failed'],
  ['SMTP connect() failed', 'failed'],
  ['SMTP -> ERROR: ', 'command-failed'],
  ['SMTP -> NOTICE: EOF caught', 'lost'],
  ['Authentication is not allowed at this stage', 'auth-failed'],
  ['The following From address failed:', 'failed'],
  ['The following recipients failed:', 'failed'],
  ['Mailer Error: ', 'failed'],
  ['Message could not be sent', 'failed'],
  ['Message has been sent', 'sent'],
  ['Message sent!', 'sent'],
];

function note(line: string): Said | undefined {
  const start = startOf(line);
  // HTML output of bytes that were no text: only the stamp is left.
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\s*(?:<br ?\/?>)?$/.test(line)) {
    return { side: 'note', event: 'garbage', text: '', time: line.slice(0, 19) };
  }
  const words = withoutBreak(line.slice(start));
  for (const [begin, event] of NOTES) {
    if (!words.startsWith(begin)) continue;
    const time = timeOf(line, start);
    const said: Said = { side: 'note', event, text: words.trimEnd(), at: start, ...time };
    if (event === 'connecting') return { ...said, ...peerOf(words.slice(begin.length)) };
    if (event === 'connect-failed' && isTls(words)) return { ...said, event: 'tls-failed' };
    if (event === 'failed') {
      const own = /^(?:Mailer|Message)/.test(words) ? sentence(line, words, start) : undefined;
      return own?.event === 'failed' || own === undefined
        ? { ...said, event: reasonOf(words) }
        : own;
    }
    if (event === 'auth-failed') return said;
    const quote = event === 'command-failed' ? quoteOf(words, start) : undefined;
    if (quote) return { ...said, quote, ...(quote.text === '' ? { event: 'lost' } : {}) };
    return event === 'command-failed' && isRefusalToLogIn(words)
      ? { ...said, event: 'auth-failed' }
      : said;
  }
  return sentence(line, words, start);
}

/** `SMTP-Fehler: Konnte keine Verbindung zum SMTP-Host herstellen.` */
function sentence(line: string, words: string, start: number): Said | undefined {
  // Any program might say `Invalid host: …`, but not behind a stamp of PHPMailer's form.
  const own = phpmailerSaid(words, start > 0);
  if (own === undefined) return undefined;
  const said: Said = { side: 'note', text: words.trimEnd(), at: start, ...timeOf(line, start) };
  if (own.event === 'auth-failed') return { ...said, event: own.event };
  if (!own.isLocal || !own.event) return { ...said, event: reasonOf(words) };
  const quote: Quote | undefined = own.verb ? { text: '', at: start, verb: own.verb } : undefined;
  return { ...said, event: own.event, ...(quote ? { quote } : {}) };
}

/** What a closing sentence gives as the reason, where it gives one. */
function reasonOf(words: string): Event {
  if (!/Could not connect|Connection failed|connect\(\) failed/.test(words)) return 'failed';
  if (isTls(words) || isWithoutStarttls(words)) return 'tls-failed';
  return /getaddrinfo|\((?:Connection|Network|No route|Permission|Operation)|refused|timed out/i.test(
    words,
  )
    ? 'connect-failed'
    : 'failed';
}

/** The server does not know STARTTLS; without such words it may have hung up. */
function isWithoutStarttls(words: string): boolean {
  return /STARTTLS command failed\b.{0,80}(?:not implemented|not supported|unrecogni[sz]ed|unknown command)/i.test(
    words,
  );
}

function isTls(words: string): boolean {
  return /SSL operation failed|enable[_ ]crypto|certificate|SSL routines|SSL:|transport "(?:ssl|tls)"|socket transport/.test(
    words,
  );
}

/** Errors of PHPMailer itself, before it has sent anything. */
function isRefusalToLogIn(words: string): boolean {
  return /Authentication is not allowed|No supported authentication methods|requested authentication method/.test(
    words,
  );
}

/** `SMTP ERROR: RCPT TO command failed: 450 4.2.0 …`; nothing behind it: no reply came. */
function quoteOf(words: string, start: number): Quote | undefined {
  const match = /^SMTP (?:-> )?ERROR: (.{0,60}?)(?: command failed| from server): ?/.exec(
    `${words} `,
  );
  if (!match) return undefined;
  const verb = VERBS[(match[1] ?? '').replace(/ not accepted$/, '')];
  const text = words.slice(match[0].length);
  if (text !== '' && !/^[2-5]\d\d/.test(text)) return undefined;
  return { text, at: start + match[0].length, ...(verb ? { verb } : {}) };
}

/** PHPMailer's names for its steps → the command whose reply is quoted. */
const VERBS: Readonly<Record<string, string>> = {
  EHLO: 'EHLO',
  HELO: 'HELO',
  STARTTLS: 'STARTTLS',
  AUTH: 'AUTH',
  'AUTH CRAM-MD5': 'AUTH',
  'OAuth TOKEN': 'AUTH',
  'User & Password': '(auth-data)',
  Username: '(auth-data)',
  Password: '(auth-data)',
  'AUTH End': '(auth-data)',
  'MAIL FROM': 'MAIL',
  'RCPT TO': 'RCPT',
  RCPT: 'RCPT',
  DATA: 'DATA',
  'DATA END': '.',
  RSET: 'RSET',
  QUIT: 'QUIT',
  XCLIENT: 'XCLIENT',
  VRFY: 'VRFY',
  NOOP: 'NOOP',
};

/** `ssl://mail.example.net:465, timeout=8, options=array()` */
function peerOf(words: string): Pick<Said, 'peer'> {
  const match = /^(?:(ssl|tls):\/\/)?(\[[0-9a-f:.]+\]|[^\s,:/]+)(?::(\d{1,5}))?/i.exec(words);
  if (!match) return {};
  const port = match[3] === undefined ? undefined : Number(match[3]);
  return {
    peer: {
      host: match[2] ?? '',
      ...(port === undefined ? {} : { port }),
      ...(match[1] === undefined ? {} : { implicitTls: true }),
    },
  };
}

/** A line without a mark: it goes on with what the line before said. */
function unmarked(line: string, memory: Memory): Said | undefined {
  const before = memory.said;
  if (!before || line.trim() === '') return undefined;
  // Replies that were pasted from a table keep its rule in front.
  const at = skipBlanks(line, /^\s*\|\s/.exec(line)?.[0].length ?? 0);
  const text = unescapeHtml(withoutBreak(line.slice(at)));
  const base = { side: before.side, text, at, continues: true } as const;
  if (before.side === 'server') {
    // Plain output: 19 blanks, a tab, 18 blanks. Screens that fold blanks leave the code alone.
    const replies = memory.code !== undefined && text.startsWith(memory.code);
    if (!replies && !/^\s{8,}/.test(line)) return undefined;
    return before.echo ? { ...base, echo: true } : base;
  }
  if (before.side !== 'note') return undefined;
  const event = before.event ?? 'remark';
  const more =
    /^\s{8,}\S/.test(line) ||
    (memory.code !== undefined && text.startsWith(memory.code)) ||
    memory.detail > 0 ||
    (/^error:[0-9A-F]{8}:/.test(text) && /OpenSSL|certificate|SSL/.test(before.text)) ||
    (event === 'failed' && /^SMTP code: \d{3}/.test(text)) ||
    (event === 'failed' &&
      /recipients failed/.test(before.text) &&
      /^[^\s@]+@[^\s@]+: /.test(text));
  return more ? { ...base, event } : undefined;
}

function remember(memory: Memory, said: Said): void {
  const words = said.quote?.text ?? said.text;
  const code = /^([2-5]\d\d)-/.exec(words)?.[1];
  if (code !== undefined) memory.code = code;
  else if (!said.continues || /^[2-5]\d\d(?: |$)/.test(words)) delete memory.code;
  if (said.continues && memory.said) {
    memory.detail = said.text.includes('SMTP code:') ? 0 : Math.max(0, memory.detail - 1);
    return;
  }
  memory.said = said;
  memory.detail =
    said.event === 'failed' && / Detail: /.test(said.text) && !said.text.includes('SMTP code:')
      ? 40
      : 0;
}

/** The column where a note's own words begin, behind a time stamp or a host's prefix. */
function startOf(line: string): number {
  const stamp = /^\s*\[?(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d)\S{0,12}[\s:]+/.exec(line);
  if (stamp) return stamp[0].length;
  const log = /^\[[^\]]{8,40}\]\s+(?:PHP \w+:\s+)?/.exec(line);
  if (log) return skipBlanks(line, log[0].length);
  return skipBlanks(line, 0);
}

function timeOf(line: string, before: number): Pick<Said, 'time'> {
  const stamp = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,6})?/.exec(line.slice(0, before));
  return stamp ? { time: stamp[0] } : {};
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (at < line.length && /\s/.test(line.charAt(at))) at++;
  return at;
}
