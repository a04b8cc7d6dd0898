import type { Entry } from '../types.ts';

/**
 * Whether a mail server's delivery line puts the message off because there was no answer or no way:
 * that is what its queue is for, and it says `deferred`. A closed door is a failed connection.
 * Postfix: `status=deferred (…: Connection timed out)`; Exim: `defer (113):
 * No route to host`; Sendmail: `stat=Deferred: Connection timed out with …`.
 */
export function isPutOff(entries: readonly Entry[]): boolean {
  // Exim says so when it gives up.
  if (entries.some(({ text }) => text.startsWith('** '))) return false;
  return entries.some(
    ({ event, retries, text }) => event === 'connect-failed' && retries && REASON.test(text),
  );
}

const REASON = /(?:status=deferred |^[Dd]efer(?:red)?: ).{0,400}(?:timed out|unreachable|No route)/;
