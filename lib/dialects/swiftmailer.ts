import type { Dialect, Event, Peer, Reader, Said } from '../types.ts';
import { answeredBy } from '../smtp/answered-by.ts';
import { phaseOf } from '../smtp/phase.ts';
import { unescapeHtml, withoutBreak } from '../smtp/markup.ts';

/**
 * Swift Mailer's LoggerPlugin (ArrayLogger, EchoLogger), which Symfony had before version 6 and
 * Laravel before 9. Checked with 6.3.0. It pipelines; a reply's further lines are bare; what an
 * exception says quotes the whole log so far, once more for each one that wraps it.
 *
 *     ++ Starting Swift_SmtpTransport
 *     << 220 mail.example.org ESMTP
 *     >> EHLO client.example.org
 *     !! Expected response code 235 but got code "535", with message "535 …
 */
export const swiftmailer: Dialect = { id: 'swiftmailer', title: 'Swift Mailer', open };

const MARK = /^(?:(\+\+|!!) |(>>|<<|&gt;&gt;|&lt;&lt;)(?: |$))/;

interface Seen {
  line: string;
  said?: Said;
}

function open(sample: readonly string[] = []): Reader {
  const step = stepOf(sample);
  /** Every line so far: an exception's copy of the log is found by comparing. */
  const lines: Seen[] = [];
  /** Where in `lines` the copy that is being printed has got to. */
  let copying: number | undefined;
  /** Where the log begins: an exception's sentence may stand above it. */
  let start: number | undefined;
  /** An exception that stands above the log has shown it. */
  let quotedFirst = false;
  let last: Said | undefined;
  /** An exception's text goes on: its code stands in brackets at its end. */
  let inException = false;

  return (line) => {
    const here = lines.push({ line }) - 1;
    const twin = copying === undefined ? undefined : lines[copying];
    if (copying !== undefined && twin && copying < here && twin.line === line) {
      const copyOf = here - copying++;
      if (!twin.said) return undefined;
      (lines[here] as Seen).said = twin.said;
      return { ...twin.said, copyOf };
    }
    // The copy ends in the middle of the exception that it was taken in.
    if (copying !== undefined) inException = true;
    copying = undefined;
    // The log proper comes after the exception that already showed it.
    const top = start === undefined ? undefined : lines[start];
    if (quotedFirst && top?.said && top.line === line && start !== undefined) {
      quotedFirst = false;
      inException = false;
      copying = start + 1;
      (lines[here] as Seen).said = top.said;
      return { ...top.said, copyOf: here - start };
    }
    const said = marked(line) ?? bare(line);
    if (MARK.test(line)) start ??= here;
    if (said) (lines[here] as Seen).said = said;
    if (said && !said.continues) last = said;
    return said;
  };

  function marked(line: string): Said | undefined {
    const mark = MARK.exec(line);
    if (!mark) return undefined;
    const at = mark[0].length;
    const text = withoutMarkup(line.slice(at));
    inException = false;
    if (mark[1] === '++') return event(text, at);
    if (mark[1] === '!!') {
      inException = !isClosed(text);
      return exception(text, at);
    }
    return { side: mark[2] === '>>' || mark[2] === '&gt;&gt;' ? 'client' : 'server', text, at };
  }

  /** A line without a mark goes on with the entry before. */
  function bare(line: string): Said | undefined {
    if (line === 'Log data:') {
      copying = start;
      quotedFirst ||= start === undefined;
      return note(line);
    }
    if (inException) {
      inException = !isClosed(line);
      return note(line);
    }
    const text = withoutMarkup(line);
    if (!last) return sentence(line, step);
    if (text.trim() === '') return undefined;
    if (text === '.' && last.side === 'client') return { side: 'client', text };
    if (last.side === 'server' && /^[2-5]\d\d(?:[ -]|$)/.test(text))
      return { side: 'server', text };
    return /^(?:Expected response code|Connection|Failed to)/.test(text) ? note(text) : undefined;
  }

  function note(text: string): Said {
    return {
      side: 'note',
      event: last?.event ?? 'remark',
      text: withoutMarkup(text),
      continues: true,
    };
  }
}

/** `… (code: 535)` ends an exception. */
function isClosed(text: string): boolean {
  return /\(code: -?\d{1,5}\)(?:<br ?\/?>)?\s*$/.test(text);
}

/** The transport's own steps. */
function event(text: string, at: number): Said {
  const base = { side: 'note', text, at } as const;
  if (text.startsWith('Starting Swift_')) return { ...base, event: 'connecting' };
  if (/^Swift_\w{1,40} stopped/.test(text)) return { ...base, event: 'closed' };
  return { ...base, event: 'remark' };
}

