import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { corpus } from '../tests/corpus.ts';
import { damages, type Damage } from '../tests/damage.ts';
import { kept, readable, type Kept } from '../tests/damaged.ts';

/**
 * Measures how well the engine reads damaged logs: each case of a folder in each way of
 * tests/damage.ts. Of the cases that it reads right undamaged, how many keep outcome and cause?
 *
 *     npm run -s score:damage -- [--wrong] [--damage ID] [--dialect ID] [--pairs] [--part N] [FOLDER]
 *
 * Prints a table per damage and one per dialect; `--wrong` lists what was lost; `--pairs` damages each
 * case twice, in two ways that the case's number picks; `--part 5` measures every fifth variant.
 */
const args = process.argv.slice(2);
const named = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const folder = args.findLast(
  (arg, at) =>
    !arg.startsWith('--') && !['--damage', '--dialect', '--part'].includes(args[at - 1] ?? ''),
);
const root = pathToFileURL(`${resolve(folder ?? join(import.meta.dirname, '../tests/corpus'))}/`);
const only = named('--dialect');
const cases = corpus(root).filter(
  (item) => (only === undefined || item.dialect === only) && readable(item),
);
const ways = damages.filter(({ id }) => [undefined, id].includes(named('--damage')));

interface Figure {
  all: number;
  outcome: number;
  cause: number;
}
const byDamage = new Map<string, Figure>();
const byDialect = new Map<string, Figure>();
const total: Figure = { all: 0, outcome: 0, cause: 0 };
const lost: string[] = [];

const step = Number(named('--part') ?? 1);
for (const [nth, item] of cases.entries()) {
  for (const [at, way] of ways.entries()) {
    if ((nth + at) % step === 0) measure(way.id, item.name, item.dialect, kept(item, way));
  }
}
if (args.includes('--pairs')) {
  for (const [at, item] of cases.entries()) {
    for (let nth = 0; nth < 8; nth++) {
      const one = pick(at * 31 + nth * 17);
      const other = pick(at * 13 + nth * 29 + 7);
      if (one.id === other.id) continue;
      measure('pairs', item.name, item.dialect, kept(item, one, other), `${one.id}+${other.id}`);
    }
  }
}
print('damage', byDamage);
print('dialect', byDialect);
print('all', new Map([['all', total]]));
if (args.includes('--wrong')) console.log(`\n${lost.join('\n')}`);

function pick(number: number): Damage {
  return damages[number % damages.length] as Damage;
}

function measure(way: string, name: string, dialect: string, is?: Kept, detail = way): void {
  if (!is) return;
  for (const figure of [figureOf(byDamage, way), figureOf(byDialect, dialect), total]) {
    figure.all++;
    figure.outcome += Number(is.outcome);
    figure.cause += Number(is.cause);
  }
  if (!is.outcome || !is.cause) lost.push(`${detail} ${name}: ${is.got}, not ${is.wanted}`);
}

function figureOf(figures: Map<string, Figure>, key: string): Figure {
  const figure = figures.get(key) ?? { all: 0, outcome: 0, cause: 0 };
  figures.set(key, figure);
  return figure;
}

function print(title: string, figures: ReadonlyMap<string, Figure>): void {
  console.log(
    `\n${title.padEnd(26)} ${'variants'.padStart(9)} ${'outcome %'.padStart(10)} ${'cause %'.padStart(10)}`,
  );
  for (const [key, { all, outcome, cause }] of figures) {
    const share = (part: number) => ((100 * part) / all).toFixed(1).padStart(10);
    console.log(`${key.padEnd(26)} ${String(all).padStart(9)} ${share(outcome)} ${share(cause)}`);
  }
}
