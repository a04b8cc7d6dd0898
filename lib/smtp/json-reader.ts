/** One thing in a JSON text. */
export interface JsonToken {
  kind: 'open' | 'close' | 'value';
  /** For `open` and `close`: a list, not an object. */
  list: boolean;
  /** The key that it stands under; "" for an element of a list and for the text's root. */
  key: string;
  /** For a value: a string without its escapes, a number or a word as written. */
  value: string;
  /** Column of the value's first character. */
  at: number;
}

/** Reads JSON line by line. */
export interface JsonReader {
  /** @param line a line, or a piece that ends where a line does */
  line(line: string): JsonToken[];
}

/**
 * A lenient reader for JSON that may go over many lines, begin in the middle, or stand behind
 * other words. Python's and JavaScript's ways to print an object are read as well. A string that
 * holds JSON of its own is read as if it stood in its place. RFC 8259.
 */
export function createJsonReader(): JsonReader {
  const stack: { list: boolean; key: string }[] = [];
  let key: string | undefined;

  const open = (list: boolean, at: number): JsonToken => {
    const token = { kind: 'open', list, key: key ?? '', value: '', at } as const;
    stack.push({ list, key: key ?? '' });
    key = undefined;
    return token;
  };
  const close = (at: number): JsonToken[] => {
    const top = stack.pop();
    key = undefined;
    return top ? [{ kind: 'close', ...top, value: '', at }] : [];
  };
  const word = (found: Word, line: string): JsonToken[] => {
    if (stack.at(-1)?.list === false && key === undefined && COLON.test(line.slice(found.end))) {
      key = found.value;
      return [];
    }
    const own = { list: false, key: key ?? '' };
    key = undefined;
    if (NESTED.test(found.value)) return nested(found, own.key);
    return [{ kind: 'value', ...own, value: found.value, at: found.at }];
  };

  return {
    line(line) {
      const tokens: JsonToken[] = [];
      const escaped = stack.length === 0 ? escapedIn(line) : undefined;
      if (escaped) return nested(escaped, '');
      for (let at = 0; at < line.length;) {
        if (stack.length === 0) {
          const start = startOf(line, at);
          if (start < 0) break;
          at = start;
          // The text begins in the middle of an object.
          if (!'{['.includes(line.charAt(at))) tokens.push(open(false, at));
        }
        const char = line.charAt(at);
        if ('{['.includes(char)) {
          // No object stands in an object without a key: the one before was cut off.
          if (stack.at(-1)?.list === false && key === undefined) {
            while (stack.length > 0) tokens.push(...close(at));
          }
          tokens.push(open(char === '[', at));
          at++;
        } else if ('}]'.includes(char)) {
          tokens.push(...close(at));
          at++;
        } else if (' \t\r,:;'.includes(char)) {
          at++;
        } else {
          const found = '"\''.includes(char) ? quoted(line, at) : bare(line, at);
          tokens.push(...word(found, line));
          at = found.end;
        }
      }
      return tokens;
    },
  };
}

/** Where JSON begins in a line: an object, a list of objects, or a key with its value. */
function startOf(line: string, from: number): number {
  const at = line.slice(from).search(/\{\s*(?:["']|[A-Za-z]\w*:\s|$)|\[\s*(?:\{|$)/);
  if (at >= 0) return from + at;
  return from === 0 && /^\s*"[\w.-]{1,60}"\s*:/.test(line) ? line.indexOf('"') : -1;
}

/** JSON in a cell of a table (`"{""event"": …}"`), or escaped once (`{\"event\": …}`). */
function escapedIn(line: string): Word | undefined {
  const mark = /"\s*[{[]\s*(?:\{\s*)?""\w|[{[]\s*(?:\{\s*)?\\"\w/.exec(line);
  if (!mark) return undefined;
  return mark[0].startsWith('"')
    ? quoted(line, mark.index, '"')
    : quoted(line, mark.index - 1, '\\', '\0');
}

const COLON = /^\s*:/;
const NESTED = /^\s*(?:\{\s*"|\[\s*\{\s*")/;

interface Word {
  value: string;
  at: number;
  end: number;
  /** The column of each character of the value, where they do not follow each other. */
  columns?: readonly number[];
}

/** @param mark what comes before a quote in the string */
function quoted(line: string, start: number, mark = '\\', quote = line.charAt(start)): Word {
  const columns: number[] = [];
  let value = '';
  let at = start + 1;
  while (at < line.length) {
    const isMarked = line.charAt(at) === mark && (mark === '\\' || line.charAt(at + 1) === mark);
    if (line.charAt(at) === quote && !isMarked) break;
    const escape = isMarked ? line.charAt(at + 1) : '';
    const code = escape === 'u' ? /^[0-9a-f]{4}/i.exec(line.slice(at + 2, at + 6))?.[0] : undefined;
    columns.push(at);
    if (code !== undefined) value += String.fromCharCode(Number.parseInt(code, 16));
    else value += escape === '' ? line.charAt(at) : (ESCAPES[escape] ?? escape);
    at += code === undefined ? (escape === '' ? 1 : 2) : 6;
  }
  return { value, at: start + 1, end: at + 1, columns };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };

function bare(line: string, start: number): Word {
  let end = start + 1;
  while (end < line.length && !' \t\r,:;{}[]"\''.includes(line.charAt(end))) end++;
  return { value: line.slice(start, end), at: start, end };
}

/** `"Message": "{\"notificationType\": …}"`: what the string holds, at the columns of the line. */
function nested({ value, at, columns = [] }: Word, key: string): JsonToken[] {
  const inner = createJsonReader();
  const pieces = value.split('\n');
  const tokens: JsonToken[] = [];
  let from = 0;
  for (const piece of pieces) {
    const start = from;
    for (const token of inner.line(piece)) {
      tokens.push({ ...token, at: columns[start + token.at] ?? at });
    }
    from += piece.length + 1;
  }
  // What was cut off is closed, so that the text around it goes on.
  const left = tokens.reduce(
    (sum, { kind }) => sum + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0),
    0,
  );
  for (let count = 0; count < left; count++) {
    tokens.push({ kind: 'close', list: false, key: '', value: '', at });
  }
  const [root, ...rest] = tokens;
  return root ? [{ ...root, key }, ...rest] : [];
}
