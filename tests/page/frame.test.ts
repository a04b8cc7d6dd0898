import { expect, test } from 'vitest';
import { hostsOf, isFilled, isLetter } from '../../lib/page/frame.ts';

function view(attributes: Record<string, string> | null, protocol = 'https:'): Window {
  const frame = attributes && document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes ?? {})) frame?.setAttribute(name, value);
  return { frameElement: frame, location: { protocol } } as unknown as Window;
}

test.each([
  [{ src: '/wp-admin/admin.php?page=log&mode=iframe_preview' }, true],
  [{ id: 'email-body' }, true],
  [{ name: 'messagecontframe' }, true],
  [{ title: 'Email Log', src: '/wp-admin/admin.php?page=mail-log&TB_iframe=true' }, false],
  [{}, false],
  [null, false],
])('a letter is known by the frame: %j', (attributes, expected) => {
  expect(isLetter(view(attributes))).toBe(expected);
});

test('a filled frame has no address of its own, and a page is no frame', () => {
  expect(isFilled(view({}, 'about:'))).toBe(true);
  expect(isFilled(view({}, 'https:'))).toBe(false);
  expect(isFilled(view(null, 'about:'))).toBe(false);
});

test('a frame belongs to its own host and to those around it', () => {
  const inner = {
    origin: 'https://shop.example:8443',
    location: { ancestorOrigins: ['https://panel.example'] },
  } as unknown as Window & typeof globalThis;
  expect(hostsOf(inner)).toEqual(['shop.example:8443', 'panel.example']);
  const older = { origin: 'http://localhost', location: {} } as unknown as typeof inner;
  expect(hostsOf(older)).toEqual(['localhost']);
});
