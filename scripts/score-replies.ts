/**
 * Scores the classifier of refusals against a table of labelled replies:
 *   node scripts/score-replies.ts [--alone] CASES.tsv CAUSES.md
 * Columns used, by the header: reply, command, and label or family. Prints every confusion, the share
 * that is right, and the mean over the families. With --alone, each reply is judged without the
 * phrases that no other reply of the table has: what is left was not written for it, so the share
 * comes nearer to what unseen wording gives.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Phase } from '../lib/types.ts';
import { REFUSALS } from '../lib/knowledge/refusals.ts';
import type { Refusal } from '../lib/knowledge/refusal-row.ts';
import { VAGUE_REFUSALS } from '../lib/knowledge/refusals/vague-refusals.ts';
import { classifyBare } from '../lib/rules/bare-reply.ts';
import { normalise } from '../lib/rules/normalise.ts';
import { Phrase } from '../lib/rules/phrase.ts';
import { refusalReader, refusalsRead } from '../lib/rules/refusal.ts';
import { STAGES } from './stages.ts';

interface Case {
  words: string;
  command: string;
  phase: Phase | undefined;
  family: string;
}

const args = process.argv.slice(2);
const isAlone = args.includes('--alone');
const [casesFile = '', causesFile = ''] = args.filter((arg) => arg !== '--alone');
if (!existsSync(casesFile) || !existsSync(causesFile)) {
  console.error('usage: node scripts/score-replies.ts [--alone] CASES.tsv CAUSES.md');
  process.exit(2);
}

const families = new Map<string, string>();
for (const line of readFileSync(causesFile, 'utf8').split('\n')) {
  const [, slug, family] = line.split('|').map((cell) => cell.trim());
  if (slug && family && /^[a-z0-9-]+ ?·?$/.test(slug)) families.set(slug.replace(' ·', ''), family);
}

const cases = readCases(casesFile);
const users = isAlone ? usersOfPhrases() : new Map<string, number>();
const totals = new Map<string, { right: number; all: number }>();
const wrong: string[] = [];
for (const item of cases) {
  const reader = isAlone ? readerWithout(item.words) : refusalsRead;
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

/** Phrase → how many of the replies have it. */
function usersOfPhrases(): Map<string, number> {
  const texts = cases.map(({ words }) => normalise(words));
  const lines = [...REFUSALS, ...VAGUE_REFUSALS].flatMap(({ phrases }) => phrases);
  return new Map(
    lines.map((line) => {
      const phrase = new Phrase(line);
      return [line, texts.filter((text) => phrase.isIn(text)).length];
    }),
  );
}

/** A reader that lacks the phrases which these words have and no other reply. */
function readerWithout(words: string): ReturnType<typeof refusalReader> {
  const text = normalise(words);
  const keep = (row: Refusal): Refusal => ({
    ...row,
    phrases: row.phrases.filter((line) => users.get(line) !== 1 || !new Phrase(line).isIn(text)),
  });
  return refusalReader(REFUSALS.map(keep), VAGUE_REFUSALS.map(keep));
}
