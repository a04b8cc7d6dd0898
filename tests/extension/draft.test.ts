import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keepDraft, readDraft } from '../../lib/extension/draft.ts';

beforeEach(() => fakeBrowser.reset());

test('a draft is kept in memory, not on disk', async () => {
  expect(await readDraft()).toBe('');
  expect(await keepDraft('220 hello')).toBe(true);
  expect(await readDraft()).toBe('220 hello');
  expect(await fakeBrowser.storage.session.get()).toHaveProperty('draft');
  expect(await fakeBrowser.storage.local.get()).not.toHaveProperty('draft');
});

test('the last of many changes wins', async () => {
  await Promise.all(['2', '22', '220'].map((text) => keepDraft(text)));
  expect(await readDraft()).toBe('220');
});

test('clearing forgets it', async () => {
  await keepDraft('220 hello');
  await keepDraft('');
  expect(await fakeBrowser.storage.session.get('draft')).toEqual({});
  expect(await readDraft()).toBe('');
});

test('a text that the browser refuses is reported, and later ones are kept again', async () => {
  const set = vi
    .spyOn(fakeBrowser.storage.session, 'set')
    .mockRejectedValueOnce(new Error('Session storage quota bytes exceeded'));
  expect(await keepDraft('x'.repeat(100))).toBe(false);
  expect(await keepDraft('220')).toBe(true);
  expect(await readDraft()).toBe('220');
  set.mockRestore();
});

test('something else under the key counts as nothing', async () => {
  await fakeBrowser.storage.session.set({ draft: { text: 1 } });
  expect(await readDraft()).toBe('');
});
