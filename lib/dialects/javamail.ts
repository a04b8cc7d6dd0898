import type { Dialect, Event, Quote, Reader, Said } from '../types.ts';
import { isKnownCommand } from '../smtp/command.ts';

/**
 * JavaMail, Jakarta Mail and Angus Mail with `mail.debug=true`: the dialogue without marks, the
 * library's own lines between it, and Java's exceptions, which print replies again. Without
 * `mail.debug.auth=true` the login is left out. Checked with JavaMail 1.6.5 and Jakarta Mail 2.0.0.
 *
 *     DEBUG SMTP: trying to connect to host "mail.example.org", port 587, isSSL false
 *     220 mail.example.org ESMTP
 *     DEBUG SMTP: connected to host "mail.example.org", port: 587
 *     EHLO client.example.org
 */
export const javamail: Dialect = { id: 'javamail', title: 'JavaMail (Jakarta Mail)', open };

interface Memory {
  /** What may come: nothing of ours, the dialogue, an answer to 334, the message. */
  state: 'outside' | 'dialogue' | 'auth' | 'message';
  /** An exception is being printed. */
  exception?: boolean;
  /** The reply that the line before quotes goes on: its code, and who is shown as speaking. */
  quoted?: { code: string; side: 'note' | 'server' };
  /** The server has said something on this connection. */
  heard?: boolean;
  /** The login is not shown, its reply may be known from an exception alone. */
  hidden?: boolean;
}

function open(sample: readonly string[] = []): Reader {
  // A log that was cut begins in the middle of a connection.
  const isCut =
    sample.some((line) => DEBUG.test(line)) && !sample.some((line) => line.includes(OPENING));
  const memory: Memory = { state: isCut ? 'dialogue' : 'outside' };
  return (line) => {
    const said = inMessage(line, memory) ?? debug(line, memory) ?? exception(line, memory);
    if (said) return said;
    return goesOn(line, memory) ?? dialogue(line, memory);
  };
}

/** Lines between 354 and the final dot; the library's own words show that it did not come so far. */
function inMessage(line: string, memory: Memory): Said | undefined {
  if (memory.state !== 'message') return undefined;
  if (/^DEBUG SMTP: (?:exception|EOF|IOException|MessagingException|got |could )/.test(line)) {
    memory.state = 'dialogue';
    return undefined;
  }
  const text = line.trimEnd();
  if (text === '.') memory.state = 'dialogue';
  return { side: 'client', text };
}

function dialogue(line: string, memory: Memory): Said | undefined {
  const text = line.trimEnd();
  if (memory.state === 'outside' || text === '') return undefined;
  if (isKnownCommand(text) || (memory.state === 'auth' && /^\S+$/.test(text))) {
    if (isKnownCommand(text)) delete memory.exception;
    return { side: 'client', text };
  }
  if (memory.exception === true || !/^[2-5]\d\d(?:[ -]|$)/.test(text)) return undefined;
  memory.state = text.startsWith('354') ? 'message' : text.startsWith('334') ? 'auth' : 'dialogue';
  delete memory.hidden;
  memory.heard = true;
  return { side: 'server', text };
}

const DEBUG = /^DEBUG SMTPS?: {1,3}/;
const OPENING = ': trying to connect to host "';

