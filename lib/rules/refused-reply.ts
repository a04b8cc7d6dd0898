import { textOf } from '../smtp/facts.ts';
import { pathOf } from '../smtp/command.ts';
import type { Data, Facts, Session } from '../types.ts';
import { decidingEntries, hasFailed } from './evidence.ts';
import { classifyReply } from './refusal.ts';
import type { Rule } from './rule.ts';

/** The deciding reply says no: its words and codes name the cause. */
export const refusedReply: Rule = {
  id: 'refused-reply',
  severity: 'error',
  *check(session, facts) {
    const reply = facts.deciding?.reply;
    if (!hasFailed(facts) || reply === undefined || reply.code < 400) return;
    const { code, enhanced } = reply;
    const text = textOf(reply);
    const said = classifyReply({ code, enhanced, text, phase: facts.failedAt });
    const id = facts.failedAt === 'auth' ? ofLogin(said, text) : said;
    yield { id, entries: decidingEntries(session, facts), data: dataOf(session, facts) };
  },
};

/** What the session adds to the words of a reply: the client was about to log in. */
function ofLogin(said: string, text: string): string {
  // What there were too many of are logins.
  if (said === 'rate-limited') return 'brute-force';
  // `503 AUTH command used when not advertised` (Exim)
  if (said === 'protocol-sequence' && /not advertised/i.test(text)) return 'auth-not-offered';
  return said;
}

/** The recipient whom the reply is about. */
function dataOf(session: Session, facts: Facts): Data {
  const { command } = facts.deciding ?? {};
  if (command?.verb === 'RCPT') {
    const recipient = pathOf(command.argument);
    return recipient === undefined ? {} : { recipient };
  }
  // LMTP answers for each recipient after the message's end. RFC 2033 section 4.2.
  if (command?.verb === '.' && session.exchanges.some((one) => one.command?.verb === 'LHLO')) {
    const [recipient] = facts.envelope.rejectedTo;
    return recipient === undefined ? {} : { recipient };
  }
  return {};
}