/** The longest text of a framework before an exception's sentence. */
const MAX_PREFIX = 400;
/** Before a sentence stands nothing, or what a log puts there; in prose and source it is an example. */
const BEFORE = /^(?:\s{1,8}|[^`|*]{0,400}[:>"'({\])]\s{0,3})?$/;

/** An exception that stands above its log, or alone: `Expected response code 250 but got code "530", …` */
function sentence(line: string, step: string | undefined): Said | undefined {
  const found =
    /Expected response code ([\d/]{3,15}) but got (?:code "|an empty )|Connection could not be established with host [^\s"]/.exec(
      line.slice(0, MAX_PREFIX),
    );
  if (!found || !BEFORE.test(line.slice(0, found.index))) return undefined;
  const said = exception(withoutMarkup(line.slice(found.index)), found.index);
  if (said.event === 'silence') return unanswered(said, found[1] ?? '', step);
  if (!said.quote) return said;
  const verb = step ?? verbOf(found[1] ?? '', said.quote.text);
  const text = said.quote.text.replace(/"[^"]{0,40}$/, '');
  return { ...said, event: 'failed', quote: { ...said.quote, text, ...(verb ? { verb } : {}) } };
}

/** The command, by the stack: `executeCommand('MAIL FROM:<shop…')`, `doDataCommand()` */
function stepOf(sample: readonly string[]): string | undefined {
  for (const line of sample) {
    const frame = /executeCommand\(["']([A-Z]{4,8})\b|->_?do([A-Z]\w{3,8})Command\(/.exec(line);
    if (frame) return frame[1] ?? STEPS[frame[2] ?? ''];
  }
  return undefined;
}

const STEPS: Readonly<Record<string, string>> = {
  Helo: 'EHLO',
  MailFrom: 'MAIL',
  RcptTo: 'RCPT',
  Data: 'DATA',
};

/** Nothing came back, and the code that was wanted tells in which step. */
function unanswered(said: Said, expected: string, step: string | undefined): Said {
  const phase = phaseOf(step ?? 'NOOP');
  if (phase) return { ...said, phase };
  if (expected === '220') return { ...said, event: 'connect-failed', phase: 'greeting' };
  if (expected === '354') return { ...said, phase: 'data' };
  if (expected === '250/251/252') return { ...said, phase: 'rcpt' };
  return { ...said, phase: expected === '235' || expected === '334' ? 'auth' : 'mail' };
}

/** The command that the expected code belongs to. */
function verbOf(expected: string, words: string): string | undefined {
  if (expected === '250/251/252') return 'RCPT';
  if (expected === '354') return 'DATA';
  if (expected === '235' || expected === '334') return 'AUTH';
  // A server that turns a client away greets with 554 or 421.
  if (expected === '220') return /TLS|^(?:454|50\d)/.test(words) ? 'STARTTLS' : undefined;
  return /\b(?:HELO|EHLO)\b/i.test(words) ? 'EHLO' : answeredBy(words) === '.' ? '.' : 'MAIL';
}

/** What exceptions begin with, and what they tell. */
const EXCEPTIONS: readonly (readonly [words: RegExp, event: Event])[] = [
  [/^Expected response code .{0,40} but got (?:an empty respon|code "", with)/, 'silence'],
  [/^Expected response code /, 'command-failed'],
  [/^Connection could not be established/, 'connect-failed'],
  [/^Connection to .{1,300} Timed Out/i, 'timeout'],
  [/^Unable to connect with TLS|crypto/i, 'tls-failed'],
  [/^Failed to authenticate on SMTP server/, 'auth-failed'],
];

function exception(text: string, at: number): Said {
  const found = EXCEPTIONS.find(([words]) => words.test(text))?.[1] ?? 'failed';
  const said = { side: 'note', event: found, text, at } as const;
  if (found === 'connect-failed') {
    const isTls = /SSL operation failed|enable crypto|SSL routines/i.test(text);
    return { ...said, ...(isTls ? { event: 'tls-failed' } : {}), ...peerOf(text) };
  }
  const mark = '", with message "';
  const from = text.indexOf(mark);
  if (from < 0) return said;
  const words = text.slice(from + mark.length).replace(/" \(code: \d{1,5}\)$/, '');
  return { ...said, quote: { text: words, at: at + from + mark.length } };
}

/** `Connection could not be established with host mail.example.net :… connect to mail.example.net:25 (…)` */
function peerOf(text: string): { peer?: Peer } {
  const host =
    /^Connection could not be established with host (?:(ssl|tls):\/\/)?([^\s:]{1,255})/.exec(text);
  if (!host) return {};
  const to = /connect to (?:(ssl|tls):\/\/)?[^\s:]{1,255}:(\d{1,5})/.exec(text);
  const isTls = host[1] ?? to?.[1];
  return {
    peer: {
      host: host[2] ?? '',
      ...(to?.[2] === undefined ? {} : { port: Number(to[2]) }),
      ...(isTls === undefined ? {} : { implicitTls: true }),
    },
  };
}

/** EchoLogger in a page: entities, and a `<br />` behind each entry. */
function withoutMarkup(words: string): string {
  return unescapeHtml(withoutBreak(words));
}
