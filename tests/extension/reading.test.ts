import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { frameOfSelection, openReading } from '../../lib/extension/reading.ts';

interface Injection {
  target: { frameIds?: number[] };
  files?: string[];
  args?: unknown[];
}
let open: ReadonlySet<number>;
let done: string[];

beforeEach(() => {
  fakeBrowser.reset();
  done = [];
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ target: { frameIds: [frame = 0] = [] }, files, args }: Injection) => {
      if (!open.has(frame)) throw new Error('Cannot access contents of the page.');
      done.push(`${frame} ${files ? files.join() : JSON.stringify(args)}`);
      return [];
    },
  });
});

test('opens in the frame of the marked text', async () => {
  open = new Set([0, 5]);
  expect(await openReading(1, 5, { text: 'x' })).toBe(true);
  expect(done).toEqual(['5 /reading.js', '5 [{"text":"x"}]']);
});

test("opens in the page where the frame is another site's", async () => {
  open = new Set([0]);
  expect(await openReading(1, 5, { text: 'x' })).toBe(true);
  expect(done).toEqual(['0 /reading.js', '0 [{"text":"x","elsewhere":true}]']);
});

test('says where the browser lets nothing in', async () => {
  open = new Set();
  expect(await openReading(1, 5, { text: 'x' })).toBe(false);
  expect(await frameOfSelection(1)).toBe(0);
});

test('takes the frame in which something is marked', async () => {
  Object.assign(fakeBrowser.scripting, {
    executeScript: async () => [
      { frameId: 0, result: 1 },
      { frameId: 4, result: 2 },
      { frameId: 7, result: 3 },
    ],
  });
  expect(await frameOfSelection(1)).toBe(7);
});
