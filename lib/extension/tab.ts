import { browser } from 'wxt/browser';
import { framesWithLogs } from './frames.ts';
import { send } from './messages.ts';
import type { PageLog } from './messages.ts';

/** The content script as it lies in the built extension. */
export const LENS = '/content-scripts/lens.js';
/** How long to wait for a page that does not answer, in milliseconds. */
const PATIENCE = 400;

/** A tab that the popup speaks of. The host is known where the page answers, or the click on the toolbar lets us see it. */
export interface Tab {
  id: number;
  host: string | null;
  /** A page of the browser or of an extension, a store, a PDF: no extension may read it. */
  closed: boolean;
  /** A page of a site, for which the browser can be asked; a file is none. */
  grantable: boolean;
}

/** A log of a tab and the frame in which it stands. */
export interface TabLog extends PageLog {
  frameId: number;
}

/** What the tab answers: undefined when the content script does not run in any of its frames. */
export type TabLogs = { host: string; logs: readonly TabLog[] } | undefined;

/**
 * The tab in front, or the one that the popup's own address names (`popup.html?tab=12`): that is
 * how the popup can be opened as a page of its own. Undefined when there is none.
 */
export async function findTab(address: string): Promise<Tab | undefined> {
  const named = Number.parseInt(new URL(address).searchParams.get('tab') ?? '', 10);
  try {
    const [tab] = Number.isNaN(named)
      ? await browser.tabs.query({ active: true, currentWindow: true })
      : [await browser.tabs.get(named)];
    return tab?.id === undefined ? undefined : { id: tab.id, ...placeOf(tab.url) };
  } catch {
    return undefined;
  }
}

/**
 * The frames of a tab that may be reached: all of its site after a click on the toolbar, else the
 * page itself and the frames that have told of logs.
 */
export async function framesOf(tabId: number): Promise<readonly number[]> {
  const reached = browser.scripting
    .executeScript({
      target: { tabId, allFrames: true },
      injectImmediately: true,
      func: () => true,
    })
    .then((results) => results.map(({ frameId }) => frameId))
    .catch(() => [0]);
  const late = new Promise<readonly number[]>((resolve) =>
    setTimeout(() => resolve([0]), PATIENCE),
  );
  const [frames, told] = await Promise.all([Promise.race([reached, late]), framesWithLogs(tabId)]);
  return [...new Set([0, ...frames, ...told])];
}

/** Asks these frames for their logs. */
export async function logsOf(tabId: number, frames: readonly number[]): Promise<TabLogs> {
  const answers = await Promise.all(
    frames.map(async (frameId) => ({
      frameId,
      sent: await send('page:state', {}, { tabId, frameId }),
    })),
  );
  const states = answers.flatMap(({ frameId, sent }) =>
    sent.ok ? [{ frameId, state: sent.answer }] : [],
  );
  const [first] = states;
  if (first === undefined) return undefined;
  return {
    host: (states.find(({ frameId }) => frameId === 0) ?? first).state.host,
    logs: states.flatMap(({ frameId, state }) => state.logs.map((log) => ({ ...log, frameId }))),
  };
}

/** Scrolls the page to a log. False when it is gone. */
export async function showLog(tabId: number, log: TabLog): Promise<boolean> {
  const sent = await send('page:show', { id: log.id }, { tabId, frameId: log.frameId });
  return sent.ok && sent.answer;
}

/**
 * Runs the content script in a tab where it does not run by itself. It takes a click on the
 * toolbar button (`activeTab`). False when the browser does not allow it on this page.
 */
export async function lookForLogs(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: [LENS],
      // A page that never ends loading has its log on the screen all the same.
      injectImmediately: true,
    });
    return true;
  } catch {
    return false;
  }
}

function placeOf(url: string | undefined): Omit<Tab, 'id'> {
  // Without a click on the toolbar, the address stays hidden: it may be a page like any other.
  if (url === undefined || url === '') return { host: null, closed: false, grantable: true };
  try {
    const { protocol, host } = new URL(url);
    const grantable = protocol === 'http:' || protocol === 'https:';
    const open = grantable || protocol === 'file:';
    return { host: open && host !== '' ? host : null, closed: !open, grantable };
  } catch {
    return { host: null, closed: true, grantable: false };
  }
}
