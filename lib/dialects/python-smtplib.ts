import { readLiteral } from '../smtp/literal.ts';
import type { Dialect, Event, Phase, Reader, Said } from '../types.ts';

/**
 * Python's smtplib with set_debuglevel(1) or (2), and its exceptions: Django, Airflow, scripts.
 * Checked with Python 3.11; strings are repr(), each reply is shown again without its codes.
 *
 *     18:33:47.731156 connect: to ('mail.example.net', 587) None
 *     send: 'ehlo client.example.org\r\n'
 *     reply: b'250-mail.example.net\r\n'
 *     reply: retcode (250); Msg: b'mail.example.net\nSIZE 1000'
 */
export const pythonSmtplib: Dialect = { id: 'python-smtplib', title: 'Python smtplib', open };

/** smtplib's words, behind what a logger puts in front of them. */
const MARK =
  /(?:^|[\s\]])(?:reply: (?=[bu]?["'])|reply: retcode \((-?\d{1,3})\); Msg: |send: (?=[bu]?["'])|data: \((-?\d{1,3}), |connect: (?:to )?\((?=["'])|connect: (?=b?["']))/;
const MAX_PREFIX = 200;

interface Memory {
  /** The reply just shown has this code: what comes with it next is a copy. */
  code?: string;
  /** After 354 the next string is the whole message. */
  message: boolean;
  connecting: boolean;
  /** The note before was `connect: to (…)`. */
  to: boolean;
  /** Words were exchanged. */
  talked: boolean;
  /** The lines before are a traceback that went through smtplib. */
  traceback: boolean;
  smtplib: boolean;
  /** The traceback ends where smtplib waits for a reply. */
  reading: boolean;
  /** The step in which it waits, by the names of its functions. */
  step?: Phase;
  /** Python 2 prints the copy's lines bare. */
  bare: boolean;
}

function open(): Reader {
  const memory: Memory = {
    message: false,
    connecting: false,
    to: false,
    talked: false,
    traceback: false,
    smtplib: false,
    reading: false,
    bare: false,
  };
  return (line) => marked(line, memory) ?? unmarked(line, memory);
}

function marked(line: string, memory: Memory): Said | undefined {
  const mark = MARK.exec(line.slice(0, MAX_PREFIX));
  if (!mark) return undefined;
  const word = mark[0].trimStart();
  const time = /\d\d:\d\d:\d\d\.\d{1,6}/.exec(line.slice(0, mark.index + 1))?.[0];
  const stamp = time === undefined ? {} : { time };
  const at = mark.index + mark[0].length;
  // Python 2: `u'mail FROM:<a@example.com>\r\n'`
  const quote = /[bu]/.test(line.charAt(at)) ? at + 1 : at;
  const words = readLiteral(line, quote);
  memory.traceback = false;
  memory.bare = false;

  if (word.startsWith('connect: ')) {
    if (word.endsWith('(') && words) return { ...connecting(line, at, words, memory), ...stamp };
    return { side: 'note', event: 'remark', text: words?.value ?? '', at: quote + 1, ...stamp };
  }
  if (word.startsWith('send: ')) {
    delete memory.code;
    memory.talked = true;
    const text = words?.value ?? '';
    const base = { side: 'client', at: quote + 1, ...stamp } as const;
    if (memory.message && !/^(?:quit|rset)\r?\n$/i.test(text)) {
      memory.message = false;
      return { ...base, event: 'content', text };
    }
    memory.message = false;
    return { ...base, text: text.trimEnd() };
  }
  const copied = mark[1] ?? mark[2];
  if (copied === undefined)
    return { ...reply(words?.value ?? '', memory), at: quote + 1, ...stamp };
  const said = words?.value ?? line.slice(at);
  if (copied === '-1') {
    return { side: 'note', event: 'lost', text: said || 'retcode (-1)', at, ...stamp };
  }
  memory.bare = words === undefined;
  const text = `${copied} ${said.replace(/[\r\n]/g, ' ')}`.trimEnd();
  if (memory.code !== copied) return { ...reply(text, memory), at, ...stamp };
  return { side: 'server', text, at, repeats: true, ...stamp };
}

function reply(text: string, memory: Memory): Said {
  const words = text.trimEnd();
  const code = /^\d{3}/.exec(words)?.[0];
  if (code !== undefined) memory.code = code;
  memory.message = code === '354';
  memory.talked = true;
  return { side: 'server', text: words };
}

/** `('mail.example.net', 587) None` */
function connecting(
  line: string,
  at: number,
  host: { value: string; end: number },
  memory: Memory,
): Said {
  const port = /^, (\d{1,5})\)/.exec(line.slice(host.end, host.end + 12))?.[1];
  // Some versions show it twice before anything is heard.
  const event = memory.connecting && !memory.talked ? 'remark' : 'connecting';
  memory.connecting = true;
  memory.talked = false;
  memory.message = false;
  delete memory.code;
  // SMTP_SSL says `connect: (…)` before the `connect: to (…)` that SMTP says as well.
  const isSecond = line.slice(0, at).trimEnd().endsWith('to (');
  const implicit = event === 'remark' && isSecond && !memory.to;
  memory.to = isSecond;
  const peer = { host: host.value, ...(port === undefined ? {} : { port: Number(port) }) };
  return {
    side: 'note',
    event,
    text: line.slice(at - 1).trimEnd(),
    at: at - 1,
    peer,
    ...(implicit ? { tls: 'implicit' } : {}),
  };
}

// ── what Python says when it gives up ───────────────────────────────────────────────────────────

const EXCEPTION =
  /(?:^|\s)(?:[a-z_]{1,20}\.){0,3}((?:SMTP|SSL|Connection|Timeout|BrokenPipe|OS|IO)[A-Za-z]{0,30}|gaierror|timeout|error|herror): (?=\S)/;

function unmarked(line: string, memory: Memory): Said | Said[] | undefined {
  const text = line.trimEnd();
  const remark = { side: 'note', event: 'remark', text: text.trim(), at: indent(line) } as const;
  if (text.startsWith('Traceback (most recent call last):')) {
    memory.traceback = true;
    return remark;
  }
  if (memory.traceback && /^\s/.test(line)) {
    if (/smtplib\.py", line/.test(line)) memory.smtplib = true;
    if (text.endsWith(' in getreply')) memory.reading = true;
    const frame = /smtplib\.py", line \d{1,5}, in (\w{1,40})$/.exec(text)?.[1];
    const step = STEPS[frame ?? ''];
    if (step !== undefined) memory.step = step;
    return passwordIn(line) ?? { ...remark, continues: true };
  }
  const match = EXCEPTION.exec(line.slice(0, MAX_PREFIX));
  const name = match?.[1] ?? '';
  const ours = name.startsWith('SMTP') || memory.connecting || memory.talked || memory.smtplib;
  if (match && ours) {
    const at = match.index + match[0].length;
    const said = exception(name, text, at, memory);
    memory.traceback = false;
    memory.connecting = false;
    memory.smtplib = false;
    memory.reading = false;
    delete memory.step;
    return said;
  }
  // Python 2: the copy's further lines, without code.
  if (memory.bare && text !== '') return { side: 'server', text: '', at: 0, continues: true };
  return undefined;
}

/** A traceback shows the program's own lines: `server.login("a@example.com", "secret")`. */
function passwordIn(line: string): Said | undefined {
  const call = /\.login\(\s{0,4}[^,()]{1,320},\s{0,4}(["'])(.{1,200}?)\1\s{0,4}\)/.exec(line);
  const password = call?.[2];
  if (!call || password === undefined) return undefined;
  const start = call.index + call[0].lastIndexOf(password);
  const end = start + password.length;
  const text = `${line.slice(0, start)}…${line.slice(end)}`.trim();
  const at = indent(line);
  return { side: 'note', event: 'remark', text, at, secret: { start, end, what: 'password' } };
}

function exception(name: string, line: string, at: number, memory: Memory): Said | Said[] {
  const text = line.trim();
  const note = (event: Event): Said => ({ side: 'note', event, text, at: indent(line) });
  if (name.startsWith('SMTP')) {
    const quotes = repliesIn(line, at);
    if (quotes.length > 0 && !memory.talked) {
      const answers = VERBS[name];
      const replies = quotes.map(({ words, address = '' }): Said => ({
        side: 'server',
        text: words,
        at,
        ...(answers === undefined ? {} : { answers: answers.replace('<>', `<${address}>`) }),
      }));
      return [...replies, note(EVENTS[name] ?? 'failed')];
    }
    const event = EVENTS[name] ?? eventOf(text);
    // `SMTPUTF8 not supported by server`: the sender is not even offered.
    if (event === 'refused') return { ...note(event), quote: { text: '', at, verb: 'MAIL' } };
    if (event !== 'lost') return note(event);
    const isOnlyTrace = memory.step !== undefined && !memory.connecting && !memory.talked;
    return isOnlyTrace ? waiting(note(event), memory) : opened(note(event), memory);
  }
  if (name.startsWith('SSL')) {
    const isOnlyTrace = memory.step === 'starttls' && !memory.connecting && !memory.talked;
    return { ...note('tls-failed'), ...(isOnlyTrace ? { phase: 'starttls' } : {}) };
  }
  const setUp = memory.connecting && !memory.talked && !memory.reading;
  if (setUp || (memory.smtplib && !memory.talked && !memory.reading))
    return note(/SSL/.test(text) ? 'tls-failed' : 'connect-failed');
  if (memory.reading && memory.smtplib && !memory.connecting && !memory.talked) {
    return waiting(note(/timed? ?out/i.test(text) ? 'timeout' : 'lost'), memory);
  }
  if (/reset|broken pipe|aborted/i.test(text)) return opened(note('lost'), memory);
  if (/timed? ?out/i.test(text)) return opened(note('timeout'), memory);
  return note('failed');
}

/** A traceback is all there is: it tells in which step smtplib waited, the greeting at the least. */
function waiting(said: Said, { step = 'greeting' }: Memory): Said {
  return { ...said, phase: step, ...(step === 'greeting' ? { event: 'connect-failed' } : {}) };
}

/** smtplib's functions → the step. */
const STEPS: Readonly<Record<string, Phase>> = {
  connect: 'greeting',
  ehlo: 'ehlo',
  helo: 'ehlo',
  starttls: 'starttls',
  login: 'auth',
  mail: 'mail',
  rcpt: 'rcpt',
  data: 'message',
};

/** It takes a connection to lose it, or to wait for words on it. */
function opened(said: Said, memory: Memory): Said | Said[] {
  const isGreeting = memory.connecting && !memory.talked;
  return isGreeting ? [{ ...said, event: 'connected' }, said] : said;
}

/** What smtplib names after the step that failed → the command whose reply it quotes. */
const VERBS: Readonly<Record<string, string>> = {
  SMTPHeloError: 'EHLO',
  SMTPAuthenticationError: 'AUTH',
  SMTPSenderRefused: 'MAIL FROM:<>',
  SMTPRecipientsRefused: 'RCPT TO:<>',
  SMTPDataError: '.',
};

const EVENTS: Readonly<Record<string, Event>> = {
  SMTPServerDisconnected: 'lost',
  SMTPAuthenticationError: 'auth-failed',
  SMTPHeloError: 'failed',
  SMTPSenderRefused: 'failed',
  SMTPRecipientsRefused: 'failed',
  SMTPDataError: 'failed',
};

function eventOf(text: string): Event {
  if (text.includes('STARTTLS')) return 'tls-failed';
  if (/SMTPUTF8|internationalized/.test(text)) return 'refused';
  return /AUTH|authentication/i.test(text) ? 'auth-failed' : 'failed';
}

/** `(535, b'5.7.8 …')`, and for recipients `{'a@example.com': (550, b'5.1.1 …'), …}`. */
function repliesIn(line: string, from: number): { words: string; address?: string }[] {
  const found: { words: string; address?: string }[] = [];
  const start = /\(([2-5]\d\d), b?(?=["'])/g;
  start.lastIndex = from;
  for (let match = start.exec(line); match; match = start.exec(line)) {
    const words = readLiteral(line, match.index + match[0].length);
    if (!words) break;
    const before = /[{ ](['"])([^'"]{1,320})\1: $/.exec(line.slice(0, match.index));
    const after = /^, ['"]([^'"]{0,320})['"]\)$/.exec(line.slice(words.end).trimEnd());
    const address = before?.[2] ?? after?.[1];
    found.push({
      words: `${match[1]} ${words.value.replace(/[\r\n]/g, ' ')}`.trimEnd(),
      ...(address === undefined ? {} : { address }),
    });
    start.lastIndex = words.end;
  }
  return found;
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}
