import { describe, expect, test } from 'vitest';
import { readLiteral } from '../../lib/smtp/literal.ts';

describe('readLiteral', () => {
  test.each([
    ["'quit\\r\\n'", 'quit\r\n'],
    ['"don\'t"', "don't"],
    ["'a\\'b\\\\c'", "a'b\\c"],
    ["'Gr\\xc3\\xbc\\xc3\\x9fe'", 'Grüße'],
    ["'\\xff'", '\u00ff'],
    ['"\\u00e9\\u{1F4EC}"', 'é📬'],
    ["'cut off", 'cut off'],
    ["'", ''],
    ["'\\", ''],
  ])('%s', (literal, value) => {
    expect(readLiteral(literal, 0)?.value).toBe(value);
  });

  test('says where it ends', () => {
    expect(readLiteral("(550, b'no')", 7)).toEqual({ value: 'no', end: 11 });
    expect(readLiteral('550', 0)).toBeUndefined();
  });
});
