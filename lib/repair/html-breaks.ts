import { edited, part, type Mended } from './mended.ts';
import type { Repair } from './repair.ts';

/** Page source: `220 mail.example.org<br>EHLO client`, paragraphs, cells. The tags go, the breaks stay. */
export const htmlBreaks: Repair = {
  id: 'html-breaks',
  plan: (sample) =>
    sample.some(({ text }) => TAG.test(text)) ? [(lines) => lines.flatMap(broken)] : [],
};

const NAMES = 'br|p|div|li|tr|td|th|pre|code|span|ul|ol|table|tbody|b|strong|em|font|samp|kbd|tt';
const TAG = new RegExp(`</?(?:${NAMES})(?: [^<>]{0,300})?/?>`, 'i');
const TAGS = new RegExp(`<(/?)(${NAMES})(?: [^<>]{0,300})?/?>`, 'gi');
/** Tags at which a new line begins. */
const BLOCKS = /^(?:br|p|div|li|tr|pre|ul|ol|table)$/i;

function broken(line: Mended): Mended[] {
  if (!line.text.includes('<')) return [line];
  const out: Mended[] = [];
  let from = 0;
  let edits: { from: number; to: number; text: string }[] = [];
  const take = (to: number): void => {
    const words = edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
    out.push(edited(part(line, from, to), words));
    edits = [];
  };
  for (const match of line.text.matchAll(TAGS)) {
    const end = match.index + match[0].length;
    if (BLOCKS.test(match[2] ?? '')) {
      take(match.index);
      from = end;
    } else
      edits.push({ from: match.index, to: end, text: /^t[dh]$/i.test(match[2] ?? '') ? ' ' : '' });
  }
  take(line.text.length);
  const full = out.filter(({ text }) => text.trim() !== '');
  return full.length > 0 ? full : out.slice(0, 1);
}
