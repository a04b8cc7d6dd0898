import { pathOf } from '../smtp/command.ts';
import { exchangeEntries } from './evidence.ts';
import type { Rule } from './rule.ts';

/** The mail went out, but not to everybody. RFC 5321 section 3.3. */
export const someRecipientsRefused: Rule = {
  id: 'some-recipients-refused',
  severity: 'warning',
  *check(session, facts) {
    const { to, rejectedTo } = facts.envelope;
    if (facts.outcome !== 'partially-accepted' || rejectedTo.length === 0) return;
    const refused = session.exchanges.filter(
      ({ command, reply }) =>
        reply !== undefined &&
        reply.code >= 400 &&
        (command?.verb === '.' ||
          (command?.verb === 'RCPT' && rejectedTo.includes(pathOf(command.argument) ?? ''))),
    );
    yield {
      entries: refused.slice(0, SHOWN).flatMap((exchange) => exchangeEntries(session, exchange)),
      data: {
        refusedCount: rejectedTo.length,
        recipientCount: to.length,
        refusedList: shortList(rejectedTo),
      },
    };
  },
};

/** More lines than this are no evidence but a list. */
const SHOWN = 20;

function shortList(addresses: readonly string[]): string {
  const shown = addresses.slice(0, 5).join(', ');
  return addresses.length > 5 ? `${shown} and ${addresses.length - 5} more` : shown;
}
