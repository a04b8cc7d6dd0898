import { indexesOf } from './evidence.ts';
import type { Rule } from './rule.ts';

/** `'verify_peer' => false` in PHPMailer's options. */
const CHECKS_OFF =
  /verify_peer(?:_name)?\W{1,16}(?:false|0)\b|allow_self_signed\W{1,16}(?:true|1)\b/i;

/** The log shows that the server's certificate is not checked. */
export const certificateChecksOff: Rule = {
  id: 'certificate-checks-off',
  severity: 'warning',
  *check(session) {
    const entries = indexesOf(
      session,
      ({ kind, text }) => kind === 'note' && CHECKS_OFF.test(text),
    );
    if (entries.length > 0) yield { entries };
  },
};
