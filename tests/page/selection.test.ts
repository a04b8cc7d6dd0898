import { afterEach, expect, test } from 'vitest';
import { readSelection } from '../../lib/page/selection.ts';

function fill(html: string): void {
  document.body.innerHTML = html;
}
function mark(start: Node, from: number, end: Node, to: number): void {
  const range = document.createRange();
  range.setStart(start, from);
  range.setEnd(end, to);
  document.getSelection()?.removeAllRanges();
  document.getSelection()?.addRange(range);
}
const textIn = (selector: string): Node => {
  const node = document.querySelector(selector)?.firstChild;
  if (!node) throw new Error(`no text in ${selector}`);
  return node;
};

afterEach(() => {
  document.getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

test('reads from the first to the last marked character, lines as they are shown', () => {
  fill(
    '<p>before</p><div id="a">xx220 mx ESMTP</div><div>EHLO me</div><p id="b">250 okyy</p><p>after</p>',
  );
  mark(textIn('#a'), 2, textIn('#b'), 6);
  expect(
    readSelection(document)
      .text.split('\n')
      .filter((line) => line.trim()),
  ).toEqual(['220 mx ESMTP', 'EHLO me', '250 ok']);
});

test('keeps line ends that stand in a text of one paragraph', () => {
  fill('<p id="a">220 mx ESMTP\nEHLO me\n250 ok</p>');
  const node = textIn('#a');
  mark(node, 0, node, 27);
  expect(readSelection(document).text).toBe('220 mx ESMTP\nEHLO me\n250 ok');
});

test('reads what is marked in a field with the focus', () => {
  fill('<p id="a">text</p><textarea>one\n220 mx\n250 ok</textarea>');
  const field = document.querySelector('textarea');
  field?.focus();
  field?.setSelectionRange(4, 17);
  expect(readSelection(document)).toMatchObject({ text: '220 mx\n250 ok', element: field });
});

test('never reads a password', () => {
  fill('<input type="password" value="secret">');
  const field = document.querySelector('input');
  field?.focus();
  field?.setSelectionRange(0, 6);
  expect(readSelection(document).text).toBe('');
});

test('has nothing where nothing is marked', () => {
  fill('<p>text</p>');
  expect(readSelection(document)).toMatchObject({ text: '', box: undefined });
});
