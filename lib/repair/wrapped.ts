import { isKnownCommand } from '../smtp/command.ts';
import { parseReplyLine } from '../smtp/reply.ts';
import { joined, part, type Mended } from './mended.ts';
import type { Change, Repair } from './repair.ts';

/**
 * Long lines were broken at a fixed width, in the middle of a word or at its last blank, and may
 * go on with an indent. The width is that of the longest line; a line goes on where the next one's
 * beginning would not have had room in it.
 */
export const wrapped: Repair = { id: 'wrapped', slight: true, plan };

/** No screen or mail program breaks lines shorter than this. */
const MIN_WIDTH = 30;
const MAX_WIDTH = 250;

function plan(sample: readonly Mended[]): Change[] {
  const width = Math.max(0, ...sample.map(({ text }) => text.length));
  if (width < MIN_WIDTH || width > MAX_WIDTH || sample.length < 2) return [];
  const starts = startsOf(sample);
  // The longest line alone has its length by chance.
  const isUsual = sample.filter(({ text }) => text.length === width).length > 2;
  return [
    (lines) =>
      unwrapped(
        lines,
        '',
        ({ text }, next) => text.length === width && (isUsual || !isStart(next.text, starts)),
      ),
    (lines) =>
      unwrapped(lines, ' ', ({ text }, next) => {
        const word = /^\s*(\S*)/.exec(next.text);
        if (!word || isStart(next.text, starts)) return false;
        return text.length + 1 + word[0].length > width;
      }),
  ];
}

function unwrapped(
  lines: readonly Mended[],
  glue: string,
  goesOn: (line: Mended, next: Mended) => boolean,
): Mended[] {
  const runs: Mended[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const run = runs.at(-1);
    const isMore = before !== undefined && line.text.trim() !== '' && goesOn(before, line);
    if (isMore && run) run.push(line);
    else runs.push([line]);
  }
  const indents = runs.flatMap((run) =>
    run.slice(1).map(({ text }) => text.length - text.trimStart().length),
  );
  const indent = indents.length === 0 ? 0 : Math.min(...indents);
  return runs.map((run) => {
    const [first] = run;
    if (!first || run.length === 1) return first as Mended;
    return joined([first, ...run.slice(1).map((line) => part(line, indent))], glue);
  });
}

/** What many lines begin with. */
function startsOf(lines: readonly Mended[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    const start = startOf(text);
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const least = Math.max(3, lines.length * 0.1);
  return new Set([...counts].flatMap(([start, count]) => (count >= least ? [start] : [])));
}

function startOf(text: string): string {
  return (/^\s*\S{1,20}/.exec(text)?.[0] ?? '').replace(/\d+/g, '#');
}

function isStart(text: string, starts: ReadonlySet<string>): boolean {
  const words = text.trim();
  return starts.has(startOf(text)) || isKnownCommand(words) || parseReplyLine(words) !== undefined;
}
