import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Refusal, answer, send } from '../../lib/extension/messages.ts';
import type { Shown } from '../../lib/shown.ts';

const report: Shown = { version: 1, sessions: [], glossary: { pattern: '(?!)', definitions: {} } };
const own = fakeBrowser.runtime.id;

/** Lets a message arrive as the browser does: the answer, or undefined when nobody takes it. */
async function arrive(message: unknown, sender: object): Promise<unknown> {
  let respond: (value: unknown) => void = () => {};
  const answered = new Promise<unknown>((resolve) => {
    respond = resolve;
  });
  const taken: unknown[] = await fakeBrowser.runtime.onMessage.trigger(message, sender, respond);
  return taken.includes(true) ? answered : undefined;
}

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.onMessage.removeAllListeners();
});

describe('answer', () => {
  const good = { smtpLens: 'background:explain', ask: { text: '220 hello' } };

  test('gives the handler the ask and who asks', async () => {
    const handler = vi.fn(() => report);
    answer('background:explain', handler);
    expect(await arrive(good, { id: own, tab: { id: 7 }, frameId: 2 })).toEqual({
      ok: true,
      answer: report,
    });
    expect(handler).toHaveBeenCalledWith(
      { text: '220 hello' },
      expect.objectContaining({ tab: { id: 7 }, frameId: 2 }),
    );
  });

  test('does not hear others', async () => {
    const handler = vi.fn(() => report);
    answer('background:explain', handler);
    expect(await arrive(good, { id: 'some-other-extension' })).toBeUndefined();
    expect(await arrive(good, {})).toBeUndefined();
    expect(handler).not.toHaveBeenCalled();
  });

  test.each([
    null,
    'background:explain',
    42,
    [],
    {},
    { smtpLens: 'background:explain' },
    { smtpLens: 'background:explain', ask: {} },
    { smtpLens: 'background:explain', ask: { text: 5 } },
    { smtpLens: 'page:state', ask: {} },
    { smtpLens: 'toString', ask: {} },
    { smtpLens: 'unheard:of', ask: {} },
  ])('does not take %j', async (message) => {
    const handler = vi.fn(() => report);
    answer('background:explain', handler);
    expect(await arrive(message, { id: own })).toBeUndefined();
    expect(handler).not.toHaveBeenCalled();
  });

  test('turns a throw into an answer, a refusal into its reason', async () => {
    answer('background:explain', ({ text }) => {
      throw text === 'long' ? new Refusal('too-long') : new Error('broken');
    });
    const ask = (text: string): Promise<unknown> =>
      arrive({ smtpLens: 'background:explain', ask: { text } }, { id: own });
    expect(await ask('long')).toMatchObject({ ok: false, why: 'too-long' });
    expect(await ask('x')).toEqual({ ok: false, why: 'failed', detail: 'broken' });
  });

  test('ends with its signal', async () => {
    const end = new AbortController();
    answer('background:explain', () => report, end.signal);
    end.abort();
    expect(await arrive(good, { id: own })).toBeUndefined();
    answer('background:explain', () => report, end.signal);
    expect(await arrive(good, { id: own })).toBeUndefined();
  });
});

describe('send', () => {
  const sending = (outcome: () => Promise<unknown>): void => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(outcome as never);
  };

  test('hands over the answer', async () => {
    sending(async () => ({ ok: true, answer: report }));
    expect(await send('background:explain', { text: '' })).toEqual({ ok: true, answer: report });
  });

  test.each([
    ['Extension context invalidated.', 'gone'],
    ['Could not establish connection. Receiving end does not exist.', 'nobody'],
    ['The message port closed before a response was received.', 'nobody'],
    ['disk on fire', 'failed'],
  ])('never rejects: %s', async (words, why) => {
    sending(async () => {
      throw new Error(words);
    });
    expect(await send('background:explain', { text: '' })).toMatchObject({ ok: false, why });
  });

  test.each([undefined, null, 'yes', {}, { ok: 1 }])('no answer of ours: %j', async (got) => {
    sending(async () => got);
    expect(await send('background:explain', { text: '' })).toMatchObject({
      ok: false,
      why: 'nobody',
    });
  });

  test('knows that the extension is gone', async () => {
    const { id } = fakeBrowser.runtime;
    Object.assign(fakeBrowser.runtime, { id: undefined });
    expect(await send('background:explain', { text: '' })).toMatchObject({ why: 'gone' });
    Object.assign(fakeBrowser.runtime, { id });
  });
});
