import { evidenceOf } from './evidence.ts';
import { glossaryOf } from './glossary.ts';
import { logWords } from './log-words.ts';
import { nextSteps } from './next-steps.ts';
import { quoteOf } from './quote-of.ts';
import type { Report, ReportSession } from './report.ts';
import type { Shown, ShownSession } from './shown.ts';
import { verdictText } from './verdict-text.ts';
import { verdictTitle } from './verdict-title.ts';

/**
 * Makes a report ready to be drawn. Pure.
 *
 * @param text the text that the report is on
 */
export function show(report: Report, text: string): Shown {
  const lines = text.split('\n');
  const sessions = report.sessions.map((session) => showSession(session, lines));
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

function showSession(session: ReportSession, lines: readonly string[]): ShownSession {
  const wordsOf = logWords(session, lines);
  const decided = evidenceOf(session);
  return {
    ...session,
    entries: session.entries.map((entry) => ({ ...entry, ...wordsOf(entry) })),
    sentence: verdictTitle(session),
    decided: decided?.line ?? null,
    quote: decided ? quoteOf(decided, wordsOf(decided).text) : '',
    next: nextSteps(session),
    copy: verdictText(session),
  };
}
