import { stripVTControlCharacters, styleText } from 'node:util';
import type { Report, ReportEntry, ReportFinding, ReportSession } from '../lib/report.ts';
import type { Verbosity } from '../lib/types.ts';
import { en } from '../lib/locales/en.ts';
import { turn } from '../lib/locales/turn.ts';
import { maskedLines } from '../lib/log-words.ts';
import { entryAt } from '../lib/evidence.ts';
import { quoteOf } from '../lib/quote-of.ts';
import { show } from '../lib/show.ts';
import { verdictTitle } from '../lib/verdict-title.ts';

/** How a report is set for a terminal. */
export interface PrintOptions {
  verbosity: Verbosity;
  color: boolean;
  /** Columns of the terminal. */
  width: number;
}

type Style = Parameters<typeof styleText>[0];

/**
 * Sets a report for people: the verdict with what to do, then the log on the left and what each
 * line means on the right. Secrets are masked; control characters of the log are not passed on.
 *
 * @param text the log itself, whose lines the report counts
 */
export function printReport(report: Report, text: string, options: PrintOptions): string {
  const lines = text.split('\n');
  const paint = (style: Style, words: string) =>
    options.color ? styleText(style, words, { validateStream: false }) : words;
  return [
    ...report.sessions.flatMap((session) => {
      const log = harmlessLines(session, lines);
      return [
        ...verdict(session, log, options, paint),
        '',
        ...steps(session, log, options, paint),
        '',
      ];
    }),
    ...(options.verbosity === 'full' ? terms(report, text, options, paint) : []),
  ].join('\n');
}

/** What the terms in the texts above mean. */
function terms(report: Report, text: string, { width }: PrintOptions, paint: Paint): string[] {
  const meanings = Object.values(show(report, text).glossary.definitions).map(
    ({ term, meaning }): [string, string] => [term, meaning],
  );
  const wide = Math.min(width, 100) - 4;
  const out = [...new Map(meanings)]
    .sort(([one], [other]) => one.localeCompare(other, 'en'))
    .flatMap(([term, meaning]) => {
      const [first = '', ...rest] = wrap(`${term}: ${meaning}`, wide);
      return [
        `  ${paint('bold', first.slice(0, term.length))}${first.slice(term.length)}`,
        ...rest.map((line) => `    ${line}`),
      ];
    });
  return out.length === 0 ? [] : [paint('bold', en.wordsUsed), ...out, ''];
}

type Paint = (style: Style, words: string) => string;
/** A line of the log (1-based) as it may be shown. */
type Log = (line: number) => string;

const SIGNS: Readonly<Record<string, readonly [sign: string, style: Style]>> = {
  accepted: ['✔', 'green'],
  'partially-accepted': ['◐', 'yellow'],
  deferred: ['◷', 'yellow'],
  incomplete: ['…', 'gray'],
};

function verdict(session: ReportSession, log: Log, options: PrintOptions, paint: Paint): string[] {
  const [sign, style] = SIGNS[session.outcome] ?? ['✘', 'red'];
  const facts = [
    session.title,
    session.server &&
      `${session.server.host}${session.server.port ? `:${session.server.port}` : ''}`,
    TLS[session.tls],
    session.auth.mechanism &&
      `${session.auth.mechanism}${session.auth.user ? ` as ${session.auth.user}` : ''}`,
    session.durationMs !== null && session.durationMs > 0 && `${session.durationMs / 1000} s`,
    session.queueId && `server’s number ${session.queueId}`,
  ].filter(Boolean);
  const word = `${sign} ${en.outcomes[session.outcome]}`;
  const [first = '', ...more] = wrap(`${word}  ${facts.join(' · ')}`, options.width - 2);
  const out = [
    `${paint(style, word)}${paint('dim', first.slice(word.length))}`,
    ...more.map((line) => `  ${paint('dim', line)}`),
  ];
  if (!session.findings.some(({ title }) => title === verdictTitle(session))) {
    out.push(
      '',
      ...wrap(verdictTitle(session), Math.min(options.width, 100) - 2).map(
        (line) => `  ${paint('bold', line)}`,
      ),
    );
  }
  for (const finding of session.findings) {
    if (options.verbosity === 'problems' && finding.severity === 'info') continue;
    out.push('', ...findingLines(finding, session, log, options, paint));
  }
  return out;
}

const TLS: Readonly<Record<ReportSession['tls'], string | false>> = {
  none: 'not encrypted',
  starttls: 'STARTTLS',
  implicit: 'TLS from the start',
  unknown: false,
};

