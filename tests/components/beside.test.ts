import { expect, test } from 'vitest';
import { beside } from '../../components/beside.ts';

const view = { width: 1000, height: 800 };
const panel = { width: 400, height: 300 };

test.each([
  ['under it', { left: 50, top: 100, width: 500, height: 80 }, { left: 50, top: 188 }],
  ['at its right', { left: 50, top: 300, width: 500, height: 400 }, { left: 558, top: 300 }],
  ['at its left', { left: 550, top: 300, width: 400, height: 400 }, { left: 142, top: 300 }],
  ['above it', { left: 100, top: 500, width: 700, height: 250 }, { left: 100, top: 192 }],
  [
    'in the lower right corner where nothing has room',
    { left: 0, top: -500, width: 1000, height: 2000 },
    { left: 592, top: 492 },
  ],
  [
    'in the corner for no anchor',
    { left: 1000, top: 0, width: 0, height: 0 },
    { left: 592, top: 8 },
  ],
])('stands %s', (_name, anchor, expected) => {
  expect(beside(anchor, panel, view)).toEqual(expected);
});

test('is never out of a narrow window', () => {
  const { left } = beside(
    { left: 300, top: 10, width: 60, height: 20 },
    { width: 344, height: 200 },
    { width: 360, height: 600 },
  );
  expect(left).toBe(8);
});
