import { expect, test } from 'vitest';
import { MAX_LINE } from '../lib/limits.ts';
import { linesOf } from '../lib/lines.ts';

const split = (text: string) => [...linesOf(text)].map((line) => line.text);

test('a line ends with LF, one CR before it goes along', () => {
  expect(split('a\nb\r\nc\r\r\n\nd')).toEqual(['a', 'b', 'c\r', '', 'd']);
});

test('what follows a last LF is no line', () => {
  expect(split('a\n')).toEqual(['a']);
  expect(split('')).toEqual([]);
});

test('lines count from 1', () => {
  expect([...linesOf('a\nb')].map((line) => line.number)).toEqual([1, 2]);
});

test('a byte order mark keeps the columns', () => {
  expect(split('\ufeff220 x')).toEqual([' 220 x']);
});

test('an over-long line is cut', () => {
  expect(split(`${'x'.repeat(MAX_LINE + 10)}\ny`).map((line) => line.length)).toEqual([
    MAX_LINE,
    1,
  ]);
});
