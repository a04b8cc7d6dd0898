import { replaced } from './mended.ts';
import type { Repair } from './repair.ts';

/** HTML's escapes, by name or number, once or twice: `&lt;`, `&#x3C;`, `&amp;lt;`. */
export const entities: Repair = {
  id: 'entities',
  plan: (sample) =>
    sample.some(({ text }) => text.includes('&') && ENTITY.test(text))
      ? [
          (lines) =>
            lines.map((line) => {
              let out = line;
              for (let depth = 0; depth < 3 && ENTITY.test(out.text); depth++) {
                out = replaced(out, ENTITIES, ([words, name = '']) => charOf(name) ?? words);
              }
              return out;
            }),
        ]
      : [],
};

const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,5});/i;
const ENTITIES = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[\da-f]{1,5});/gi;

const NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function charOf(name: string): string | undefined {
  const number = /^#(x?)([\da-f]+)$/i.exec(name);
  if (!number) return NAMES[name.toLowerCase()];
  const code = Number.parseInt(number[2] ?? '', number[1] === '' ? 10 : 16);
  // A line break is none here: this line stays one.
  if (code === 10 || code === 13 || code === 160) return ' ';
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : undefined;
}
