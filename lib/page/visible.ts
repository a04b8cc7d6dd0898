import type { Splits } from './splits.ts';
import type { BlockText } from './text.ts';

/** Lines above and below the view that carry badges too, so that scrolling meets no blank ones. */
const margin = 120;

/**
 * Which lines of a long block are in or near the view; with `target`, those around that line.
 * Lines stand in the order of the text, so that halving finds the edges.
 */
export function visibleLines(
  read: BlockText,
  splits: Splits,
  target: number | undefined,
): { first: number; last: number } {
  const count = read.lines.length;
  if (target !== undefined) return { first: target - margin, last: target + margin };
  const height = globalThis.innerHeight || 800;
  const first = search(count, (line) => topOf(read, splits, line) >= 0);
  const last = search(count, (line) => topOf(read, splits, line) > height);
  return { first: first - margin, last: last + margin };
}

/** The first line from 1 to `count` for which the test holds; `count` where there is none. */
function search(count: number, test: (line: number) => boolean): number {
  let low = 1;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A line's distance from the top of the view in px; that of the next line which is not empty. */
function topOf(read: BlockText, splits: Splits, line: number): number {
  for (let at = line; at <= Math.min(line + 50, read.lines.length); at++) {
    const spot = read.startOf(at);
    if (!spot) continue;
    const { node, offset } = splits.resolve(spot);
    const range = node.ownerDocument.createRange();
    range.setStart(node, offset);
    range.setEnd(node, Math.min(offset + 1, node.length));
    return range.getBoundingClientRect().top;
  }
  return Infinity;
}
