import { circumstances } from './rules/circumstances.ts';
import { RULES } from './rules/index.ts';
import type { Facts, Finding, Session } from './types.ts';

/**
 * What the rules find in a session, most important first. At most one finding is of severity
 * `error`, and it stands first: the cause. A session that ended well has none. Pure.
 */
export function diagnose(session: Session, facts: Facts): Finding[] {
  let cause: Finding | undefined;
  const remarks: Finding[] = [];
  for (const rule of RULES) {
    if (rule.severity === 'error' && (cause || facts.outcome === 'accepted')) continue;
    for (const { id = rule.id, entries, data } of rule.check(session, facts)) {
      const finding = { id, severity: rule.severity, entries, ...(data ? { data } : {}) };
      if (rule.severity !== 'error') remarks.push(finding);
      else cause ??= { ...finding, entries: withProof(finding, session, facts) };
    }
  }
  const weight = { error: 0, warning: 1, info: 2 } as const;
  remarks.sort((one, other) => weight[one.severity] - weight[other.severity]);
  return cause ? [cause, ...remarks] : remarks;
}

/** The lines that decided, and those elsewhere in the log that belong to the proof. */
function withProof({ id, entries }: Finding, session: Session, facts: Facts): number[] {
  return [...new Set([...entries, ...circumstances(id, session, facts)])];
}
