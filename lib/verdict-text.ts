import { fill } from './locales/fill.ts';
import { words } from './locales/index.ts';
import { turn } from './locales/turn.ts';
import type { ReportFinding, ReportSession } from './report.ts';
import { causeOf, entryAt, evidenceOf, remarksOf } from './evidence.ts';
import { nextSteps } from './next-steps.ts';
import { verdictTitle } from './verdict-title.ts';

/**
 * The verdict as plain text, to be sent to somebody: outcome, sentence, the lines that show it in
 * our own words, steps. Never a secret and never the log: nothing of its text is used.
 */
export function verdictText(session: ReportSession): string {
  const cause = causeOf(session);
  const parts = [
    `${words.product}: ${words.outcomes[session.outcome]}`,
    verdictTitle(session),
    serverLine(session),
    '',
    ...evidence(session, cause),
    ...(cause ? details(cause) : []),
    ...steps(words.whatNext, nextSteps(session)),
    ...remarks(session),
  ];
  return `${parts
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function serverLine({ server }: ReportSession): string {
  if (server === null) return '';
  return `${words.from.server}: ${server.host}${server.port === null ? '' : `:${server.port}`}`;
}

function evidence(session: ReportSession, cause: ReportFinding | undefined): string[] {
  const entries = cause ? cause.lines.map((line) => entryAt(session, line)) : [evidenceOf(session)];
  const shown = entries.flatMap((entry) => {
    if (!entry) return [];
    const codes = [entry.code, entry.enhanced].filter((code) => code !== null).join(' ');
    return [`- ${fill(words.line, entry.line)}: ${codes ? `${codes} ` : ''}${entry.brief}`];
  });
  return shown.length ? [`${words.shownBy}:`, ...shown, ''] : [];
}

function details(cause: ReportFinding): string[] {
  return [cause.explanation, '', turn(cause), '', ...steps(words.whatToDo, cause.fix)];
}

function steps(title: string, list: readonly string[]): string[] {
  return list.length ? [`${title}:`, ...list.map((step, i) => `${i + 1}. ${step}`), ''] : [];
}

function remarks(session: ReportSession): string[] {
  const others = remarksOf(session);
  return others.length ? [`${words.alsoNoticed}:`, ...others.map(({ title }) => `- ${title}`)] : [];
}
