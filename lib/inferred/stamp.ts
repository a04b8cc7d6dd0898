const STAMP = /(?:\d{4}-\d\d-\d\d[ T])?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?/;

/** How far into a line its time stamp may stand. */
const MAX_STAMP = 120;

/**
 * A line's time stamp, as written, with its date if that is year first.
 *
 * @param line one line of a log
 */
export function timeOf(line: string): string | undefined {
  return STAMP.exec(line.slice(0, MAX_STAMP))?.[0];
}
