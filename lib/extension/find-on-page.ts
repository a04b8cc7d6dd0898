import { openReading } from './reading.ts';
import { getSetting, isSiteOn } from './settings.ts';
import { framesOf, logsOf, lookForLogs, showLog, type TabLog } from './tab.ts';

/** How long a page that was just asked to look may take before "none found" is said, and how often it is asked, in ms. */
const LOOK_TIME = 2000;
const AGAIN = 100;

/**
 * Looks for logs on a page because somebody asked for it, and goes to the first. Where there is
 * none, the page says so. False where the browser lets nothing into the page.
 */
export async function findOnPage(tabId: number, url: string | undefined): Promise<boolean> {
  const host = hostOf(url);
  const sitesOff = await getSetting('sitesOff');
  if (host !== undefined && !isSiteOn(sitesOff, host)) return say(tabId, 'siteOff');
  if ((await getSetting('verbosity')) === 'off') return say(tabId, 'allOff');
  let log = await firstLog(tabId);
  if (!log) {
    if (!(await lookForLogs(tabId))) return false;
    log = await waitForLog(tabId);
  }
  return log ? showLog(tabId, log) : say(tabId, 'noneOnPage');
}

function say(tabId: number, note: 'noneOnPage' | 'siteOff' | 'allOff'): Promise<boolean> {
  return openReading(tabId, 0, { text: '', note });
}

async function firstLog(tabId: number): Promise<TabLog | undefined> {
  return (await logsOf(tabId, await framesOf(tabId)))?.logs[0];
}

async function waitForLog(tabId: number): Promise<TabLog | undefined> {
  const until = Date.now() + LOOK_TIME;
  while (Date.now() < until) {
    const log = await firstLog(tabId);
    if (log) return log;
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  return undefined;
}

function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}
