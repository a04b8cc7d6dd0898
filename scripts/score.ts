import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyze } from '../lib/analyze.ts';
import { dialects } from '../lib/dialects/index.ts';
import { explain } from '../lib/explain.ts';
import type { ReportEntry, ReportSession } from '../lib/report.ts';
import { expected, summary } from '../tests/compare.ts';
import { corpus, negatives, type Case, type TruthSession } from '../tests/corpus.ts';
import { damages } from '../tests/damage.ts';
import { kept, readable } from '../tests/damaged.ts';
import { unknownScore } from '../tests/unknown.ts';
import { scoreWild, wildLogs } from '../tests/wild.ts';
import { createFigures } from './score/figures.ts';

/**
 * Measures the engine on logs with ground truth, and prints a table: for each thing how many are
 * right, and how many should be; then which causes were taken for which others.
 *
 *     npm run -s score -- [--quick] [--wrong] [--dialects] [--dialect ID] [--wild FOLDER]
 *         [--replies CASES.tsv --causes CAUSES.md] [FOLDER]
 *
 * FOLDER holds `<dialect>/<case>.log` and `.json`; tests/corpus if left out. `--wild` names logs as
 * people post them; tests/wild if left out. `--quick` measures the logs alone, and not what becomes
 * of them damaged or without the file of their dialect, which takes minutes. `--wrong` lists what
 * is not right, `--dialects` prints a row for each dialect, `--dialect` measures one. `--replies` and
 * `--causes` add single replies, as they are and in ten parts (`score-replies.ts`). Exit code 0
 * whatever the figures are: the tests hold the project to them.
 */
const args = process.argv.slice(2);
const WITH_VALUE = ['--dialect', '--wild', '--replies', '--causes'];
const named = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const only = named('--dialect');
const folder = args.findLast(
  (arg, at) => !arg.startsWith('--') && !WITH_VALUE.includes(args[at - 1] ?? ''),
);
const home = join(import.meta.dirname, '..');
const root = pathToFileURL(`${resolve(folder ?? join(home, 'tests/corpus'))}/`);
const wild = pathToFileURL(`${resolve(named('--wild') ?? join(home, 'tests/wild'))}/`);

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
  'damaged: outcome': 95,
  'damaged: cause': 95,
  'unlisted: direction': 95,
  'unlisted: outcome': 90,
  'wild: outcome': 98,
  'wild: phase': 95,
  'wild: cause': 93,
  'no false alarm': 100,
});

/** Which cause was taken for which, and how often. */
const taken = new Map<string, number>();

const cases = corpus(root).filter(({ dialect }) => only === undefined || dialect === only);
const isQuick = args.includes('--quick');
for (const item of cases) {
  measure(item);
  if (isQuick) continue;
  measureDamaged(item);
  measureUnlisted(item);
}
if (only === undefined) measureWild();
if (only === undefined && !isQuick) measureSilence();
console.log(figures.table());
if (args.includes('--dialects')) console.log(`\n${figures.groups()}`);
console.log(`\ncauses taken for others (wanted → got):\n${confusions()}`);
if (args.includes('--wrong')) console.log(`\n${figures.wrong().join('\n')}`);
const [replies, causes] = [named('--replies'), named('--causes')];
if (replies !== undefined && causes !== undefined) {
  console.log(`\nsingle replies (family, cause, stage, reply of each that is not right):`);
  console.log(scoreReplies([replies, causes]));
  const [all = ''] = scoreReplies(['--folds', '10', replies, causes]).trim().split('\n').slice(-1);
  console.log(`in ten parts, each without its own phrases: ${all}`);
}

function scoreReplies(values: readonly string[]): string {
  const script = join(import.meta.dirname, 'score-replies.ts');
  return spawnSync(process.execPath, [script, ...values], { encoding: 'utf8' }).stdout;
}

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
  if (session) confuse(wanted.cause ?? 'none', String(got['cause'] ?? 'none'));
  const found = (got['secrets'] ?? []) as string[];
  for (const secret of secrets) count('secrets', found.includes(secret), `${item.name}: a secret`);
}

/** The log, damaged in each of the ways that it can be; one that is misread undamaged tells nothing. */
function measureDamaged(item: Case): void {
  if (!readable(item)) return;
  const count = figures.of(item.dialect);
  for (const way of damages) {
    const got = kept(item, way);
    if (!got) continue;
    count(
      'damaged: outcome',
      got.outcome,
      `${item.name}: ${way.id}: ${got.got}, not ${got.wanted}`,
    );
    count('damaged: cause', got.cause, `${item.name}: ${way.id}: ${got.got}, not ${got.wanted}`);
  }
}

/** The log as one of a program that nobody listed. */
function measureUnlisted(item: Case): void {
  const count = figures.of(item.dialect);
  const others = dialects.filter(({ id }) => id !== item.dialect || id === 'generic');
  const { direction, outcome, wrong } = unknownScore(item, explain(analyze(item.text, others)));
  for (const [what, { right, all }] of Object.entries({ direction, outcome })) {
    for (let one = 0; one < all; one++) {
      count(`unlisted: ${what}`, one < right, `unlisted ${item.name}: ${wrong[0] ?? ''}`);
    }
  }
}

function confuse(wanted: string, got: string): void {
  if (got === wanted) return;
  const pair = `${wanted} → ${got}`;
  taken.set(pair, (taken.get(pair) ?? 0) + 1);
}

function confusions(): string {
  const pairs = [...taken].toSorted(([, one], [, other]) => other - one);
  return (
    pairs.map(([pair, times]) => `${String(times).padStart(5)}  ${pair}`).join('\n') || '   none'
  );
}

function measureWild(): void {
  const count = figures.of('wild');
  for (const log of wildLogs(wild)) {
    const { said, ...score } = scoreWild(log);
    if (!score.cause) confuse(log.cause, said.split(' ')[2] ?? '');
    for (const field of ['outcome', 'phase', 'cause'] as const) {
      count(`wild: ${field}`, score[field], `wild ${log.name}: ${said}`);
    }
  }
}

/** Texts that are no logs, and this project's own sources and documents. */
function measureSilence(): void {
  const count = figures.of('none');
  const own = globSync('**/*.{ts,tsx,json,html,css,md}', {
    cwd: home,
    exclude: ['**/node_modules', '.output', '.wxt', '.git', 'demo-output', 'coverage'],
  });
  const texts = own.map((file) => [file, readFileSync(join(home, file), 'utf8')] as const);
  for (const [name, text] of [...negatives(), ...texts]) {
    count('no false alarm', analyze(text).sessions.length === 0, `${name} is no log`);
  }
}

function measureWords(item: Case, { entries, firstLine, lastLine }: ReportSession): void {
  const count = figures.of(item.dialect);
  for (const { line, brief, full } of entries) {
    const good = brief !== '' && brief.length <= 60 && full !== '';
    count('lines explained', good, `${item.name}: line ${line} of ${firstLine}–${lastLine}`);
  }
}
