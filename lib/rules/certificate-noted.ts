import { classifyFailure } from './client-failure.ts';
import { indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/**
 * The tool found fault with the certificate and went on all the same (`openssl s_client`), and the
 * log shows no other end: a program that checks would have stopped here.
 */
export const certificateNoted: Rule = {
  id: 'certificate-noted',
  severity: 'error',
  *check(session, facts) {
    if (facts.outcome !== 'incomplete') return;
    const noted = indexesOf(
      session,
      ({ kind, text }) => kind === 'note' && text.startsWith('verify error:num='),
    );
    for (const index of noted) {
      const cause = classifyFailure(session.entries[index]?.text ?? '')?.cause;
      if (cause?.startsWith('certificate-')) yield { id: cause, entries: [index] };
    }
  },
};
