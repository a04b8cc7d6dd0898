import { expect, test } from 'vitest';
import { readBlock } from '../../lib/page/text.ts';
import { setBody } from './sample.ts';

const read = (html: string) => {
  setBody(html);
  return readBlock([...document.body.childNodes]);
};

test('br and blocks end lines, cells are joined', () => {
  expect(read('one<br>\n  two <b>bold</b> \n<p>three</p>\n<div><div>four</div></div>').text).toBe(
    'one\ntwo bold\nthree\nfour\n',
  );
  expect(
    read('<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>')
      .lines,
  ).toEqual(['a\tb', 'c\td', '']);
});

test('line ends in the text count where the page collapses them too', () => {
  expect(read('<div>one\r\n   two</div>').text).toBe('one\r\n   two\n');
});

test('hidden parts, buttons and our own elements are left out', () => {
  expect(
    read(
      'a<span style="display: none">b</span><button>c</button><smtp-lens-badge>d</smtp-lens-badge>e',
    ).text,
  ).toBe('ae');
});

test('a line knows where it ends and begins in the page', () => {
  const block = read('<pre>  one  \n\ntwo <i>three</i>\n</pre>');
  const pre = document.querySelector('pre');
  expect(block.endOf(1)).toEqual({ node: pre?.firstChild, offset: 5 });
  expect(block.startOf(1)).toEqual({ node: pre?.firstChild, offset: 2 });
  expect(block.endOf(2)).toBeUndefined();
  expect(block.endOf(3)).toEqual({ node: pre?.querySelector('i')?.firstChild, offset: 5 });
});

test('a line that ends in an eaten tag ends at its last visible character', () => {
  setBody('<div></div>');
  const box = document.querySelector('div');
  const eaten = document.createElement('shop@example.com');
  box?.append('From: Shop ', eaten);
  eaten.append('\nnext');
  const block = readBlock([box as Node]);
  expect(block.lines[0]).toBe('From: Shop <shop@example.com>');
  expect(block.endOf(1)).toEqual({ node: box?.firstChild, offset: 10 });
});
