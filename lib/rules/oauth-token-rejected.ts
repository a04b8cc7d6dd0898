import type { Entry } from '../types.ts';
import { textOf } from '../smtp/facts.ts';
import { decidingEntries, indexesOf } from './evidence.ts';
import { classifyReply } from './refusal.ts';
import type { Rule } from './rule.ts';

const TOKEN_MECHANISMS: ReadonlySet<string> = new Set(['XOAUTH2', 'OAUTHBEARER']);

/** A login with a token was refused as if it were a password. RFC 7628 section 3.2.2. */
export const oauthTokenRejected: Rule = {
  id: 'oauth-token-rejected',
  severity: 'error',
  *check(session, facts) {
    const { mechanism } = facts.auth;
    const reply = facts.deciding?.reply;
    if (facts.outcome !== 'auth-failed') return;
    // `Failed generating new Access Token for a@example.com`: there was none to log in with.
    if (reply === undefined && /generating new access token/i.test(facts.decidingText)) {
      yield { entries: decidingEntries(session, facts) };
      return;
    }
    if (mechanism === undefined) return;
    if (!TOKEN_MECHANISMS.has(mechanism.toUpperCase())) return;
    // Tried last, after others were refused: it was not the token alone.
    if (!facts.auth.attempted.every((tried) => TOKEN_MECHANISMS.has(tried))) return;
    if (reply === undefined) {
      const refused = indexesOf(session, (entry) => isTokenRefusal(entry));
      if (refused.length > 0) {
        yield { entries: [...new Set([...decidingEntries(session, facts), ...refused])] };
      }
      return;
    }
    const { code, enhanced } = reply;
    const said = classifyReply({ code, enhanced, text: textOf(reply), phase: 'auth' });
    if (said === 'wrong-credentials') yield { entries: decidingEntries(session, facts) };
  },
};

/** The server's 334 holds JSON, `{"status":"400",…}`, coded in Base64 as a rule. */
function isTokenRefusal({ kind, reply }: Entry): boolean {
  return kind === 'reply' && reply?.code === 334 && /^(?:eyJ|\{")/.test(reply.text.trim());
}
