import type { Dialect, Event, Quote, Said } from '../types.ts';
import { phpmailerMessage } from '../smtp/phpmailer-message.ts';
import { answeredBy } from '../smtp/answered-by.ts';
import { parseReplyLine } from '../smtp/reply.ts';

/**
 * A single reply, or a program's one sentence about it: all that many screens keep. Alone, in
 * JSON, or with the program's preamble before it.
 *
 *     550 5.1.1 <a@example.com>: Recipient address rejected: User unknown
 *     SMTP Error: Could not authenticate.
 *     "message": "SMTP Error: data not accepted. … SMTP code: 552 Additional SMTP info: 5.3.4",
 */
export const reply: Dialect = {
  id: 'reply',
  title: 'Single reply or error',
  alone: true,
  open: () => read,
};

function read(line: string): Said | undefined {
  const at = startOf(line);
  const text = withoutClosing(line.slice(at));
  if (text === '') return undefined;
  return sentence(text, at) ?? serverReply(text, at);
}

/** Without what closes a string of JSON or code. */
function withoutClosing(words: string): string {
  let end = words.length;
  while (end > 0 && `"'}],; \t\r`.includes(words.charAt(end - 1))) end--;
  return words.slice(0, end);
}

/** What stands before the words: quotes, a JSON key, the preamble of an example script. */
function startOf(line: string): number {
  const key = /["']?(?:message|error|response|errorinfo|reason|detail)["']?\s{0,3}[:=]\s{0,3}["']/i;
  const json = key.exec(line.slice(0, 400));
  let at = json ? json.index + json[0].length : line.length - line.trimStart().length;
  if (!json && /["']/.test(line.charAt(at))) at++;
  for (const preamble of [
    'Message could not be sent. ',
    'Mailer Error: ',
    'Mailer Error (',
    'Error: ',
  ]) {
    if (line.startsWith(preamble, at)) at += preamble.length;
  }
  const stamp = /^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d\S{0,10}\s+/.exec(line.slice(at));
  return at + (stamp?.[0].length ?? 0);
}

/** The closing sentences of PHPMailer → the command that was refused, or what went wrong. */
const SENTENCES: readonly (readonly [words: string, event: Event, verb?: string])[] = [
  ['Could not authenticate', 'auth-failed'],
  ['The following recipients failed', 'refused', 'RCPT'],
  ['The following From address failed', 'refused', 'MAIL'],
  ['data not accepted', 'refused', '.'],
  ['Could not connect to SMTP host', 'failed'],
  ['SMTP connect() failed', 'failed'],
  ['Failed to connect to server', 'connect-failed'],
];

function sentence(text: string, at: number): Said | undefined {
  if (/^Connection refused\.?$/i.test(text)) {
    return { side: 'note', event: 'connect-failed', text, at };
  }
  const start =
    /^SMTP (?:Error|ERROR|connect\(\)|-> ERROR)|^The following (?:recipients|From)/.test(text);
  if (!start) return translated(text, at);
  for (const [words, event, verb] of SENTENCES) {
    if (!text.includes(words)) continue;
    const said: Said = {
      side: 'note',
      event: event === 'failed' ? reasonOf(text) : event,
      text,
      at,
    };
    return verb === undefined ? said : { ...said, quote: quoteOf(text, at, verb) };
  }
  const quoted = /command failed: ([2-5]\d\d[ -].*)$/.exec(text);
  const words = quoted?.[1] ?? '';
  const verb = answeredBy(words);
  const quote = { text: words, at: at + text.length - words.length, ...(verb ? { verb } : {}) };
  return { side: 'note', event: 'command-failed', text, at, ...(quoted ? { quote } : {}) };
}

/** The same sentences in other languages: `SMTP-Fehler: Authentifizierung fehlgeschlagen.` */
function translated(text: string, at: number): Said | undefined {
  switch (phpmailerMessage(text)) {
    case undefined:
      return undefined;
    case 'authenticate':
      return { side: 'note', event: 'auth-failed', text, at };
    case 'recipients_failed':
      return { side: 'note', event: 'refused', text, at, quote: quoteOf(text, at, 'RCPT') };
    case 'from_failed':
      return { side: 'note', event: 'refused', text, at, quote: quoteOf(text, at, 'MAIL') };
    case 'data_not_accepted':
      return { side: 'note', event: 'refused', text, at, quote: quoteOf(text, at, '.') };
    default:
      return { side: 'note', event: reasonOf(text), text, at };
  }
}

function reasonOf(text: string): Event {
  if (/SSL operation failed|enable crypto|certificate|SSL routines/.test(text)) return 'tls-failed';
  return /getaddrinfo|refused|timed out|unreachable|No route|denied/i.test(text)
    ? 'connect-failed'
    : 'failed';
}

/** `… Detail: <a@b>: User unknown SMTP code: 550 Additional SMTP info: 5.1.1` */
function quoteOf(text: string, at: number, verb: string): Quote {
  const code = /SMTP code: (\d{3})\b/.exec(text);
  if (!code) return { text: '', at, verb };
  const enhanced = /Additional SMTP info: ([245]\.\d{1,3}\.\d{1,3})/.exec(text)?.[1];
  const from = text.indexOf('Detail: ');
  const detail = text.slice(from < 0 ? 0 : from + 'Detail: '.length, code.index).trim();
  return { text: [code[1], enhanced, detail].filter(Boolean).join(' '), at, verb };
}

/** Words that make a bare number and a sentence a mail server's and not, say, a web server's. */
const MAIL =
  /\b(?:recipient|mailbox|sender|relay|e?-?mail|message|smtp|helo|ehlo|rcpt|spam|blacklist|blocklist|greylist|listed|mx|domain|user unknown|no such user|unknown user|authenticat|credential|starttls|quota)/i;

function serverReply(text: string, at: number): Said | undefined {
  const line = parseReplyLine(text);
  if (line && line.code >= 400 && (line.enhanced !== undefined || MAIL.test(line.text))) {
    const answers = answeredBy(text);
    return { side: 'server', text, at, ...(answers ? { answers } : {}) };
  }
  // Some screens drop the three digits: `5.7.8 Error: authentication failed`.
  if (/^[45]\.[0-7]\.\d{1,3}[ :]/.test(text)) {
    const verb = answeredBy(text);
    return {
      side: 'note',
      event: 'refused',
      text,
      at,
      quote: { text: '', at, ...(verb ? { verb } : {}) },
    };
  }
  return undefined;
}
