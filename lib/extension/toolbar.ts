import { browser } from 'wxt/browser';
import type { Outcome } from '../types.ts';

/** From the best to the worst, and the colour of each. Red is for what stopped the mail and for nothing else. */
const RANKS: readonly { outcomes: readonly Outcome[]; colour: string }[] = [
  { outcomes: ['accepted'], colour: '#2f7d4f' },
  { outcomes: ['incomplete'], colour: '#5f6b7a' },
  { outcomes: ['deferred', 'partially-accepted'], colour: '#9a6700' },
  {
    outcomes: ['rejected', 'connection-failed', 'tls-failed', 'auth-failed', 'dropped'],
    colour: '#b3261e',
  },
];

/**
 * Marks the toolbar icon of a tab with the number of its logs, in the colour of the worst outcome.
 *
 * @param title what it says when it is pointed at
 *
 * The browser takes the mark away when the tab goes to another page; a closed tab is no error.
 */
export async function markToolbar(
  tabId: number,
  outcomes: readonly Outcome[],
  title: string,
): Promise<void> {
  const text = outcomes.length === 0 ? '' : outcomes.length > 99 ? '99+' : String(outcomes.length);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title }),
    ]);
    if (text === '') return;
    await browser.action.setBadgeBackgroundColor({ tabId, color: colourOf(outcomes) });
    await browser.action.setBadgeTextColor({ tabId, color: '#ffffff' });
  } catch {
    // The tab was closed in the meantime.
  }
}

/** The worst of some outcomes; undefined for none. */
export function worstOf(outcomes: readonly Outcome[]): Outcome | undefined {
  return RANKS.flatMap((rank) => rank.outcomes).findLast((each) => outcomes.includes(each));
}

function colourOf(outcomes: readonly Outcome[]): string {
  const worst = worstOf(outcomes);
  return RANKS.find((rank) => worst && rank.outcomes.includes(worst))?.colour ?? '#5f6b7a';
}
