import { expect, test } from 'vitest';
import { log, verdicts } from '../rules/diagnosed.ts';

/** The answer to MAIL got lost in the log, so that all the others seem to come too early. */
const LOST = log`
  SERVER -> CLIENT: 220 mail.example.org ESMTP
  CLIENT -> SERVER: EHLO www.example.com
  SERVER -> CLIENT: 250 mail.example.org
  CLIENT -> SERVER: MAIL FROM:<shop@example.com>
  CLIENT -> SERVER: RCPT TO:<bob@example.net>
  CLIENT -> SERVER: DATA
  SERVER -> CLIENT: 250 2.1.0 Ok
  SERVER -> CLIENT: 354 End data with <CR><LF>.<CR><LF>
  CLIENT -> SERVER: .
  SERVER -> CLIENT: 250 2.0.0 Ok: queued as 4XyZ12AbCd
  CLIENT -> SERVER: QUIT
  SERVER -> CLIENT: 221 2.0.0 Bye
`;

test('the message was asked for and taken, whatever answer is missing', () => {
  expect(verdicts(LOST)).toEqual(['accepted']);
});

test('a message that was refused in the end was not taken', () => {
  const refused = LOST.replace('250 2.0.0 Ok: queued as 4XyZ12AbCd', '550 5.7.1 Spam');
  expect(verdicts(refused)).not.toEqual(['accepted']);
});

test('a late answer after the goodbye proves nothing', () => {
  const late = log`
    2024-03-01 02:46:26	CLIENT -> SERVER: .
    2024-03-01 02:46:36	SERVER -> CLIENT:
    2024-03-01 02:46:36	SMTP ERROR: DATA END command failed:
    SMTP Error: data not accepted.
    2024-03-01 02:46:36	CLIENT -> SERVER: QUIT
    2024-03-01 02:46:39	SERVER -> CLIENT: 250 OK id=1eLbvZ-0006oj-5m
  `;
  expect(verdicts(late)).toEqual(['incomplete: client-timeout']);
});
