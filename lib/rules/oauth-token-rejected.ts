import { textOf } from '../smtp/facts.ts';
import { decidingEntries } from './evidence.ts';
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
    if (facts.outcome !== 'auth-failed' || mechanism === undefined || reply === undefined) return;
    if (!TOKEN_MECHANISMS.has(mechanism.toUpperCase())) return;
    const { code, enhanced } = reply;
    const said = classifyReply({ code, enhanced, text: textOf(reply), phase: 'auth' });
    if (said === 'wrong-credentials') yield { entries: decidingEntries(session, facts) };
  },
};
