import { isKnownCommand } from '../smtp/command.ts';
import { parseReplyLine } from '../smtp/reply.ts';
import { joined, part, type Mended } from './mended.ts';
import type { Change, Repair } from './repair.ts';

/**
 * A mail server's line with its stamp or its program's name, broken by hand or by a terminal: what
 * bears neither goes on with the line above. Where the pieces met a blank may be lost, or none was
 * there.
 *
 *     Nov 23 18:54:30 mx postfix/smtp[15161]: 55890240228: to=<a@example.net>, relay=mx.example.net[192.0.2.3
 *     0]:25, delay=0.17, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.30] said: 550 5.1.1 No
 *     such user (in reply to RCPT TO command))
 */
export const folded: Repair = { id: 'folded', slight: true, plan };

/** Signs of a quotation or a comment, and the blanks behind them. */
const MARKS = /^(?:[\s>#*|]|\/\/){0,12}/;
/** A date with a time, or a program with its process. */
const STAMP =
  /^(?:[\s>#*|]|\/\/){0,12}[[<"']{0,2}(?:[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|[\w/-]{2,40}\[\d{1,10}\]: )/;
/** Only mail servers write their lines so: the words of a dialogue have their own breaks. */
const FIELDS =
  /\bto=<|\bstatus=|\bstat=|\bdsn=|\brelay=|\bR=\S{1,80} T=|said: [245]\d\d|\bdefer \(|SMTP error from|NOQUEUE: /;

function plan(sample: readonly Mended[]): Change[] {
  const stamped = sample.filter(({ text }) => STAMP.test(text));
  const bare = sample.filter(({ text }) => text.trim() !== '' && !STAMP.test(text));
  const goOn = bare.filter(({ text }) => !isOwn(text));
  if (stamped.length === 0 || goOn.length === 0 || goOn.length < bare.length / 2) return [];
  if (!sample.some(({ text }) => FIELDS.test(text))) return [];
  return [(lines) => refolded(lines, ''), (lines) => refolded(lines, ' ')];
}

/** Somebody's words in a dialogue. */
function isOwn(text: string): boolean {
  const words = text.trim();
  return isKnownCommand(words) || (/^[2-5]\d\d[ -]/.test(words) && !!parseReplyLine(words));
}

function refolded(lines: readonly Mended[], glue: string): Mended[] {
  const runs: Mended[][] = [];
  let isStamped = false;
  for (const line of lines) {
    const last = runs.at(-1);
    if (STAMP.test(line.text)) isStamped = true;
    else if (line.text.trim() === '') isStamped = false;
    else if (isStamped && last) {
      last.push(line);
      continue;
    }
    runs.push([line]);
  }
  return runs.map((run) => {
    const [first] = run;
    if (!first || run.length === 1) return first as Mended;
    // What hangs below has its blanks from the hand that broke the line.
    const rest = run.slice(1).map((line) => part(line, MARKS.exec(line.text)?.[0].length ?? 0));
    return joined([first, ...(glue === '' ? run.slice(1) : rest)], glue);
  });
}
