import { part, type Mended } from './mended.ts';
import { countSmtpWords } from '../smtp/traces.ts';
import type { Repair } from './repair.ts';

/**
 * A dialogue without marks in one paragraph, its line breaks gone or made blanks. What can come
 * next is known from what came before: after a command its reply, within a reply its code again,
 * after a reply a command; nothing of this holds within the message.
 *
 *     220 mx.example.net ESMTPEHLO client.example.org250-mx.example.net250 HELPMAIL FROM:<a@…
 */
export const unmarked: Repair = {
  id: 'unmarked',
  plan: (sample) =>
    isParagraph(sample)
      ? [(lines) => lines.flatMap((line) => (isGlued(line.text) ? apart(line) : [line]))]
      : [],
};

/** Several steps in one line. */
export function isGlued(text: string): boolean {
  return text.length > 40 && countSmtpWords(text) > 1;
}

/** Most of the log stands in lines with several steps. */
export function isParagraph(sample: readonly Mended[]): boolean {
  let glued = 0;
  let all = 0;
  for (const { text } of sample) {
    all += text.length;
    if (isGlued(text)) glued += text.length;
  }
  return glued > 0 && glued >= all * 0.4;
}

/** A line in several, cut before each of the columns. */
export function cutAt(line: Mended, columns: readonly number[]): Mended[] {
  const cuts = [...new Set([0, ...columns])].filter((at) => at < line.text.length);
  cuts.sort((one, other) => one - other);
  return cuts
    .map((from, index) => part(line, from, cuts[index + 1]))
    .filter(({ text }) => text.trim() !== '');
}

function apart(line: Mended): Mended[] {
  return cutAt(line, [...stepsOf(line.text), ...remarksOf(line.text)]);
}

/** What telnet, nc and JavaMail say around a dialogue. */
function remarksOf(text: string): number[] {
  return [...text.matchAll(REMARKS)].map(({ index }) => index);
}

const REMARKS =
  /Trying [\w.:]{3,60}\.\.\.|Connected to |Escape character is |Connection closed|DEBUG(?: SMTPS?)?: /g;

/** Codes that each command may get; refusals come after any. */
const ANSWERS: Readonly<Record<string, string>> = {
  EHLO: '250',
  HELO: '250',
  LHLO: '250',
  MAIL: '25\\d',
  RCPT: '25\\d',
  DATA: '354',
  AUTH: '334|235',
  STARTTLS: '220',
  RSET: '250',
  NOOP: '250',
  QUIT: '221|250',
};

