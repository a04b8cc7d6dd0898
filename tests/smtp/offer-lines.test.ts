import { expect, test } from 'vitest';
import { offerLines } from '../../lib/smtp/offer-lines.ts';

function offersOf(...texts: string[]): string[] {
  const lines = texts.map((text, index) => ({ code: 250, text, more: index < texts.length - 1 }));
  return offerLines({ code: 250, lines, entry: 0 }).map(({ text }) => text);
}

test('a line for each feature', () => {
  expect(offersOf('mx.example.net Hello', 'SIZE 1000', 'AUTH PLAIN LOGIN')).toEqual([
    'SIZE 1000',
    'AUTH PLAIN LOGIN',
  ]);
});

test('all in one line, as Exchange logs them', () => {
  const joined =
    'mail.corp.test Hello [203.0.113.25] SIZE 157286400 PIPELINING STARTTLS AUTH LOGIN XOAUTH2 8BITMIME';
  expect(offersOf(joined)).toEqual([
    'SIZE 157286400',
    'PIPELINING',
    'STARTTLS',
    'AUTH LOGIN XOAUTH2',
    '8BITMIME',
  ]);
});

test('a greeting names no features', () => {
  expect(offersOf('mail.example.org Hello client, SIZE matters')).toEqual([]);
  expect(offersOf('mail.example.org')).toEqual([]);
});
