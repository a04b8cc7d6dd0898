import { indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** A password or token stands in the log, in base64 as a rule. A challenge's answer gives nothing away. */
export const passwordVisible: Rule = {
  id: 'password-visible',
  severity: 'warning',
  *check(session) {
    const lines = new Set(
      session.secrets.filter(({ what }) => what !== 'response').map(({ line }) => line),
    );
    if (lines.size === 0) return;
    yield { entries: indexesOf(session, ({ line }) => lines.has(line)) };
  },
};
