import { indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** A password or token stands in the log, in base64 as a rule. A challenge's answer gives nothing away. */
export const passwordVisible: Rule = {
  id: 'password-visible',
  severity: 'warning',
  *check(session) {
    const open = session.secrets.filter(({ what }) => what !== 'response');
    if (open.length === 0) return;
    const lines = new Set(open.map(({ line }) => line));
    const isToken = open.every(({ what }) => what === 'token');
    const entries = indexesOf(session, ({ line }) => lines.has(line));
    // A traceback shows the program's own line: server.login("shop@example.com", "secret").
    const isPlain = entries.every((index) => session.entries[index]?.kind === 'note');
    yield {
      entries,
      data: { ...(isToken ? { token: '' } : {}), ...(isPlain ? { plain: '' } : {}) },
    };
  },
};
