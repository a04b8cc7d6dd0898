import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import type { ReportEntry, ReportSession } from '../lib/report.ts';
import { expected, summary } from '../tests/compare.ts';
import { corpus, type Case, type TruthSession } from '../tests/corpus.ts';
import { createFigures } from './score/figures.ts';

/**
 * Measures the engine on logs with ground truth, and prints a table: for each thing how many are
 * right, and how many should be.
 *
 *     npm run -s score -- [--wrong] [--dialects] [--dialect ID] [FOLDER]
 *
 * FOLDER holds `<dialect>/<case>.log` and `.json`; tests/corpus if left out. `--wrong` lists what
 * is not right, `--dialects` prints a row for each dialect, `--dialect` measures one. Exit code 0
 * whatever the figures are: the tests hold the project to them.
 */
const args = process.argv.slice(2);
const only = args.includes('--dialect') ? args[args.indexOf('--dialect') + 1] : undefined;
const folder = args.findLast((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--dialect');
const root = pathToFileURL(`${resolve(folder ?? join(import.meta.dirname, '../tests/corpus'))}/`);

/** What is measured, and how much of it should be right, in per cent. */
const figures = createFigures({
  direction: 99.5,
  code: 99.5,
  verb: 99.5,
  dialect: 99,
  sessions: 99,
  outcome: 98,
  failedAt: 98,
  cause: 98,
  tls: 98,
  auth: 98,
  envelope: 98,
  server: 98,
  port: 98,
  exchange: 98,
  secrets: 100,
  'lines explained': 100,
});

for (const item of corpus(root)) if (only === undefined || item.dialect === only) measure(item);
console.log(figures.table());
if (args.includes('--dialects')) console.log(`\n${figures.groups()}`);
if (args.includes('--wrong')) console.log(`\n${figures.wrong().join('\n')}`);

function measure(item: Case): void {
  const report = explain(analyze(item.text));
  const count = figures.of(item.dialect);
  const lines = item.text.split('\n');
  count('sessions', report.sessions.length === item.sessions.length, item.name);
  for (const [index, truth] of item.sessions.entries()) {
    const session = report.sessions[index];
    count('dialect', session?.dialect === item.dialect, `${item.name}: ${session?.dialect}`);
    measureLines(item, truth, session?.entries ?? []);
    measureFields(item, truth, session, lines);
    if (session) measureWords(item, session);
  }
}

/** Line by line: who speaks, with which code or verb. */
function measureLines(item: Case, truth: TruthSession, entries: readonly ReportEntry[]): void {
  const count = figures.of(item.dialect);
  for (const { line, from, code, verb } of truth.exchange) {
    const here = entries.filter((one) => one.line <= line && line <= one.endLine);
    const where = `${item.name}: line ${line}`;
    count(
      'direction',
      here.some((one) => one.from === from),
      `${where}: not the ${from}`,
    );
    if (code !== undefined)
      count(
        'code',
        here.some((one) => one.code === code),
        `${where}: ${code}`,
      );
    if (verb !== undefined)
      count(
        'verb',
        here.some((one) => one.verb === verb),
        `${where}: ${verb}`,
      );
  }
}

function measureFields(
  item: Case,
  truth: TruthSession,
  session: ReportSession | undefined,
  lines: readonly string[],
): void {
  const count = figures.of(item.dialect);
  const got: Record<string, unknown> = session ? summary(session, lines, truth) : {};
  const { secrets, ...wanted } = expected(truth);
  for (const [field, want] of Object.entries(wanted)) {
    const [is, should] = [JSON.stringify(got[field]), JSON.stringify(want)];
    count(field, is === should, `${item.name}: ${field} ${is}, not ${should}`);
  }
  const found = (got['secrets'] ?? []) as string[];
  for (const secret of secrets) count('secrets', found.includes(secret), `${item.name}: a secret`);
}

function measureWords(item: Case, { entries, firstLine, lastLine }: ReportSession): void {
  const count = figures.of(item.dialect);
  for (const { line, brief, full } of entries) {
    const good = brief !== '' && brief.length <= 60 && full !== '';
    count('lines explained', good, `${item.name}: line ${line} of ${firstLine}–${lastLine}`);
  }
}
