import type { Data, Facts, Session, Severity } from '../types.ts';

/** One diagnosis. Pure: sees one session, yields facts, never prose. */
export interface Rule {
  /** Slug of the cause or warning; the file's name, unless the file holds a table of rows. */
  id: string;
  severity: Severity;
  /** Each thing found: indexes into `session.entries`, the deciding one first. */
  check(
    session: Session,
    facts: Facts,
  ): Iterable<{ id?: string; entries: readonly number[]; data?: Data }>;
}
