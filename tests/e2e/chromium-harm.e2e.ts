import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForAnnotations } from '../../scripts/lab/wait-for-annotations.ts';
import { expectNoComplaints, hasChromium, openChromiumLab, sendsMail } from './chromium-lab.ts';
import type { ChromiumLab } from './chromium-lab.ts';
import { recordedLog } from './recorded-log.ts';

describe.skipIf(!hasChromium)('no harm to pages in Chromium', () => {
  let lab: ChromiumLab;
  beforeAll(async () => {
    lab = await openChromiumLab();
    await lab.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await lab.page.setViewportSize({ width: 1280, height: 2400 });
  });
  afterAll(() => lab.close());
  expectNoComplaints(() => lab);

  it.skipIf(!sendsMail).each(['br', 'pre', 'table', 'textarea'])(
    'says, selects and copies the same as before in the shape "%s"',
    async (shape) => {
      await lab.page.goto(lab.mailScreen('sent', { shape }));
      await waitForAnnotations(
        lab.cdp,
        ({ verdicts, badges }) =>
          verdicts.length > 0 && (shape === 'textarea' || badges.length > 10),
      );
      const { before, during } = await lab.page.evaluate(() => ({
        before: window.before,
        during: window.takeSnapshot(),
      }));
      expect(during.textContent).toBe(before.textContent);
      expect(during.innerText).toBe(before.innerText);
      expect(during.selection).toBe(before.selection);
    },
  );

  it.skipIf(!sendsMail).each([
    ['br', 'brief'],
    ['pre', 'brief'],
    ['table', 'brief'],
    ['pre', 'full'],
    ['textarea', 'full'],
  ])('copies the same text as without it in the shape "%s", %s', async (shape, verbosity) => {
    await lab.page.goto(lab.mailScreen('sent', { shape }));
    const popup = await lab.openPopupPage();
    await popup.locator(`[data-verbosity=${verbosity}]`).click();
    await lab.page.waitForTimeout(300);
    await waitForAnnotations(lab.cdp);
    const during = await copyAll(lab);
    await popup.locator('[data-verbosity=off]').click();
    await waitForAnnotations(lab.cdp, ({ hosts }) => hosts.length === 0);
    const after = await copyAll(lab);
    await popup.locator('[data-verbosity=brief]').click();
    await popup.close();
    expect(after).toContain('Test email');
    expect(during).toBe(after);
  });

  it.skipIf(!sendsMail)('keeps up with a log that the page writes again', async () => {
    await lab.page.goto(lab.mailScreen('sent', { shape: 'pre' }));
    await waitForAnnotations(lab.cdp, ({ badges }) => badges.length > 10);
    await lab.page.evaluate((log) => {
      const pre = document.querySelector('#log');
      if (pre) pre.textContent = log;
    }, recordedLog('recipient-refused'));
    const wanted = 'recipient-unknown';
    const { verdicts, badges } = await waitForAnnotations(
      lab.cdp,
      (seen) => seen.verdicts.at(-1)?.cause === wanted && seen.badges.length > 10,
    );
    expect(verdicts.map(({ cause }) => cause)).toEqual([wanted]);
    expect(badges.length).toBe(verdicts[0]?.entries);
    const text = await lab.page.evaluate(() => document.querySelector('#log')?.textContent);
    expect(text).toBe(recordedLog('recipient-refused'));
  });

  it('keeps up with a log that grows', async () => {
    const lines = recordedLog('sent').split('\n');
    const half = Math.floor(lines.length / 2);
    const url = lab.fixtures.serve(
      'grows',
      page(`<pre id="log">${escape(lines.slice(0, half).join('\n'))}</pre>`),
    );
    await lab.page.goto(url);
    await waitForAnnotations(lab.cdp, ({ badges }) => badges.length > 5);
    await lab.page.evaluate(
      (rest) => document.querySelector('#log')?.append(`\n${rest}`),
      lines.slice(half).join('\n'),
    );
    const { verdicts } = await waitForAnnotations(
      lab.cdp,
      (seen) => seen.verdicts.at(-1)?.outcome === 'accepted',
    );
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['accepted']);
  });

  it('works under a content security policy that forbids everything', async () => {
    const url = lab.fixtures.serve('strict', {
      ...page(`<pre>${escape(recordedLog('wrong-password'))}</pre>`),
      headers: { 'content-security-policy': "default-src 'none'" },
    });
    await lab.page.goto(url);
    const { verdicts, badges } = await waitForAnnotations(
      lab.cdp,
      (seen) => seen.badges.length > 10,
    );
    expect(verdicts[0]?.cause).toBe('wrong-credentials');
    expect(badges.length).toBe(verdicts[0]?.entries);
  });

  it('reads a plain text file', async () => {
    const url = lab.fixtures.serve('smtp.log', {
      body: recordedLog('wrong-password'),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
    await lab.page.goto(url);
    const { verdicts } = await waitForAnnotations(lab.cdp);
    expect(verdicts[0]?.cause).toBe('wrong-credentials');
  });

  it.each([
    ['an empty body', '<!doctype html><title>Empty</title>'],
    [
      'no body',
      '<!doctype html><title>None</title><script>document.body?.remove(); addEventListener("load", () => document.body?.remove())</script>',
    ],
    [
      'no document element',
      '<!doctype html><script>addEventListener("load", () => document.documentElement.remove())</script>',
    ],
    ['frames', '<frameset cols="*"><frame src="about:blank"></frameset>'],
    [
      '5 MB without a log',
      `<!doctype html><pre>${'All work and no play makes a dull text of it.\n'.repeat(110_000)}</pre>`,
    ],
    ['5 MB in one line', `<!doctype html><pre>${'250 '.repeat(1_250_000)}</pre>`],
    [
      'binary',
      `<!doctype html><pre>${'\u0001\uFFFD\u0016\u0003\u0001\u0002\uFFFD'.repeat(4000)}</pre>`,
    ],
  ])('takes a page with %s calmly', async (name, body) => {
    const url = lab.fixtures.serve(encodeURIComponent(name), {
      body: gzipSync(body),
      headers: { 'content-encoding': 'gzip' },
    });
    await lab.page.goto(url);
    await lab.page.waitForTimeout(600);
    const started = Date.now();
    await lab.page.evaluate(() => 1);
    expect(Date.now() - started).toBeLessThan(500);
    expect((await waitForAnnotations(lab.cdp, () => true)).verdicts).toEqual([]);
  });

  it('explains a log that is cut in the middle of a line', async () => {
    const log = recordedLog('sent');
    const cut = log.slice(0, Math.floor(log.length * 0.45));
    const url = lab.fixtures.serve('cut', page(`<pre>${escape(cut)}</pre>`));
    await lab.page.goto(url);
    const { verdicts } = await waitForAnnotations(lab.cdp);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['incomplete']);
  });

  it('sent nothing out of this machine in all that time', () => {
    expect(lab.proxy.listAsked()).toEqual([]);
  });

  // The last one: the extension is another one afterwards.
  it('stays quiet when the extension is renewed under a living page', async () => {
    await lab.page.goto(lab.mailScreen('sent', { shape: 'pre' }));
    await waitForAnnotations(lab.cdp, ({ badges }) => badges.length > 10);
    const [worker] = lab.context.serviceWorkers();
    await worker?.evaluate('chrome.runtime.reload()').catch(() => undefined);
    await lab.page.waitForTimeout(800);
    await lab.page.evaluate((log) => {
      const pre = document.createElement('pre');
      pre.textContent = log;
      document.body.append(pre);
    }, recordedLog('greylisted'));
    await lab.page.waitForTimeout(800);
    const { badges } = await waitForAnnotations(lab.cdp, () => true);
    const [badge] = badges;
    if (badge) {
      await lab.cdp.send('DOM.focus', { backendNodeId: Number(badge.id) });
      await lab.page.keyboard.press('Enter');
      await lab.page.waitForTimeout(200);
    }
  });
});

/** Ctrl+A, Ctrl+C: what lands on the clipboard is not always what `getSelection()` says. */
async function copyAll(lab: ChromiumLab): Promise<string> {
  await lab.page.bringToFront();
  await lab.page.keyboard.press('ControlOrMeta+A');
  await lab.page.keyboard.press('ControlOrMeta+C');
  return lab.page.evaluate(() => navigator.clipboard.readText());
}

function page(content: string): { body: string } {
  return {
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Log</title><body>${content}</body></html>`,
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
