import { analyze } from '../lib/analyze.ts';
import type { Case, TruthSession } from './corpus.ts';
import type { Damage } from './damage.ts';

/** Whether a damaged log is read as the whole one is. */
export interface Kept {
  outcome: boolean;
  cause: boolean;
  got: string;
  wanted: string;
}

/** Outcome and cause of each session that is read in a text. */
export function verdicts(text: string): { outcome: string; cause: string | null }[] {
  return analyze(text).sessions.map(({ facts, findings }) => ({
    outcome: facts.outcome,
    cause: findings.find(({ severity }) => severity === 'error')?.id ?? null,
  }));
}

/** Whether the engine reads the undamaged log as its ground truth says. */
export function readable({ text, sessions }: Case): boolean {
  return words(verdicts(text)) === words(sessions);
}

/**
 * Damages a log, in one way or in two, and reads it.
 *
 * @returns undefined where the log can't be damaged so
 */
export function kept(item: Case, ...ways: readonly Damage[]): Kept | undefined {
  let text: string | undefined = item.text;
  let times = 1;
  for (const way of ways) {
    text = text === undefined ? undefined : way.apply(text, item);
    times *= way.times ?? 1;
  }
  if (text === undefined) return undefined;
  const isReversed = ways.some(({ id }) => id === 'newest-first');
  // The newest session stands first in the text.
  const sort = <T>(all: T[]): T[] => (isReversed ? all.toSorted(byWords) : all);
  const wanted = sort(Array.from({ length: times }, () => item.sessions).flat());
  const got = sort(verdicts(text));
  return {
    outcome:
      got.map(({ outcome }) => outcome).join() === wanted.map(({ outcome }) => outcome).join(),
    cause: words(got) === words(wanted),
    got: words(got),
    wanted: words(wanted),
  };
}

function words(all: readonly { outcome: string; cause: string | null }[]): string {
  return all.map(({ outcome, cause }) => `${outcome}/${cause}`).join(' ');
}

function byWords(one: unknown, other: unknown): number {
  const [left, right] = [one, other].map((all) => words([all as TruthSession]));
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
