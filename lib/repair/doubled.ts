import { part, type Mended } from './mended.ts';
import type { Repair } from './repair.ts';

/** Every line stands twice: two handlers of the same logger, two panes of the same screen. */
export const doubled: Repair = {
  id: 'doubled',
  sure: true,
  plan(sample) {
    const lines = sample.filter(({ text }) => text.trim() !== '');
    if (lines.length < 2) return [];
    let pairs = 0;
    for (let at = 0; at + 1 < lines.length; at++) {
      if (lines[at]?.text !== lines[at + 1]?.text) continue;
      // The same thing said often is no damage.
      if (lines[at + 1]?.text === lines[at + 2]?.text) return [];
      pairs++;
      at++;
    }
    return pairs * 2 >= lines.length * 0.9 ? [once] : [];
  },
};

function once(lines: readonly Mended[]): Mended[] {
  const out: Mended[] = [];
  let twin: string | undefined;
  for (const line of lines) {
    const last = out.at(-1);
    if (last && line.text === twin) {
      // The second one is the first one's end: it gets the same explanation.
      out[out.length - 1] = { ...last, pieces: [...last.pieces, ...part(line, 0, 0).pieces] };
      twin = undefined;
    } else {
      out.push(line);
      twin = line.text;
    }
  }
  return out;
}
