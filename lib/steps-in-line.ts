import type { ReportEntry, ReportSession } from './report.ts';
import type { Analysis, Entry } from './types.ts';

/** Where the words of an entry stand when it shares its line of the text with others. */
export interface StepPlace {
  /**
   * Puts the entries of a text in the order of the page: the line, and for the further ones of a
   * line a fraction.
   */
  at: number;
  /** Where the entry was cut out of the text; left out where its whole line has to do. */
  cut?: NonNullable<Entry['cut']>;
  /** Counts from 1, where lines tell nothing: the session stands in a paragraph. */
  step?: number;
}

/** More columns than any line has. */
const columns = 1_000_000;

/**
 * Finds the places of a report's entries: a session that stands in one paragraph has all of them on
 * one line.
 *
 * @param analysis what the report was made from; without it nobody knows a column
 */
export function stepPlaces(
  sessions: readonly ReportSession[],
  analysis: Analysis | undefined,
): ReadonlyMap<ReportEntry, StepPlace> {
  const places = new Map<ReportEntry, StepPlace>();
  const onLine = new Map<number, number>();
  const cuts = new Map<ReportEntry, NonNullable<Entry['cut']>>();
  for (const [nth, { entries }] of sessions.entries()) {
    // In the order of the report.
    const known = analysis?.sessions[nth]?.session.entries.toSorted(
      (one, other) => one.line - other.line,
    );
    for (const [index, entry] of entries.entries()) {
      const cut = known?.length === entries.length ? known[index]?.cut : undefined;
      if (cut) cuts.set(entry, cut);
      for (let line = entry.line; line <= (cut?.to ?? entry.line); line++)
        onLine.set(line, (onLine.get(line) ?? 0) + 1);
    }
  }
  const taken = new Set<number>();
  for (const { entries } of sessions) {
    const shares = entries.map((entry) => {
      const cut = cuts.get(entry);
      return cut && Math.max(onLine.get(entry.line) ?? 0, onLine.get(cut.to) ?? 0) > 1
        ? cut
        : undefined;
    });
    const isParagraph = shares.filter(Boolean).length * 2 > entries.length;
    for (const [index, entry] of entries.entries()) {
      const cut = shares[index];
      let at = entry.line + (cut?.start ?? 0) / columns;
      // Two things that one line says and that nobody can part.
      while (taken.has(at)) at += 1 / columns / 100;
      taken.add(at);
      places.set(entry, {
        at,
        ...(cut && { cut }),
        ...(isParagraph && { step: index + 1 }),
      });
    }
  }
  return places;
}
