import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../scripts/lab/wait-for.ts';
import { waitForAnnotations } from '../../scripts/lab/wait-for-annotations.ts';
import { expectNoComplaints, hasChromium, openChromiumLab } from './chromium-lab.ts';
import type { ChromiumLab } from './chromium-lab.ts';
import { axe, lookAt } from './look-with-axe.ts';
import { openIsolatedWorld } from './isolated-world.ts';
import type { IsolatedWorld } from './isolated-world.ts';
import { recordedLog } from './recorded-log.ts';

const log = recordedLog('wrong-password').trim();
const lines = log.split('\n').map(escaped);
const shapes = {
  pre: `<pre>${lines.join('\n')}</pre>`,
  br: `<div>${lines.join('<br>\n')}</div>`,
  table: `<table><caption>Log</caption><thead><tr><th scope="col">Line</th></tr></thead><tbody>${lines.map((line) => `<tr><td>${line}</td></tr>`).join('')}</tbody></table>`,
  list: `<ol>${lines.map((line) => `<li>${line}</li>`).join('')}</ol>`,
  field: `<label>Log <textarea readonly cols="80" rows="6">${lines.join('\n')}</textarea></label>`,
  // The same log twice: what is named must have names of its own.
  twice: `<pre>${lines.join('\n')}</pre><pre>${lines.join('\n')}</pre><pre>${escaped(recordedLog('sent'))}</pre>`,
};

describe.skipIf(!hasChromium)('axe-core in Chromium', () => {
  let lab: ChromiumLab;
  let world: IsolatedWorld;
  beforeAll(async () => {
    lab = await openChromiumLab();
    await lab.page.setViewportSize({ width: 1280, height: 2400 });
    world = await openIsolatedWorld(lab.cdp);
  });
  afterAll(() => lab.close());
  expectNoComplaints(() => lab);

  const open = async (shape: keyof typeof shapes, theme: 'light' | 'dark'): Promise<void> => {
    const colours =
      theme === 'dark' ? 'background:#101418;color:#e8e8e8' : 'background:#fff;color:#222';
    const url = lab.fixtures.serve(`axe-${shape}-${theme}`, {
      body: `<!doctype html><html lang="en"><head><title>Log</title></head><body style="${colours}"><main><h1>Log</h1>${shapes[shape]}</main></body></html>`,
    });
    await lab.page.goto(url);
    const { verdicts } = await waitForAnnotations(
      lab.cdp,
      (seen) =>
        seen.verdicts.length > 0 &&
        (shape === 'field' ||
          seen.badges.length >= seen.verdicts.reduce((sum, { entries }) => sum + entries, 0)),
    );
    expect(verdicts.length, shape).toBeGreaterThan(0);
  };

  for (const theme of ['light', 'dark'] as const) {
    it(`has nothing to say against verdicts and badges, ${theme}`, async () => {
      for (const shape of Object.keys(shapes) as (keyof typeof shapes)[]) {
        await open(shape, theme);
        expect(await lookAt(world, shape === 'field' ? 5 : 20), shape).toEqual([]);
      }
    });

    it(`has nothing to say against what opens, ${theme}`, async () => {
      await open('pre', theme);
      await world.run(`roots('smtp-lens-verdict')[0].querySelector('.disclosure').click()`);
      await world.run(`roots('smtp-lens-verdict')[0].querySelector('.term')?.click()`);
      expect(await lookAt(world, 20), 'What to do').toEqual([]);
      await world.run(`roots('smtp-lens-badge').at(-4).querySelector('button').click()`);
      await waitForAnnotations(lab.cdp, ({ dialogs }) => dialogs.length === 1);
      expect(await lookAt(world, 20), 'explanation').toEqual([]);
      await open('field', theme);
      await world.run(`roots('smtp-lens-verdict')[0].querySelector('.copy > *').click()`);
      expect(await lookAt(world, 40), 'annotated copy').toEqual([]);
      await open('pre', theme);
      await world.run(
        `roots('smtp-lens-verdict')[0].querySelector('[data-verbosity=full]').click()`,
      );
      await waitFor(
        () => world.run<number>(`roots('smtp-lens-verdict')[0].querySelectorAll('.row').length`),
        (rows) => rows > 5,
      );
      expect(await lookAt(world, 60), 'full').toEqual([]);
      await world.run(
        `roots('smtp-lens-verdict')[0].querySelector('.switch [data-verbosity=brief]').click()`,
      );
      await waitFor(
        () => world.run<number>(`roots('smtp-lens-verdict')[0].querySelectorAll('.row').length`),
        (rows) => rows === 0,
      );
    });

    it(`has nothing to say against the popup, ${theme}`, async () => {
      for (const openPopup of [lab.openPopupPage, lab.openPastePage]) {
        const popup = await openPopup();
        await popup.emulateMedia({ colorScheme: theme });
        const field = popup.locator('textarea');
        if (await field.isVisible()) {
          await field.fill(log);
          await popup.locator('.verdict').first().waitFor();
        }
        expect(await lookAtPopup(popup)).toEqual([]);
        await popup.close();
      }
    });
  }
});

async function lookAtPopup(popup: Page): Promise<string[]> {
  // Its content security policy lets no script in but by the protocol.
  const cdp: CDPSession = await popup.context().newCDPSession(popup);
  await cdp.send('Runtime.evaluate', { expression: axe });
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: `axe.run(document).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await cdp.detach();
  return result.value as string[];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
