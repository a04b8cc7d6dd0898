import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterEach, beforeEach, expect } from 'vitest';
import { ensureTools } from '../../scripts/browsers.ts';
import { buildExtension } from '../../scripts/lab/build-extension.ts';
import { openChromium } from '../../scripts/lab/chromium.ts';
import { startSite } from '../../scripts/lab/start-site.ts';
import type { Site } from '../../scripts/lab/start-site.ts';
import { startFixtureServer } from './fixture-server.ts';
import type { FixtureServer } from './fixture-server.ts';
import { snapshotAtStart } from './snapshot.ts';
import { startWatchProxy } from './watch-proxy.ts';
import type { WatchProxy } from './watch-proxy.ts';

/** Every test of the suite around it fails where the browser has something to complain of. */
export function expectNoComplaints(lab: () => ChromiumLab): void {
  beforeEach(() => {
    lab().complaints.length = 0;
  });
  afterEach(() => {
    expect(lab().complaints).toEqual([]);
  });
}

/** Everything that a test in Chromium needs. */
export interface ChromiumLab {
  context: BrowserContext;
  page: Page;
  cdp: CDPSession;
  extensionId: string;
  /** The folder that the browser loaded the extension from. */
  extension: string;
  site: Site;
  fixtures: FixtureServer;
  proxy: WatchProxy;
  /** Complaints in any console, and exceptions, since the lab opened. */
  complaints: string[];
  /** The address of the mail screen. */
  mailScreen(scenario: string, more?: Readonly<Record<string, string>>): string;
  /** The extension's popup as a page of its own. */
  openPopupPage(): Promise<Page>;
  /** The same, with the tab for pasted logs in front. */
  openPastePage(): Promise<Page>;
  close(): Promise<void>;
}

const tools = await ensureTools(['chromium', 'php']);

/** Whether there is a browser for these tests. */
export const hasChromium = tools.chromium !== undefined;

/** Whether mails are really sent. Recorded pages come in one shape only. */
export const sendsMail = tools.php !== undefined && tools.phpmailer !== undefined;

/**
 * Starts servers and browser. Close it in `afterAll`.
 *
 * @param granted patterns of sites that a person has granted, which no test can do by a click
 */
export async function openChromiumLab(granted: readonly string[] = []): Promise<ChromiumLab> {
  if (!tools.chromium) throw new Error('No Chromium on this machine.');
  const built = buildExtension('chrome');
  const extension = granted.length === 0 ? built : await withGranted(built, granted);
  const [site, fixtures, proxy] = await Promise.all([
    startSite(tools),
    startFixtureServer(),
    startWatchProxy(),
  ]);
  const chromium = await openChromium({
    executablePath: tools.chromium,
    extension,
    headless: true,
    args: [`--proxy-server=http://127.0.0.1:${proxy.port}`],
  });
  const { context, extensionId } = chromium;
  const complaints = watchComplaints(context);
  await context.addInitScript(snapshotAtStart);
  context.setDefaultTimeout(5000);
  const page = context.pages()[0] ?? (await context.newPage());
  const openPopupPage = async (): Promise<Page> => {
    const popup = await context.newPage();
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.goto(`chrome-extension://${extensionId}/popup.html`);
    return popup;
  };
  return {
    context,
    page,
    cdp: await context.newCDPSession(page),
    extensionId,
    extension,
    site,
    fixtures,
    proxy,
    complaints,
    mailScreen: (scenario, more = {}) => {
      const debug = scenario === 'connection-refused' ? '3' : '2';
      return `${site.origin}/wp-admin/admin.php?${new URLSearchParams({ scenario, debug, ...more })}`;
    },
    openPopupPage,
    openPastePage: async () => {
      const popup = await openPopupPage();
      await popup.getByRole('tab', { name: /paste/i }).click();
      return popup;
    },
    close: async () => {
      await chromium.close();
      if (extension !== built) await rm(extension, { recursive: true, force: true });
      await Promise.all([site.close(), fixtures.close(), proxy.close()]);
    },
  };
}

/** A copy of the extension to which these sites are granted from the start. */
async function withGranted(built: string, granted: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'smtp-lens-granted-'));
  await cp(built, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: Record<string, unknown> = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: granted }));
  return folder;
}

function watchComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning' || type === 'assert') {
      complaints.push(`${type}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (webError) => {
    complaints.push(`exception: ${webError.error().stack ?? webError.error().message}`);
  });
  for (const worker of context.serviceWorkers()) watchWorker(worker);
  context.on('serviceworker', watchWorker);
  return complaints;

  function watchWorker(worker: ReturnType<BrowserContext['serviceWorkers']>[number]): void {
    worker.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(`background, ${message.type()}: ${message.text()}`);
      }
    });
  }
}
