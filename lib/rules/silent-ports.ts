import type { Facts, Finding, Session } from '../types.ts';

/**
 * Several ports were tried one after the other, and not one gave an answer: no server is silent
 * everywhere, so it is the way out that is blocked. Where any connection came about it is not.
 *
 * @param all the sessions of one text with their findings
 * @returns whether that is so; each of them then has the cause `port-blocked`
 */
export function areSilentPorts(
  all: readonly { session: Session; facts: Facts; findings: readonly Finding[] }[],
): boolean {
  const ports = new Set(all.map(({ session, facts }) => session.peer?.port ?? facts.server?.port));
  if (ports.size < 2 || ports.has(undefined)) return false;
  return all.every(
    ({ facts, findings: [cause] }) => facts.failedAt === 'connect' && SILENT.has(cause?.id ?? ''),
  );
}

/** On port 25 silence alone is the block already. */
const SILENT: ReadonlySet<string> = new Set(['connection-timeout', 'port-blocked']);
