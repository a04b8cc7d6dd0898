import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureTools } from '../../scripts/browsers.ts';
import { buildExtension } from '../../scripts/lab/build-extension.ts';
import { openChromium } from '../../scripts/lab/chromium.ts';
import type { OpenChromium } from '../../scripts/lab/chromium.ts';
import { readAnnotations } from '../../scripts/lab/annotations.ts';
import { waitFor } from '../../scripts/lab/wait-for.ts';
import { startWordPressSite } from '../../scripts/lab/wordpress-site.ts';
import type { WordPressSite } from '../../scripts/lab/wordpress-site.ts';
import { ensureWordPress } from '../../scripts/wordpress.ts';
import { snapshotAtStart } from './snapshot.ts';

const { chromium: executablePath = '', php } = await ensureTools(['chromium', 'php']);
const pictures = join(import.meta.dirname, '../../test-results');
const site = executablePath === '' ? undefined : await startSite();

describe.skipIf(!site)('a real WordPress in Chromium', { timeout: 60_000 }, () => {
  let browser: OpenChromium;
  let page: Page;
  let cdp: CDPSession;
  const address = (path: string): string => `${site?.origin ?? ''}/wp-admin/${path}`;
  const seeIn = (wanted: (seen: Seen) => boolean): Promise<Seen> =>
    waitFor(() => readAnnotations(cdp), wanted, 20_000);

  /** For a look at them afterwards. */
  const takePicture = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(pictures, `wordpress-${name}.png`) });
  };

  beforeAll(async () => {
    browser = await openChromium({
      executablePath,
      extension: buildExtension('chrome'),
      headless: true,
    });
    await browser.context.addInitScript(snapshotAtStart);
    browser.context.setDefaultTimeout(20_000);
    page = await browser.context.newPage();
    await page.setViewportSize({ width: 1280, height: 2000 });
    cdp = await browser.context.newCDPSession(page);
    await page.goto(address(''));
    await page.fill('#user_login', site?.user ?? '');
    await page.fill('#user_pass', site?.password ?? '');
    await page.click('#wp-submit');
    await page.waitForSelector('#adminmenu');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  }, 30_000);

  it.each([
    { scenario: 'wrong-password', outcome: 'auth-failed', cause: 'wrong-credentials' },
    { scenario: 'recipient-refused', outcome: 'rejected', cause: 'recipient-unknown' },
  ])('$scenario: its debug output is explained, and the page says the same', async (wanted) => {
    await page.goto(address('admin.php?page=lab-mail-log'));
    await page.selectOption('[name=scenario]', wanted.scenario);
    await page.click('#send');
    await page.waitForSelector('#lab-log');
    const seen = await seeIn(
      ({ verdicts, badges }) => verdicts.some(({ entries }) => entries > 5) && badges.length > 5,
    );
    const session = seen.verdicts.find(({ entries }) => entries > 5);
    expect(session).toMatchObject({ outcome: wanted.outcome, cause: wanted.cause });
    await takePicture(wanted.scenario);
    const { before, during } = await page.evaluate(() => ({
      before: window.before,
      during: window.takeSnapshot(),
    }));
    expect(during.textContent).toBe(before.textContent);
    expect(during.innerText).toBe(before.innerText);
    expect(during.selection).toBe(before.selection);
  });

  it('explains the log of a window that opens later', async () => {
    await page.goto(address('admin.php?page=lab-mail-log'));
    await page.locator('.lab-view').first().click();
    await page.waitForSelector('#lab-details pre');
    const seen = await seeIn(({ verdicts }) => verdicts.some(({ entries }) => entries > 5));
    await takePicture('window');
    expect(seen.verdicts.find(({ entries }) => entries > 5)).toMatchObject({
      cause: 'wrong-credentials',
    });
  });

  it('puts nothing into the block editor', async () => {
    const content = '535 5.7.8 Error: authentication failed: wrong user name or password';
    await page.goto(address(`post-new.php?${new URLSearchParams({ content })}`));
    const written = await waitFor(
      () => page.evaluate(() => document.querySelector('.block-editor')?.textContent ?? ''),
      (text) => text.includes(content),
      20_000,
    );
    expect(written).toContain(content);
    await page.waitForTimeout(700);
    const inside = '.block-editor smtp-lens-verdict, .block-editor smtp-lens-badge';
    expect(await page.locator(inside).count()).toBe(0);
  });

  it('has nothing to say on the dashboard', async () => {
    await page.goto(address('index.php'));
    await page.waitForTimeout(700);
    expect((await readAnnotations(cdp)).hosts).toEqual([]);
  });
});

type Seen = Awaited<ReturnType<typeof readAnnotations>>;

/** A machine that has no WordPress, or on which it does not start, has no such tests: that is not our fault. */
async function startSite(): Promise<WordPressSite | undefined> {
  const tools = ensureWordPress(php);
  if (!tools) {
    console.log('The tests in a real WordPress are skipped.');
    return undefined;
  }
  try {
    return await startWordPressSite(tools);
  } catch (error) {
    console.log(`The tests in a real WordPress are skipped: ${String(error)}`);
    return undefined;
  }
}
