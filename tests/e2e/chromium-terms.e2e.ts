import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickNode } from '../../scripts/lab/click-node.ts';
import type { Annotations } from '../../scripts/lab/collect-annotations.ts';
import { waitForAnnotations } from '../../scripts/lab/wait-for-annotations.ts';
import { words } from '../../lib/locales/index.ts';
import { expectNoComplaints, hasChromium, openChromiumLab } from './chromium-lab.ts';
import type { ChromiumLab } from './chromium-lab.ts';
import { recordedLog } from './recorded-log.ts';

/** What “login” means: words of the glossary that stand in no other text. */
const meaning = 'Telling the server who you are';

describe.skipIf(!hasChromium)('terms in Chromium', () => {
  let lab: ChromiumLab;
  beforeAll(async () => {
    lab = await openChromiumLab();
    await lab.page.setViewportSize({ width: 1280, height: 2400 });
  });
  afterAll(() => lab.close());
  expectNoComplaints(() => lab);

  /** Opens the explanation of the line with the login's refusal. */
  const openExplanation = async (): Promise<Annotations> => {
    await lab.page.goto(lab.mailScreen('wrong-password'));
    const { badges } = await waitForAnnotations(lab.cdp, (seen) => seen.badges.length > 10);
    const badge = badges.find(({ beside }) => beside.includes('535 5.7.8'));
    if (!badge) throw new Error('no badge on the deciding line');
    await lab.cdp.send('DOM.focus', { backendNodeId: Number(badge.id) });
    await lab.page.keyboard.press('Enter');
    return waitForAnnotations(lab.cdp, ({ terms }) => terms.length > 0);
  };
  const isOpen = ({ dialogs }: Annotations): boolean => dialogs.join().includes(meaning);
  const pageText = (): Promise<unknown> =>
    lab.page.evaluate(() => {
      const { textContent, innerText, selection } = window.takeSnapshot();
      return { textContent, innerText, selection };
    });

  it('open in the popover by keyboard, and Escape closes one thing at a time', async () => {
    const { terms } = await openExplanation();
    const before = await pageText();
    const at = terms.findIndex(({ text }) => /login|log in/i.test(text));
    expect(at).toBeGreaterThanOrEqual(0);
    for (let presses = 0; presses <= at; presses += 1) await lab.page.keyboard.press('Tab');
    await lab.page.keyboard.press('Enter');
    const opened = await waitForAnnotations(lab.cdp, isOpen);
    expect(opened.terms.filter(({ expanded }) => expanded)).toHaveLength(1);
    expect(opened.dialogs).toHaveLength(1);
    expect(await pageText()).toEqual(before);

    await lab.page.keyboard.press('Escape');
    const closed = await waitForAnnotations(lab.cdp, (seen) => !isOpen(seen));
    expect(closed.dialogs).toHaveLength(1);
    // The focus is on the word again.
    await lab.page.keyboard.press('Enter');
    expect((await waitForAnnotations(lab.cdp, isOpen)).dialogs).toHaveLength(1);
    await lab.page.keyboard.press('Escape');
    await lab.page.keyboard.press('Escape');
    expect((await waitForAnnotations(lab.cdp, (seen) => !seen.dialogs.length)).dialogs).toEqual([]);
    expect(await pageText()).toEqual(before);
  });

  it('open in the popover by mouse, with a way back', async () => {
    const { terms } = await openExplanation();
    const term = terms.find(({ text }) => /login|log in/i.test(text));
    if (!term) throw new Error('no term in the explanation');
    await clickNode(lab.page, lab.cdp, term.id);
    const opened = await waitForAnnotations(lab.cdp, isOpen);
    expect(opened.dialogs.join()).toContain(words.backToText);
    await clickNode(lab.page, lab.cdp, term.id);
    const closed = await waitForAnnotations(lab.cdp, (seen) => !isOpen(seen));
    expect(closed.dialogs).toHaveLength(1);
  });

  it('open in the popup, by keyboard and by mouse', async () => {
    const popup = await lab.openPastePage();
    await popup.getByRole('textbox').fill(recordedLog('wrong-password'));
    const panel = popup.locator('.panel').first();
    const term = panel.getByRole('button', { name: /^log ?in$/i }).first();
    await term.waitFor({ timeout: 5000 });
    const note = panel.getByRole('note');
    await term.focus();
    await popup.keyboard.press('Enter');
    await note.waitFor();
    expect(await note.textContent()).toContain(meaning);
    expect(await note.evaluate((element) => element === document.activeElement)).toBe(true);
    await popup.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    expect(await term.evaluate((element) => element === document.activeElement)).toBe(true);

    await term.click();
    await note.getByRole('button', { name: words.backToText }).click();
    await note.waitFor({ state: 'detached' });
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
    await popup.getByRole('textbox').fill('');
    await popup.waitForTimeout(300);
    await popup.close();
  });
});
