import { expect, test } from 'vitest';
import { corpus } from '../corpus.ts';
import { wildLogs } from '../wild.ts';
import { verdicts } from './diagnosed.ts';

/** The figure is nought: whoever is told of a fault that there is not looks for it for hours. */
test('an accepted mail has no cause', () => {
  const wild = wildLogs(new URL('../wild/', import.meta.url));
  const accepted = [
    ...corpus().filter(({ sessions }) => sessions.every(({ outcome }) => outcome === 'accepted')),
    ...wild.filter(({ outcome }) => outcome === 'accepted'),
  ];
  expect(accepted.length).toBeGreaterThan(50);
  const alarms = accepted.filter(({ text }) => verdicts(text).some((one) => one !== 'accepted'));
  expect(alarms.map(({ name }) => name)).toEqual([]);
});
