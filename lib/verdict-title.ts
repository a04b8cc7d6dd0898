import type { Outcome, Severity } from './types.ts';

/** What the verdict's sentence is made from: a report's session fits, and so do facts. */
export interface VerdictSource {
  outcome: Outcome;
  queueId?: string | null | undefined;
}

/**
 * The verdict as one sentence: the cause's title if there is a cause, else what the outcome means.
 *
 * @param findings those of the session, in words
 */
export function verdictTitle(
  source: VerdictSource,
  findings: readonly { severity: Severity; title: string }[],
): string {
  const cause = findings.find(({ severity }) => severity === 'error');
  return cause?.title ?? SENTENCES[source.outcome];
}

/** For sessions without a cause. */
const SENTENCES: Readonly<Record<Outcome, string>> = {
  accepted:
    'The mail server accepted the message. That is not yet delivery: from here on it is the server’s job to bring it to the inbox.',
  'partially-accepted': 'The mail server accepted the message for some of the recipients only.',
  rejected: 'The mail was not sent: the mail server refused it.',
  deferred: 'The mail was not accepted for now: the server asks to try again later.',
  'connection-failed': 'The mail was not sent: no connection to the mail server could be made.',
  'tls-failed': 'The mail was not sent: the encrypted connection could not be set up.',
  'auth-failed': 'The mail was not sent: the login failed.',
  dropped: 'The mail was not sent: the connection broke off.',
  incomplete: 'This log does not show how it ended: it holds neither a success nor a failure.',
};