const OPENING = /(?:220|421|554)[ -]|(?:EHLO|HELO|LHLO|(?<![a-z])(?:ehlo|helo|lhlo)) [\w[]/g;
const COMMAND =
  /(?:EHLO|HELO|LHLO|(?<![a-z])(?:ehlo|helo|lhlo)) [\w[]|[Mm][Aa][Ii][Ll] [Ff][Rr][Oo][Mm]:|[Rr][Cc][Pp][Tt] [Tt][Oo]:|(?:AUTH|auth) (?:LOGIN|PLAIN|CRAM-MD5|XOAUTH2|OAUTHBEARER|NTLM|SCRAM-SHA-\d{1,3}|login|plain)|(?:STARTTLS|starttls|DATA|data|RSET|rset|NOOP|noop)(?=\s*[2-5]\d\d[ -])|QUIT|(?<![a-z])quit(?![a-z])/g;
/** The prompts of AUTH LOGIN. */
const PROMPT = /^334[ -]\s*(?:VXNlcm5hbWU6|VXNlcm5hbWU=|UGFzc3dvcmQ6|UGFzc3dvcmQ=|\S*)\s*/i;
const END = /(?:\s|^|[\w>])(\.)\s*(?=(?:250|[45]\d\d)[ -](?:[245]\.\d\.\d|[A-Za-z]))/g;
const HEADER =
  /(?:From|To|Subject|Date|Received|Message-I[dD]|MIME-Version|Content-Type|Return-Path|X-[\w-]{1,30}): /;

/** Columns at which a command, a reply or a part of a message begins. */
function stepsOf(text: string): number[] {
  const steps: number[] = [];
  let at = find(OPENING, text, 0)?.index;
  for (let limit = 0; at !== undefined && limit < 5000; limit++) {
    steps.push(at);
    const code = /^[2-5]\d\d(?=[ -])/.exec(text.slice(at, at + 4))?.[0];
    if (code === undefined) at = afterCommand(text, at);
    else if (text.charAt(at + 3) === '-') at = sameCode(text, at, code);
    else if (code === '354') {
      const [content, end, reply] = message(text, at);
      if (content !== undefined) steps.push(content);
      if (end !== undefined) steps.push(end);
      at = reply;
    } else if (code === '334') {
      const answer = at + (PROMPT.exec(text.slice(at, at + 400))?.[0].length ?? 4);
      if (answer < text.length) steps.push(answer);
      at = find(/(?:334|235|[45]\d\d)[ -]/g, text, answer)?.index;
    } else at = afterReply(text, at + 4);
  }
  return steps;
}

/** How far ahead the next step is looked for: a line of a message, or a reply of many lines. */
const MAX_STEP = 6000;

/** The first match from a column on. */
function find(pattern: RegExp, text: string, from: number): { index: number } | undefined {
  // What stands before it counts for patterns that look back.
  const start = Math.max(0, from - 1);
  pattern.lastIndex = from - start;
  const match = pattern.exec(text.slice(start, start + MAX_STEP));
  return match ? { index: start + match.index } : undefined;
}

/** The reply of a command, or the next one where commands are sent ahead. RFC 2920. */
function afterCommand(text: string, at: number): number | undefined {
  const verb = /^[a-z]+/i.exec(text.slice(at, at + 10))?.[0].toUpperCase() ?? '';
  const codes = ANSWERS[verb] ?? '[25]\\d\\d';
  const reply = find(
    new RegExp(`(?:${codes}|[45]\\d\\d)(?:-|\\s(?=\\s*\\S)|\\s*$)`, 'g'),
    text,
    at + verb.length,
  );
  const next = find(COMMAND, text, at + verb.length + 1);
  if (!reply || !next || reply.index < next.index) return reply?.index ?? next?.index;
  return next.index;
}

/** The further line of a reply: the same code again. */
function sameCode(text: string, at: number, code: string): number | undefined {
  const more = find(new RegExp(`${code}[ -]`, 'g'), text, at + 4);
  const command = find(/MAIL FROM:|RCPT TO:|QUIT/g, text, at + 4);
  return more && (!command || more.index < command.index) ? more.index : command?.index;
}

/** The next command, or the next reply where several commands were sent ahead. */
function afterReply(text: string, from: number): number | undefined {
  // What comes right behind the code is the reply's own word: `250 STARTTLS`.
  const command = find(COMMAND, text, from + 1);
  const reply = find(
    /(?<![\d.])(?:221|250|354|421|450|451|452|5[035]\d)[ -](?=[245]\.\d\.\d|[A-Z][a-z]|OK)/g,
    text,
    from + 1,
  );
  if (!command) return reply?.index;
  return reply && reply.index < command.index ? reply.index : command.index;
}

/** Where the message begins and ends, and the reply to it. */
function message(text: string, at: number): (number | undefined)[] {
  const header = HEADER.exec(text.slice(at, at + 2000));
  const content = header ? at + header.index : undefined;
  const next = find(/\bMAIL FROM:/gi, text, at + 4)?.index ?? at + MAX_STEP;
  const last = [...text.slice(at + 4, next).matchAll(END)].at(-1);
  if (!last) return [content, undefined, afterReply(text, at + 4)];
  const end = at + 4 + last.index + last[0].indexOf('.');
  return [content, end, at + 4 + last.index + last[0].length];
}
