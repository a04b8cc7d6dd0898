import { replaced } from './mended.ts';
import type { Repair } from './repair.ts';

/**
 * Units that nobody sees: blanks that are none to a program, units of no width, a terminal's
 * colours, also where a page has eaten the escape and left the rest: `[32m250 OK[0m`.
 */
export const invisible: Repair = {
  id: 'invisible',
  plan: (sample) =>
    sample.some(({ text }) => UNSEEN.test(text))
      ? [(lines) => lines.map((line) => replaced(line, ALL_UNSEEN, inPlain))]
      : [],
};

const SIGNS =
  '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]|[\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060\\ufeff]|\\u001b\\[[\\d;?]{0,20}[A-Za-z]|\\u001b[()][A-Z0-9]|\\[(?:\\d{1,3}(?:;\\d{1,3}){0,6})?[mK]';
const UNSEEN = new RegExp(SIGNS);
const ALL_UNSEEN = new RegExp(SIGNS, 'g');

function inPlain([words]: RegExpExecArray): string {
  return /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/.test(words) ? ' ' : '';
}
