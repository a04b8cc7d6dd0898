import { expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { markToolbar, worstOf } from '../../lib/extension/toolbar.ts';
import type { Outcome } from '../../lib/types.ts';

async function markOf(outcomes: Outcome[]): Promise<{ text: unknown; color: unknown }> {
  const text = vi.fn(async () => {});
  const color = vi.fn(async () => {});
  Object.assign(fakeBrowser.action, {
    setBadgeText: text,
    setBadgeBackgroundColor: color,
    setBadgeTextColor: async () => {},
    setTitle: async () => {},
  });
  await markToolbar(3, outcomes, 'what it says');
  const last = (mock: typeof text): Record<string, unknown> =>
    (mock.mock.calls.at(-1) as unknown[] | undefined)?.[0] as Record<string, unknown>;
  return { text: last(text)['text'], color: last(color)?.['color'] };
}

test('counts the logs, and takes the mark away when there are none', async () => {
  expect((await markOf(['accepted'])).text).toBe('1');
  expect((await markOf(Array<Outcome>(120).fill('accepted'))).text).toBe('99+');
  expect(await markOf([])).toEqual({ text: '', color: undefined });
});

test('red is for what stopped the mail and for nothing else', async () => {
  const red = (await markOf(['accepted', 'auth-failed', 'deferred'])).color;
  expect((await markOf(['dropped'])).color).toBe(red);
  for (const outcome of ['accepted', 'incomplete', 'deferred', 'partially-accepted'] as const) {
    expect((await markOf([outcome])).color).not.toBe(red);
  }
});

test('a tab that was closed is no error', async () => {
  Object.assign(fakeBrowser.action, {
    setBadgeText: () => Promise.reject(new Error('No tab with id: 3')),
  });
  await expect(markToolbar(3, ['accepted'], '')).resolves.toBeUndefined();
});

test('the worst of several outcomes', () => {
  expect(worstOf(['accepted', 'auth-failed', 'deferred'])).toBe('auth-failed');
  expect(worstOf(['accepted', 'incomplete'])).toBe('incomplete');
  expect(worstOf([])).toBeUndefined();
});
