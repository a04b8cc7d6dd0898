import type { ShownEntry } from '../lib/shown.ts';
import type { Phase } from '../lib/types.ts';

/** A run of lines: steps shown one by one, or lines of the message, folded. */
export interface Run {
  kind: 'step' | 'message';
  entries: readonly ShownEntry[];
}

/** One part of the session under a heading. */
export interface Group {
  phase: Phase;
  /** The same part came before: EHLO after STARTTLS, the next recipient's message. */
  again: boolean;
  runs: readonly Run[];
}

/** Entries under headings, in the log's order. DATA and the message stand under one heading. */
export function sessionGroups(entries: readonly ShownEntry[]): readonly Group[] {
  const groups: { phase: Phase; again: boolean; entries: ShownEntry[] }[] = [];
  const seen = new Set<Phase>();
  for (const entry of entries) {
    const phase = entry.phase === 'data' ? 'message' : entry.phase;
    const last = groups.at(-1);
    // A note at the end on what came earlier is no new part of the session.
    const isEcho = entry.from === 'tool' && phase !== 'connect' && seen.has(phase);
    if (last && (last.phase === phase || isEcho)) last.entries.push(entry);
    else groups.push({ phase, again: seen.has(phase), entries: [entry] });
    seen.add(phase);
  }
  return groups.map(({ phase, again, entries: own }) => ({ phase, again, runs: runsOf(own) }));
}

function runsOf(entries: readonly ShownEntry[]): readonly Run[] {
  const runs: { kind: Run['kind']; entries: ShownEntry[] }[] = [];
  for (const entry of entries) {
    const kind = isMessage(entry) ? 'message' : 'step';
    const last = runs.at(-1);
    if (kind === 'message' && last?.kind === 'message') last.entries.push(entry);
    else runs.push({ kind, entries: [entry] });
  }
  return runs;
}

/** A line of the message with nothing to say against it. */
function isMessage({ kind, severity }: ShownEntry): boolean {
  return kind === 'content' && severity !== 'error' && severity !== 'warning';
}
