import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyze } from '../lib/analyze.ts';
import { dialects } from '../lib/dialects/index.ts';
import { explain } from '../lib/explain.ts';
import { corpus, type Case } from '../tests/corpus.ts';
import { unknownScore, type UnknownScore } from '../tests/unknown.ts';

/**
 * Measures how well the engine reads logs of programs that it does not know: every dialect of a
 * corpus is read without its own file, by all the others.
 *
 *     npm run -s score:unknown -- [--wrong] [--dialect ID] [FOLDER]
 *
 * Prints the shares of lines with the right direction, code and verb and of sessions with the
 * right outcome, for each dialect and for all. `--wrong` lists what is not right.
 */
const args = process.argv.slice(2);
const only = args.includes('--dialect') ? args[args.indexOf('--dialect') + 1] : undefined;
const folder = args.findLast((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--dialect');
const root = pathToFileURL(`${resolve(folder ?? join(import.meta.dirname, '../tests/corpus'))}/`);
const cases = corpus(root).filter(({ dialect }) => only === undefined || dialect === only);

const FIELDS = ['direction', 'code', 'verb', 'outcome'] as const;
const wrong: string[] = [];
const sums = new Map<string, UnknownScore>();
for (const item of cases) measure(item);

console.log(`${''.padEnd(24)}${FIELDS.map((field) => field.padStart(16)).join('')}`);
const rows = [...sums].filter(([id]) => id !== 'all');
for (const [id, sum] of [...rows, ...[...sums].filter(([id]) => id === 'all')]) {
  console.log(`${id.padEnd(24)}${FIELDS.map((field) => show(sum[field]).padStart(16)).join('')}`);
}
if (args.includes('--wrong')) console.log(`\n${wrong.join('\n')}`);

function measure(item: Case): void {
  const others = dialects.filter(({ id }) => id !== item.dialect);
  const report = explain(analyze(item.text, others));
  const score = unknownScore(item, report);
  for (const id of [item.dialect, 'all']) {
    const sum = sums.get(id) ?? { ...score, wrong: [] };
    const isNew = !sums.has(id);
    for (const field of FIELDS) {
      if (isNew) sum[field] = { ...score[field] };
      else {
        sum[field].right += score[field].right;
        sum[field].all += score[field].all;
      }
    }
    sums.set(id, sum);
  }
  wrong.push(...score.wrong);
}

function show({ right, all }: { right: number; all: number }): string {
  return all === 0 ? '—' : `${right}/${all} ${((100 * right) / all).toFixed(1)}%`;
}
