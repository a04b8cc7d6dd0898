import { fill } from '../lib/locales/fill.ts';
import { words } from '../lib/locales/index.ts';
import type { ShownEntry } from '../lib/shown.ts';

/** How a step is called: by its line, or by its number where all of them stand in one paragraph. */
export function placeWords({ step, line }: Pick<ShownEntry, 'step' | 'line'>): string {
  return step ? fill(words.step, step) : fill(words.line, line);
}
