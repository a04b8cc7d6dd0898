import { PROVIDERS } from '../knowledge/providers.ts';
import type { Rule } from './rule.ts';
import { indexesOf } from './evidence.ts';

/**
 * A login at one server, and the sender's address is one of a large mailbox provider's: that one
 * has not sent the mail, and says in its DMARC record that receivers shall distrust it.
 */
export const senderDomainElsewhere: Rule = {
  id: 'sender-domain-elsewhere',
  severity: 'info',
  *check(session, facts) {
    const sender = session.message.from ?? facts.envelope.from ?? '';
    const domain = sender.slice(sender.lastIndexOf('@') + 1).toLowerCase();
    const host = (session.peer?.host ?? facts.server?.host ?? '').toLowerCase();
    if (facts.outcome !== 'accepted' || facts.auth.result !== 'accepted') return;
    const owner = MAILBOXES[domain];
    if (owner === undefined || !host.includes('.') || /^[\d.:[\]]+$/.test(host)) return;
    const provider = PROVIDERS.find(({ id }) => id === owner);
    const own = [...(provider?.hosts ?? []), ...(provider?.greets ?? [])];
    if (!provider || own.some((name) => host === name || host.endsWith(`.${name}`))) return;
    const header = indexesOf(session, (entry) => entry.header?.toLowerCase() === 'from');
    const lines = header.length > 0 ? header : indexesOf(session, ({ verb }) => verb === 'MAIL');
    yield { entries: lines, data: { domain, owner: provider.name, writtenSender: sender } };
  },
};

/** Domains of free mailboxes, with the provider's slug. */
const MAILBOXES: Readonly<Record<string, string>> = {
  'gmail.com': 'google',
  'googlemail.com': 'google',
  'outlook.com': 'microsoft',
  'hotmail.com': 'microsoft',
  'live.com': 'microsoft',
  'msn.com': 'microsoft',
  'yahoo.com': 'yahoo',
  'ymail.com': 'yahoo',
  'aol.com': 'yahoo',
  'icloud.com': 'icloud',
  'me.com': 'icloud',
};
