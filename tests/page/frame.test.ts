import { expect, test } from 'vitest';
import { hostsOf, isFilled, isLetter } from '../../lib/page/frame.ts';

function view(attributes: Record<string, string> | null, protocol = 'https:'): Window {
  const frame = attributes && document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes ?? {})) frame?.setAttribute(name, value);
  const own = { frameElement: frame, location: { protocol } };
  return { ...own, top: frame ? {} : null } as unknown as Window;
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

test('what a page fills and locks up is a letter', () => {
  const sandboxed = { frameElement: null, top: {}, location: { protocol: 'about:' } };
  expect(isLetter(sandboxed as unknown as Window)).toBe(true);
  const elsewhere = { frameElement: null, top: {}, location: { protocol: 'https:' } };
  expect(isLetter(elsewhere as unknown as Window)).toBe(false);
});

type View = Parameters<typeof hostsOf>[0];

test('a frame belongs to its own host and to those around it', () => {
  const inner = {
    origin: 'https://shop.example:8443',
    location: { ancestorOrigins: ['https://panel.example'] },
  };
  expect(hostsOf(inner as unknown as View)).toEqual(['shop.example:8443', 'panel.example']);
});

test('where the browser does not tell who stands around, the referrer does', () => {
  const document = { referrer: 'https://panel.example/mail/log/1' };
  const inner = { origin: 'http://localhost', location: {}, document, top: {} };
  expect(hostsOf(inner as unknown as View)).toEqual(['localhost', 'panel.example']);
  // The referrer of a page is only where somebody came from.
  const page: Record<string, unknown> = { origin: 'http://localhost:8080', location: {}, document };
  page['top'] = page;
  expect(hostsOf(page as unknown as View)).toEqual(['localhost:8080']);
});
