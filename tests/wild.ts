import { readdirSync, readFileSync } from 'node:fs';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import type { ReportSession } from '../lib/report.ts';

/** A log as somebody posted it, with what was found out about it. */
export interface WildLog {
  /** `017` */
  name: string;
  text: string;
  outcome: string;
  failedAt: string | null;
  cause: string;
  alsoAcceptable?: string[];
}

/** What the engine makes of a wild log. */
export interface WildScore {
  outcome: boolean;
  phase: boolean;
  cause: boolean;
  /** What it said: outcome, phase, cause, dialect. */
  said: string;
}

/** Reads the logs of a folder: `NNN.log` with `NNN.json` beside it. */
export function wildLogs(folder: URL): WildLog[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => ({
      ...(JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Omit<
        WildLog,
        'name' | 'text'
      >),
      name: file.replace(/\.json$/, ''),
      text: readFileSync(new URL(file.replace(/\.json$/, '.log'), folder), 'utf8'),
    }));
}

/**
 * Compares the report with what was found out. Where a log holds several sessions, the first one
 * that failed counts, else the first. The cause is the first finding of severity `error`, or one
 * that is acceptable too; where the outcome is not a failure (accepted, incomplete), any finding
 * that names it counts. `none` stands for no such finding.
 */
export function scoreWild(log: WildLog): WildScore {
  const { sessions } = explain(analyze(log.text));
  const session = sessions.find(hasFailed) ?? sessions[0];
  const error = session?.findings.find(({ severity }) => severity === 'error')?.id ?? 'none';
  const wanted = [log.cause, ...(log.alsoAcceptable ?? [])];
  const named = [error];
  if (session && !hasFailed(session)) named.push(...session.findings.map(({ id }) => id));
  return {
    outcome: session?.outcome === log.outcome,
    phase: session !== undefined && session.failedAt === log.failedAt,
    cause: session !== undefined && named.some((id) => wanted.includes(id)),
    said: `${session?.outcome} ${session?.failedAt} ${error} [${session?.dialect} ×${sessions.length}]`,
  };
}

function hasFailed({ outcome }: ReportSession): boolean {
  return outcome !== 'accepted' && outcome !== 'incomplete';
}
