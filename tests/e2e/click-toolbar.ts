import type { Page } from 'playwright-core';
import type { ChromiumLab } from './chromium-lab.ts';

/** The tab's number and address, as the extension's listeners get them. */
export interface ClickedTab {
  id: number;
  url: string;
}

/**
 * Gives the extension what a click of a person on one of its buttons or menus gives it: access to
 * the page in front (`activeTab`).
 *
 * @param popup whether the popup opens, as it does for a person
 */
export async function clickToolbar(
  lab: ChromiumLab,
  page: Page,
  popup = false,
): Promise<ClickedTab> {
  const browser = lab.context.browser();
  const [worker] = lab.context.serviceWorkers();
  if (!browser || !worker) throw new Error('The extension is not running.');
  await page.bringToFront();
  if (!popup) await worker.evaluate(`chrome.action.setPopup({ popup: '' })`);
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const target = targetInfos.find(({ url }) => url === page.url());
  if (!target) throw new Error(`No tab shows ${page.url()}`);
  await session.send('Extensions.triggerAction', {
    id: lab.extensionId,
    targetId: target.targetId,
  });
  await session.detach();
  await worker.evaluate(`chrome.action.setPopup({ popup: 'popup.html' })`);
  const tab = await worker.evaluate<ClickedTab>(
    `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([{ id, url }]) => ({ id, url }))`,
  );
  return tab;
}
