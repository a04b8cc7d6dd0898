/**
 * Scores the classifier of refusals against a table of labelled replies:
 *   node scripts/score-replies.ts [--folds N | --alone] CASES.tsv CAUSES.md
 * Columns used, by the header: reply, command, and label or family. Prints every confusion, the share
 * that is right, and the mean over the families.
 *
 * With --folds, the table is dealt into N parts, and each part is judged without the phrases that
 * no reply of the other parts has: as if the rules had been written without a look at that part.
 * It comes nearer to what unseen wording gives, and from below: a phrase that was known from
 * elsewhere is left out too. --alone makes each reply a part of its own.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Phase } from '../lib/types.ts';
import type { Refusal } from '../lib/knowledge/refusal-row.ts';
import { classifyBare } from '../lib/rules/bare-reply.ts';
import { normalise } from '../lib/rules/normalise.ts';
import { Phrase } from '../lib/rules/phrase.ts';
import { REFUSAL_TABLES, refusalReader, refusalsRead } from '../lib/rules/refusal.ts';
import { STAGES } from './stages.ts';

interface Case {
  words: string;
  command: string;
  phase: Phase | undefined;
  family: string;
}

const args = process.argv.slice(2);
const isAlone = args.includes('--alone');
const foldsAt = args.indexOf('--folds');
const folds = foldsAt < 0 ? 1 : Number(args[foldsAt + 1]);
const [casesFile = '', causesFile = ''] = args.filter(
  (arg, place) =>
    arg !== '--alone' && (foldsAt < 0 || (place !== foldsAt && place !== foldsAt + 1)),
);
if (!existsSync(casesFile) || !existsSync(causesFile) || !(folds >= 1)) {
  console.error('usage: node scripts/score-replies.ts [--folds N | --alone] CASES.tsv CAUSES.md');
  process.exit(2);
}

const families = new Map<string, string>();
for (const line of readFileSync(causesFile, 'utf8').split('\n')) {
  const [, slug, family] = line.split('|').map((cell) => cell.trim());
  if (slug && family && /^[a-z0-9-]+ ?·?$/.test(slug)) families.set(slug.replace(' ·', ''), family);
}

const cases = readCases(casesFile);
const parts = isAlone ? cases.length : Math.min(folds, cases.length);
const partOf = dealt(cases, parts);
const readers = readersWithout(parts);
const totals = new Map<string, { right: number; all: number }>();
const wrong: string[] = [];
for (const item of cases) {
  const reader = readers[partOf.get(item) ?? 0] ?? refusalsRead;
  const cause = classifyBare(item.words, item.phase, reader);
  const total = totals.get(item.family) ?? { right: 0, all: 0 };
  totals.set(item.family, total);
  total.all += 1;
  if (families.get(cause) === item.family) total.right += 1;
  else {
    const reply = item.words.replaceAll('\n', ' ').slice(0, 160);
    wrong.push(`${item.family.padEnd(20)} ${cause.padEnd(26)} ${item.command.padEnd(5)} ${reply}`);
  }
}
const right = cases.length - wrong.length;
const shares = [...totals.values()].map((total) => total.right / total.all);
const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
console.log(wrong.sort().join('\n'));
console.log(
  `${right} of ${cases.length} right (${((100 * right) / cases.length).toFixed(1)} %), ` +
    `mean over ${shares.length} families ${(100 * mean).toFixed(1)} %`,
);

function readCases(file: string): Case[] {
  const [header = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = header.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    const cell = (name: string) => cells[columns.indexOf(name)] ?? '';
    const command = cell('command');
    return {
      words: cell('reply').replaceAll('\\n', '\n'),
      command,
      phase: STAGES[command],
      family: cell('label') || cell('family'),
    };
  });
}

/** Each case's part: by a hash of its words, so that neighbours of one source are dealt apart. */
function dealt(items: readonly Case[], parts: number): Map<Case, number> {
  const hash = ({ words }: Case) => createHash('sha256').update(words).digest('hex');
  const order = items
    .map((item) => ({ item, key: hash(item) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  return new Map(order.map(({ item }, place) => [item, place % parts]));
}

/** For each part a reader that lacks the phrases which no reply of another part has. */
function readersWithout(parts: number): ReturnType<typeof refusalReader>[] {
  if (parts === 1) return [refusalsRead];
  const texts = cases.map((item) => ({ text: normalise(item.words), part: partOf.get(item) ?? 0 }));
  const { exact, weak, vague, weakest } = REFUSAL_TABLES;
  const rows = [...exact, ...weak, ...vague, ...weakest];
  // Phrase → the one part whose replies have it; -1 where none or several do.
  const owners = new Map<string, number>();
  for (const line of rows.flatMap(({ phrases }) => phrases)) {
    const phrase = new Phrase(line);
    const users = new Set(texts.filter(({ text }) => phrase.isIn(text)).map(({ part }) => part));
    owners.set(line, users.size === 1 ? ([...users][0] ?? -1) : -1);
  }
  return Array.from({ length: parts }, (_, part) => {
    const keep = (row: Refusal): Refusal => ({
      ...row,
      phrases: row.phrases.filter((line) => owners.get(line) !== part),
    });
    return refusalReader({
      exact: exact.map(keep),
      weak: weak.map(keep),
      vague: vague.map(keep),
      weakest: weakest.map(keep),
    });
  });
}
