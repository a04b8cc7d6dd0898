import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Reads again and again until what was read is as wanted.
 *
 * @param timeout in milliseconds
 * @returns the last thing read: when the time is up, whether it is as wanted or not
 */
export async function waitFor<T>(
  read: () => Promise<T>,
  wanted: (seen: T) => boolean,
  timeout = 8000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await read();
    if (wanted(seen) || Date.now() > end) return seen;
    await sleep(50);
  }
}
