import { textOf } from '../smtp/facts.ts';
import { pathOf } from '../smtp/command.ts';
import type { Data, Facts, Session } from '../types.ts';
import { decidingEntries, hasFailed } from './evidence.ts';
import { classifyFailure } from './client-failure.ts';
import { refusalsRead } from './refusal.ts';
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
    const known = { code, enhanced, text, phase: facts.failedAt };
    const said =
      refusalsRead.byWords(known) ?? ofConnection(text, facts) ?? refusalsRead.byCodes(known);
    const data = dataOf(session, facts);
    const id =
      facts.failedAt === 'auth'
        ? ofLogin(said, text)
        : ofRecipient(said, text, data['recipient'], facts.server?.host ?? session.peer?.host);
    yield { id, entries: decidingEntries(session, facts), data };
  },
};

/**
 * In place of a greeting, somebody between client and server tells that he has no connection:
 * `421 Cannot connect to SMTP server 192.0.2.1 (192.0.2.1:25), connect error 10060` (Avast, AVG)
 */
function ofConnection(text: string, { failedAt }: Facts): string | undefined {
  return failedAt === 'greeting' || failedAt === 'connect'
    ? classifyFailure(text)?.cause
    : undefined;
}

/** What the session adds to the words of a reply: the client was about to log in. */
function ofLogin(said: string, text: string): string {
  // What there were too many of are logins.
  if (said === 'rate-limited') return 'brute-force';
  // `503 AUTH command used when not advertised` (Exim)
  if (said === 'protocol-sequence' && /not advertised/i.test(text)) return 'auth-not-offered';
  return said;
}

/**
 * Exim says `550 Unrouteable address` of a mailbox that it does not have and of a domain that nobody
 * has. A server in the recipient's own domain speaks of the mailbox.
 */
function ofRecipient(
  said: string,
  text: string,
  recipient: string | number | undefined,
  host: string | undefined,
): string {
  if (said !== 'domain-not-found' || host === undefined || !/unrouteable address/i.test(text)) {
    return said;
  }
  const domain = String(recipient ?? '')
    .split('@')
    .at(-1)
    ?.toLowerCase();
  if (domain === undefined || domain === '') return said;
  return `.${host.toLowerCase()}`.endsWith(`.${domain}`) ? 'recipient-unknown' : said;
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
