import { expect, test } from 'vitest';
import { told } from './told.ts';

test('IIS’s own format', () => {
  const row = (status: number, words: string) =>
    `203.0.113.25, client.example.org, 11/23/2026, 18:20:09, SMTPSVC1, MAIL01, 192.0.2.10, 47, 23, 39, ${status}, 0, ${words},`;
  const log = [
    row(250, 'EHLO, -, +client.example.org'),
    row(250, 'MAIL, -, +FROM:<a@example.com>'),
    row(452, 'RCPT, -, +TO:<b@example.com>'),
    row(240, 'QUIT, -, client.example.org'),
  ];
  expect(told(log.join('\n'))).toMatchObject([
    {
      from: 'a@example.com',
      rejectedTo: ['b@example.com'],
      end: expect.stringMatching(/^deferred/),
    },
  ]);
});

test('NCSA’s format', () => {
  const row = (words: string) =>
    `203.0.113.25 - client.example.org [23/Nov/2026:18:20:09 +0000] "${words} SMTP" 250 39`;
  const log = [
    row('EHLO -?+client.example.org'),
    row('MAIL -?+FROM:<a@example.com>'),
    row('RCPT -?+TO:<b@example.com>'),
    row('DATA -?+<MAIL01abc@example.com>'),
  ];
  expect(told(log.join('\n'))).toMatchObject([{ to: ['b@example.com'], end: 'accepted' }]);
});

test.each([
  ['with its header', ['#Fields: time c-ip cs-method cs-uri-stem sc-status']],
  ['without', []],
])('the shortest rows, %s; who begins anew has another connection', (_name, header) => {
  const rows = ['EHLO - 250', 'MAIL - 250', 'RCPT - 250', 'DATA - 250', 'EHLO - 250', 'MAIL - 552'];
  const log = [...header, ...rows.map((row) => `18:20:09 203.0.113.25 ${row}`)];
  expect(told(log.join('\n')).map(({ end }) => end)).toEqual([
    'accepted',
    expect.stringMatching(/^rejected at mail/),
  ]);
});

test('both ways mixed, a login over several rows, no header', () => {
  const into = (words: string) =>
    `2026-11-23 18:20:09 203.0.113.25 client SMTPSVC1 MAIL01 192.0.2.10 0 ${words} 0 35 51 47 SMTP - - - -`;
  const out = (way: string, words: string) =>
    `2026-11-23 18:20:09 198.51.100.20 OutboundConnection${way} SMTPSVC1 MAIL01 - 25 ${words} 0 0 31 0 47 SMTP - - - -`;
  const log = [
    into('EHLO - +client 250'),
    out('Response', '- - 220+mx.example.net+ESMTP+ready'),
    into('AUTH - +LOGIN 334'),
    out('Command', 'EHLO - mail01.example.org'),
    out('Response', '- - 250+mx.example.net'),
    into('dXNlcg== - - 334'),
    out('Command', 'MAIL - FROM:<a+b@example.org>+SIZE=1409'),
    into('Z2VoZWltIQ== - - 535'),
    out('Response', '- - 550+5.7.1+Sender+refused'),
  ];
  expect(told(log.join('\n'))).toMatchObject([
    {
      user: 'user',
      end: expect.stringMatching(/^auth-failed at auth/),
      secrets: ['Z2VoZWltIQ=='],
    },
    {
      server: 'mx.example.net:25',
      from: 'a+b@example.org',
      end: expect.stringMatching(/^rejected at mail/),
    },
  ]);
});
