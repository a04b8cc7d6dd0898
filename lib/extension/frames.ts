import { browser } from 'wxt/browser';
import type { Outcome } from '../types.ts';
import { send } from './messages.ts';

/**
 * The frames of a tab that have told of logs. Kept for the browser session, because the background
 * may end between two messages. A frame that is gone does no harm: it does not answer.
 */
export async function framesWithLogs(tabId: number): Promise<readonly number[]> {
  try {
    const name = nameOf(tabId);
    const kept: unknown = (await browser.storage.session.get(name))[name];
    return Array.isArray(kept) ? kept.filter((id): id is number => typeof id === 'number') : [];
  } catch {
    return [];
  }
}

/** Forgets a tab that was closed. */
export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(nameOf(tabId)).catch(() => {});
}

/**
 * What became of all logs of a tab, after one of its frames has told of its own. The other frames
 * are asked anew, so that nothing is counted which is no longer there.
 */
export async function outcomesOfTab(
  tabId: number,
  frameId: number,
  outcomes: readonly Outcome[],
): Promise<readonly Outcome[]> {
  const known = await framesWithLogs(tabId);
  const others = await Promise.all(
    known
      .filter((id) => id !== frameId)
      .map(async (id) => {
        const sent = await send('page:state', {}, { tabId, frameId: id });
        return { id, outcomes: sent.ok ? sent.answer.logs.map((log) => log.outcome) : [] };
      }),
  );
  const all = [{ id: frameId, outcomes }, ...others].filter((frame) => frame.outcomes.length > 0);
  const frames = all.map(({ id }) => id);
  if (frames.join() !== known.join()) {
    await browser.storage.session.set({ [nameOf(tabId)]: frames }).catch(() => {});
  }
  return all.flatMap((frame) => frame.outcomes);
}

function nameOf(tabId: number): string {
  return `frames-${tabId}`;
}
