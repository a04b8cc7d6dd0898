import type { Dialect, Quote, Reader, Said } from '../types.ts';
import { answeredBy } from '../smtp/answered-by.ts';
import { clientSentence } from '../smtp/client-sentence.ts';
import { dotnetReply } from '../smtp/dotnet-status.ts';
import { findReply } from '../smtp/find-reply.ts';
import { frameStep } from '../smtp/frame-step.ts';
import { namedServer } from '../smtp/named-server.ts';
import { outlookCode } from '../smtp/outlook-codes.ts';
import { phaseOf } from '../smtp/phase.ts';
import { isAboutOthers, isTestRun } from '../smtp/foreign-text.ts';
import { isStackFrame } from '../smtp/stack-frame.ts';
import { stageIn } from '../smtp/stage.ts';
import { squash } from '../smtp/words.ts';

/**
 * A single reply, or a program's one sentence about it: all that many screens keep. Alone, in
 * JSON, in a log of another kind, with the program's preamble before it or a stack trace below.
 *
 *     550 5.1.1 <a@example.com>: Recipient address rejected: User unknown
 *     SMTP Error: Could not authenticate.
 *     "message": "SMTP Error: data not accepted. … SMTP code: 552 Additional SMTP info: 5.3.4",
 *     Error: connect ECONNREFUSED 198.51.100.7:587
 */
export const reply: Dialect = { id: 'reply', title: 'Single reply or error', alone: true, open };

function open(sample: readonly string[] = []): Reader {
  if (isTestRun(sample)) return () => undefined;
  const lines = sample.filter((line) => line.trim() !== '');
  // A screen that keeps one error and nothing else shows it to somebody who wonders about a mail.
  const isMail =
    (lines.length === 1 && BARE.test(lines[0] ?? '')) ||
    (lines.some((line) => ABOUT_MAIL.test(line)) && !isAboutOthers(lines));
  /** `command: 'RCPT TO'` among the fields of an exception, or the frame in which it was thrown. */
  const field = firstOf(sample, frameStep);
  /** The reply that was told last. */
  let last: { code: string; words: string } | undefined;
  /** The line before is a heading: what it is about. */
  let before: string | undefined;

  return (line) => {
    if (isStackFrame(line) && !/^\s*"?response"?:/.test(line)) {
      return { side: 'note', event: 'remark', text: line.trim() };
    }
    const start = startOf(line);
    const end = closingAt(line, start);
    const words = line.slice(start, end);
    if (words === '') return undefined;
    const topic = before;
    before = HEADING.test(line) ? stageIn(line) : undefined;
    const known =
      detailed(words, start) ??
      listed(words, start) ??
      replyIn(line.slice(0, end), start, topic ?? field);
    if (known?.side === 'server') {
      const said = { code: known.text.slice(0, 3), words: squash(known.text) };
      const isSame = last?.code === said.code && isPart(last.words, said.words);
      last = said;
      return isSame ? { ...known, repeats: true } : known;
    }
    if (known) return known;
    // What follows a reply says it in other words.
    const told = sentence(words, start, isMail);
    if (told) return field === undefined ? told : placed(told, field);
    return last ? undefined : withoutDigits(words, start, field);
  };
}

/** What the first line tells that tells anything. */
function firstOf<T>(
  lines: readonly string[],
  tell: (line: string) => T | undefined,
): T | undefined {
  for (const line of lines) {
    const told = tell(line);
    if (told !== undefined) return told;
  }
  return undefined;
}

/** A sentence that says what broke, in the step that the exception's fields or frames name. */
function placed(said: Said, verb: string): Said {
  const phase = phaseOf(verb === '' ? undefined : verb);
  if (phase === undefined || said.phase !== undefined) return said;
  if (said.event === 'tls-failed') return phase === 'starttls' ? { ...said, phase } : said;
  if (said.event !== 'lost' && said.event !== 'timeout') return said;
  return { ...said, phase, ...(verb === '' ? { event: 'connect-failed' } : {}) };
}

/** `Invalid greeting:`, and Django's page: `SMTPConnectError at /accounts/register/` */
const HEADING = /:\s*$|^SMTP\w{5,40} at \//;

/** An error of the network, word for word as systems say it. errno(3). */
const BARE =
  /^\s*(?:connection (?:refused|timed out|reset by peer)|network is unreachable|no route to host)\.?\s*$/i;

