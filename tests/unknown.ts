import type { Report } from '../lib/report.ts';
import type { Case } from './corpus.ts';

/** How many are right, of how many. */
interface Figure {
  right: number;
  all: number;
}

/** How well a log was read by those who do not know its program. */
export interface UnknownScore {
  /** Lines of the exchange taken for the right side's. */
  direction: Figure;
  /** Replies with the right code. */
  code: Figure;
  /** Commands with the right verb. */
  verb: Figure;
  /** Sessions with the right outcome. */
  outcome: Figure;
  /** What is not right, a line each. */
  wrong: string[];
}

/**
 * Compares a report with a case's ground truth, line by line, whatever name the dialect got.
 *
 * @param item the case
 * @param report what the engine made of its text
 */
export function unknownScore(item: Case, report: Report): UnknownScore {
  const zero = (): Figure => ({ right: 0, all: 0 });
  const score: UnknownScore = {
    direction: zero(),
    code: zero(),
    verb: zero(),
    outcome: zero(),
    wrong: [],
  };
  const count = (what: 'direction' | 'code' | 'verb' | 'outcome', is: boolean, which: string) => {
    score[what].all++;
    if (is) score[what].right++;
    else score.wrong.push(`${item.name} ${what}: ${which}`);
  };
  const lines = item.text.split('\n');
  const read = report.sessions.flatMap(({ entries }) =>
    entries.filter(({ from, kind }) => from !== 'tool' && kind !== 'note'),
  );
  for (const [index, truth] of item.sessions.entries()) {
    for (const { line, from, code, verb } of truth.exchange) {
      const here = read.filter((entry) => entry.line <= line && line <= entry.endLine);
      const shown = `${line} ${from} ${code ?? verb}: ${(lines[line - 1] ?? '').slice(0, 150)}`;
      count(
        'direction',
        here.some((entry) => entry.from === from),
        shown,
      );
      if (from === 'server')
        count(
          'code',
          here.some((entry) => entry.code === code),
          shown,
        );
      else
        count(
          'verb',
          here.some((entry) => entry.verb === verb),
          shown,
        );
    }
    const outcome = report.sessions[index]?.outcome;
    const dialect = report.sessions[0]?.dialect ?? 'none';
    count(
      'outcome',
      outcome === truth.outcome,
      `session ${index + 1} ${outcome}, not ${truth.outcome} (${dialect}, ${report.sessions.length} of ${item.sessions.length})`,
    );
  }
  return score;
}
