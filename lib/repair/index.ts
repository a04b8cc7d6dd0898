import { isTalk } from '../smtp/foreign-text.ts';
import { asIs, type Mended } from './mended.ts';
import type { Line } from '../lines.ts';
import { DETECT_LINES } from '../limits.ts';
import { doubled } from './doubled.ts';
import { entities } from './entities.ts';
import { fields } from './fields.ts';
import { htmlBreaks } from './html-breaks.ts';
import { invisible } from './invisible.ts';
import { markdown } from './markdown.ts';
import { isFlawless, meritOf, type Reading } from './merit.ts';
import { prefix } from './prefix.ts';
import { quotedPrintable } from './quoted-printable.ts';
import type { Change, Repair } from './repair.ts';
import { reversed } from './reversed.ts';
import { typography } from './typography.ts';
import { wrapped } from './wrapped.ts';

/** What is wrong with units: to be undone wherever it shows, unless the log reads worse then. */
const OF_UNITS: readonly Repair[] = [
  invisible,
  fields,
  quotedPrintable,
  htmlBreaks,
  entities,
  typography,
  markdown,
  doubled,
];

/** What is wrong with lines: to be undone where the log then reads clearly better. */
const OF_LINES: readonly Repair[] = [wrapped, prefix, reversed];

/** A text without any of this is none of ours, however it was damaged. */
const ABOUT_MAIL = /smtp|mail|ehlo|helo|rcpt|starttls|(?<!\d)[245]\d\d[ -]|[45]\.\d\.\d/i;
/** Lines that hypotheses are tried on. */
const SAMPLE = 400;
/** Repairs of lines that may come together: a quotation of a wrapped, reversed log. */
const MAX_ROUNDS = 4;
/** How much better a reading has to be. */
const CLEARLY = 1.5;

/**
 * Undoes what screens, clipboards and pipes did to a log, by hypothesis and score: each kind of
 * damage that shows signs is undone, and what reads better is kept.
 *
 * @param lines the whole text
 * @param first how it reads as it stands
 * @param read reads mended lines
 * @returns undefined where the text reads best as it stands
 */
export function mend(
  lines: readonly Line[],
  first: Reading,
  read: (lines: readonly Mended[]) => Reading,
): readonly Mended[] | undefined {
  if (isFlawless(first)) return undefined;
  if (!lines.slice(0, DETECT_LINES).some(({ text }) => ABOUT_MAIL.test(text))) return undefined;
  if (isTalk(lines.slice(0, SAMPLE).map(({ text }) => text))) return undefined;
  const sample = lines.slice(0, SAMPLE).map(asIs);
  const start: State = {
    lines: sample,
    reading: first,
    merit: meritOf(lines.length > SAMPLE ? read(sample) : first),
    changes: [],
  };
  let state = start;
  for (const repair of OF_UNITS) {
    for (const change of repair.plan(state.lines, state.reading)) {
      const next = after(state, change, read);
      if (next.merit >= state.merit) state = next;
    }
  }
  for (let round = 0; round < MAX_ROUNDS && !isFlawless(state.reading); round++) {
    let best = state;
    const margin = state.reading.sessions.length === 0 ? 0.4 : CLEARLY;
    for (const repair of OF_LINES) {
      for (const change of repair.plan(state.lines, state.reading)) {
        const next = after(state, change, read);
        if (next.merit > best.merit + (best === state ? margin : 0)) best = next;
      }
    }
    if (best === state) break;
    state = best;
  }
  const isFound = start.reading.sessions.length === 0 && state.reading.sessions.length > 0;
  if (state.merit < start.merit + (isFound ? 0.4 : CLEARLY)) return undefined;
  return state.changes.reduce<readonly Mended[]>((all, change) => change(all), lines.map(asIs));
}

interface State {
  lines: readonly Mended[];
  reading: Reading;
  merit: number;
  changes: readonly Change[];
}

function after(state: State, change: Change, read: (lines: readonly Mended[]) => Reading): State {
  const lines = change(state.lines);
  const reading = read(lines);
  return { lines, reading, merit: meritOf(reading), changes: [...state.changes, change] };
}