/** Words that only a text about sending mail has. */
const ABOUT_MAIL =
  /command: ['"](?:CONN|EHLO|AUTH|MAIL|RCPT|DATA)\b|smtp|mailer|e-?mail|\bmail(?:kit|x|er|server|gun|jet)?\b|sendmail|[:\s](?:25|465|587|2525)\b/i;

function isPart(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.includes(short.slice(0, 60));
}

/** Without what closes a string of JSON or code. */
function closingAt(line: string, start: number): number {
  let end = line.length;
  while (end > start && `"'}],; \t\r`.includes(line.charAt(end - 1))) end--;
  return end;
}

const KEY =
  /["']?(?:message|error|response|errorinfo|reason|detail|diagnostic|description|msg|err)["']?\s{0,3}[:=]\s{0,3}\\?["']/i;
const STAMP =
  /^(?:\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[^\s\]]{0,10}\]?|\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d[^\]]{0,20}\])[\s:]+/;
const PREAMBLES = [
  'Message could not be sent. ',
  'Mailer Error: ',
  'Mailer Error (',
  'PHP Fatal error:  ',
  'PHP Warning:  ',
  'Uncaught ',
  'Diagnostic-Code: ',
  'smtp; ',
  'smtp;',
  'Error: ',
];

/** What stands before the words: quotes, a JSON key, a stamp, the preamble of an example script. */
function startOf(line: string): number {
  const json = KEY.exec(line.slice(0, 400));
  let at = json ? json.index + json[0].length : line.length - line.trimStart().length;
  if (!json && /["'`|>*-]/.test(line.charAt(at))) {
    while (/["'`|>*\s-]/.test(line.charAt(at))) at++;
  }
  at += STAMP.exec(line.slice(at))?.[0].length ?? 0;
  for (const preamble of PREAMBLES) if (line.startsWith(preamble, at)) at += preamble.length;
  return at;
}

/**
 * PHPMailer puts code and enhanced code behind, in the site's language:
 * `… SMTP code: 550 Additional SMTP info: 5.1.1`
 */
function detailed(text: string, at: number): Said | undefined {
  const code = CODE_LABEL.exec(text);
  if (!code) return undefined;
  const enhanced = /^[^:\d]{1,60}: ?([245]\.\d{1,3}\.\d{1,3})/.exec(
    text.slice(code.index + code[0].length),
  )?.[1];
  const label = DETAIL_LABEL.exec(text);
  const from = label ? label.index + label[0].length : 0;
  const detail = text.slice(from, code.index).trim();
  const words = [code[1], enhanced, detail].filter(Boolean).join(' ');
  const stage = stageIn(text) ?? answeredBy(words);
  const verb = stage === 'AUTH' ? '(auth-data)' : stage;
  const quote: Quote = { text: words, at, ...(verb ? { verb } : {}) };
  return { side: 'note', event: 'command-failed', text, at, quote };
}

/** PHPMailer's folder language/: the keys smtp_code and smtp_detail. */
const CODE_LABEL =
  /(?:SMTP[- ](?:code|koda)|(?:Code?|C[oó]digo)(?: do servidor| del servidor)? SMTP|SMTP سرور کوڈ) ?: ?([45]\d\d)\b/i;
const DETAIL_LABEL =
  /\b(?:Details?|Détails|Detalhes(?: do servidor SMTP)?|Detalii SMTP|Detalle|Podrobnosti) ?: /;

/** Its older releases part them by commas: `MAIL FROM command failed,Authentication required,530,5.7.0` */
function listed(text: string, at: number): Said | undefined {
  const match =
    /\bcommand failed,([^,]{0,1000}(?:,[^,\d][^,]{0,500}){0,4}),([45]\d\d)(?:,([45]\.\d{1,3}\.\d{1,3})?)?/.exec(
      text,
    );
  if (!match) return undefined;
  const words = [match[2], match[3], match[1]].filter(Boolean).join(' ');
  const verb = stageIn(text) ?? answeredBy(words) ?? '';
  const answers = verb === '' ? {} : { answers: withAddress(verb, text) };
  return { side: 'server', text: words, at: at + match.index, ...answers };
}

/** Java: `Could not connect to SMTP host: mail.example.org, port: 25, response: 421` */
function bareCode(line: string): { text: string; at: number } | undefined {
  const match = BARE_CODE.exec(line);
  if (!match?.[1]) return undefined;
  return { text: match[1], at: line.indexOf(match[1], match.index + match[0].length - 4) };
}

/** Roundcube: `ERROR: Invalid response code received from server (535)`; copiers: `SMTPC: received error code. [550]` */
const BARE_CODE =
  /(?:\bSMTP host: .{1,300}, response: ?|response code received from server \(|\bSMTP\w{0,2}: received error code\.? \[)([45]\d\d)\b/;

/** The line holds a server's reply. */
function replyIn(line: string, start: number, field: string | undefined): Said | undefined {
  const found = findReply(line, start) ?? dotnetReply(line) ?? bareCode(line);
  if (!found) return undefined;
  // Exchange tells of a refused login when the sender is named.
  const login = /(?:^|: )535 5\.7\.\d/.test(found.text) ? 'AUTH' : undefined;
  const stage =
    login ??
    stageIn(line) ??
    outlookCode(line)?.verb ??
    field?.toUpperCase() ??
    answeredBy(found.text) ??
    '';
  const peer = namedServer(line);
  const user = /username ["']([^"']{1,320})["']/i.exec(line)?.[1];
  return {
    side: 'server',
    text: found.text,
    at: found.at,
    ...(stage === '' ? {} : { answers: withAddress(stage, line) }),
    ...(peer ? { peer } : {}),
    ...(user === undefined ? {} : { login: { user } }),
  };
}

/** `RCPT`, and the one address that the line holds: `RCPT TO:<a@example.com>` */
function withAddress(verb: string, line: string): string {
  if (verb !== 'RCPT' && verb !== 'MAIL') return verb;
  const all = line.match(ADDRESS) ?? [];
  const [address] = all;
  if (address === undefined || all.some((one) => one !== address)) return verb;
  return `${verb} ${verb === 'RCPT' ? 'TO' : 'FROM'}:<${address}>`;
}

const ADDRESS =
  /[\w.+%~#&'*/=?^{|}-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,8}[A-Za-z]{2,63}/g;

/** A program's sentence without a reply in it. */
function sentence(words: string, at: number, isMail: boolean): Said | undefined {
  // PHP names the file: `… in /home/user/public_html/storage/mail.php:275`
  const text = words.replace(/ in (?:\/|[A-Z]:\\)[^\s:]{1,300}(?::\d{1,6}| on line \d{1,6})?$/, '');
  // Thunderbird's own advice is not the server's: `… Please check the message and try again.`
  const advice =
    / (?:Please (?:verify|check)|The message was not sent; reduce) .{1,300} and try again\.?\W{0,4}$/.exec(
      text,
    );
  const own = advice ? text.slice(0, advice.index) : text;
  // Java appends the time that it would have waited: `; timeout -1`
  const told = clientSentence(text.replace(/; timeout -?\d{1,9}$/, ''), isMail);
  if (!told) return undefined;
  const isLost = told.event === 'lost' || told.event === 'timeout';
  const phase =
    told.verb === '' || isLost ? phaseOf(told.verb === '' ? undefined : told.verb) : undefined;
  const peer = namedServer(text);
  const user = /user(?:name)? ["']([^"']{1,320})["']/i.exec(text)?.[1];
  const addresses = [...new Set(text.match(ADDRESS))];
  const envelope =
    told.verb === 'RCPT' && addresses.length > 0
      ? { to: addresses, rejectedTo: addresses }
      : told.verb === 'MAIL' && addresses[0] !== undefined
        ? { from: addresses[0] }
        : undefined;
  return {
    side: 'note',
    event: told.event,
    text: own.replace(/; timeout -?\d{1,9}$/, ''),
    at,
    ...(told.verb && !isLost ? { quote: { text: '', at, verb: told.verb } } : {}),
    ...(told.verb !== undefined && phase ? { phase } : {}),
    ...(peer ? { peer } : {}),
    ...(user === undefined ? {} : { login: { user } }),
    ...(envelope ? { envelope } : {}),
  };
}

/** Some screens drop the three digits: `5.7.8 Error: authentication failed`. */
function withoutDigits(words: string, start: number, field?: string): Said | undefined {
  const introduced =
    /(?:responded|response|said|replied|server|error|code|exception|antwortete|répondu|respondió|risposto) ?: {1,2}(?=[45]\.[0-7]\.\d)/i;
  const skip = introduced.exec(words);
  const text = words.slice(skip ? skip.index + skip[0].length : 0);
  if (!/^[45]\.[0-7]\.\d{1,3}[ :]/.test(text)) return undefined;
  const at = start + words.length - text.length;
  const verb = stageIn(words) ?? field ?? answeredBy(text);
  const quote = { text: '', at, ...(verb ? { verb } : {}) };
  return { side: 'note', event: 'refused', text, at, quote };
}
