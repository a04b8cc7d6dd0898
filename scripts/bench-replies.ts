/**
 * Measures how fast refusals are classified, on one core:
 *   npm run bench:replies -- cases.tsv
 * The file has columns with a header, of which `reply` and `command` are used. Prints what building
 * the tables costs at the first reply, then replies per second.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Phase } from '../lib/types.ts';
import { classifyBare } from '../lib/rules/bare-reply.ts';
import { STAGES } from './stages.ts';

/** Rounds of about this many milliseconds; the best one counts. */
const ROUND = 500;
const ROUNDS = 6;

const [file = new URL('../tests/rules/wordings.tsv', import.meta.url).pathname] =
  process.argv.slice(2);
if (!existsSync(file)) {
  console.error('usage: npm run bench:replies -- CASES.tsv, a file that exists');
  process.exit(2);
}
const [header = '', ...rows] = readFileSync(file, 'utf8').trim().split('\n');
const columns = header.split('\t');
const replies = rows.map((row): [string, Phase | undefined] => {
  const cells = row.split('\t');
  const text = cells[columns.indexOf('reply')] ?? '';
  return [text.replaceAll('\\n', '\n'), STAGES[cells[columns.indexOf('command')] ?? '']];
});

const start = cpu();
classifyBare('550 5.1.1 User unknown', 'rcpt');
console.log(`first reply: ${(cpu() - start).toFixed(1)} ms`);

let best = 0;
for (let round = 0; round < ROUNDS; round += 1) {
  const from = cpu();
  let count = 0;
  while (cpu() - from < ROUND) {
    for (const [text, phase] of replies) classifyBare(text, phase);
    count += replies.length;
  }
  best = Math.max(best, (1000 * count) / (cpu() - from));
}
console.log(`${Math.round(best).toLocaleString('en')} replies a second`);

/** Milliseconds that this process has computed: what others do on the machine does not count. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
