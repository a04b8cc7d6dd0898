import { exchangeEntries } from './evidence.ts';
import type { Rule } from './rule.ts';

/** STARTTLS was refused, and the program handed over its mail all the same. RFC 3207 section 6. */
export const sentUnencrypted: Rule = {
  id: 'sent-unencrypted',
  severity: 'warning',
  *check(session, facts) {
    const { exchanges } = session;
    const refused = exchanges.findIndex(
      ({ command, reply }) =>
        command?.verb === 'STARTTLS' && reply !== undefined && reply.code >= 400,
    );
    if (refused < 0 || facts.failedAt === 'starttls') return;
    const later = exchanges.slice(refused + 1);
    const isMended = later.some(
      ({ command, reply }) => command?.verb === 'STARTTLS' && reply?.code === 220,
    );
    const went = later.find(
      ({ command, reply }) => command?.verb === 'MAIL' && reply !== undefined && reply.code < 400,
    );
    if (isMended || !went?.command) return;
    yield { entries: [...exchangeEntries(session, exchanges[refused]), went.command.entry] };
  },
};
