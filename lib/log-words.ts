import type { ReportEntry, ReportSession } from './report.ts';
import type { Entry } from './types.ts';

/** A step's words as the annotated copy shows them. */
export interface LogWords {
  /** The line's time of day, as written; empty when there is none. */
  time: string;
  /** Its words without time stamp and marks of the tool, secrets masked. */
  text: string;
}

/** What stands for a secret, whatever its length. */
export const mask = '•••••';

/** How far into a line its mark may reach. */
const markReach = 60;
/** PHPMailer's `SMTP INBOUND: "…"`, also as word processors and blogs make it. */
const quote = /["“”″]$/;
const timeStamp =
  /^\[?(?:\d{4}-\d\d-\d\d[T ])?(\d\d:\d\d:\d\d)(?:[.,]\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?\]?[\s|]{0,4}/;

/**
 * Reads a session's words off its log: a function from an entry to what the copy shows. Marks
 * (`CLIENT -> SERVER: `) are learnt from lines whose command or code says where the words begin,
 * and taken off the others (a login's answer, the message) as well. Secrets are masked before
 * anything else happens to the line.
 */
export function logWords(
  session: ReportSession,
  lines: readonly string[],
  cutOf: (entry: ReportEntry) => Entry['cut'] = () => undefined,
): (entry: ReportEntry) => LogWords {
  const masked = maskedLines(session, lines);
  const written = (entry: ReportEntry): string => {
    const { start = 0, end, to = entry.endLine } = cutOf(entry) ?? {};
    const parts: string[] = [];
    for (let line = entry.line; line <= to; line++)
      parts.push(masked(line, line === entry.line ? start : 0, line === to ? end : undefined));
    return parts.join('\n').trim();
  };
  const marks = learnMarks(session, written);
  return (entry) => {
    const { time, rest } = splitTime(written(entry));
    if (entry.from === 'tool') return { time, text: rest.trim() };
    const at = wordsBegin(entry, rest);
    const mark = at > 0 ? rest.slice(0, at) : (marks.find((known) => rest.startsWith(known)) ?? '');
    let text = rest.slice(mark.length).trim();
    if (quote.test(mark) && quote.test(text)) text = text.slice(0, -1);
    return { time, text };
  };
}

/**
 * The log's lines with their secrets masked: a function from a line (1-based), or the stretch of it
 * between two columns, to its words.
 */
export function maskedLines(
  session: ReportSession,
  lines: readonly string[],
): (line: number, from?: number, to?: number) => string {
  const byLine = new Map<number, { start: number; end: number }[]>();
  for (const { line, start, end } of session.secrets) {
    byLine.set(line, [...(byLine.get(line) ?? []), { start, end }]);
  }
  return (line, from = 0, to = Infinity) => {
    const whole = lines[line - 1] ?? '';
    let text = whole.slice(from, to);
    const spans = (byLine.get(line) ?? []).sort((a, b) => b.start - a.start);
    for (const { start, end } of spans) {
      if (start >= to || end <= from) continue;
      text = text.slice(0, Math.max(0, start - from)) + mask + text.slice(Math.min(end, to) - from);
    }
    return text;
  };
}

function splitTime(line: string): { time: string; rest: string } {
  const match = timeStamp.exec(line);
  return match
    ? { time: match[1] ?? '', rest: line.slice(match[0].length) }
    : { time: '', rest: line };
}

/** Column where a command or reply begins; 0 where that can't be told. */
function wordsBegin(entry: ReportEntry, text: string): number {
  const word = entry.code === null ? entry.verb : String(entry.code);
  if (word === null || !/^[A-Z0-9]{3,}$/.test(word)) return 0;
  const at = text
    .slice(0, markReach + word.length)
    .toUpperCase()
    .indexOf(word);
  if (at <= 0 || /[A-Za-z0-9]/.test(text.charAt(at - 1))) return 0;
  return /[A-Za-z0-9]/.test(text.charAt(at + word.length)) ? 0 : at;
}

/** The marks of this log, longest first. A few hundred lines show them all. */
function learnMarks(
  session: ReportSession,
  written: (entry: ReportEntry) => string,
): readonly string[] {
  const marks = new Set<string>();
  for (const entry of session.entries.slice(0, 300)) {
    if (entry.from === 'tool') continue;
    const { rest } = splitTime(written(entry));
    const mark = rest.slice(0, wordsBegin(entry, rest));
    if (mark.trim() !== '') marks.add(mark);
  }
  return [...marks].sort((a, b) => b.length - a.length);
}
