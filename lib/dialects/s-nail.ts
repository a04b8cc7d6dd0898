import { answeredBy } from '../smtp/answered-by.ts';
import type { Dialect, Event, Reader, Said } from '../types.ts';

/**
 * What s-nail, and heirloom mailx before it, prints with -v. One arrow for both sides: only the
 * server's lines say whose they are. Checked with s-nail 14.9.24, -v -v; mailx has no `s-nail: `,
 * and no mark before the server's lines.
 *
 *     s-nail: Connecting to 198.51.100.20:587 ... connected.
 *     s-nail: >>> SERVER: 220 mail.example.org ESMTP
 *     s-nail: >>> EHLO client.example.org
 *
 *     Connecting to mail.example.org . . . connected.
 *     220 mail.example.org ESMTP
 *     >>> HELO client.example.org
 */
export const sNail: Dialect = { id: 's-nail', title: 's-nail or mailx', open };

const PREFIX = /^(?:s-nail|mailx|mail|nail): /;
/** What it says elsewhere, if it is s-nail. */
const OWN = /^(?:s-nail|mailx|mail|nail): |^>>> |dead\.letter|message not sent|^Resolving host /;
/** mailx parts its dots. */
const DOTS = /^(?:Resolving host|Connecting to) \S{1,255} \. \. \. /;
const ARROW = '>>> ';
const SERVER = 'SERVER: ';

function open(sample: readonly string[] = []): Reader {
  /** Other programs are about to connect, too. */
  const isOwn = sample.some((line) => OWN.test(line));
  /** The server's name, which stands on an earlier line than the connection. */
  let host: string | undefined;
  /** The server's lines are marked in this log: a bare arrow is the client's. */
  let marked = false;
  /** They have no mark: this is mailx. */
  let bare = false;
  let talked = false;

  return (line) => {
    const prefix = PREFIX.exec(line);
    const at = prefix?.[0].length ?? 0;
    if (line.startsWith(ARROW.trimEnd(), at) && /^>>>(?: |$)/.test(line.slice(at, at + 4))) {
      const words = at + ARROW.length;
      if (line.startsWith(SERVER, words)) {
        marked = true;
        talked = true;
        const start = words + SERVER.length;
        return { side: 'server', text: line.slice(start), at: start };
      }
      // Perl and Python print three arrows too: the first words here are always the server's.
      if (!marked && !bare) return undefined;
      talked = true;
      return { side: 'client', text: line.slice(words).trimEnd(), at: words };
    }
    const text = line.slice(at).trimEnd();
    if (DOTS.test(text)) bare = true;
    if (bare && prefix === null && /^[2-5]\d\d(?:[ -]|$)/.test(text)) {
      talked = true;
      return { side: 'server', text, at };
    }
    const isOther = !isOwn && /^Connecting to \S{1,255} \.\.\.$/.test(text);
    if (prefix !== null || (LOOSE.test(text) && !isOther)) return note(text, at);
    // Quoted in a letter, or shown indented in instructions.
    const refusal = /^[\s>]{0,40}(?=smtp-server: [45]\d\d )/.exec(line);
    return refusal ? note(text.slice(refusal[0].length), refusal[0].length) : undefined;
  };

  function note(text: string, at: number): Said | Said[] | undefined {
    const said = { side: 'note', text, at } as const;
    const login = /^Credentials: host (\S{1,255}), user (.{0,320}), pass (.+)$/.exec(text);
    if (login) {
      host = login[1]?.replace(/:\d{1,5}$/, '');
      return credentials(text, at, login[3] ?? '');
    }
    const resolving = /^Resolving host (\S{1,255}?):?(\d{1,5})? (?:\.\.\.|\. \. \.) ?(.*)$/.exec(
      text,
    );
    if (resolving) {
      host = resolving[1];
      const result = resolving[3] ?? '';
      const peer = { host: host ?? '', ...portOf(resolving[2]) };
      if (result === '' || result.startsWith('done')) {
        return { ...said, event: 'connecting', peer };
      }
      return [
        { side: 'note', event: 'connecting', text: text.slice(0, -result.length), at, peer },
        {
          side: 'note',
          event: 'connect-failed',
          text: result,
          at: at + text.length - result.length,
        },
      ];
    }
    const attempt = /^Connecting to (\S{1,255}?)(?::(\d{1,5}))? (?:\.\.\.|\. \. \.) ?(.*)$/.exec(
      text,
    );
    if (attempt) {
      const result = attempt[3] ?? '';
      const peer = { host: host ?? attempt[1] ?? '', ...portOf(attempt[2]) };
      // Where it fails, s-nail does not say why: the name of the file that keeps the letter follows.
      const event = result.startsWith('connected') ? 'connected' : 'connect-failed';
      return { ...said, event, peer };
    }
    const quoted = /^(?:SMTP server|smtp-server): ([2-5]\d\d(?:[ -].*)?)$/.exec(text)?.[1];
    if (quoted !== undefined) {
      const verb = talked ? undefined : answeredBy(quoted);
      const place = { text: quoted, at: at + text.length - quoted.length };
      const quote = verb === undefined ? place : { ...place, verb };
      return { ...said, event: 'command-failed', quote };
    }
    return { ...said, event: eventOf(text) };
  }
}

/** `Credentials: host mail.example.org:587, user a@example.org, pass …`, the password in clear. */
function credentials(text: string, at: number, password: string): Said {
  const said = { side: 'note', event: 'remark', at } as const;
  if (password === "''") return { ...said, text };
  const start = at + text.length - password.length;
  const secret = { start, end: start + password.length, what: 'password' } as const;
  return { ...said, text: `${text.slice(0, -password.length)}…`, secret };
}

function portOf(digits: string | undefined): { port?: number } {
  return digits === undefined ? {} : { port: Number(digits) };
}

/** The tool's lines that have no prefix, whatever its name. */
const LOOSE =
  /^(?:Credentials: host |Resolving host |Connecting to \S{1,255} (?:\.\.\.|\. \. \.)|(?:SMTP server|smtp-server): |\S{0,400}dead\.letter\b|\.\.\. message not sent|TLS connection using )/;

/** What the tool's other lines begin with. */
const EVENTS: readonly (readonly [words: RegExp, event: Event])[] = [
  [/^could not initiate TLS|^.{0,60}certificate verify failed|^\s*err \d{1,3}: /i, 'tls-failed'],
  [/^(?:SSL|TLS)\/?(?:TLS)? .{0,60}(?:fail|error)/i, 'tls-failed'],
  [/certificate .{0,80}(?:does not match|expired|invalid)/i, 'tls-failed'],
  [/^\.\.\. message not sent/, 'failed'],
  [/^could not connect|connection refused|^Lookup of /i, 'connect-failed'],
  [/connection timed out|timeout/i, 'timeout'],
  [/^(?:Unexpected EOF|.{0,40}connection (?:closed|reset|lost))/i, 'lost'],
];

function eventOf(text: string): Event {
  return EVENTS.find(([words]) => words.test(text))?.[1] ?? 'remark';
}
