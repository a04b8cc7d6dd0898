import type { Session } from '../types.ts';

/**
 * Whether a mail server's delivery line puts the message off because there was no answer or no way:
 * that is what its queue is for, and it says `deferred`. A closed door is a failed connection.
 * Postfix: `status=deferred (…: Connection timed out)`; Exim: `defer (113):
 * No route to host`; Sendmail: `stat=Deferred: Connection timed out with …`. A report to the sender
 * says in its own way that the mail is delayed.
 */
export function isPutOff({ dialect, entries }: Session): boolean {
  // Exim says so when it gives up.
  if (entries.some(({ text }) => text.startsWith('** '))) return false;
  return entries.some(
    ({ event, retries, text }) =>
      event === 'connect-failed' && retries && (dialect === REPORT ? SILENT : REASON).test(text),
  );
}

const REPORT = 'bounce-dsn';
const SILENT = /timed out|unreachable|No route|did not accept our requests to connect/i;
const REASON = /(?:status=deferred |^[Dd]efer(?:red)?: ).{0,400}(?:timed out|unreachable|No route)/;
