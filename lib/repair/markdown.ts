import { edited, replaced, type Mended } from './mended.ts';
import type { Change, Repair } from './repair.ts';

/**
 * What a forum's markup leaves: `MAIL FROM:\<a@example.com\>`, `[a@example.com](mailto:a@example.com)`,
 * every line in backticks or bold, or a row of a table.
 */
export const markdown: Repair = {
  id: 'markdown',
  plan(sample) {
    const changes: Change[] = [];
    if (sample.some(({ text }) => /\\[<>_*[\]#]/.test(text))) {
      changes.push((lines) =>
        lines.map((line) => replaced(line, ESCAPED, (match) => match[1] ?? '')),
      );
    }
    if (sample.some(({ text }) => text.includes(']('))) {
      changes.push((lines) => lines.map((line) => replaced(line, LINK, (match) => match[1] ?? '')));
    }
    const sign = ROUND.find((one) => isRound(sample, one));
    if (sign !== undefined) changes.push((lines) => lines.map((line) => bare(line, sign)));
    return changes;
  },
};

const ESCAPED = /\\([`*_{}[\]()#+\-.!<>|~@])/g;
const LINK = /\[([^\]\s]{1,300})\]\((?:mailto:|https?:\/\/)[^)\s]{1,600}\)/g;
/** Signs around a whole line. */
const ROUND = ['|', '**', '__', '~~', '``', '`', '"', "'", '*'];

function isRound(sample: readonly Mended[], sign: string): boolean {
  const lines = sample.map(({ text }) => text.trim()).filter((text) => text !== '');
  const round = lines.filter((text) => isBetween(text, sign)).length;
  return round > 0 && round >= lines.length * 0.8;
}

function isBetween(text: string, sign: string): boolean {
  return text.length > sign.length * 2 && text.startsWith(sign) && text.endsWith(sign);
}

function bare(line: Mended, sign: string): Mended {
  if (!isBetween(line.text.trim(), sign)) return line;
  const from = line.text.indexOf(sign);
  const end = line.text.trimEnd().length;
  return edited(line, [
    { from, to: from + sign.length, text: '' },
    { from: end - sign.length, to: line.text.length, text: '' },
  ]);
}
