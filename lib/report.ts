import type { Facts, Kind, Outcome, Party, Phase, Secret, Severity } from './types.ts';

/** What every surface draws: docs/report.schema.json, version 1. */
export interface ReportFinding {
  id: string;
  severity: Severity;
  title: string;
  explanation: string;
  lines: readonly number[];
  party: Party;
  temporary: boolean;
  fix: readonly string[];
  message: string | null;
  references: readonly string[];
}

export interface ReportPart {
  start: number;
  end: number;
  code: number;
  enhanced: string | null;
  brief: string;
}

export type EntrySeverity = 'ok' | 'info' | 'warning' | 'error';

export interface ReportEntry {
  line: number;
  endLine: number;
  from: 'server' | 'client' | 'tool';
  kind: Kind;
  verb: string | null;
  code: number | null;
  enhanced: string | null;
  phase: Phase;
  duplicateOf: number | null;
  severity: EntrySeverity;
  /** At most 60 characters. */
  brief: string;
  full: string;
  parts?: readonly ReportPart[];
}

export interface ReportSession {
  dialect: string;
  title: string;
  firstLine: number;
  lastLine: number;
  server: { host: string; port: number | null } | null;
  tls: Facts['tls'];
  auth: {
    mechanism: string | null;
    result: 'accepted' | 'rejected' | 'none';
    user: string | null;
  };
  envelope: { from: string | null; to: readonly string[]; rejectedTo: readonly string[] };
  outcome: Outcome;
  failedAt: Phase | null;
  queueId: string | null;
  durationMs: number | null;
  findings: readonly ReportFinding[];
  entries: readonly ReportEntry[];
  secrets: readonly Secret[];
}

export interface Report {
  version: 1;
  sessions: readonly ReportSession[];
}
