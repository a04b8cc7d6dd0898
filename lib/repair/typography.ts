import { replaced } from './mended.ts';
import type { Repair } from './repair.ts';

/** What word processors and blogs make of plain signs: `250–SIZE`, `“mail”`, `SERVER → CLIENT`. */
export const typography: Repair = {
  id: 'typography',
  plan: (sample) =>
    sample.some(({ text }) => FANCY.test(text))
      ? [(lines) => lines.map((line) => replaced(line, ALL_FANCY, plainOf))]
      : [],
};

const SIGNS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  '→': '->',
  '⟶': '->',
  '➔': '->',
  '←': '<-',
  '⟵': '<-',
  '⇒': '=>',
  '⇐': '<=',
  '≤': '<=',
  '…': '...',
  '«': '<<',
  '»': '>>',
  '‹': '<',
  '›': '>',
  '＜': '<',
  '＞': '>',
  '：': ':',
};
const ALL_FANCY = new RegExp(`[${Object.keys(SIGNS).join('')}—]`, 'g');
const FANCY = new RegExp(ALL_FANCY.source);

function plainOf(match: RegExpExecArray): string {
  const plain = SIGNS[match[0]];
  if (plain !== undefined) return plain;
  // A long dash stands for two hyphens, save in `250—SIZE`.
  return /[2-5]\d\d$/.test(match.input.slice(Math.max(0, match.index - 3), match.index))
    ? '-'
    : '--';
}
