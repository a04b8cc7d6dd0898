import { readLiteral } from '../smtp/literal.ts';

/** A reply whose code and words stand apart. */
export interface SplitCode {
  /** The reply put together: `550 5.1.1 No such user`. */
  text: string;
  /** Column of the words, else of the code. */
  at: number;
}

/** `retcode (550); Msg: b'…'`, `code=550 msg="…"`, `(354, b'End data')`, `"code": 550, "message": "…"`, `[550] 'No such user'` */
const APART =
  /(?:^\s?\[([2-5][0-5]\d)\] (?=')|\b(?:ret(?:urn)?_?code|(?:smtp_?|reply_?|response_?|status_?)?code|status)["']?\s?[=:(]?\s?["'(]?([2-5][0-5]\d)["')]?[;,]?\s{1,2}["']?(?:msg|message|text|response|reply|reason|description)["']?\s?[=:]\s?|\(([2-5][0-5]\d), ?)(?=b?["'\w])/i;

/**
 * Reads a line which shows a reply's code and its words in two places.
 *
 * @param line one line of a log
 */
export function splitCode(line: string): SplitCode | undefined {
  const match = APART.exec(line.slice(0, 400));
  const code = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || code === undefined) return undefined;
  const start = match.index + match[0].length;
  const quote =
    line.charAt(start) === 'b' && /["']/.test(line.charAt(start + 1)) ? start + 1 : start;
  const literal = readLiteral(line, quote);
  const words = (literal?.value ?? line.slice(start)).trim();
  const lines = words.split(/\r?\n/);
  const text = lines
    .map((one, index) => `${code}${index < lines.length - 1 ? '-' : ' '}${one}`)
    .join('\n');
  return { text, at: match.index + match[0].indexOf(code) };
}
