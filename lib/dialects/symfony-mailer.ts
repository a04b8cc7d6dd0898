import { answeredBy } from '../smtp/answered-by.ts';
import { phaseOf } from '../smtp/phase.ts';
import type { Dialect, Event, Peer, Reader, Said } from '../types.ts';

/**
 * Symfony Mailer's debug text (`getDebug()` of a sent message or of an exception), which Laravel
 * shows from version 9 on. Checked with 5.4; newer releases put a time in brackets before each
 * line. An exception's sentence stands above the dialogue; where the connection could not be set
 * up it stands alone.
 *
 *     Expected response code "250" but got code "550", with message "550 5.7.1 …".
 *     < 220 mail.example.org ESMTP
 *     > EHLO client.example.org
 */
export const symfonyMailer: Dialect = {
  id: 'symfony-mailer',
  title: 'Symfony Mailer (Laravel)',
  open,
};

const MARK =
  /^\s{0,4}(?:\[(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?)[^\]]{0,8}\] )?(<|>|&lt;|&gt;) (.*)$/;
/** `[2026-11-23 18:32:51.250 | Connection | FINE] > EHLO client.example.org` */
const PREFIXED = /^.{0,20}\[[^\]]{0,80}\| ?[^\]]{1,40}\] [<>] (?:[2-5]\d\d[ -]|[EH][HE]LO )/;
/** The longest text of a framework before the sentence. */
const MAX_PREFIX = 400;
/** Before a sentence stands nothing, or what a log puts there; in prose and source it is an example. */
const BEFORE = /^(?:\s{1,8}|[^`|*]{0,400}[:>"'({\])]\s{0,3})?$/;

function open(sample: readonly string[] = []): Reader {
  /** The sentence is all there is: nothing was exchanged, or it is not shown. */
  const alone = !sample.some((line) => MARK.test(line));
  /** The same marks have other meanings elsewhere: this log is another tool's. */
  let foreign =
    sample.some((line) => PREFIXED.test(line) && !MARK.test(line)) ||
    // `> EHLO client.example.org` and then `[250] 'mx.example.net'`
    (sample.some((line) => /^> [EH][HE]LO /.test(line)) &&
      !sample.some((line) => /^\s{0,4}(?:\[.{10,40}\] )?(?:<|&lt;) /.test(line)));
  /** The last line was a 334: what follows is no command. */
  let free = false;
  /** The code of a quoted reply that goes on in the next line, and whether a login's. */
  let quoted: { code: string; login: boolean } | undefined;

  return (line) => {
    if (foreign) return undefined;
    if (quoted) {
      const more = goesOn(line);
      if (more) return more;
    }
    const sentences = tell(line);
    if (sentences) return sentences;
    // OpenSSL gives its reason in a line of its own.
    if (/^error:[0-9A-F]{8}:/i.test(line)) return { side: 'note', text: line, continues: true };
    const mark = MARK.exec(line);
    if (!mark) {
      foreign = /^(?:\* |[{}] \[\d+ bytes data\])/.test(line);
      return undefined;
    }
    const text = mark[3] ?? '';
    const base = {
      text,
      at: line.length - text.length,
      ...(mark[1] === undefined ? {} : { time: mark[1] }),
    };
    if (mark[2] === '<' || mark[2] === '&lt;') {
      free = /^3\d\d/.test(text);
      return { side: 'server', ...base };
    }
    // Quoted e-mail: the same mark before both sides' lines.
    if (!free && /^[2-5]\d\d[ -]/.test(text)) {
      foreign = true;
      return undefined;
    }
    free = false;
    return { side: 'client', ...base };
  };

  /** The further lines of a quoted reply; the next login's may begin behind it. */
  function goesOn(line: string): Said[] | undefined {
    const { code = '', login = false } = quoted ?? {};
    quoted = undefined;
    if (!line.startsWith(code)) return undefined;
    const end = line.indexOf('".');
    const text = end < 0 ? line : line.slice(0, end);
    if (end < 0) quoted = { code, login };
    if (!login) return [{ side: 'note', text, continues: true }];
    const reply: Said = { side: 'server', text, continues: true };
    return end < 0 ? [reply] : [reply, ...logins(line, end)];
  }

  /** The exception's own sentence. */
  function tell(line: string): Said[] | undefined {
    const head = line.slice(0, MAX_PREFIX);
    for (const [sentence, event] of SENTENCES) {
      const found = sentence.exec(head);
      if (!found || !BEFORE.test(head.slice(0, found.index))) continue;
      const at = found.index;
      const text = line.slice(at);
      const note: Said = {
        side: 'note',
        event: isTls(event, text) ? 'tls-failed' : event,
        text,
        at,
      };
      if (event === 'connect-failed') return [{ ...note, ...peerOf(found) }];
      // It names the server, and got as far as waiting for its first words.
      if (alone && found[2] !== undefined) {
        return [{ ...note, ...peerOf(found), phase: 'greeting' }];
      }
      if (found[0].startsWith('Failed to authenticate')) {
        return [
          { ...note, ...(found[1] ? { login: { user: found[1] } } : {}) },
          ...logins(line, at),
        ];
      }
      if (found[0].includes('with STARTTLS')) return [{ ...note, tls: 'starttls' }];
      return [event === 'refused' ? quoting(note, found[1]) : note];
    }
    return undefined;
  }

  /** `Authenticator "LOGIN" returned "Expected response code "235" but got code "535", with message "535 …".` */
  function logins(line: string, from: number): Said[] {
    const found: Said[] = [];
    const start =
      /Authenticator "([A-Z0-9-]{2,24})" returned "Expected response code "\d{3}" but got code "(\d{3})", with message "/g;
    start.lastIndex = from;
    for (let match = start.exec(line); match; match = start.exec(line)) {
      const at = match.index + match[0].length;
      const end = line.indexOf('".', at);
      const text = end < 0 ? line.slice(at) : line.slice(at, end);
      found.push({ side: 'server', text, at, answers: `AUTH ${match[1]}` });
      if (end < 0) quoted = { code: match[2] ?? '', login: true };
    }
    return found;
  }

  /** The reply that the sentence quotes. It repeats the dialogue below, if there is one. */
  function quoting(note: Said, expected = ''): Said {
    const mark = '", with message "';
    const from = note.text.indexOf(mark);
    if (from < 0) return { ...note, ...(alone ? unanswered(expected) : { event: 'silence' }) };
    const words = note.text.slice(from + mark.length);
    const end = words.lastIndexOf('".');
    const text = end < 0 ? words : words.slice(0, end);
    if (end < 0) quoted = { code: text.slice(0, 3), login: false };
    const verb = verbOf(expected, text);
    const at = (note.at ?? 0) + from + mark.length;
    return { ...note, event: 'failed', quote: { text, at, ...(verb ? { verb } : {}) } };
  }
}

/** The library's sentences, and what they tell. */
const SENTENCES: readonly (readonly [words: RegExp, event: Event])[] = [
  [
    /Failed to authenticate on SMTP server with username "([^"]{0,320})" using the following authenticators:/,
    'auth-failed',
  ],
  [/Failed to find an authenticator supported by the SMTP server/, 'auth-unavailable'],
  [
    /Connection could not be established with host "(?:([a-z]{2,4}):\/\/)?(\[[0-9a-f:.]{2,45}\]|[^\s:"/]{1,255})(?::(\d{1,5}))?"/,
    'connect-failed',
  ],
  [
    /Unable to connect with STARTTLS|TLS required but neither TLS (?:n?or) STARTTLS (?:are|is) in use/,
    'tls-failed',
  ],
  [
    /Connection to "(?:([a-z]{2,4}):\/\/)?(\[[0-9a-f:.]{2,45}\]|[^\s:"/]{1,255})(?::(\d{1,5}))?" timed out/,
    'timeout',
  ],
  [
    /Connection to "(?:([a-z]{2,4}):\/\/)?(\[[0-9a-f:.]{2,45}\]|[^\s:"/]{1,255})(?::(\d{1,5}))?" has been closed unexpectedly/,
    'lost',
  ],
  [/Unable to (?:write|read) bytes (?:on|from) the wire|Unable to read from/, 'lost'],
  [/Expected response code "([\d/]{3,15})" but got (?:an )?(?:code "|empty )/, 'refused'],
];

function isTls(event: Event, text: string): boolean {
  return (
    event === 'connect-failed' && /SSL operation failed|enable crypto|SSL routines/i.test(text)
  );
}

function peerOf(found: RegExpExecArray): { peer: Peer } {
  const [, scheme, host = '', port] = found;
  return {
    peer: {
      host,
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(scheme === 'ssl' || scheme === 'tls' ? { implicitTls: true } : {}),
    },
  };
}

/** Nothing came back, and the code that was wanted tells in which step. */
function unanswered(expected: string): Pick<Said, 'event' | 'phase'> {
  if (expected === '220') return { event: 'connect-failed', phase: 'greeting' };
  const verb = expected === '250' ? 'MAIL' : verbOf(expected, '');
  const phase = phaseOf(verb ?? 'NOOP');
  return { event: 'lost', ...(phase ? { phase } : {}) };
}

/** The command that the expected code belongs to, where only one has it. */
function verbOf(expected: string, words: string): string | undefined {
  if (expected === '250/251/252') return 'RCPT';
  if (expected === '354') return 'DATA';
  if (expected.startsWith('235') || expected === '334') return 'AUTH';
  // A server that turns a client away greets with 554 or 421.
  if (expected === '220') return /TLS|^(?:454|50\d)/.test(words) ? 'STARTTLS' : undefined;
  return /\b(?:HELO|EHLO)\b/i.test(words) ? 'EHLO' : answeredBy(words) === '.' ? '.' : 'MAIL';
}
