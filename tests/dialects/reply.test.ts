import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';

test.each([
  ['404 Not Found'],
  ['500 Internal Server Error'],
  ['503 Service Unavailable'],
  ['HTTP/1.1 403 Forbidden'],
  ['530 Login incorrect.'],
  ['550 Failed to change directory.'],
  ['Error: could not open the file'],
  ['535 items in the basket'],
  ['550 euros'],
  ['535 accounts were closed last year'],
  ['An unrouteable address was found in line 7.'],
  ['HTTP 554'],
  ['Error 421 in line 12'],
  ['Error: 550 messages in mailbox'],
  ['Error code 535: item missing'],
  ['imap: Authentication failed'],
  ['Connection refused at the shop'],
  ['The message was sent.'],
  ['250 OK'],
  [''],
])('%j is no mail error', (text) => expect(analyze(text).sessions).toEqual([]));

test('a letter that quotes an error is not read as one', () => {
  const letter = Array.from({ length: 9 }, (_, index) => `Line ${index} of a letter.`);
  expect(
    analyze([...letter, 'SMTP Error: Could not connect to SMTP host.'].join('\n')).sessions,
  ).toEqual([]);
});

test.each([
  ['421 4.7.0 Too many connections from your host', 'deferred', 'greeting'],
  [
    '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org',
    'rejected',
    'greeting',
  ],
  ['530 5.7.0 Authentication required', 'rejected', 'mail'],
  ['552 5.2.2 Mailbox full', 'rejected', 'rcpt'],
  ['535 Login fail. Please enter your authorization code to login.', 'auth-failed', 'auth'],
  ['551 not our customer', 'rejected', 'rcpt'],
  ['Unrouteable address', 'rejected', 'rcpt'],
  [
    'SMTPUTF8 is required, but was not offered by host mx.example.net[192.0.2.9]',
    'rejected',
    'mail',
  ],
  ['554 5.7.1 Message rejected as spam', 'rejected', 'message'],
  ['Connection refused', 'connection-failed', 'connect'],
  [
    'SMTP connect() failed. https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
    'connection-failed',
    'connect',
  ],
])('%s', (text, outcome, failedAt) => {
  const { sessions } = analyze(text);
  expect(sessions.map(({ facts }) => [facts.outcome, facts.failedAt])).toEqual([
    [outcome, failedAt],
  ]);
  expect(sessions[0]?.session.entries).toHaveLength(1);
});
