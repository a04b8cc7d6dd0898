import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  getSetting,
  isSiteOn,
  setSetting,
  setSite,
  watchSetting,
} from '../../lib/extension/settings.ts';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  test('have defaults', async () => {
    expect(await getSetting('verbosity')).toBe('brief');
    expect(await getSetting('sitesOff')).toEqual([]);
  });

  test.each([['loud'], [3], [null], [{}], [['full']], ['']])(
    'a bad verbosity %j is mended to the default',
    async (bad) => {
      await fakeBrowser.storage.local.set({ verbosity: { v: 1, value: bad } });
      expect(await getSetting('verbosity')).toBe('brief');
    },
  );

  test('bad sites are dropped and good ones kept', async () => {
    await fakeBrowser.storage.local.set({
      sitesOff: {
        v: 1,
        value: ['Example.com', 7, null, '', ' a.example:8443 ', 'example.com', 'a b', 'x/y'],
      },
    });
    expect(await getSetting('sitesOff')).toEqual(['example.com', 'a.example:8443']);
    await fakeBrowser.storage.local.set({ sitesOff: 'example.com' });
    expect(await getSetting('sitesOff')).toEqual([]);
  });

  test('storage that fails gives the default', async () => {
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('gone'));
    expect(await getSetting('verbosity')).toBe('brief');
    get.mockRestore();
  });

  test('a change is told to everyone, mended, until the signal aborts', async () => {
    const end = new AbortController();
    const seen: string[] = [];
    watchSetting('verbosity', (value) => seen.push(value), end.signal);
    await setSetting('verbosity', 'full');
    await fakeBrowser.storage.local.set({ verbosity: 'nonsense' });
    await setSetting('verbosity', 'off');
    end.abort();
    await setSetting('verbosity', 'problems');
    expect(seen).toEqual(['full', 'brief', 'off']);
    expect(await getSetting('verbosity')).toBe('problems');
  });

  test('a site goes off and on again', async () => {
    await setSite('Shop.Example', false);
    await setSite('shop.example', false);
    await setSite('b.example', false);
    const sitesOff = await getSetting('sitesOff');
    expect(sitesOff).toEqual(['shop.example', 'b.example']);
    expect(isSiteOn(sitesOff, 'SHOP.example')).toBe(false);
    expect(isSiteOn(sitesOff, 'www.shop.example')).toBe(true);
    await setSite('shop.example', true);
    expect(await getSetting('sitesOff')).toEqual(['b.example']);
  });
});
