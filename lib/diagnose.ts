import { circumstances, loginTraits } from './rules/circumstances.ts';
import { RULES } from './rules/index.ts';
import { areSilentPorts } from './rules/silent-ports.ts';
import type { Analysis, Facts, Finding, Session } from './types.ts';

/**
 * What the rules find in each session of a text, most important first. At most one finding of a
 * session is of severity `error`, and it stands first: the cause. A session that ended well has
 * none. Pure.
 */
export function diagnose(
  sessions: readonly { session: Session; facts: Facts }[],
): Analysis['sessions'] {
  const all = sessions.map(({ session, facts }) => {
    return { session, facts, findings: findingsOf(session, facts) };
  });
  return areSilentPorts(all)
    ? all.map(({ findings, ...one }) => ({ ...one, findings: withPortBlocked(findings) }))
    : all;
}

function findingsOf(session: Session, facts: Facts): Finding[] {
  let cause: Finding | undefined;
  const remarks: Finding[] = [];
  for (const rule of RULES) {
    if (rule.severity === 'error' && (cause || facts.outcome === 'accepted')) continue;
    for (const { id = rule.id, entries, data } of rule.check(session, facts)) {
      const finding = { id, severity: rule.severity, entries, ...(data ? { data } : {}) };
      if (rule.severity !== 'error') remarks.push(finding);
      else cause ??= withProof(finding, session, facts);
    }
  }
  const weight = { error: 0, warning: 1, info: 2 } as const;
  remarks.sort((one, other) => weight[one.severity] - weight[other.severity]);
  return cause ? [cause, ...remarks] : remarks;
}

/** The lines that decided, and those elsewhere in the log that belong to the proof. */
function withProof(finding: Finding, session: Session, facts: Facts): Finding {
  const entries = [...new Set([...finding.entries, ...circumstances(finding.id, session, facts)])];
  if (!LOGINS.has(finding.id)) return { ...finding, entries };
  return { ...finding, entries, data: { ...finding.data, ...loginTraits(session, facts) } };
}

/** What may be the absence of a login. */
const LOGINS: ReadonlySet<string> = new Set([
  'auth-not-offered',
  'auth-required',
  'auth-mechanism-mismatch',
  'relay-denied',
  'wrong-credentials',
]);

function withPortBlocked([cause, ...others]: readonly Finding[]): Finding[] {
  if (!cause) return others;
  return [{ ...cause, id: 'port-blocked', data: { ...cause.data, severalPorts: '' } }, ...others];
}
