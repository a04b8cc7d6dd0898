import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import type { Report } from '../lib/report.ts';
import type { Verbosity } from '../lib/types.ts';
import { printReport } from './explain-print.ts';

/**
 * The command line: the engine without a browser. docs/report.md says what it prints and how it
 * exits: 0 explained, 1 no SMTP log in the input, 2 wrong use or unreadable file.
 */
const USAGE = `usage: npm run -s explain -- [--json] [--verbosity problems|brief|full] [FILE…]
Reads standard input when no file is named.`;

function main(): number {
  let values: { json?: boolean; verbosity?: string; help?: boolean };
  let files: string[];
  try {
    ({ values, positionals: files } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        verbosity: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return wrongUse(firstLine(error));
  }
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const verbosity = values.verbosity ?? 'full';
  if (!isVerbosity(verbosity)) {
    return wrongUse(`--verbosity knows problems, brief and full, not "${verbosity}".`);
  }
  let found = 0;
  let unreadable = 0;
  for (const file of files.length > 0 ? files : ['-']) {
    const name = file === '-' ? 'standard input' : file;
    let text: string;
    try {
      text = decode(readFileSync(file === '-' ? 0 : file));
    } catch (error) {
      console.error(`explain: can't read ${name}: ${reason(error)}`);
      unreadable++;
      continue;
    }
    const report = explain(analyze(text));
    if (report.sessions.length > 0) found++;
    else console.error(`explain: no SMTP session found in ${name}.`);
    if (values.json) console.log(JSON.stringify({ file, report }));
    else if (report.sessions.length > 0) show(name, files.length > 1, text, report, verbosity);
  }
  if (unreadable > 0) return 2;
  return found > 0 ? 0 : 1;
}

function show(
  name: string,
  severalFiles: boolean,
  text: string,
  report: Report,
  verbosity: Verbosity,
): void {
  if (severalFiles) console.log(`${name}\n`);
  console.log(printReport(report, text, { verbosity, color: wantsColor(), width: columns() }));
}

/** no-color.org: set, and not empty, NO_COLOR wins; FORCE_COLOR is for pipes and CI. */
function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : process.stdout.isTTY === true;
}

/** As wide as the terminal; in a pipe as COLUMNS says, if it does. */
function columns(): number {
  const asked = Number.parseInt(process.env['COLUMNS'] ?? '', 10);
  return process.stdout.columns ?? (asked > 0 ? asked : 120);
}

function wrongUse(why: string): number {
  console.error(`explain: ${why}`);
  console.error(USAGE);
  return 2;
}

function isVerbosity(word: string): word is 'problems' | 'brief' | 'full' {
  return word === 'problems' || word === 'brief' || word === 'full';
}

/** UTF-8 as a rule; what Windows' shells write is UTF-16 with its mark. Bytes that fit neither become U+FFFD. */
function decode(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? firstLine(error);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder.',
  EACCES: 'reading it is not permitted.',
};

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '';
}

// Letting the process end by itself: what is piped on is written to its end.
process.exitCode = main();
