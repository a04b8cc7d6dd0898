import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPopup } from '../../scripts/lab/popup.ts';
import { waitForAnnotations } from '../../scripts/lab/wait-for-annotations.ts';
import { expectNoComplaints, hasChromium, openChromiumLab } from './chromium-lab.ts';
import type { ChromiumLab } from './chromium-lab.ts';
import { recordedLog } from './recorded-log.ts';

describe.skipIf(!hasChromium)('settings and popup in Chromium', () => {
  let lab: ChromiumLab;
  beforeAll(async () => {
    lab = await openChromiumLab();
    await lab.page.setViewportSize({ width: 1280, height: 2400 });
  });
  afterAll(() => lab.close());
  expectNoComplaints(() => lab);

  it('switches verbosity in the popup and shows it at once in the page', async () => {
    await lab.page.goto(lab.mailScreen('wrong-password'));
    const brief = await waitForAnnotations(lab.cdp, ({ badges }) => badges.length > 10);
    expect(brief.badges.length).toBe(brief.verdicts[0]?.entries);

    const popup = await lab.openPopupPage();
    await chooseVerbosity(popup, 'problems');
    const problems = await waitForAnnotations(
      lab.cdp,
      ({ badges }) => badges.length < brief.badges.length,
    );
    expect(problems.verdicts).toHaveLength(1);
    expect(problems.badges.length).toBeGreaterThan(0);
    for (const { severity } of problems.badges) expect(['warning', 'error']).toContain(severity);

    await chooseVerbosity(popup, 'full');
    const full = await waitForAnnotations(
      lab.cdp,
      ({ verdicts: [verdict] }) => (verdict?.text.length ?? 0) > 2000,
    );
    expect(full.verdicts[0]?.text.length).toBeGreaterThan(2000);

    await chooseVerbosity(popup, 'off');
    const off = await waitForAnnotations(lab.cdp, ({ hosts }) => hosts.length === 0);
    expect(off.hosts).toEqual([]);

    await chooseVerbosity(popup, 'brief');
    const again = await waitForAnnotations(
      lab.cdp,
      ({ badges }) => badges.length >= brief.badges.length,
    );
    expect(again.badges.length).toBe(brief.badges.length);
    await popup.close();
  });

  it('leaves the page byte for byte as it was when it is switched off', async () => {
    for (const output of ['html', 'echo']) {
      await lab.page.goto(lab.mailScreen('wrong-password', { output }));
      await waitForAnnotations(lab.cdp, ({ badges }) => badges.length > 10);
      const popup = await lab.openPopupPage();
      await chooseVerbosity(popup, 'off');
      await waitForAnnotations(lab.cdp, ({ hosts }) => hosts.length === 0);
      const [before, after] = await lab.page.evaluate(() => [window.before, window.takeSnapshot()]);
      expect(after).toEqual(before);
      await chooseVerbosity(popup, 'brief');
      await popup.close();
    }
  });

  it('switches a site off and on', async () => {
    await lab.page.goto(lab.mailScreen('wrong-password'));
    await waitForAnnotations(lab.cdp, ({ badges }) => badges.length > 10);
    await lab.page.bringToFront();
    const popup = await openPopup(lab.context, lab.extensionId);
    await until(async () => (await popup.evaluate(siteSwitch)) === 'true');
    await popup.evaluate(`document.querySelector('[role=switch]').click()`);
    expect((await waitForAnnotations(lab.cdp, ({ hosts }) => hosts.length === 0)).hosts).toEqual(
      [],
    );
    await until(async () => (await popup.evaluate(siteSwitch)) === 'false');
    await popup.evaluate(`document.querySelector('[role=switch]').click()`);
    const on = await waitForAnnotations(lab.cdp, ({ badges }) => badges.length > 10);
    expect(on.badges.length).toBeGreaterThan(10);
    await popup.close();
  });

  it("lists the tab's logs with their verdicts", async () => {
    await lab.page.goto(lab.mailScreen('recipient-refused'));
    await waitForAnnotations(lab.cdp, ({ badges }) => badges.length > 10);
    await lab.page.bringToFront();
    const popup = await openPopup(lab.context, lab.extensionId);
    await until(async () =>
      /Refused/.test(String(await popup.evaluate('document.body.innerText'))),
    );
    expect(await popup.evaluate('document.body.innerText')).toContain('Refused');
    await popup.close();
  });

  it('explains a pasted log and keeps it for the next time', async () => {
    const log = recordedLog('wrong-password');
    const popup = await lab.openPastePage();
    await popup.getByRole('textbox').fill(log);
    const verdict = popup.locator('[data-outcome]').first();
    await verdict.waitFor({ timeout: 5000 });
    expect(await verdict.getAttribute('data-outcome')).toBe('auth-failed');
    expect(await verdict.getAttribute('data-cause')).toBe('wrong-credentials');
    await popup.waitForTimeout(500);
    await popup.close();

    const again = await lab.openPastePage();
    await again.locator('[data-outcome]').first().waitFor({ timeout: 5000 });
    expect(await again.getByRole('textbox').inputValue()).toBe(log);
    await again.getByRole('textbox').fill('');
    await again.locator('[data-outcome]').first().waitFor({ state: 'detached', timeout: 5000 });
    await again.waitForTimeout(500);
    await again.close();
  });

  it.each([
    ['nothing but blanks', '   \n\n  '],
    ['prose', 'Dear support,\nmy mail does not arrive.\nRegards'],
    ['binary', '\u0000\u0001\uFFFD\u0016\u0003\u0001\u0002\uFFFD'.repeat(400)],
    ['5 MB without a log', 'All work and no play makes a dull text of it. '.repeat(110_000)],
  ])('takes %s calmly', async (_name, text) => {
    const popup = await lab.openPastePage();
    const box = popup.getByRole('textbox');
    // fill() types; a text of megabytes is set as a paste sets it.
    await box.evaluate((field, value) => {
      if (!(field instanceof HTMLTextAreaElement)) return;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, text);
    await popup.waitForTimeout(800);
    expect(await popup.locator('[data-outcome]').count()).toBe(0);
    expect((await box.inputValue()).length).toBe(text.length);
    await box.fill('');
    await popup.waitForTimeout(200);
    await popup.close();
  });

  it('explains a log that is cut in the middle of a line', async () => {
    const popup = await lab.openPastePage();
    const log = recordedLog('sent');
    await popup.getByRole('textbox').fill(log.slice(0, Math.floor(log.length * 0.45)));
    const verdict = popup.locator('[data-outcome]').first();
    await verdict.waitFor({ timeout: 5000 });
    expect(await verdict.getAttribute('data-outcome')).toBe('incomplete');
    await popup.getByRole('textbox').fill('');
    await popup.close();
  });

  it('may not talk to anybody', () => {
    const manifest: {
      content_security_policy: { extension_pages: string };
      host_permissions?: string[];
      permissions: string[];
    } = JSON.parse(readFileSync(join(lab.extension, 'manifest.json'), 'utf8'));
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.permissions.toSorted()).toEqual([
      'activeTab',
      'contextMenus',
      'scripting',
      'storage',
    ]);
  });

  it('could not talk to anybody if it tried', async () => {
    const popup = await lab.openPopupPage();
    const attempts = `Promise.all([
      fetch('https://example.com/').then(() => 'answered', () => 'blocked'),
      fetch('${lab.site.origin}/').then(() => 'answered', () => 'blocked'),
    ])`;
    const [worker] = lab.context.serviceWorkers();
    expect(await worker?.evaluate(attempts)).toEqual(['blocked', 'blocked']);
    expect(await popup.evaluate(attempts)).toEqual(['blocked', 'blocked']);
    await popup.close();
    // The browser tells the console that it has blocked the attempts.
    lab.complaints.length = 0;
  });

  it('sent nothing out of this machine in all that time', () => {
    expect(lab.proxy.listAsked()).toEqual([]);
  });
});

const siteSwitch = `document.querySelector('[role=switch]')?.getAttribute('aria-checked')`;

async function chooseVerbosity(popup: Page, step: string): Promise<void> {
  await popup.locator(`[role=radio][data-verbosity=${step}]`).first().click();
}

async function until(test: () => Promise<boolean>): Promise<void> {
  await expect.poll(test, { timeout: 5000 }).toBe(true);
}
