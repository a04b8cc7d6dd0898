import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '../../entrypoints/popup/Popup.tsx';
import { explainText } from '../../entrypoints/popup/explain-text.ts';
import { readDraft } from '../../lib/extension/draft.ts';
import { getSetting } from '../../lib/extension/settings.ts';
import type { PageLog } from '../../lib/extension/messages.ts';
import type { Shown, ShownSession } from '../../lib/shown.ts';

vi.mock('../../entrypoints/popup/explain-text.ts', () => ({ explainText: vi.fn() }));

const address = 'chrome-extension://test/popup.html';
const none: Shown = { version: 1, sessions: [], glossary: { pattern: '(?!)', definitions: {} } };
const session: ShownSession = {
  dialect: 'raw',
  title: 'Raw transcript',
  firstLine: 1,
  lastLine: 1,
  server: { host: 'mail.example.com', port: 587 },
  tls: 'none',
  auth: { mechanism: null, result: 'none', user: null },
  envelope: { from: null, to: [], rejectedTo: [] },
  outcome: 'incomplete',
  failedAt: null,
  queueId: null,
  durationMs: null,
  findings: [],
  entries: [
    {
      line: 1,
      endLine: 1,
      from: 'server',
      kind: 'reply',
      verb: null,
      code: 220,
      enhanced: null,
      phase: 'greeting',
      duplicateOf: null,
      severity: 'ok',
      brief: 'Server greets',
      full: 'The server is ready.',
      time: '',
      text: '220 mail.example.com ESMTP',
      at: 1,
    },
  ],
  secrets: [],
  sentence: 'This log does not show how it ended.',
  decided: null,
  quote: '',
  next: [],
  copy: '',
};
const log: PageLog = {
  id: 'a',
  outcome: 'auth-failed',
  title: 'The password was refused.',
  severity: 'error',
  server: 'mail.example.com',
  lines: 34,
};

let root: HTMLElement;
/** The patterns of sites that the browser has granted. */
const granted = new Set<string>();
let page: ((message: { smtpLens: string }) => unknown) | undefined;
const explained = vi.mocked(explainText);
const text = (): string => root.textContent ?? '';
const field = (): HTMLTextAreaElement | null => root.querySelector('textarea');
const panel = (name: string): HTMLElement | null => root.querySelector(`#popup-${name}`);
const box = (index: number): HTMLInputElement | undefined =>
  root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[index];
const press = (words: string): void =>
  [...root.querySelectorAll('button')]
    .find((button) => button.textContent?.includes(words))
    ?.click();

function type(value: string): void {
  const input = field();
  if (!input) return;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Opens the popup over a tab with this address; `page` is its content script, if it has one. */
function open(url: string | undefined): void {
  Object.assign(fakeBrowser.tabs, {
    query: async () => [{ id: 5, url }],
    sendMessage: async (_tab: number, message: { smtpLens: string }) => {
      if (page) return { ok: true, answer: page(message) };
      throw new Error('Could not establish connection. Receiving end does not exist.');
    },
  });
  render(<Popup address={address} />, root);
}

beforeEach(() => {
  fakeBrowser.reset();
  localStorage.clear();
  explained.mockReset();
  explained.mockResolvedValue(none);
  page = undefined;
  root = document.createElement('div');
  document.body.append(root);
  Object.assign(fakeBrowser.scripting, { executeScript: async () => [{ frameId: 0 }] });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({}) });
  granted.clear();
  const event = { addListener: () => {}, removeListener: () => {} };
  Object.assign(fakeBrowser.permissions, {
    contains: async ({ origins: [origin = ''] }: { origins: string[] }) => granted.has(origin),
    request: vi.fn(async () => true),
    remove: vi.fn(async () => true),
    onAdded: event,
    onRemoved: event,
  });
});

afterEach(() => {
  render(null, root);
  root.remove();
});

