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
  const { contextMenus, commands, permissions, runtime } = fakeBrowser;
  for (const event of [
    contextMenus.onClicked,
    commands.onCommand,
    permissions.onAdded,
    permissions.onRemoved,
    runtime.onConnect,
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

test('adds up the logs of all frames of a tab', async () => {
  const text = vi.fn(async () => {});
  const title = vi.fn(async () => {});
  Object.assign(fakeBrowser.action, {
    setBadgeText: text,
    setTitle: title,
    setBadgeBackgroundColor: async () => {},
    setBadgeTextColor: async () => {},
  });
  // What each frame answers when it is asked; one that is gone does not.
  const frames = new Map<number, readonly string[]>();
  Object.assign(fakeBrowser.tabs, {
    sendMessage: async (_tab: number, _message: object, { frameId }: { frameId: number }) => {
      const outcomes = frames.get(frameId);
      if (!outcomes) throw new Error('Receiving end does not exist.');
      return { ok: true, answer: { host: '', logs: outcomes.map((outcome) => ({ outcome })) } };
    },
  });
  const tell = async (frameId: number, ...outcomes: string[]): Promise<void> => {
    frames.set(frameId, outcomes);
    await ask('background:logs', { outcomes }, { tab: { id: 4 }, frameId });
  };
  await tell(3, 'accepted');
  expect(text).toHaveBeenLastCalledWith({ tabId: 4, text: '1' });
  expect(title).toHaveBeenLastCalledWith({ tabId: 4, title: 'SMTP Lens: 1 log here. Accepted' });
  await tell(0, 'deferred', 'rejected');
  expect(text).toHaveBeenLastCalledWith({ tabId: 4, text: '3' });
  expect(title).toHaveBeenLastCalledWith({
    tabId: 4,
    title: 'SMTP Lens: 3 logs here. The worst: Refused',
  });
  // A frame without a log does not take away what the others have.
  await tell(7);
  expect(text).toHaveBeenLastCalledWith({ tabId: 4, text: '3' });
  // One that is gone is no longer counted.
  frames.delete(3);
  await tell(0, 'accepted');
  expect(text).toHaveBeenLastCalledWith({ tabId: 4, text: '1' });
  await tell(0);
  expect(text).toHaveBeenLastCalledWith({ tabId: 4, text: '' });
  expect(title).toHaveBeenLastCalledWith({ tabId: 4, title: 'SMTP Lens' });
});
