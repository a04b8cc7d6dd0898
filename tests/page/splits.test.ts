import { beforeEach, expect, test } from 'vitest';
import { createSplits } from '../../lib/page/splits.ts';

let parent: HTMLElement;
let text: Text;
const hosts = (...offsets: number[]) =>
  offsets.map((offset) => ({ offset, host: document.createElement('smtp-lens-badge') }));

beforeEach(() => {
  document.body.replaceChildren();
  parent = document.createElement('pre');
  text = document.createTextNode('one\ntwo\nthree\n');
  parent.append(text);
  document.body.append(parent);
});

test('hosts stand at their offsets, and the node becomes whole again', () => {
  const splits = createSplits(document);
  splits.cut(new Map([[text, hosts(3, 7, 13)]]));
  expect([...parent.childNodes].map((node) => node.textContent || node.nodeName)).toEqual([
    'one',
    'SMTP-LENS-BADGE',
    '\ntwo',
    'SMTP-LENS-BADGE',
    '\nthree',
    'SMTP-LENS-BADGE',
    '\n',
  ]);
  expect(parent.textContent).toBe('one\ntwo\nthree\n');
  expect(splits.dataOf(text)).toBe('one\ntwo\nthree\n');
  expect(splits.resolve({ node: text, offset: 5 }).node.data).toBe('\ntwo');
  splits.cut(new Map([[text, []]]));
  expect(parent.childNodes).toHaveLength(1);
  expect(parent.firstChild).toBe(text);
  expect(text.data).toBe('one\ntwo\nthree\n');
});

test('the same hosts at the same places: nothing is touched', () => {
  const splits = createSplits(document);
  const cuts = hosts(3, 7);
  splits.cut(new Map([[text, cuts]]));
  const before = [...parent.childNodes];
  splits.cut(new Map([[text, cuts]]));
  expect([...parent.childNodes]).toEqual(before);
});

test('what the page writes into the node counts', () => {
  const splits = createSplits(document);
  splits.cut(new Map([[text, hosts(3, 7)]]));
  text.data = 'one\nall is new';
  expect(splits.dataOf(text)).toBe('one\nall is new');
  splits.restoreAll();
  expect(parent.textContent).toBe('one\nall is new');
});

test('what the page appends to the node stands at its end', () => {
  const splits = createSplits(document);
  splits.cut(new Map([[text, hosts(3, 7)]]));
  text.data += 'four\n';
  splits.restoreAll();
  expect(parent.textContent).toBe('one\ntwo\nthree\nfour\n');
});

test('a node that the page took away is whole, wherever it is', () => {
  const splits = createSplits(document);
  splits.cut(new Map([[text, hosts(3, 7)]]));
  text.remove();
  splits.restoreAll();
  expect(text.data).toBe('one\ntwo\nthree\n');
  expect(parent.childNodes).toHaveLength(0);
  const other = createSplits(document);
  parent.append(text);
  other.cut(new Map([[text, hosts(3)]]));
  parent.textContent = 'gone';
  other.restoreAll();
  expect(text.data).toBe('one\ntwo\nthree\n');
  expect(parent.textContent).toBe('gone');
});

test('a host at the very end follows the node', () => {
  const splits = createSplits(document);
  const cuts = hosts(14);
  splits.cut(new Map([[text, cuts]]));
  expect(text.nextSibling).toBe(cuts[0]?.host);
  expect(text.data).toBe('one\ntwo\nthree\n');
});

test('what a person has selected stays selected', () => {
  const splits = createSplits(document);
  getSelection()?.setBaseAndExtent(text, 2, text, 10);
  splits.cut(new Map([[text, hosts(3, 7)]]));
  expect(getSelection()?.anchorNode).toBe(parent.firstChild);
  expect(getSelection()?.anchorOffset).toBe(2);
  expect(getSelection()?.focusNode).toBe(text);
  expect(getSelection()?.focusOffset).toBe(3);
  splits.restoreAll();
  expect(getSelection()?.anchorNode).toBe(text);
  expect([getSelection()?.anchorOffset, getSelection()?.focusOffset]).toEqual([2, 10]);
});
