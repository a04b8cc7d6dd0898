import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background.ts';
import { MAX_BLOCK } from '../../lib/limits.ts';

async function ask(name: string, asked: object, sender: object = {}): Promise<unknown> {
  let respond: (value: unknown) => void = () => {};
  const answered = new Promise<unknown>((resolve) => {
    respond = resolve;
  });
  await fakeBrowser.runtime.onMessage.trigger(
    { smtpLens: name, ask: asked },
    { id: fakeBrowser.runtime.id, ...sender },
    respond,
  );
  return answered;
}

beforeEach(() => {
  fakeBrowser.reset();
  const { contextMenus, commands, permissions } = fakeBrowser;
  for (const event of [
    contextMenus.onClicked,
    commands.onCommand,
    permissions.onAdded,
    permissions.onRemoved,
  ]) {
    Object.assign(event, { addListener: () => {} });
  }
  fakeBrowser.runtime.onMessage.removeAllListeners();
  void background.main();
});

test('explains a log', async () => {
  const text =
    '220 mx.example.com ESMTP\nEHLO client.example.org\n250 mx.example.com\nQUIT\n221 bye\n';
  expect(await ask('background:explain', { text })).toMatchObject({
    ok: true,
    answer: { version: 1, sessions: [{ outcome: 'incomplete' }] },
  });
});

test('names the fields of the plugin whose screen asks', async () => {
  const text = 'SMTP Error: Could not authenticate.';
  const url = 'https://shop.example/wp-admin/options-general.php?page=fluent-mail#/logs';
  expect(JSON.stringify(await ask('background:explain', { text }, { url }))).toContain(
    'FluentSMTP',
  );
  expect(JSON.stringify(await ask('background:explain', { text }))).not.toContain('FluentSMTP');
});

test('a text without a log is an empty report', async () => {
  expect(await ask('background:explain', { text: 'Hello' })).toMatchObject({
    ok: true,
    answer: { version: 1, sessions: [], glossary: { definitions: {} } },
  });
});

test('a text over the bound is refused and not read', async () => {
  expect(await ask('background:explain', { text: 'x'.repeat(MAX_BLOCK + 1) })).toMatchObject({
    ok: false,
    why: 'too-long',
  });
});

test('a frame without a log leaves the mark of the others', async () => {
  const set = vi.fn(async () => {});
  Object.assign(fakeBrowser.action, {
    setBadgeText: set,
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  });
  await ask('background:logs', { outcomes: [] }, { tab: { id: 4 }, frameId: 3 });
  expect(set).not.toHaveBeenCalled();
  await ask('background:logs', { outcomes: ['accepted'] }, { tab: { id: 4 }, frameId: 3 });
  expect(set).toHaveBeenLastCalledWith({ tabId: 4, text: '1' });
  await ask('background:logs', { outcomes: [] }, { tab: { id: 4 }, frameId: 0 });
  expect(set).toHaveBeenLastCalledWith({ tabId: 4, text: '' });
});
