import { evidenceOf } from './evidence.ts';
import { glossaryOf } from './glossary.ts';
import { logWords } from './log-words.ts';
import { nextSteps } from './next-steps.ts';
import { quoteOf } from './quote-of.ts';
import type { Report, ReportEntry, ReportSession } from './report.ts';
import type { Shown, ShownEntry, ShownSession } from './shown.ts';
import { stepPlaces, type StepPlace } from './steps-in-line.ts';
import type { Analysis } from './types.ts';
import { verdictText } from './verdict-text.ts';
import { verdictTitle } from './verdict-title.ts';

/**
 * Makes a report ready to be drawn. Pure.
 *
 * @param text the text that the report is on
 * @param analysis what the report was made from: it knows where on a line the steps of a session
 *   stand that came in one paragraph
 */
export function show(report: Report, text: string, analysis?: Analysis): Shown {
  const lines = text.split('\n');
  const places = stepPlaces(report.sessions, analysis);
  const sessions = report.sessions.map((session) => showSession(session, lines, places));
  return { ...report, sessions, glossary: glossaryOf(sessions.flatMap(textsOf)) };
}

/** The texts whose terms can be looked up. */
function textsOf({ findings, entries, next }: ShownSession): string[] {
  return [
    ...findings.flatMap(({ explanation, fix }) => [explanation, ...fix]),
    ...entries.map(({ full }) => full),
    ...next,
  ];
}

function showSession(
  session: ReportSession,
  lines: readonly string[],
  places: ReadonlyMap<ReportEntry, StepPlace>,
): ShownSession {
  const wordsOf = logWords(session, lines, (entry) => places.get(entry)?.cut);
  const decided = evidenceOf(session);
  const entries = session.entries.map((entry): ShownEntry => {
    const { at = entry.line, cut, step } = places.get(entry) ?? {};
    const end = cut && { line: cut.to, column: cut.end };
    return { ...entry, ...wordsOf(entry), at, ...(end && { end }), ...(step && { step }) };
  });
  return {
    ...session,
    // Lines say nothing where all is one.
    findings: entries[0]?.step
      ? session.findings.map((finding) => ({ ...finding, lines: [] }))
      : session.findings,
    entries,
    sentence: verdictTitle(session),
    decided: decided ? (places.get(decided)?.at ?? decided.line) : null,
    quote: decided ? quoteOf(decided, wordsOf(decided).text) : '',
    next: nextSteps(session),
    copy: verdictText(session),
  };
}
