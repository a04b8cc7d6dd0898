import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';

export interface ChromiumOptions {
  executablePath: string;
  /** Folder of the built extension. */
  extension: string;
  headless: boolean;
  /** Extra switches of the browser. */
  args?: readonly string[];
}

/** A browser with a fresh profile and the extension on it. */
export interface OpenChromium {
  context: BrowserContext;
  extensionId: string;
  close(): Promise<void>;
}

/**
 * Opens a Chromium with a throw-away profile and loads the unpacked extension over the debugging protocol, which
 * works in branded Chrome, too, where `--load-extension` does not any more.
 *
 * @throws Error in a plain sentence when the browser does not start or does not take the extension
 */
export async function openChromium(options: ChromiumOptions): Promise<OpenChromium> {
  const profile = await mkdtemp(join(tmpdir(), 'smtp-lens-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath,
    headless: options.headless,
    // Playwright's own idea of a window is a fixed one; a person wants to pull at its edges.
    viewport: options.headless ? { width: 1280, height: 900 } : null,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--enable-unsafe-extension-debugging',
      // A screen of the usual size: on the small one of the headless mode the popup would be cut.
      ...(options.headless ? ['--screen-info={1920x1200}'] : []),
      ...(options.args ?? []),
    ],
  });
  const close = async (): Promise<void> => {
    await context.close().catch(() => undefined);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { context, extensionId: await loadExtension(context, options.extension), close };
  } catch (error) {
    await close();
    throw new Error(
      `This browser did not take the extension (${options.executablePath}). Chromium, Edge or Chrome for Testing, 126 or newer, does.`,
      { cause: error },
    );
  }
}

async function loadExtension(context: BrowserContext, path: string): Promise<string> {
  const browser = context.browser();
  if (!browser) throw new Error('no browser behind the context');
  const session = await browser.newBrowserCDPSession();
  const { id } = await session.send('Extensions.loadUnpacked', { path });
  await session.detach();
  // The worker must be up before the first page asks it something.
  if (context.serviceWorkers().length === 0) {
    await context.waitForEvent('serviceworker', { timeout: 10_000 });
  }
  return id;
}
