import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readDraft } from '../../lib/extension/draft.ts';
import { offerMenus } from '../../lib/extension/menus.ts';

interface Injection {
  target: { tabId: number; frameIds?: number[]; allFrames?: boolean };
  files?: string[];
  args?: [{ text: string; note?: string }];
}
type Clicked = (info: object, tab?: object) => void;

const log = { id: 'log-1', outcome: 'rejected' };
let installed: () => void;
let clicked: Clicked;
let command: (name: string, tab?: object) => void;
let asked: unknown[];
let injected: string[];
/** What the page's script answers; undefined where it does not run. */
let logs: object[] | undefined;
let open: boolean;
const create = vi.fn();
const windows = vi.fn(async () => ({}));

beforeEach(() => {
  fakeBrowser.reset();
  create.mockReset();
  windows.mockClear();
  asked = [];
  injected = [];
  logs = undefined;
  open = true;
  Object.assign(fakeBrowser.i18n, { getMessage: (name: string) => name });
  Object.assign(fakeBrowser.runtime.onInstalled, {
    addListener: (listener: () => void) => (installed = listener),
  });
  Object.assign(fakeBrowser.contextMenus, { create, removeAll: async () => {} });
  Object.assign(fakeBrowser.contextMenus.onClicked, {
    addListener: (listener: Clicked) => (clicked = listener),
  });
  Object.assign(fakeBrowser.commands.onCommand, {
    addListener: (listener: typeof command) => (command = listener),
  });
  Object.assign(fakeBrowser.windows, { create: windows });
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (_tab: number, message: { smtpLens: string }) => {
      asked.push(message.smtpLens);
      if (!logs) throw new Error('Receiving end does not exist.');
      return { ok: true, answer: message.smtpLens === 'page:show' ? true : { host: '', logs } };
    },
  });
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ target, files, args }: Injection) => {
      if (!open) throw new Error('Cannot access contents of the page.');
      if (files?.[0]?.endsWith('lens.js')) logs ??= [log];
      if (files) injected.push(files.join());
      if (args) injected.push(args[0].note ?? args[0].text);
      return [{ frameId: target.frameIds?.[0] ?? 0, result: 0 }];
    },
  });
  offerMenus();
});

const tab = { id: 3, url: 'https://forum.example/t/1' };

test('has one line for pages and frames, one for marked texts', async () => {
  installed();
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(2));
  expect(create).toHaveBeenCalledWith(
    expect.objectContaining({ id: 'find-logs', contexts: ['page', 'frame'] }),
  );
  expect(create).toHaveBeenCalledWith(
    expect.objectContaining({ id: 'explain-selection', contexts: ['selection'] }),
  );
});

test('runs the script where it does not run, and goes to the first log', async () => {
  clicked({ menuItemId: 'find-logs' }, tab);
  await vi.waitFor(() => expect(asked).toContain('page:show'));
  expect(injected).toEqual(['/content-scripts/lens.js']);
});

test('goes to a log that is known without running anything again', async () => {
  logs = [log];
  command('find-logs', tab);
  await vi.waitFor(() => expect(asked).toContain('page:show'));
  expect(injected).toEqual([]);
});

test.each([
  ['siteOff', 'sitesOff', ['forum.example']],
  ['allOff', 'verbosity', 'off'],
])('says why it does not look: %s', async (note, setting, value) => {
  await fakeBrowser.storage.local.set({ [setting]: { v: 1, value } });
  clicked({ menuItemId: 'find-logs' }, tab);
  await vi.waitFor(() => expect(injected).toEqual(['/reading.js', note]));
});

test('a text on a page that is closed to extensions goes to the field for pasting', async () => {
  open = false;
  clicked({ menuItemId: 'explain-selection', frameId: 0, selectionText: '220 mx ESMTP' }, tab);
  await vi.waitFor(() => expect(windows).toHaveBeenCalledOnce());
  expect(await readDraft()).toBe('220 mx ESMTP');
  expect(windows).toHaveBeenCalledWith(
    expect.objectContaining({ url: expect.stringContaining('/popup.html?view=paste') }),
  );
});

test('a click outside of tabs is nothing', () => {
  clicked({ menuItemId: 'find-logs' });
  expect(injected).toEqual([]);
});
