import { readFileSync } from 'node:fs';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import type { ReportEntry, ReportFinding, ReportSession } from '../lib/report.ts';

/** The report on the first session of a log. */
export function read(...lines: readonly string[]): ReportSession {
  const [session] = explain(analyze(lines.join('\n'))).sessions;
  if (!session) throw new Error('no session');
  return session;
}

/** The report on one of the captures in `levels/`. */
export function level(name: string): ReportSession {
  return read(readFileSync(new URL(`levels/${name}.log`, import.meta.url), 'utf8'));
}

/** The finding that says why the mail was not sent. */
export function causeOf(session: ReportSession): ReportFinding {
  const cause = session.findings.find(({ severity }) => severity === 'error');
  if (!cause) throw new Error('no cause');
  return cause;
}

/** The explanation of a line, counted from 1. */
export function at(session: ReportSession, number: number): ReportEntry {
  const entry = session.entries.find(({ line }) => line === number);
  if (!entry) throw new Error('no such line');
  return entry;
}

/** PHPMailer's marks. */
export const C = 'CLIENT -> SERVER: ';
export const S = 'SERVER -> CLIENT: ';
