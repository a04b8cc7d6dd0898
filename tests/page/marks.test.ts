import { expect, test } from 'vitest';
import { hasMarks } from '../../lib/page/marks.ts';

test.each([
  ['PHPMailer', '2026-11-23 18:17:53 SERVER -> CLIENT: 250 OK'],
  ['a dialogue', 'EHLO client.example.org'],
  [
    'Postfix',
    'Nov 23 18:55:03 mx postfix/submission/smtpd[16377]: connect from localhost[127.0.0.1]',
  ],
  [
    'Exim, a delivery',
    '2026-11-23 20:01:51 1xVaEZ-0006yh-1E => a@example.net R=r T=t H=mx [192.0.2.1]',
  ],
  ['Exim, a message', '2026-11-23 20:01:51 1xVaEZ-0006yh-1E <= a@example.org U=root P=local S=375'],
  ['Exim, put off', '2026-11-23 20:01:51 1xVaEZ-0006yh-1E == a@example.net R=r T=t defer (-44)'],
  [
    'Exim, a login',
    '2026-11-23 20:02:04 login authenticator failed for (c) [192.0.2.1]: 535 Incorrect',
  ],
  [
    'Exim, refused',
    '2026-11-23 20:02:04 H=(c) [192.0.2.1] F=<a@example.org> rejected RCPT <b@example.net>',
  ],
  ['qmail', '@4000000065 delivery 1: success: did_0+0+1/'],
  ['OpenSMTPD', 'f927c8a5bb7f2729 smtp connected address=127.0.0.1 host=localhost'],
  [
    'IIS',
    '2026-11-23 18:20:09 203.0.113.25 client SMTPSVC1 MAIL01 192.0.2.10 0 EHLO - +client 250 0',
  ],
  ['a connection', 'connect to mx.example.net port 25 failed: Connection refused'],
])('%s: worth a closer look', (_name, line) => {
  expect(hasMarks(`Some words before.\n${line}\n`)).toBe(true);
});

test.each([
  ['an article', 'Mail travels by SMTP. A server answers with codes such as 250 or 550.'],
  ['a price', 'It costs 450 euros, from Monday on 550.'],
  ['a list', 'Completed - 25 items => done'],
])('%s: not', (_name, text) => {
  expect(hasMarks(text)).toBe(false);
});
