import { textOf } from '../smtp/facts.ts';
import type { Facts, Session } from '../types.ts';
import { decidingEntries, hasTriedLogin } from './evidence.ts';
import { classifyReply } from './refusal.ts';
import type { Rule } from './rule.ts';

/**
 * Both sides have no way to log in in common: the client gives up without trying, though the server
 * offers a login, or the one that it tried is not in the server's list and was refused at once.
 */
export const authMechanismMismatch: Rule = {
  id: 'auth-mechanism-mismatch',
  severity: 'error',
  *check(session, facts) {
    const offered = facts.offered.get('AUTH');
    if (facts.outcome !== 'auth-failed' || offered === undefined) return;
    const tried = hasTriedLogin(session, facts);
    if (tried && !isOutsideList(session, facts, offered)) return;
    yield { entries: decidingEntries(session, facts), data: tried ? { outsideList: '' } : {} };
  },
};

/**
 * `AUTH CRAM-MD5` to a server that lists `PLAIN LOGIN`. Where it was answered by a prompt the server
 * knows it all the same, and words that name another reason go first.
 */
function isOutsideList({ exchanges }: Session, { deciding }: Facts, offered: string): boolean {
  const { command, reply } = deciding ?? {};
  if (command?.verb !== 'AUTH' || reply === undefined || reply.code === 421) return false;
  const list = offered.toUpperCase().split(/[\s,]+/);
  const logins = exchanges.filter((one) => one.command?.verb === 'AUTH');
  const isForeign = logins.every((one) => !list.includes(mechanismOf(one.command?.argument)));
  if (!isForeign || mechanismOf(command.argument) === '' || list.includes('')) return false;
  const { code, enhanced } = reply;
  return VAGUE.has(classifyReply({ code, enhanced, text: textOf(reply), phase: 'auth' }));
}

function mechanismOf(argument = ''): string {
  return argument.split(/\s/, 1)[0]?.toUpperCase() ?? '';
}

/** What a server says of any login that it does not like. */
const VAGUE: ReadonlySet<string> = new Set([
  'wrong-credentials',
  'auth-mechanism-mismatch',
  'syntax-error',
  'other',
]);
