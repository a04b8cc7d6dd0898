import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';

/** Reports that quote no server's reply: what their own words tell. */
test.each([
  [
    'qmail: no such host',
    `Hi. This is the qmail-send program at example.org.
I'm afraid I wasn't able to deliver your message to the following addresses.

<bob@example.net>:
Sorry, I couldn't find any host named example.net. (#5.1.2)`,
    'connection-failed connect domain-not-found bob@example.net',
  ],
  [
    'qmail: no such mailbox',
    `<bob@example.net>:
Sorry, no mailbox here by that name. (#5.1.1)`,
    'rejected rcpt recipient-unknown bob@example.net',
  ],
  [
    'Exim: no way to the domain',
    `This is a permanent error. The following address(es) failed:

  bob@example.net
    Unrouteable address`,
    'rejected rcpt domain-not-found bob@example.net',
  ],
  [
    'Google: put off',
    `There was a temporary problem delivering your message to bob@example.net. Gmail will retry for 46 more hours.

The response was:

The recipient server did not accept our requests to connect.`,
    'deferred connect connection-failed bob@example.net',
  ],
  [
    'Microsoft: without the code',
    `mx.example.net rejected your message to the following email addresses:

bob@example.net
Your message wasn't delivered because the recipient's email provider rejected it.

mx.example.net gave this error:
Client host [192.0.2.9] blocked using Spamhaus`,
    'rejected rcpt blocklisted-ip bob@example.net',
  ],
])('%s', (_, text, told) => {
  const [one] = analyze(text).sessions;
  const cause = one?.findings.find(({ severity }) => severity === 'error')?.id;
  const to = one?.facts.envelope.to.join();
  expect(`${one?.facts.outcome} ${one?.facts.failedAt} ${cause} ${to}`).toBe(told);
});

test.each([
  ['a letter with an address', 'Dear Bob,\n\n<bob@example.net>:\nsee you tomorrow.'],
  ['an indented list', '  bob@example.net\n    works in sales'],
])('%s is no report', (_, text) => {
  expect(analyze(text).sessions).toEqual([]);
});
