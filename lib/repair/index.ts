import { isTalk } from '../smtp/foreign-text.ts';
import type { Dialect } from '../types.ts';
import { asIs, type Mended } from './mended.ts';
import type { Line } from '../lines.ts';
import { hasSmtpWords } from '../smtp/traces.ts';
import { cells } from './cells.ts';
import { doubled } from './doubled.ts';
import { entities } from './entities.ts';
import { fields } from './fields.ts';
import { folded } from './folded.ts';
import { heads } from './heads.ts';
import { htmlBreaks } from './html-breaks.ts';
import { invisible } from './invisible.ts';
import { labels } from './labels.ts';
import { markdown } from './markdown.ts';
import { isFlawless, meritOf, tellsMore, type Reading } from './merit.ts';
import { paragraphOf } from './paragraph.ts';
import { prefix } from './prefix.ts';
import { quotedPrintable } from './quoted-printable.ts';
import type { Change, Repair } from './repair.ts';
import { reversed } from './reversed.ts';
import { typography } from './typography.ts';
import { unmarked } from './unmarked.ts';
import { webServer } from './web-server.ts';
import { wrapped } from './wrapped.ts';

/** What is wrong with units: to be undone wherever it shows, unless the log reads worse then. */
const OF_UNITS: readonly Repair[] = [
  invisible,
  webServer,
  labels,
  fields,
  quotedPrintable,
  htmlBreaks,
  entities,
  typography,
  markdown,
  doubled,
];

/** What is wrong with lines: to be undone where the log then reads clearly better. */
const OF_LINES: readonly Repair[] = [cells, heads, unmarked, wrapped, folded, prefix, reversed];

/** A text without any of this is none of ours, however it was damaged. */
const ABOUT_MAIL =
  /smtp|mail|ehlo|helo|rcpt|starttls|connect|ssl|(?<!\d)[245]\d\d[ -]|[45]\.\d\.\d/i;
/** Lines of a text that may hold no step at all, and yet a program's words on its connection. */
const FEW = 30;
/** Lines that hypotheses are tried on. */
const SAMPLE = 120;
/** Repairs of lines that may come together: a quotation of a wrapped, reversed log. */
const MAX_ROUNDS = 4;
/** Hypotheses that are tried at most: each costs a reading by every dialect. */
const MAX_TRIALS = 50;
/** How much better a reading has to be. */
const CLEARLY = 1.5;
const LITTLE = 0.1;

/**
 * Undoes what screens, clipboards and pipes did to a log, by hypothesis and score: each kind of
 * damage that shows signs is undone, and what reads better is kept.
 *
 * @param lines the whole text
 * @param first how it reads as it stands
 * @param read reads mended lines
 * @param dialects who may read it: they say where a line may begin
 * @returns undefined where the text reads best as it stands
 */
export function mend(
  lines: readonly Line[],
  first: Reading,
  read: (lines: readonly Mended[]) => Reading,
  dialects: readonly Dialect[],
): readonly Mended[] | undefined {
  if (first.sessions.length === 0 && !isAboutMail(lines.slice(0, SAMPLE))) return undefined;
  if (isTalk(lines.slice(0, SAMPLE).map(({ text }) => text))) return undefined;
  const from = Math.max(0, lines.findIndex(({ text }) => hasSmtpWords(text)) - 10);
  const sample = lines.slice(from, from + SAMPLE).map(asIs);
  const isSure = OF_UNITS.some(({ sure, plan }) => sure && plan(sample, first).length > 0);
  if (isFlawless(first) && !isSure) return undefined;
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
      const least = state.merit + (repair.lossy ? LITTLE : 0);
      if (repair.sure || next.merit >= least) {
        state = next;
      }
    }
  }
  let trials = 0;
  const ofLines = [paragraphOf(dialects), ...OF_LINES];
  for (let round = 0; round < MAX_ROUNDS && !isFlawless(state.reading); round++) {
    let best = state;
    for (const repair of ofLines) {
      for (const change of repair.plan(state.lines, state.reading)) {
        if (++trials > MAX_TRIALS) break;
        const next = after(state, change, read);
        if (!tellsMore(state.reading, next.reading)) continue;
        const margin = best === state ? marginOf(repair, state) : 0;
        if (next.merit > best.merit + margin) best = next;
      }
    }
    if (best === state) break;
    state = best;
  }
  if (state.changes.length === 0) return undefined;
  return state.changes.reduce<readonly Mended[]>((all, change) => change(all), lines.map(asIs));
}

/**
 * Whether a text in which nothing was found may be a log: most lines of a log have words of SMTP,
 * few lines of a program or of a letter have.
 */
function isAboutMail(lines: readonly Line[]): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  if (filled.length <= FEW) return filled.some(({ text }) => ABOUT_MAIL.test(text));
  const steps = filled.filter(({ text }) => hasSmtpWords(text)).length;
  return steps >= filled.length * 0.12;
}

interface State {
  lines: readonly Mended[];
  reading: Reading;
  merit: number;
  changes: readonly Change[];
}

/** How much better a log has to read: where nothing was read, or by guessed marks, a little. */
function marginOf({ slight, grave }: Repair, { reading, merit }: State): number {
  const isSilent = reading.sessions.every(({ exchanges }) => exchanges.length === 0);
  if (slight) return LITTLE;
  if (isSilent) return LITTLE * 4;
  if (grave) return Math.max(CLEARLY * 2, merit * 0.2);
  return reading.inferred ? LITTLE * 4 : CLEARLY;
}

function after(state: State, change: Change, read: (lines: readonly Mended[]) => Reading): State {
  const lines = change(state.lines);
  const reading = read(lines);
  return {
    lines,
    reading,
    merit: meritOf(reading),
    changes: [...state.changes, change],
  };
}
