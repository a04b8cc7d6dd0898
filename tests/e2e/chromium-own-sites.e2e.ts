import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnnotations } from '../../scripts/lab/annotations.ts';
import { waitForAnnotations } from '../../scripts/lab/wait-for-annotations.ts';
import { expectNoComplaints, hasChromium, openChromiumLab } from './chromium-lab.ts';
import type { ChromiumLab } from './chromium-lab.ts';

const page = `<!doctype html><title>Ticket</title><pre>220 mail.example.com ESMTP
EHLO shop.example.com
250 mail.example.com
MAIL FROM:&lt;shop@example.com&gt;
250 2.1.0 Ok
RCPT TO:&lt;nobody@example.org&gt;
550 5.1.1 Recipient address rejected: User unknown</pre>`;

/** The extension's registered script, by its patterns. */
const registered = `chrome.scripting.getRegisteredContentScripts()
  .then((scripts) => scripts.flatMap(({ matches }) => matches))`;

describe.skipIf(!hasChromium)('on a site that a person has switched on', () => {
  let lab: ChromiumLab;
  beforeAll(async () => {
    lab = await openChromiumLab(['*://127.0.0.1/*']);
  });
  afterAll(() => lab.close());
  expectNoComplaints(() => lab);

  const background = <T>(expression: string): Promise<T> => {
    const [worker] = lab.context.serviceWorkers();
    if (!worker) throw new Error('The background is not running.');
    return worker.evaluate<T>(expression);
  };

  const openPopup = async (): Promise<Page> => {
    const tab = await background<number>(
      `chrome.tabs.query({ url: 'http://127.0.0.1/*' }).then(([{ id }]) => id)`,
    );
    const popup = await lab.context.newPage();
    await popup.setViewportSize({ width: 400, height: 600 });
    await popup.goto(`chrome-extension://${lab.extensionId}/popup.html?tab=${tab}`);
    return popup;
  };

  /** Keeps what the popup keeps before the browser asks the person. */
  const want = (...patterns: readonly string[]): Promise<unknown> =>
    background(`chrome.storage.local.set({ ownSites: ${JSON.stringify(patterns)} })`);

  it('runs by itself, in a screen of the list once all the same', async () => {
    // Granted, but not wanted: in Firefox that is so from the beginning.
    expect(await background(registered)).toEqual([]);
    await want('*://127.0.0.1/*', '*://not-granted.example/*');
    await expect
      .poll(() => background(registered), { timeout: 10_000 })
      .toEqual(['*://127.0.0.1/*']);
    await lab.page.goto(lab.fixtures.serve('/tickets/1', { body: page }));
    const { verdicts } = await waitForAnnotations(lab.cdp);
    expect(verdicts[0]).toMatchObject({ outcome: 'rejected' });
    await lab.page.goto(lab.fixtures.serve('listed', { body: page }));
    expect((await waitForAnnotations(lab.cdp)).verdicts).toHaveLength(1);
  });

  it('also in its frames, but not in those that it locks up: letters', async () => {
    const srcdoc = page.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const frames = `<iframe srcdoc="${srcdoc}"></iframe><iframe sandbox="allow-scripts" srcdoc="${srcdoc}"></iframe>`;
    await lab.page.goto(
      lab.fixtures.serve('/tickets/frames', { body: `<title>Frames</title>${frames}` }),
    );
    await waitForAnnotations(lab.cdp);
    await lab.page.waitForTimeout(500);
    expect((await readAnnotations(lab.cdp)).verdicts).toHaveLength(1);
  });

  it('says so in the popup, and not where it was not asked for', async () => {
    const popup = await openPopup();
    const [site, everywhere] = [
      popup.getByLabel('Always on this site'),
      popup.getByLabel('On every site'),
    ];
    await expect.poll(() => site.isChecked(), { timeout: 5000 }).toBe(true);
    expect(await everywhere.isChecked()).toBe(false);
    await popup.close();
  });

  it('no longer once the browser has taken the permission back, and at once when it is there again', async () => {
    const settings = await lab.context.newPage();
    await settings.goto('chrome://extensions');
    const developer = (call: string): Promise<unknown> =>
      settings.evaluate(`chrome.developerPrivate.${call}`);
    await developer(
      `updateExtensionConfiguration({ extensionId: '${lab.extensionId}', hostAccess: 'ON_CLICK' })`,
    );
    await expect.poll(() => background(registered), { timeout: 10_000 }).toEqual([]);
    await lab.page.goto(lab.fixtures.serve('/tickets/2', { body: page }));
    await lab.page.waitForTimeout(500);
    expect((await readAnnotations(lab.cdp)).hosts).toEqual([]);
    await want('*://127.0.0.1/*');
    await developer(`addHostPermission('${lab.extensionId}', '*://127.0.0.1/*')`);
    // The page that stands open is looked at without a reload.
    expect((await waitForAnnotations(lab.cdp)).verdicts).toHaveLength(1);
    expect(await background(registered)).toEqual(['*://127.0.0.1/*']);
    await settings.close();
  });

  it('no longer when it is switched off in the popup, and leaves the page as it was', async () => {
    await lab.page.goto(lab.fixtures.serve('/tickets/3', { body: page }));
    await waitForAnnotations(lab.cdp);
    const popup = await openPopup();
    await popup.getByLabel('Always on this site').click();
    expect((await waitForAnnotations(lab.cdp, ({ hosts }) => hosts.length === 0)).hosts).toEqual(
      [],
    );
    const [before, after] = await lab.page.evaluate(() => [window.before, window.takeSnapshot()]);
    expect(after).toEqual(before);
    await popup.close();
  });
});
