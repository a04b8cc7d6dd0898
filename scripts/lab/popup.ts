import { setTimeout as sleep } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import type { BrowserContext, CDPSession } from 'playwright-core';

/** The real popup of the toolbar button, which Playwright does not show as a page. */
export interface Popup {
  /** Runs an expression in the popup and gives its value, which must be plain data. */
  evaluate(expression: string): Promise<unknown>;
  /** Saves a picture (PNG). */
  screenshot(path: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the popup over the active tab, as a click on the toolbar button does.
 *
 * @throws Error when the browser does not open one, as on some systems without a window
 */
export async function openPopup(context: BrowserContext, extensionId: string): Promise<Popup> {
  const browser = context.browser();
  const worker = context.serviceWorkers().find((each) => each.url().includes(extensionId));
  if (!browser || !worker) throw new Error('The extension is not running.');
  await worker.evaluate('chrome.action.openPopup()');
  const session = await browser.newBrowserCDPSession();
  const targetId = await findPopup(session, extensionId);
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const send = makeSender(session, sessionId);
  return {
    async evaluate(expression) {
      const answer = await send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      return read(answer, 'result', 'value');
    },
    async screenshot(path) {
      const data = read(await send('Page.captureScreenshot', { format: 'png' }), 'data');
      await writeFile(path, Buffer.from(String(data), 'base64'));
    },
    async close() {
      await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
      await session.detach();
    },
  };
}

async function findPopup(session: CDPSession, extensionId: string): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const { targetInfos } = await session.send('Target.getTargets');
    const found = targetInfos.find(
      ({ type, url }) =>
        type === 'page' && url.startsWith(`chrome-extension://${extensionId}/popup`),
    );
    if (found) return found.targetId;
    await sleep(100);
  }
  throw new Error('The popup did not open.');
}

/** A session that is not flat carries its messages as text inside those of the browser's session. */
function makeSender(session: CDPSession, sessionId: string) {
  let last = 0;
  const waiting = new Map<number, (answer: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const answer: unknown = JSON.parse(event.message);
    const id = Number(read(answer, 'id'));
    waiting.get(id)?.(read(answer, 'result'));
    waiting.delete(id);
  });
  return async (method: string, params: Record<string, unknown>): Promise<unknown> => {
    last += 1;
    const id = last;
    const answer = new Promise((resolve) => waiting.set(id, resolve));
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    return answer;
  };
}

function read(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null
        ? Object.getOwnPropertyDescriptor(inner, name)?.value
        : undefined,
    value,
  );
}
