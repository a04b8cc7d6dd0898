import { MAX_LINE } from './limits.ts';

/** One line of the input. */
export interface Line {
  /** Counts from 1; lines end with LF. */
  number: number;
  /** Without the line end, cut at MAX_LINE UTF-16 units. Columns are those of the input. */
  text: string;
}

/**
 * Splits a text into lines.
 *
 * A line ends with LF; one CR before it belongs to the line end, a lone CR to the line. A byte
 * order mark at the start is read as a blank, so that columns stay those of the input. A line
 * longer than MAX_LINE is cut. The empty string after a final LF is no line.
 *
 * @param text any text
 * @param max where lines are cut instead, in UTF-16 units
 */
export function* linesOf(text: string, max = MAX_LINE): Generator<Line> {
  let number = 0;
  for (let from = 0; from < text.length;) {
    const lf = text.indexOf('\n', from);
    const next = lf < 0 ? text.length : lf;
    let end = next;
    if (lf > from && text.charCodeAt(lf - 1) === 13) end--;
    let line = text.slice(from, Math.min(end, from + max));
    if (number === 0 && line.charCodeAt(0) === 0xfeff) line = ` ${line.slice(1)}`;
    yield { number: ++number, text: line };
    from = next + 1;
  }
}
