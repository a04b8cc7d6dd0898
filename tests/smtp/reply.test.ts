import { describe, expect, test } from 'vitest';
import { parseReplyLine, splitReply } from '../../lib/smtp/reply.ts';

describe('a reply line', () => {
  test.each([
    ['220 mail.example.org ESMTP', { code: 220, text: 'mail.example.org ESMTP', more: false }],
    ['250-SIZE 1000', { code: 250, text: 'SIZE 1000', more: true }],
    ['334 ', { code: 334, text: '', more: false }],
    ['334', { code: 334, text: '', more: false }],
    ['550 5.1.1 No such user', { code: 550, enhanced: '5.1.1', text: 'No such user', more: false }],
    ['535-5.7.8 Sorry', { code: 535, enhanced: '5.7.8', text: 'Sorry', more: true }],
    ['354  Go ahead', { code: 354, text: 'Go ahead', more: false }],
  ])('%s', (words, reply) => expect(parseReplyLine(words)).toEqual(reply));

  test.each([
    ['', 'nothing'],
    ['2500 things', 'four digits'],
    ['150 looks fine', 'the first digit is 2 to 5'],
    ['EHLO x', 'a command'],
    ['250x', 'no blank'],
  ])('%j is none: %s', (words) => expect(parseReplyLine(words)).toBeUndefined());

  test('a version or an address is no enhanced code', () => {
    expect(parseReplyLine('220 2.6.32-generic ready')?.enhanced).toBeUndefined();
    expect(parseReplyLine('250 5.1.1 ok')?.enhanced).toBeUndefined();
    expect(parseReplyLine('550 5.1.1.7 refused')?.enhanced).toBeUndefined();
  });

  test('a refusal may carry a code of the other class', () => {
    expect(parseReplyLine('550 4.2.0 later')?.enhanced).toBe('4.2.0');
  });
});

describe('a reply whose line breaks got lost', () => {
  const pieces = (words: string) =>
    splitReply(words).map((part) => words.slice(part.start, part.end));

  test('is split at its code', () => {
    expect(pieces('250-a.example250-PIPELINING250-SIZE 10240000250-VRFY250 HELP')).toEqual([
      '250-a.example',
      '250-PIPELINING',
      '250-SIZE 10240000',
      '250-VRFY',
      '250 HELP',
    ]);
  });

  test('digits in the text do not mislead', () => {
    expect(pieces('250-SIZE 250250-X250 250')).toEqual(['250-SIZE 250', '250-X', '250 250']);
  });

  test('the last line may repeat the code as a number', () => {
    expect(pieces('250-a250 2.0.0 takes 250 of them')).toEqual([
      '250-a',
      '250 2.0.0 takes 250 of them',
    ]);
  });

  test('joined by blanks', () => {
    expect(pieces('535-5.7.8 Not accepted, go to 535 5.7.8 https://example.com')).toEqual([
      '535-5.7.8 Not accepted, go to ',
      '535 5.7.8 https://example.com',
    ]);
  });

  test('a single line stays whole', () => {
    expect(pieces('250 is 250-fold')).toEqual(['250 is 250-fold']);
  });

  test('what is no reply has no parts', () =>
    expect(splitReply('MAIL FROM:<a@b.example>')).toEqual([]));
});

test('the size of a message that a log leaves out is no reply', () => {
  expect(parseReplyLine('250 bytes encoded mime message (source size 247 bytes)>')).toBeUndefined();
});
