import type { Secret, Session } from '../types.ts';
import { placeOf, spansOf, type Mended } from './mended.ts';

/**
 * Gives a session that was read from mended lines the lines and columns of the input. Its entries
 * keep the order in which things happened.
 *
 * @param lines the mended lines that the session was read from
 */
export function restore(session: Session, lines: readonly Mended[]): void {
  let first = Infinity;
  let last = 0;
  for (const entry of session.entries) {
    const line = lines[entry.line - 1];
    if (!line) continue;
    const start = placeOf(line, entry.at);
    const begins = line.pieces[0]?.line ?? start.line;
    const { pieces } = lines[entry.endLine - 1] ?? line;
    const ends = pieces.map((piece) => piece.line);
    const [from] = line.pieces;
    const to = pieces.at(-1);
    if (entry.parts) {
      // Parts are columns of the entry's own line: what was wrapped to another is not shown.
      entry.parts = entry.parts.flatMap((one) => {
        const [place] = spansOf(line, entry.at + one.start, entry.at + one.end);
        if (!place || place.line !== begins) return [];
        return [{ ...one, start: place.start - start.column, end: place.end - start.column }];
      });
      if (entry.parts.length < 2 || start.line !== begins) delete entry.parts;
    }
    if (from && to && to.line >= from.line)
      entry.cut = { start: from.from, end: to.to, to: to.line };
    entry.line = Math.min(begins, ...ends);
    entry.endLine = Math.max(begins, ...ends);
    entry.at = start.line === entry.line ? start.column : 0;
    first = Math.min(first, entry.line);
    last = Math.max(last, entry.endLine);
  }
  session.firstLine = first === Infinity ? 1 : first;
  session.lastLine = Math.max(last, session.firstLine);
  session.secrets = session.secrets.flatMap((secret) => inInput(secret, lines));
}

/**
 * Gives the lines between a session's lines that no entry has (blank ones, what parts the log from
 * its copy) to the entry before.
 *
 * @param sessions all of the text, restored
 */
export function cover(sessions: readonly Session[]): void {
  const covered = new Set<number>();
  for (const { entries } of sessions) {
    for (const { line, endLine } of entries) {
      for (let one = line; one <= endLine; one++) covered.add(one);
    }
  }
  for (const { entries, lastLine } of sessions) {
    const inOrder = entries.toSorted((one, other) => one.line - other.line);
    for (const [at, entry] of inOrder.entries()) {
      const end = inOrder[at + 1]?.line ?? lastLine + 1;
      while (entry.endLine + 1 < end && !covered.has(entry.endLine + 1)) {
        covered.add(++entry.endLine);
      }
    }
  }
}

function inInput(secret: Secret, lines: readonly Mended[]): Secret[] {
  const line = lines[secret.line - 1];
  if (!line) return [];
  return spansOf(line, secret.start, secret.end).map((span) => ({ ...span, what: secret.what }));
}
