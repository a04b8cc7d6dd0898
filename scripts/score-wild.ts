import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scoreWild, wildLogs } from '../tests/wild.ts';

/**
 * Measures the engine on logs as people post them, and prints what it says instead where it is
 * wrong. What counts as right is said in tests/wild.ts.
 *
 *     npm run -s score:wild -- [FOLDER]
 *
 * FOLDER holds `NNN.log` and `NNN.json`; tests/wild if left out. Exit code 0 whatever the figures
 * are: the tests hold the project to them.
 */
const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../tests/wild'));
const logs = wildLogs(pathToFileURL(`${folder}/`));
const right = { outcome: 0, phase: 0, cause: 0 };

for (const log of logs) {
  const score = scoreWild(log);
  for (const field of ['outcome', 'phase', 'cause'] as const) right[field] += Number(score[field]);
  const mark = (good: boolean): string => (good ? 'right' : 'WRONG');
  const wanted = `${log.outcome} ${log.failedAt} ${[log.cause, ...(log.alsoAcceptable ?? [])].join('|')}`;
  const all = score.outcome && score.phase && score.cause;
  console.log(
    `${log.name}  outcome ${mark(score.outcome)}  phase ${mark(score.phase)}  cause ${mark(score.cause)}` +
      `  ${score.said}${all ? '' : `, not ${wanted}`}`,
  );
}
for (const [field, count] of Object.entries(right)) {
  const share = logs.length === 0 ? 100 : (100 * count) / logs.length;
  console.log(
    `${field.padEnd(10)} ${`${count} of ${logs.length}`.padStart(12)} ${share.toFixed(1).padStart(7)} %`,
  );
}