/** The library's own words → what they tell. */
const NOTES: readonly (readonly [begin: RegExp, event: Event])[] = [
  [/^trying to connect to host "/, 'connecting'],
  [/^Using mechanism /, 'auth-selected'],
  [/^Attempt to authenticate using mechanisms: /, 'auth-requested'],
  [/^AUTH \S{1,30} failed$/, 'auth-failed'],
  [/^No authentication mechanisms? supported/, 'auth-unavailable'],
  [
    /^(?:got bad greeting|got response code|could not connect to host .{1,255}response: \d)/,
    'command-failed',
  ],
  [/^could not connect to host .{1,255}response: -1/, 'failed'],
  [/^could not connect to host/, 'connect-failed'],
  [/^message successfully delivered to mail server/, 'sent'],
  [/^EOF\b/, 'lost'],
];

function debug(line: string, memory: Memory): Said | undefined {
  const mark = DEBUG.exec(line);
  if (!mark) return undefined;
  delete memory.exception;
  delete memory.quoted;
  const at = mark[0].length;
  const text = line.slice(at).trimEnd();
  const event = NOTES.find(([begin]) => begin.test(text))?.[1] ?? 'remark';
  const said: Said = { side: 'note', event, text, at };
  if (event === 'connecting') {
    memory.state = 'dialogue';
    delete memory.hidden;
    delete memory.heard;
    return connecting(text, said);
  }
  const mechanism = /^(?:Using mechanism|AUTH) ([A-Z0-9_-]{1,30})\b/.exec(text)?.[1];
  if (/^AUTH \S{1,30} command trace suppressed/.test(text)) memory.hidden = true;
  else if (/^AUTH \S{1,30} succeeded/.test(text)) delete memory.hidden;
  const result = /^AUTH \S{1,30} succeeded/.test(text) ? { result: 'accepted' as const } : {};
  if (mechanism !== undefined) return { ...said, login: { mechanism, ...result } };
  const login = /^protocolConnect login, .{0,300}\buser=(\S{1,320}), password=(.+)$/.exec(text);
  if (login) return credentials(said, login[1] ?? '', login[2] ?? '');
  // What it set up before it connects belongs to the connection that follows.
  if (memory.state === 'outside') return undefined;
  if (text.startsWith('exception reading response: ') || event === 'lost') {
    // It waited for the greeting, so that the connection stands; the exception below says what came.
    if (memory.heard !== true) return { ...said, event: 'connected' };
    return event === 'lost' ? said : { ...said, event: reasonOf(text) };
  }
  const quote = event === 'command-failed' ? quoteIn(text, at) : undefined;
  if (!quote) return said;
  quotes(quote, 'note', memory);
  return { ...said, quote };
}

/** The line of a program's own log that tells of it: `ERROR … Failed to send email: …EmailException: …` */
const SUMMARY = /^\S.{0,300}\bERROR\b.{0,300}\b(?:Email|Mail|Messaging)Exception\b/;

/** `password=<non-null>`, or the password itself where mail.debug.auth.password is set. */
function credentials(said: Said, user: string, password: string): Said {
  if (/^<(?:non-)?null>$/.test(password)) return { ...said, login: { user } };
  const end = (said.at ?? 0) + said.text.length;
  const secret = { start: end - password.length, end, what: 'password' } as const;
  const text = `${said.text.slice(0, -password.length)}…`;
  return { ...said, text, login: { user }, secret };
}

function connecting(text: string, said: Said): Said {
  const peer = /host "([^"]{1,255})", port (\d{1,5})(?:, isSSL (true))?/.exec(text);
  if (!peer) return said;
  const implicitTls = peer[3] === 'true' ? { implicitTls: true } : {};
  return { ...said, peer: { host: peer[1] ?? '', port: Number(peer[2]), ...implicitTls } };
}

/** `Caused by: javax.mail.SendFailedException: …`; nested ones are indented by a tab. */
const EXCEPTION =
  /^\s{0,20}(?:Caused by: |Exception in thread "[^"]{0,80}" |Suppressed: )?(?:[a-z_]\w{0,40}\.){1,12}\w{0,80}(?:Exception|Error)(?=[:;]|\s*$)/;

/** Spring puts an exception of its own around it. */
const LOGIN_FAILED = /AuthenticationFailedException|MailAuthenticationException/;

/** Exceptions of mail, to be told from those of all else where nothing stands before them. */
const OF_MAIL = /(?:javax|jakarta|com\.sun|springframework|angus)\.mail\./;

