import type { CDPSession, Page } from 'playwright-core';

/**
 * Clicks an element inside a closed shadow root with the mouse, where a person would: in its middle.
 *
 * @param id of a verdict or badge, as `readAnnotations` gives it
 */
export async function clickNode(page: Page, cdp: CDPSession, id: string): Promise<void> {
  const backendNodeId = Number(id);
  await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId });
  const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
  await page.mouse.click((left + right) / 2, (top + bottom) / 2);
}
