import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  askFor,
  followGrants,
  giveBack,
  patternOf,
  readGrants,
} from '../../lib/extension/own-sites.ts';

const shop = '*://shop.example/*';
const all = '*://*/*';
let granted: Set<string>;
let scripts: { id: string; matches: string[]; excludeMatches: string[] }[];
let removed: () => void;

beforeEach(() => {
  fakeBrowser.reset();
  granted = new Set();
  scripts = [];
  Object.assign(fakeBrowser.runtime, {
    getManifest: () => ({ content_scripts: [{ matches: ['*://*/wp-admin/*'] }] }),
  });
  const event = { addListener: () => {} };
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins: [origin = ''] }: { origins: string[] }) => granted.has(origin),
    request: async ({ origins: [origin = ''] }: { origins: string[] }) => granted.has(origin),
    remove: vi.fn(async () => true),
    onAdded: event,
    onRemoved: { addListener: (listener: () => void) => (removed = listener) },
  });
  Object.assign(fakeBrowser.scripting, {
    getRegisteredContentScripts: async () => scripts,
    registerContentScripts: async (made: typeof scripts) => void (scripts = made),
    updateContentScripts: async (made: typeof scripts) => void (scripts = made),
    unregisterContentScripts: async () => void (scripts = []),
    executeScript: async () => [],
  });
  followGrants();
});

const wanted = async (): Promise<unknown> =>
  (await fakeBrowser.storage.local.get('ownSites'))['ownSites'];

test('a pattern has no port, which Firefox does not know', () => {
  expect(patternOf('shop.example:8443')).toBe(shop);
  expect(patternOf('[::1]:80')).toBe('*://[::1]/*');
});

test('what is wanted and granted runs by itself, apart from the known screens', async () => {
  granted.add(shop);
  await askFor(shop);
  await vi.waitFor(() => expect(scripts).toHaveLength(1));
  expect(scripts[0]).toMatchObject({
    matches: [shop],
    excludeMatches: ['*://*/wp-admin/*'],
    allFrames: true,
  });
  expect(await readGrants('shop.example')).toEqual({ site: true, everywhere: false });
  expect(await readGrants('other.example')).toEqual({ site: false, everywhere: false });
  await giveBack(shop);
  await vi.waitFor(() => expect(scripts).toEqual([]));
  expect(fakeBrowser.permissions.remove).toHaveBeenCalledWith({ origins: [shop] });
});

test('a no of the person leaves nothing behind', async () => {
  await askFor(shop);
  expect(await wanted()).toEqual([]);
  expect(scripts).toEqual([]);
});

test('a permission alone, as Firefox has it from the known screens, runs nothing', async () => {
  granted.add(shop).add(all);
  removed();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(scripts).toEqual([]);
  expect(await readGrants('shop.example')).toEqual({ site: false, everywhere: false });
});

test('what is taken back in the browser is forgotten', async () => {
  granted.add(shop).add(all);
  await askFor(shop);
  await askFor(all);
  await vi.waitFor(() => expect(scripts[0]?.matches).toEqual([shop, all]));
  expect(await readGrants('other.example')).toEqual({ site: true, everywhere: true });
  granted.delete(all);
  removed();
  await vi.waitFor(() => expect(scripts[0]?.matches).toEqual([shop]));
  expect(await wanted()).toEqual([shop]);
});

test('a damaged setting is none', async () => {
  await fakeBrowser.storage.local.set({ ownSites: [7, 'https://x', '*://*/wp-admin/*', null] });
  granted.add(all);
  expect(await readGrants('shop.example')).toEqual({ site: false, everywhere: false });
});
