/**
 * Reads a string literal as Python's repr() and Ruby's inspect print it: `b'250 Ok\r\n'`,
 * `"EHLO a\r\n"`. Bytes are read as UTF-8 where they are it.
 *
 * @param text the line
 * @param from column of the opening quote
 * @returns the string and the column behind the closing quote; a literal without its end (a line
 *   that was cut) goes up to the end of the line; undefined where no quote stands
 */
export function readLiteral(
  text: string,
  from: number,
): { value: string; end: number } | undefined {
  const quote = text.charAt(from);
  if (quote !== '"' && quote !== "'") return undefined;
  let value = '';
  let bytes = '';
  let at = from + 1;
  const flush = (): void => {
    value += decodeBytes(bytes);
    bytes = '';
  };
  while (at < text.length && text.charAt(at) !== quote) {
    if (text.charAt(at) !== '\\') {
      flush();
      value += text.charAt(at++);
      continue;
    }
    const code = /^\\(?:x([0-9a-f]{2})|u\{?([0-9a-f]{4,6})\}?)/i.exec(text.slice(at, at + 10));
    if (code?.[1] !== undefined) bytes += String.fromCharCode(parseInt(code[1], 16));
    else {
      flush();
      const letter = text.charAt(at + 1);
      value += code?.[2] === undefined ? (ESCAPES[letter] ?? letter) : point(code[2]);
    }
    at += code?.[0].length ?? 2;
  }
  flush();
  return { value, end: Math.min(at + 1, text.length) };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  v: '\v',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  '0': '\0',
};

function point(hex: string): string {
  const number = parseInt(hex, 16);
  return number > 0x10ffff ? '\ufffd' : String.fromCodePoint(number);
}

function decodeBytes(bytes: string): string {
  if (bytes === '') return '';
  try {
    return decodeURIComponent(
      bytes.replace(/[^]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`),
    );
  } catch {
    return bytes;
  }
}
