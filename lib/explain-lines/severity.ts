import type { EntrySeverity } from '../report.ts';
import type { Event } from '../types.ts';
import { isTokenRefused } from './prompt.ts';
import { exchangeIndex, hasDecided, hasFailed, stageOf, type Context } from './context.ts';

/**
 * How loud a line's badge is. `error` is for what stopped the mail and for nothing else;
 * `warning` for other refusals and losses, and for what a finding warns of.
 */
export function severityOf(context: Context): EntrySeverity {
  const { entry, facts, findings, index } = context;
  if (hasFailed(facts) && hasDecided(context)) return 'error';
  // A warning's further lines show the circumstances: of commands only the secrets are marked.
  const shown = entry.kind !== 'command' || entry.credential !== undefined;
  const warned = findings.some(
    ({ severity, entries }) =>
      severity === 'warning' && (entries[0] === index || (shown && entries.includes(index))),
  );
  if (warned) return 'warning';
  switch (entry.kind) {
    case 'command':
      return 'ok';
    case 'content':
      return 'info';
    case 'reply':
      return replySeverity(context);
    case 'note':
      return noteSeverity(context);
  }
}

/** Commands that sending does not need: a refusal of theirs is of no weight. */
const ASIDE = new Set(['VRFY', 'EXPN', 'HELP', 'NOOP', 'ETRN', 'QUIT', 'RSET', 'VERB', 'ONEX']);

function replySeverity(context: Context): EntrySeverity {
  const code = context.entry.reply?.code ?? 0;
  if (code === 334 && isTokenRefused(context.entry.reply?.text ?? '')) return 'warning';
  if (code < 400) return 'ok';
  if (code !== 421 && ASIDE.has(stageOf(context))) return 'info';
  if (isHarmlessHello(context)) return 'info';
  return 'warning';
}

/** Exchanges within which a client falls back to HELO; it bounds the work for a long log. */
const SOON = 20;

/** A refused EHLO does no harm when the older HELO is accepted after it. */
export function isHarmlessHello({ session, entry, exchange }: Context): boolean {
  const at = exchangeIndex(session, entry);
  if (at === undefined || exchange?.command?.verb !== 'EHLO') return false;
  return session.exchanges
    .slice(at + 1, at + 1 + SOON)
    .some(({ command, reply }) => command?.verb === 'HELO' && reply?.code === 250);
}

const LOUD: readonly Event[] = [
  'connect-failed',
  'tls-failed',
  'auth-failed',
  'command-failed',
  'failed',
  'lost',
  'timeout',
  'silence',
];

function noteSeverity(context: Context): EntrySeverity {
  const { entry, facts, index } = context;
  if (!entry.event || !LOUD.includes(entry.event)) return 'info';
  const echo = entry.event === 'lost' || entry.event === 'silence' || entry.event === 'timeout';
  // A connection that is lost after the end, or after what decided, is no news.
  if (echo && facts.decidingEntry !== undefined && index > facts.decidingEntry) return 'info';
  if (entry.event === 'command-failed' && isAboutHarmless(context)) return 'info';
  return 'warning';
}

/** `SMTP ERROR: EHLO command failed: 502 …` where HELO went well. */
function isAboutHarmless(context: Context): boolean {
  return isHarmlessHello(context) || ASIDE.has(context.exchange?.command?.verb ?? '');
}