function findingLines(
  finding: ReportFinding,
  session: ReportSession,
  log: Log,
  { width, verbosity }: PrintOptions,
  paint: Paint,
): string[] {
  const style: Style =
    finding.severity === 'error' ? 'bold' : finding.severity === 'warning' ? 'yellow' : 'dim';
  const wide = Math.min(width, 100) - 2;
  const out = wrap(finding.title, wide).map((line) => `  ${paint(style, line)}`);
  out.push(...wrap(finding.explanation, wide).map((line) => `  ${line}`));
  const [deciding] = finding.lines;
  if (deciding !== undefined && finding.severity === 'error') {
    const entry = entryAt(session, deciding);
    const words = entry ? quoteOf(entry, allOf(entry, log)) : log(deciding).trim();
    out.push(`  ${paint('dim', `line ${deciding}:`)} ${clip(words, wide - 12)}`);
  }
  if (finding.severity === 'error') {
    out.push(...wrap(turn(finding), wide).map((line) => `  ${line}`));
  }
  for (const [index, step] of finding.fix.entries()) {
    const [first = '', ...rest] = wrap(step, wide - 4);
    out.push(`  ${index + 1}. ${first}`, ...rest.map((line) => `     ${line}`));
  }
  if (finding.message !== null) {
    out.push(`  ${paint('dim', `${en.messageTo[finding.party]}:`)}`);
    for (const part of finding.message.split('\n'))
      out.push(...wrap(part, wide - 4).map((line) => `    ${line}`.trimEnd()));
  }
  if (verbosity === 'full' && finding.references.length > 0) {
    const sources = wrap(`${en.references}: ${finding.references.join(', ')}`, wide);
    out.push(...sources.map((line) => `  ${paint('dim', line)}`));
  }
  return out;
}

/** The article's two columns; one below the other where the terminal is narrow. */
function steps(session: ReportSession, log: Log, options: PrintOptions, paint: Paint): string[] {
  const isNarrow = options.width < 90;
  const width = Math.max(40, Math.min(options.width, 180));
  const left = isNarrow ? width : Math.floor(width * 0.47);
  const right = isNarrow ? width - 5 : width - left - 3;
  const out: string[] = [];
  for (const entry of session.entries) {
    const isProblem = entry.severity === 'error' || entry.severity === 'warning';
    if (options.verbosity === 'problems' && !isProblem) continue;
    const rows = rowsOf(entry, log, left - 5);
    const mark = MARKS[entry.severity];
    const brief = wrap(entry.brief, right - 2).map((line) => paint(mark[1], line));
    const full =
      options.verbosity === 'full'
        ? wrap(entry.full, right - 2).map((line) => paint('dim', line))
        : [];
    const said = [...brief, ...full];
    out.push(
      ...columns(entry, rows, said, { isNarrow, left, sign: paint(mark[1], mark[0]) }, paint),
    );
  }
  return out;
}

/** All lines of one thing of the log. */
function allOf({ line, endLine }: ReportEntry, log: Log): string {
  return Array.from({ length: endLine - line + 1 }, (_, index) => log(line + index)).join('\n');
}

/** One thing of the log, set for the left column. Bytes that are no text would fill the screen. */
function rowsOf(entry: ReportEntry, log: Log, width: number): string[] {
  const rows: string[] = [];
  for (let line = entry.line; line <= entry.endLine; line++) {
    const words = log(line).trimEnd();
    if (words === '' && line > entry.line) continue;
    rows.push(...wrap(words.replace(/^ {3,}/, '  '), width));
  }
  return rows.length > MAX_ROWS ? [...rows.slice(0, MAX_ROWS - 1), '…'] : rows;
}

const MAX_ROWS = 12;

const MARKS: Readonly<Record<ReportEntry['severity'], readonly [sign: string, style: Style]>> = {
  ok: ['│', 'cyan'],
  info: ['│', 'gray'],
  warning: ['!', 'yellow'],
  error: ['✘', 'red'],
};

function columns(
  entry: ReportEntry,
  log: readonly string[],
  said: readonly string[],
  { isNarrow, left, sign }: { isNarrow: boolean; left: number; sign: string },
  paint: Paint,
): string[] {
  const number = (index: number) =>
    paint('dim', (index === 0 ? String(entry.line) : '').padStart(4)) + ' ';
  if (isNarrow) {
    return [
      ...log.map((line, index) => `${number(index)}${line}`),
      ...said.map((line) => `     ${sign} ${line}`),
    ];
  }
  const rows = Math.max(log.length, said.length);
  return Array.from({ length: rows }, (_, index) => {
    const words = log[index] ?? '';
    return `${number(index)}${words.padEnd(left - 5)} ${sign} ${said[index] ?? ''}`.trimEnd();
  });
}

/** The log without its secrets, control characters made harmless. */
function harmlessLines(session: ReportSession, lines: readonly string[]): Log {
  const masked = maskedLines(session, lines);
  return (line) => plain(masked(line).replace(/\r$/, '').replace(/\t/g, ' '));
}

function plain(words: string): string {
  // A log may hold escape sequences; a terminal would carry them out.
  // eslint-disable-next-line no-control-regex
  return stripVTControlCharacters(words).replace(/[\u0000-\u001f\u007f-\u009f]/g, '·');
}

function clip(words: string, width: number): string {
  return words.length > width ? `${words.slice(0, width - 1)}…` : words;
}

/** Breaks a text at blanks; a word longer than the width is broken where it must be. */
function wrap(words: string, width: number): string[] {
  const out: string[] = [];
  let line = '';
  for (let word of plain(words.trimEnd()).split(/(?<=\S) /)) {
    while (word.length > width) {
      const room = width - (line === '' ? 0 : line.length + 1);
      if (room < 8) {
        out.push(line);
        line = '';
        continue;
      }
      out.push(line === '' ? word.slice(0, room) : `${line} ${word.slice(0, room)}`);
      word = word.slice(room);
      line = '';
    }
    if (line !== '' && line.length + 1 + word.length > width) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  out.push(line);
  return out;
}