describe('this page', () => {
  test('lists the logs with their verdicts, and goes to one', async () => {
    const asked: string[] = [];
    page = ({ smtpLens }) => {
      asked.push(smtpLens);
      return smtpLens === 'page:state' ? { host: 'shop.example', logs: [log] } : false;
    };
    open('https://shop.example/wp-admin/');
    await vi.waitFor(() => expect(text()).toContain('The password was refused.'));
    expect(text()).toContain('mail.example.com · 34 lines');
    expect(root.querySelector('[role=tab]')?.getAttribute('aria-label')).toBe('This page, 1 log');
    press('The password was refused.');
    await vi.waitFor(() => expect(text()).toContain('no longer on the page'));
    expect(asked).toContain('page:show');
  });

  test('a page without a log', async () => {
    page = () => ({ host: 'shop.example', logs: [] });
    open('https://shop.example/wp-admin/');
    await vi.waitFor(() => expect(text()).toContain('No mail log on this page'));
    expect(text()).not.toContain('Look for logs');
    expect(text()).toContain('shop.example');
  });

  const refuse = async (): Promise<never> => {
    throw new Error('Cannot access contents of the page');
  };

  test('looks through a page where the extension does not run: the click asked for it', async () => {
    const run = vi.fn(async ({ files }: { files?: string[] }) => {
      if (files) page = () => ({ host: 'forum.example', logs: [log] });
      return [{ frameId: 0 }];
    });
    Object.assign(fakeBrowser.scripting, { executeScript: run });
    open('https://forum.example/t/1');
    await vi.waitFor(() => expect(text()).toContain('The password was refused.'));
    expect(run).toHaveBeenCalledWith(
      expect.objectContaining({ files: ['/content-scripts/lens.js'] }),
    );
  });

  test('does not where the site, or all of it, is switched off', async () => {
    const run = vi.fn(async () => [{ frameId: 0 }]);
    Object.assign(fakeBrowser.scripting, { executeScript: run });
    await fakeBrowser.storage.local.set({ sitesOff: { v: 1, value: ['forum.example'] } });
    open('https://forum.example/t/1');
    await vi.waitFor(() => expect(text()).toContain('Switched off on this site'));
    render(null, root);
    await fakeBrowser.storage.local.set({
      sitesOff: { v: 1, value: [] },
      verbosity: { v: 1, value: 'off' },
    });
    open('https://forum.example/t/1');
    await vi.waitFor(() => expect(text()).toContain('Explanations are off'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(run).not.toHaveBeenCalledWith(expect.objectContaining({ files: expect.anything() }));
  });

  test('offers to look again on a page that did not let it', async () => {
    Object.assign(fakeBrowser.scripting, { executeScript: refuse });
    open('https://forum.example/t/1');
    await vi.waitFor(() => expect(text()).toContain('Look for logs on this page'));
    press('Look for logs');
    await vi.waitFor(() => expect(text()).toContain('This page cannot be read'));
  });

  test.each(['chrome://extensions/', 'about:addons'])(
    'on %s there is only the field for pasting',
    async (url) => {
      open(url);
      await vi.waitFor(() => expect(panel('paste')?.hidden).toBe(false));
      expect(panel('page')?.hidden).toBe(true);
      expect(text()).toContain('A page that extensions cannot read');
    },
  );

  test('a site goes off and on', async () => {
    page = () => ({ host: 'shop.example', logs: [] });
    open('https://shop.example/wp-admin/');
    await vi.waitFor(() => expect(text()).toContain('Explains mail logs here'));
    root.querySelector<HTMLElement>('[role=switch]')?.click();
    await vi.waitFor(() => expect(text()).toContain('Switched off on this site'));
    expect(await getSetting('sitesOff')).toEqual(['shop.example']);
    root.querySelector<HTMLElement>('[role=switch]')?.click();
    await vi.waitFor(() => expect(text()).toContain('No mail log on this page'));
  });

  test('asks the browser for a site, and for every site', async () => {
    open('https://forum.example:8443/t/1');
    await vi.waitFor(() => expect(text()).toContain('Always on this site'));
    box(0)?.click();
    expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({
      origins: ['*://forum.example/*'],
    });
    // Until the person has said yes, nothing holds.
    expect(box(0)?.checked).toBe(false);
    box(1)?.click();
    expect(fakeBrowser.permissions.request).toHaveBeenLastCalledWith({ origins: ['*://*/*'] });
  });

  test('gives a site back', async () => {
    granted.add('*://forum.example/*');
    await fakeBrowser.storage.local.set({ ownSites: ['*://forum.example/*'] });
    open('https://forum.example/t/1');
    await vi.waitFor(() => expect(box(0)?.checked).toBe(true));
    box(0)?.click();
    await vi.waitFor(async () =>
      expect(await fakeBrowser.storage.local.get('ownSites')).toEqual({ ownSites: [] }),
    );
    await vi.waitFor(() =>
      expect(fakeBrowser.permissions.remove).toHaveBeenCalledWith({
        origins: ['*://forum.example/*'],
      }),
    );
  });

  test('asks for nothing on a file', async () => {
    open('file:///home/anna/mail.log');
    await vi.waitFor(() => expect(text()).toContain('Looking…'));
    expect(box(0)).toBeUndefined();
  });
});

describe('paste a log', () => {
  beforeEach(async () => {
    open('about:newtab');
    await vi.waitFor(() => expect(panel('paste')?.hidden).toBe(false));
    await vi.waitFor(() => expect(text()).toContain('What can be read here'));
  });

  test('shows the verdict and the steps, and keeps the text', async () => {
    explained.mockResolvedValue({ ...none, sessions: [session] });
    type('220 mail.example.com');
    await vi.waitFor(() =>
      expect(root.querySelector('[data-outcome="incomplete"]')).not.toBeNull(),
    );
    expect(text()).toContain('Server greets');
    expect(await readDraft()).toBe('220 mail.example.com');

    render(null, root);
    open('about:newtab');
    await vi.waitFor(() =>
      expect(root.querySelector('[data-outcome="incomplete"]')).not.toBeNull(),
    );
    expect(field()?.value).toBe('220 mail.example.com');
  });

  test('names each of several sessions', async () => {
    explained.mockResolvedValue({
      ...none,
      sessions: Array.from({ length: 25 }, (_, i) => ({ ...session, firstLine: i + 1 })),
    });
    type('many');
    await vi.waitFor(() => expect(text()).toContain('Session 20 of 25'));
    expect(text()).not.toContain('Session 21 of 25');
    press('Show 5 more');
    await vi.waitFor(() => expect(text()).toContain('Session 25 of 25'));
  });

  test.each([
    ['prose', 'Dear support, my mail does not arrive.', 'A log has commands such as'],
    ['binary', '\u0000\u0001\u0016\uFFFD'.repeat(50), 'a file that is not text'],
  ])('says calmly that there is no log: %s', async (_name, value, words) => {
    type(value);
    await vi.waitFor(() => expect(text()).toContain(words));
    expect(field()?.value).toBe(value);
  });

  test('blanks are an empty field', async () => {
    type('  \n ');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(text()).toContain('What can be read here');
    expect(explained).not.toHaveBeenCalled();
  });

  test('sessions are told apart by their recipients, and the foot about the page is gone', async () => {
    const to = ['anna@example.org', 'bert@example.org'];
    const second = { ...session, firstLine: 2, envelope: { from: null, to, rejectedTo: [] } };
    explained.mockResolvedValue({ ...none, sessions: [session, second] });
    type('220 x');
    await vi.waitFor(() =>
      expect([...root.querySelectorAll('h2')].map(({ textContent }) => textContent)).toContain(
        'Session 2 of 2, to anna@example.org and 1 more',
      ),
    );
    expect(text()).toContain('Session 1 of 2');
    const foot = root.querySelector<HTMLElement>('.popup-foot');
    expect(foot?.hidden).toBe(true);
    root.querySelector<HTMLElement>('#popup-tab-page')?.click();
    await vi.waitFor(() => expect(foot?.hidden).toBe(false));
  });

  test('an engine that fails is a sentence', async () => {
    explained.mockRejectedValue(new Error('broken'));
    type('220 x');
    await vi.waitFor(() => expect(text()).toContain('could not be read'));
    expect(field()?.value).toBe('220 x');
  });

  test('typing is not read letter by letter, and only the last text counts', async () => {
    for (const value of ['2', '22', '220']) type(value);
    await vi.waitFor(() => expect(explained).toHaveBeenCalled());
    expect(explained.mock.calls.map(([value]) => value)).toEqual(['220']);
  });

  test('clearing empties and forgets', async () => {
    type('220 x');
    await vi.waitFor(() => expect(text()).toContain('No mail log found'));
    press('Clear');
    await vi.waitFor(() => expect(text()).toContain('What can be read here'));
    expect(field()?.value).toBe('');
    expect(await readDraft()).toBe('');
  });
});

test('verbosity follows a change made elsewhere', async () => {
  open('about:newtab');
  const chosen = (): string | undefined =>
    root.querySelector<HTMLElement>('[role=radio][aria-checked=true]')?.dataset['verbosity'];
  await vi.waitFor(() => expect(chosen()).toBe('brief'));
  await fakeBrowser.storage.local.set({ verbosity: { v: 1, value: 'full' } });
  await vi.waitFor(() => expect(chosen()).toBe('full'));
  root.querySelector<HTMLElement>('[data-verbosity=problems]')?.click();
  await vi.waitFor(async () => expect(await getSetting('verbosity')).toBe('problems'));
});
