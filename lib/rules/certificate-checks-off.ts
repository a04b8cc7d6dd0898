import { switchesChecksOff } from '../smtp/words.ts';
import { indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** The log shows that the server's certificate is not checked. */
export const certificateChecksOff: Rule = {
  id: 'certificate-checks-off',
  severity: 'warning',
  *check(session) {
    const entries = indexesOf(
      session,
      ({ kind, text }) => kind === 'note' && switchesChecksOff(text),
    );
    if (entries.length > 0) yield { entries };
  },
};
