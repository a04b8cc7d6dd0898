import { fill } from './locales/fill.ts';
import { words } from './locales/index.ts';
import type { ReportSession } from './report.ts';

/** What comes next when nothing failed, as steps; nothing where something did. */
export function nextSteps({
  outcome,
  queueId,
}: Pick<ReportSession, 'outcome' | 'queueId'>): readonly string[] {
  if (outcome !== 'accepted') return [];
  const { spam, later, ask, askByNumber } = words.afterAccepted;
  return [spam, later, queueId === null ? ask : fill(askByNumber, queueId)];
}
