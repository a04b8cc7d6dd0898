import { joined, part, type Mended } from './mended.ts';
import type { Repair } from './repair.ts';

/**
 * Who speaks stands on a line of its own above the words, as in Nodemailer's first releases:
 *
 *     SEND (1):
 *     └──"EHLO client.example.org\r\n"
 */
export const labels: Repair = {
  id: 'labels',
  plan(sample) {
    const counts = new Map<string, number>();
    for (const { text } of sample) {
      const label = LABEL.exec(text)?.[1];
      if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    const several = [...counts.values()].filter((count) => count > 1).length;
    return several > 1 ? [under] : [];
  },
};

const LABEL = /^(SEND|SENT|RECEIVE|RECEIVED|CLIENT|SERVER)(?: \(\d{1,4}\))?:\s*$/i;
/** What is drawn before the words. */
const BRANCH = /^[\s└─]*/;

function under(lines: readonly Mended[]): Mended[] {
  const found: Mended[] = [];
  for (const line of lines) {
    const before = found.at(-1);
    if (before && LABEL.test(before.text) && !LABEL.test(line.text)) {
      const words = part(line, BRANCH.exec(line.text)?.[0].length ?? 0);
      found[found.length - 1] = joined([before, words], ' ');
    } else found.push(line);
  }
  return found;
}
