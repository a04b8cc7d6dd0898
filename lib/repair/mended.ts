import type { Line } from '../lines.ts';

/** Some units of a mended line, and where in the input they stand. */
export interface Piece {
  text: string;
  /** Counts from 1. */
  line: number;
  /** Columns of the input. Where there are as many as units in `text`, they stand for each other. */
  from: number;
  to: number;
}

/** A line of a log as it was before it was damaged: put together from pieces of the input's lines. */
export interface Mended {
  text: string;
  /** In the order of `text`; never empty. */
  pieces: readonly Piece[];
  /** What tells the connections apart where the lines of several are mixed. */
  key?: string;
}

/** Some units of a line that are to be replaced. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** An input's line as it stands. */
export function asIs({ number, text }: Line): Mended {
  return { text, pieces: [{ text, line: number, from: 0, to: text.length }] };
}

/** The units of a line between two columns. */
export function part(line: Mended, from: number, to = line.text.length): Mended {
  const pieces: Piece[] = [];
  let at = 0;
  for (const piece of line.pieces) {
    const end = at + piece.text.length;
    const start = Math.max(from, at) - at;
    const stop = Math.min(to, end) - at;
    if (start < stop) pieces.push(partOf(piece, start, stop));
    at = end;
  }
  if (pieces.length === 0) pieces.push(emptyAt(line, from));
  return { ...line, text: line.text.slice(from, to), pieces };
}

/** Several lines as one. */
export function joined(lines: readonly Mended[], glue = ''): Mended {
  const pieces: Piece[] = [];
  for (const [index, line] of lines.entries()) {
    const last = pieces.at(-1);
    if (index > 0 && glue !== '' && last) {
      pieces.push({ text: glue, line: last.line, from: last.to, to: last.to });
    }
    pieces.push(...line.pieces);
  }
  return {
    ...lines[0],
    text: lines.map(({ text }) => text).join(glue),
    pieces,
  };
}

/**
 * A line with some of its units replaced.
 *
 * @param edits in their order, without overlaps
 */
export function edited(line: Mended, edits: readonly Edit[]): Mended {
  if (edits.length === 0) return line;
  const pieces: Piece[] = [];
  let text = '';
  let at = 0;
  for (const { from, to, text: words } of edits) {
    if (from > at) pieces.push(...part(line, at, from).pieces);
    const place = span(line, from, to);
    if (words !== '') pieces.push({ text: words, ...place });
    text += line.text.slice(at, from) + words;
    at = to;
  }
  if (at < line.text.length) pieces.push(...part(line, at).pieces);
  if (pieces.length === 0) pieces.push(emptyAt(line, 0));
  return { ...line, text: text + line.text.slice(at), pieces };
}

/**
 * A line with every match of a pattern replaced.
 *
 * @param pattern with the flag `g`
 */
export function replaced(
  line: Mended,
  pattern: RegExp,
  words: (match: RegExpExecArray) => string,
): Mended {
  const edits: Edit[] = [];
  for (const match of line.text.matchAll(pattern)) {
    const text = words(match);
    if (text === match[0]) continue;
    edits.push({ from: match.index, to: match.index + match[0].length, text });
  }
  return edited(line, edits);
}

/** Line and column of the input for a column of a mended line. */
export function placeOf(line: Mended, column: number): { line: number; column: number } {
  let at = 0;
  for (const piece of line.pieces) {
    const end = at + piece.text.length;
    if (column < end || (column === end && piece === line.pieces.at(-1))) {
      const inside = column - at;
      const exact = piece.to - piece.from === piece.text.length;
      return { line: piece.line, column: exact ? piece.from + inside : piece.from };
    }
    at = end;
  }
  const last = line.pieces.at(-1);
  return { line: last?.line ?? 1, column: last?.to ?? 0 };
}

/** Where in the input the units between two columns stand: one span for each of its lines. */
export function spansOf(
  line: Mended,
  from: number,
  to: number,
): { line: number; start: number; end: number }[] {
  const spans: { line: number; start: number; end: number }[] = [];
  for (const piece of part(line, from, to).pieces) {
    const last = spans.at(-1);
    if (last?.line === piece.line && piece.from >= last.start) {
      last.end = Math.max(last.end, piece.to);
    } else if (piece.to > piece.from) {
      spans.push({ line: piece.line, start: piece.from, end: piece.to });
    }
  }
  return spans;
}

function partOf(piece: Piece, start: number, stop: number): Piece {
  const text = piece.text.slice(start, stop);
  if (piece.to - piece.from !== piece.text.length) return { ...piece, text };
  return { text, line: piece.line, from: piece.from + start, to: piece.from + stop };
}

function emptyAt(line: Mended, column: number): Piece {
  const place = placeOf(line, column);
  return { text: '', line: place.line, from: place.column, to: place.column };
}

/** Where the replaced units stand; over a line's end only those on the first line count. */
function span(line: Mended, from: number, to: number): Omit<Piece, 'text'> {
  const [first] = spansOf(line, from, to);
  if (first) return { line: first.line, from: first.start, to: first.end };
  const { text: _, ...place } = emptyAt(line, from);
  return place;
}
