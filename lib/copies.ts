import type { Line } from './lines.ts';
import type { Entry, Session } from './types.ts';

/** Lines that a tool prints once more, because an error of its own quotes the whole log so far. */
export interface Copies {
  /**
   * Enters a line that says what an earlier one says.
   *
   * @param back how many lines above it the same line stands
   * @returns whether the earlier line belongs to this session
   */
  add(line: Line, back: number): boolean;
}

/**
 * Knows the lines of a session that stand in the log more than once. A copy changes nothing: it
 * gets the look of the line that it repeats, and says so.
 *
 * @param session gets the entries, and the places of secrets in them
 */
export function createCopies(session: Session): Copies {
  return {
    add(line, back) {
      const index = entryAt(session.entries, line.number - back);
      const original = session.entries[index];
      if (!original || line.number - back > original.endLine) return false;
      const last = session.entries.at(-1);
      session.lastLine = line.number;
      // A line in the middle of what wraps over several: so does its copy.
      if (line.number - back > original.line && last) {
        last.endLine = line.number;
        return true;
      }
      const copy: Entry = {
        ...original,
        line: line.number,
        endLine: line.number,
        duplicateOf: original.duplicateOf ?? index,
      };
      session.entries.push(copy);
      if (copy.credential === undefined) return true;
      for (const secret of session.secrets.filter((one) => one.line === original.line)) {
        session.secrets.push({ ...secret, line: line.number });
      }
      return true;
    },
  };
}

/** The last entry that begins in this line or above it. Entries stand in the order of lines. */
function entryAt(entries: readonly Entry[], line: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).line <= line) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
