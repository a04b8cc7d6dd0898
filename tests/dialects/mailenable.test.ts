import { expect, test } from 'vitest';
import { told } from './told.ts';

const row = (way: string, ...cells: string[]) =>
  ['11/23/26 18:20:09', way, '9C1F.MAI', '1204', '203.0.113.25', ...cells, '64', '23', ''].join(
    '\t',
  );

const REFUSED = [
  row('SMTP-OU', '', '', '220 mx.example.net ESMTP'),
  row('SMTP-OU', 'EHLO', 'EHLO mail.example.org', '250-mx.example.net Hello'),
  row('SMTP-OU', 'MAIL', 'MAIL FROM:<a@example.org>', '250 2.1.0 Ok'),
  row('SMTP-OU', 'RCPT', 'RCPT TO:<b@example.net>', '550 5.1.1 <b@example.net>: User unknown'),
  row('SMTP-OU', 'QUIT', 'QUIT', '221 Bye'),
];

test('a delivery, which begins with a greeting', () => {
  expect(told(REFUSED.join('\n'))).toMatchObject([
    {
      server: 'mx.example.net:?',
      rejectedTo: ['b@example.net'],
      end: 'rejected at rcpt: recipient-unknown',
    },
  ]);
});

test('tabs that became blanks', () => {
  expect(told(REFUSED.join('\n').replace(/\t+/g, ' '))).toMatchObject([
    { end: 'rejected at rcpt: recipient-unknown', from: 'a@example.org' },
  ]);
});

test('W3C’s format', () => {
  const line = (words: string) =>
    `2026-11-23 18:20:09 203.0.113.25 SMTP-IN - 192.0.2.10 1204 ${words} SRV 64 23 -`;
  const log = [
    '#Fields: date time c-ip agent account s-ip s-port cs-method cs-uristem cs-uriquery s-computername',
    line('EHLO EHLO+client.example.org 250-mx.example.net+Hello'),
    line('MAIL MAIL+FROM:<a@example.org> 250+Ok'),
    line('RCPT RCPT+TO:<b@example.net> 554+5.7.1+Relay+access+denied'),
  ];
  expect(told(log.join('\n'))).toMatchObject([
    {
      dialect: 'mailenable',
      end: 'rejected at rcpt: relay-denied',
      exchange: expect.arrayContaining(['4 S 554 5.7.1']),
    },
  ]);
});

test('two connections at once, a password in clear', () => {
  const log = [
    row('SMTP-IN', 'EHLO', 'EHLO client', '250-mail.example.org'),
    REFUSED[0] ?? '',
    row('SMTP-IN', 'AUTH', 'AUTH LOGIN', '334 VXNlcm5hbWU6'),
    REFUSED[1] ?? '',
    row('SMTP-IN', 'AUTH', 'dXNlckBleGFtcGxlLm9yZw==', '334 UGFzc3dvcmQ6'),
    row('SMTP-IN', 'AUTH', 'Z2VoZWltIQ==', '535 Invalid Username or Password'),
  ];
  expect(told(log.join('\n'))).toMatchObject([
    {
      user: 'user@example.org',
      end: 'auth-failed at auth: wrong-credentials',
      secrets: ['Z2VoZWltIQ=='],
    },
    { server: 'mx.example.net:?', end: 'incomplete at ehlo' },
  ]);
});
