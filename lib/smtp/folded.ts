/** UTF-16 units after which nothing more is joined: ten times a long reply. */
const MAX_TEXT = 5000;

/** Something that goes on over several lines, as one text. */
export interface Folded {
  text: string;
  /** How many lines it takes. */
  lines: number;
  /** The line (0 for the first) and the column where the character at this place of `text` stands. */
  place(at: number): { line: number; column: number };
}

/**
 * Joins a line with those that go on with it: the blanks at the folds become one.
 *
 * @param lines the first one and those after it
 * @param goesOn whether a line belongs to what came so far
 * @param most lines that are joined at most
 */
export function unfold(
  lines: readonly string[],
  goesOn: (line: string, sofar: string) => boolean,
  most: number,
): Folded {
  let text = (lines[0] ?? '').trimEnd();
  /** Where each line begins in `text`, and in itself. */
  const starts = [{ at: 0, column: 0 }];
  for (const line of lines.slice(1, most)) {
    if (text.length > MAX_TEXT || !goesOn(line, text)) break;
    const words = line.trim();
    starts.push({ at: text.length + 1, column: line.length - line.trimStart().length });
    text += ` ${words}`;
  }
  return {
    text,
    lines: starts.length,
    place(at) {
      const line = starts.findLastIndex((start) => start.at <= at);
      const start = starts[line] ?? { at: 0, column: 0 };
      return { line: Math.max(line, 0), column: start.column + at - start.at };
    },
  };
}
