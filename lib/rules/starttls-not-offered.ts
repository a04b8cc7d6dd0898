import { decidingEntries, helloLine } from './evidence.ts';
import type { Rule } from './rule.ts';

/** STARTTLS tried, and the server does not know it: 500, 502, 503… RFC 3207 section 4. */
export const starttlsNotOffered: Rule = {
  id: 'starttls-not-offered',
  severity: 'error',
  *check(session, facts) {
    const { command, reply } = facts.deciding ?? {};
    const note = session.entries[facts.decidingEntry ?? -1];
    if (note?.event === 'tls-failed' && /STARTTLS command failed|find STARTTLS/.test(note.text)) {
      yield { entries: decidingEntries(session, facts) };
      return;
    }
    // 530 asks for something first.
    if (command?.verb !== 'STARTTLS' || reply === undefined || reply.code < 500) return;
    if (reply.code === 530) return;
    const hello = facts.offered.has('STARTTLS') ? [] : helloLine(session);
    yield { entries: [...new Set([...decidingEntries(session, facts), ...hello])] };
  },
};
