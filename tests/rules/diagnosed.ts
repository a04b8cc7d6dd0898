import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import type { ReportFinding } from '../../lib/report.ts';

/** What the engine says of each session of a log: `auth-failed: wrong-credentials`, `accepted`. */
export function verdicts(log: string): string[] {
  return analyze(log).sessions.map(({ facts, findings }) => {
    const cause = findings.find(({ severity }) => severity === 'error')?.id;
    return cause === undefined ? facts.outcome : `${facts.outcome}: ${cause}`;
  });
}

/** A finding in words, of the first session that has it. */
export function finding(log: string, id: string): ReportFinding | undefined {
  return explain(analyze(log))
    .sessions.flatMap(({ findings }) => findings)
    .find((one) => one.id === id);
}

/** The lines of the log that a finding points at, the deciding one first. */
export function evidence(log: string, id: string): string[] {
  const lines = log.split('\n');
  return (finding(log, id)?.lines ?? []).map((line) => lines[line - 1] ?? '');
}

/** Slugs of all remarks beside the cause, in the order of the report. */
export function remarks(log: string): string[] {
  return explain(analyze(log)).sessions.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity !== 'error').map(({ id }) => id),
  );
}

/** A log of several lines, without the indentation of the test. */
export function log(words: TemplateStringsArray, ...values: readonly string[]): string {
  const lines = String.raw(words, ...values)
    .replace(/^\n/, '')
    .trimEnd()
    .split('\n');
  const indent = Math.min(
    ...lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0),
  );
  return lines.map((line) => line.slice(indent)).join('\n');
}
