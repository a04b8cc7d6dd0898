import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import { findOnPage } from './find-on-page.ts';
import { keepDraft } from './draft.ts';
import { frameOfSelection, openReading } from './reading.ts';

const FIND = 'find-logs';
const EXPLAIN = 'explain-selection';

/**
 * The context menu and the shortcuts. To be called as the background starts: the browser wakes it
 * for the listeners that stand then.
 */
export function offerMenus(): void {
  browser.runtime.onInstalled.addListener(() => void makeMenus());
  // Absent in browsers without context menus, such as Firefox for Android.
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    const { menuItemId, frameId = 0, selectionText = '' } = info;
    if (menuItemId === FIND) void findOnPage(tab.id, tab.url).then(orPopup);
    if (menuItemId === EXPLAIN) void explain(tab.id, frameId, selectionText);
  });
  browser.commands?.onCommand.addListener((command, tab) => void run(command, tab));
}

async function makeMenus(): Promise<void> {
  await browser.contextMenus?.removeAll();
  const title = (name: 'findLogs' | 'explainSelection'): string => browser.i18n.getMessage(name);
  browser.contextMenus?.create({ id: FIND, title: title('findLogs'), contexts: ['page', 'frame'] });
  browser.contextMenus?.create({
    id: EXPLAIN,
    title: title('explainSelection'),
    contexts: ['selection'],
  });
}

async function run(command: string, given: Browser.tabs.Tab | undefined): Promise<void> {
  const [front] = given ? [given] : await browser.tabs.query({ active: true, currentWindow: true });
  if (front?.id === undefined) return;
  if (command === FIND) await findOnPage(front.id, front.url).then(orPopup);
  if (command === EXPLAIN) await explain(front.id, await frameOfSelection(front.id), '');
}

async function explain(tabId: number, frameId: number, text: string): Promise<void> {
  if (await openReading(tabId, frameId, { text })) return;
  // A PDF, a page of the browser: the text goes where pasted logs are read.
  if (text.trim() !== '') await keepDraft(text);
  await orPopup(false);
}

/** Where nothing can stand in the page, a window of our own says so, or explains the text. */
async function orPopup(done: boolean): Promise<void> {
  if (done) return;
  await browser.windows?.create({
    url: browser.runtime.getURL('/popup.html?view=paste'),
    type: 'popup',
    // The popup's own size, and the frame of a window.
    width: 416,
    height: 640,
  });
}
