import type { CDPSession } from 'playwright-core';
import { waitFor } from '../../scripts/lab/wait-for.ts';

/** The world of the content script in a page: its globals, the page's document, and our closed roots. */
export interface IsolatedWorld {
  /**
   * Runs an expression there and gives its value, which must be plain data. `roots(name)` gives the
   * closed roots of our elements of that name, in the page's order.
   *
   * @throws Error with what the expression threw
   */
  run<T>(expression: string): Promise<T>;
}

const helpers = `
  const rootOf = (host) => chrome.dom.openOrClosedShadowRoot(host);
  const roots = (name) => Array.from(document.querySelectorAll(name), rootOf);
`;

/** Finds the content script's world by the protocol; must be opened before the page is. */
export async function openIsolatedWorld(cdp: CDPSession): Promise<IsolatedWorld> {
  let world: number | undefined;
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { type, isDefault } = (context.auxData ?? {}) as { type?: string; isDefault?: boolean };
    // Playwright has a world of its own in the page, without the browser's API.
    if (type === 'isolated' && !isDefault && context.origin.startsWith('chrome-extension://'))
      world = context.id;
  });
  cdp.on('Runtime.executionContextsCleared', () => {
    world = undefined;
  });
  await cdp.send('Runtime.enable');
  return {
    async run<T>(expression: string): Promise<T> {
      const contextId = await waitFor(
        async () => world,
        (seen) => seen !== undefined,
      );
      if (contextId === undefined) throw new Error('There is no content script in this page.');
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        contextId,
        expression: `(async () => { ${helpers}\n return (${expression}); })()`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value as T;
    },
  };
}