function exception(line: string, memory: Memory): Said | undefined {
  if (memory.state === 'dialogue' && SUMMARY.test(line)) {
    memory.exception = true;
    return { side: 'note', event: 'failed', text: line.trim() };
  }
  if (!EXCEPTION.test(line.slice(0, 1000))) return undefined;
  const at = line.length - line.trimStart().length;
  const text = line.trim();
  // What was said of a recipient that was taken stands above.
  const quote = text.includes('AddressSucceededException') ? undefined : quoteIn(text, at);
  if (memory.state === 'outside' && !(quote && OF_MAIL.test(text))) return undefined;
  memory.exception = true;
  delete memory.quoted;
  // Nobody could give the user name or the password that was asked for.
  if (quote?.text.startsWith('334') && LOGIN_FAILED.test(text)) {
    return { side: 'note', event: 'auth-failed', text, at };
  }
  if (memory.state !== 'outside') memory.state = 'dialogue';
  if (!quote) return { side: 'note', event: reasonOf(text), text, at };
  if (memory.hidden === true && LOGIN_FAILED.test(text)) {
    delete memory.hidden;
    quotes(quote, 'server', memory);
    return { side: 'server', text: quote.text, at: quote.at, answers: 'AUTH' };
  }
  quotes(quote, 'note', memory);
  if (memory.state === 'outside') {
    const isLate = /SMTPSendFailedException: (?:530|[45]\d\d[ -][45]\.1\.[78]\b)/.test(text);
    const verb = isLate ? 'MAIL' : VERBS.find(([name]) => text.includes(name))?.[1];
    const named = verb === undefined ? quote : { ...quote, verb };
    return { side: 'note', event: 'command-failed', text, at, quote: named };
  }
  const event = LOGIN_FAILED.test(text) ? 'auth-failed' : 'command-failed';
  return { side: 'note', event, text, at, quote };
}

/** Names of exceptions → the command that was refused. */
const VERBS: readonly (readonly [name: string, verb: string])[] = [
  ['AuthenticationFailedException', 'AUTH'],
  ['SMTPAddressFailedException', 'RCPT'],
  ['SMTPSenderFailedException', 'MAIL'],
  ['SMTPSendFailedException', '.'],
];

/** Remembers that the reply goes on over the next lines. */
function quotes(quote: Quote, side: 'note' | 'server', memory: Memory): void {
  if (quote.text.charAt(3) === '-') memory.quoted = { code: quote.text.slice(0, 3), side };
}

/** A reply inside a sentence: `…Exception: 550 5.1.1 …`, `…, response: 421 4.7.0 …` */
function quoteIn(text: string, at: number): Quote | undefined {
  const start = /: (?=[2-5]\d\d[ -])/.exec(text);
  if (!start) return undefined;
  const from = start.index + 2;
  return { text: text.slice(from), at: at + from };
}

/** An exception's further lines: the reply that it quotes, its stack. */
function goesOn(line: string, memory: Memory): Said | undefined {
  const { quoted } = memory;
  const text = line.trimEnd();
  delete memory.quoted;
  if (quoted && text.startsWith(quoted.code) && /^.{3}(?:[ -]|$)/.test(text)) {
    if (text.charAt(3) === '-') memory.quoted = quoted;
    return quoted.side === 'server'
      ? { side: 'server', text }
      : { side: 'note', event: 'command-failed', text, continues: true };
  }
  const inStack = memory.exception === true && /^(?:\s+\S|\.\.\. )/.test(text);
  return inStack ? { side: 'note', text, continues: true } : undefined;
}

/** What went wrong, by the names of Java's exceptions and the library's words. */
function reasonOf(text: string): Event {
  // The exception that it wraps, on a line of its own, says why.
  if (text.endsWith('Could not convert socket to TLS;')) return 'failed';
  if (
    /\bSSL|\bTLS\b|STARTTLS is required|\.ssl\.|Certificate|CertPath|verify identity/.test(text)
  ) {
    return 'tls-failed';
  }
  if (/SocketTimeoutException: [Cc]onnect timed out/.test(text)) return 'connect-failed';
  if (/[Tt]imed out|SocketTimeoutException/.test(text)) return 'timeout';
  if (/EOFException|Connection reset|Broken pipe|\[EOF\]|closed by|response: -1/i.test(text)) {
    return 'lost';
  }
  if (LOGIN_FAILED.test(text)) return 'auth-failed';
  if (
    /\bConnectException|UnknownHostException|NoRouteToHost|MailConnectException|Could(?: not|n't) connect to/i.test(
      text,
    )
  ) {
    return 'connect-failed';
  }
  return 'failed';
}
