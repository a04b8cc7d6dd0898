/**
 * Scores the classifier of refusals against a table of labelled replies:
 *   node scripts/score-replies.ts cases.tsv causes.md
 * Columns used: reply, command, label. Prints the accuracy by family and every confusion.
 */
import { existsSync, readFileSync } from 'node:fs';
import { classifyBare } from '../lib/rules/bare-reply.ts';
import { STAGES } from './stages.ts';

const [casesFile = '', causesFile = ''] = process.argv.slice(2);
if (!existsSync(casesFile) || !existsSync(causesFile)) {
  console.error('usage: node scripts/score-replies.ts CASES.tsv CAUSES.md, two files that exist');
  process.exit(2);
}

const families = new Map<string, string>();
for (const line of readFileSync(causesFile, 'utf8').split('\n')) {
  const [, slug, family] = line.split('|').map((cell) => cell.trim());
  if (slug && family && /^[a-z0-9-]+ ?·?$/.test(slug)) families.set(slug.replace(' ·', ''), family);
}

let right = 0;
let all = 0;
const wrong: string[] = [];
for (const row of readFileSync(casesFile, 'utf8').trim().split('\n').slice(1)) {
  const [, reply = '', command = '', , label = ''] = row.split('\t');
  const cause = classifyBare(reply.replaceAll('\\n', '\n'), STAGES[command]);
  all += 1;
  if (families.get(cause) === label) right += 1;
  else
    wrong.push(
      `${label.padEnd(20)} ${cause.padEnd(26)} ${command.padEnd(5)} ${reply.slice(0, 160)}`,
    );
}
console.log(wrong.sort().join('\n'));
console.log(`${right} of ${all} right (${((100 * right) / all).toFixed(1)} %)`);
