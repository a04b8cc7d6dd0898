import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import type { ReportSession } from '../lib/types.ts';
import { expected, summary } from '../tests/compare.ts';
import { corpus, type Case, type TruthSession } from '../tests/corpus.ts';

/**
 * Measures the engine on logs with ground truth, and prints a table: for each field how many are
 * right, for the lines how many are explained, for the secrets how many are found.
 *
 *     npm run -s score -- [--wrong] [--dialect ID] [FOLDER]
 *
 * FOLDER holds `<dialect>/<case>.log` and `.json`; tests/corpus if left out. `--wrong` lists what
 * is not right. Exit code 0 whatever the figures are: the tests hold the project to them.
 */
const args = process.argv.slice(2);
const wrongToo = args.includes('--wrong');
const only = args[args.indexOf('--dialect') + 1];
const folder = args.findLast((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--dialect');
const root = pathToFileURL(`${resolve(folder ?? join(import.meta.dirname, '../tests/corpus'))}/`);
const cases = corpus(root).filter((item) => !args.includes('--dialect') || item.dialect === only);

/** right and all, by what is measured. */
const figures = new Map<string, { right: number; all: number }>();
const wrong: string[] = [];

for (const item of cases) measure(item);
for (const [what, { right, all }] of figures) {
  const share = all === 0 ? 100 : (100 * right) / all;
  console.log(
    `${what.padEnd(24)} ${`${right} of ${all}`.padStart(16)} ${share.toFixed(2).padStart(8)} %`,
  );
}
if (wrongToo) console.log(`\n${wrong.join('\n')}`);

function measure(item: Case): void {
  const report = explain(analyze(item.text));
  const lines = item.text.split('\n');
  count('sessions', report.sessions.length === item.sessions.length, item.name);
  for (const [index, truth] of item.sessions.entries()) {
    const session = report.sessions[index];
    count('dialect', session?.dialect === item.dialect, `${item.name}: ${session?.dialect}`);
    if (session) {
      compare(item.name, session, lines, truth);
      explained(item.name, session);
    } else
      for (const line of truth.exchange) count('lines read', false, `${item.name}: ${line.line}`);
  }
}

function compare(
  name: string,
  session: ReportSession,
  lines: readonly string[],
  truth: TruthSession,
): void {
  const got: Record<string, unknown> = summary(session, lines, truth);
  const wanted: Record<string, unknown> = expected(truth);
  for (const [field, want] of Object.entries(wanted)) {
    if (field === 'exchange' || field === 'secrets') continue;
    const [is, should] = [JSON.stringify(got[field]), JSON.stringify(want)];
    count(field, is === should, `${name}: ${field} ${is}, not ${should}`);
  }
  const read = new Set(got['exchange'] as string[]);
  for (const line of wanted['exchange'] as string[]) {
    count('lines read', read.has(line), `${name}: line ${line}`);
  }
  for (const secret of truth.secrets) {
    count('secrets', (got['secrets'] as string[]).includes(secret), `${name}: a secret`);
  }
}

function explained(name: string, { entries, firstLine, lastLine }: ReportSession): void {
  for (let line = firstLine; line <= lastLine; line++) {
    const entry = entries.find((one) => one.line <= line && line <= one.endLine);
    const good =
      entry !== undefined && entry.brief.length <= 60 && entry.brief !== '' && entry.full !== '';
    count('lines explained', good, `${name}: line ${line} has no explanation`);
  }
}

function count(what: string, isRight: boolean, which: string): void {
  const figure = figures.get(what) ?? { right: 0, all: 0 };
  figures.set(what, { right: figure.right + Number(isRight), all: figure.all + 1 });
  if (!isRight) wrong.push(which);
}
