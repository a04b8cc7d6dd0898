/** One cell of a table's row. */
export interface Cell {
  /** Without its quotes. */
  text: string;
  /** Column where the text begins. */
  at: number;
}

/**
 * Takes a row of a table apart. A cell in quotes may hold the delimiter; a quote in it is doubled.
 * RFC 4180.
 *
 * @param delimiter one character
 */
export function cellsOf(line: string, delimiter = ','): Cell[] {
  const cells: Cell[] = [];
  for (let at = 0; at <= line.length;) {
    if (line.charAt(at) === '"') {
      const { text, end } = quoted(line, at + 1);
      cells.push({ text, at: at + 1 });
      const next = line.indexOf(delimiter, end);
      at = next < 0 ? line.length + 1 : next + 1;
    } else {
      const next = line.indexOf(delimiter, at);
      const end = next < 0 ? line.length : next;
      cells.push({ text: line.slice(at, end).trimEnd(), at });
      at = end + 1;
    }
  }
  return cells;
}

function quoted(line: string, start: number): { text: string; end: number } {
  let end = start;
  for (;;) {
    const quote = line.indexOf('"', end);
    if (quote < 0) return { text: line.slice(start).replaceAll('""', '"'), end: line.length };
    if (line.charAt(quote + 1) !== '"') {
      return { text: line.slice(start, quote).replaceAll('""', '"'), end: quote + 1 };
    }
    end = quote + 2;
  }
}
