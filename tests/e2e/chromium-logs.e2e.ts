import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../scripts/lab/scenarios.ts';
import { waitForAnnotations } from '../../scripts/lab/wait-for-annotations.ts';
import type { Annotations } from '../../scripts/lab/collect-annotations.ts';
import { clickNode } from '../../scripts/lab/click-node.ts';
import { expectNoComplaints, hasChromium, openChromiumLab, sendsMail } from './chromium-lab.ts';
import type { ChromiumLab } from './chromium-lab.ts';

describe.skipIf(!hasChromium)('logs on a real page in Chromium', () => {
  let lab: ChromiumLab;
  beforeAll(async () => {
    lab = await openChromiumLab();
    // Badges fill when they come into view; here all of them are.
    await lab.page.setViewportSize({ width: 1280, height: 2400 });
  });
  afterAll(() => lab.close());
  expectNoComplaints(() => lab);

  for (const output of ['html', 'echo']) {
    it.each(scenarios)(`$id, ${output}: verdict and a badge on each line`, async (scenario) => {
      await lab.page.goto(lab.mailScreen(scenario.id, { output }));
      const { verdicts, badges } = await waitForAnnotations(lab.cdp, isWhole);
      const verdict = verdicts.at(-1);
      expect({ outcome: verdict?.outcome, cause: verdict?.cause }).toEqual({
        outcome: scenario.outcome,
        cause: scenario.cause,
      });
      expect(badges.length).toBe(verdict?.entries);
      expect(badges.map(({ line }) => line)).toEqual(
        badges.map(({ line }) => line).toSorted((a, b) => a - b),
      );
      for (const { text, beside } of badges) {
        expect(text, beside).not.toBe('');
        expect(text.length, text).toBeLessThanOrEqual(60);
      }
      const decisive = badges.filter(({ beside }) => beside.includes(scenario.decisive));
      expect(decisive.length).toBeGreaterThan(0);
      const failed = scenario.outcome !== 'accepted';
      expect(decisive.some(({ severity }) => severity === 'error' || severity === 'warning')).toBe(
        failed,
      );
      if (!failed) expect(badges.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  }

  it('opens an explanation by click, and closes it with Escape', async () => {
    await lab.page.goto(lab.mailScreen('wrong-password'));
    const { badges } = await waitForAnnotations(lab.cdp, isWhole);
    const badge = badges.find(({ beside }) => beside.includes('535 5.7.8'));
    if (!badge) throw new Error('no badge on the deciding line');
    await clickNode(lab.page, lab.cdp, badge.id);
    const { dialogs } = await waitForAnnotations(lab.cdp, (seen) => seen.dialogs.length > 0);
    expect(dialogs).toHaveLength(1);
    expect(dialogs[0]?.length).toBeGreaterThan(badge.text.length);
    await lab.page.keyboard.press('Escape');
    const after = await waitForAnnotations(lab.cdp, (seen) => seen.dialogs.length === 0);
    expect(after.dialogs).toEqual([]);
  });

  it('opens an explanation by keyboard, and Escape gives the focus back', async () => {
    await lab.page.goto(lab.mailScreen('wrong-password'));
    const { badges } = await waitForAnnotations(lab.cdp, isWhole);
    const badge = badges.at(3);
    if (!badge) throw new Error('no fourth badge');
    await lab.cdp.send('DOM.focus', { backendNodeId: Number(badge.id) });
    await lab.page.keyboard.press('Enter');
    const opened = await waitForAnnotations(lab.cdp, (seen) => seen.dialogs.length > 0);
    expect(opened.dialogs).toHaveLength(1);
    expect(opened.badges.find(({ line }) => line === badge.line)?.expanded).toBe(true);
    await lab.page.keyboard.press('Escape');
    await waitForAnnotations(lab.cdp, (seen) => seen.dialogs.length === 0);
    // Where the focus is, Enter opens the same explanation again.
    await lab.page.keyboard.press('Enter');
    const again = await waitForAnnotations(lab.cdp, (seen) => seen.dialogs.length > 0);
    expect(again.dialogs).toEqual(opened.dialogs);
    await lab.page.keyboard.press('Escape');
  });

  it('reaches badges with the Tab key', async () => {
    await lab.page.goto(lab.mailScreen('wrong-password'));
    await waitForAnnotations(lab.cdp, isWhole);
    const reached = new Set<string>();
    for (let presses = 0; presses < 30; presses += 1) {
      await lab.page.keyboard.press('Tab');
      reached.add(await lab.page.evaluate(() => document.activeElement?.localName ?? ''));
    }
    expect(reached).toContain('smtp-lens-verdict');
    expect(reached).toContain('smtp-lens-badge');
  });

  it.skipIf(!sendsMail).each(['pre', 'table', 'later'])(
    'finds a log in the shape "%s"',
    async (shape) => {
      await lab.page.goto(lab.mailScreen('wrong-password', { shape }));
      const { verdicts, badges } = await waitForAnnotations(lab.cdp, isWhole);
      expect(verdicts).toHaveLength(1);
      expect(verdicts[0]).toMatchObject({ outcome: 'auth-failed', cause: 'wrong-credentials' });
      expect(badges.length).toBe(verdicts[0]?.entries);
    },
  );

  it.skipIf(!sendsMail)('puts the verdict of a textarea beside it and nothing inside', async () => {
    await lab.page.goto(lab.mailScreen('wrong-password', { shape: 'textarea' }));
    const { verdicts } = await waitForAnnotations(lab.cdp);
    expect(verdicts).toHaveLength(1);
    expect(verdicts[0]).toMatchObject({ outcome: 'auth-failed', cause: 'wrong-credentials' });
    expect(await lab.page.locator('textarea *').count()).toBe(0);
  });

  it.skipIf(!sendsMail)(
    'finds a log in a window that opens on a click, and forgets it when the window is emptied',
    async () => {
      await lab.page.goto(lab.mailScreen('wrong-password', { shape: 'modal' }));
      await lab.page.waitForTimeout(300);
      expect((await waitForAnnotations(lab.cdp, () => true)).verdicts.filter(isLog)).toEqual([]);
      await lab.page.click('#open');
      const { verdicts, badges } = await waitForAnnotations(
        lab.cdp,
        // A notice on the page may have its verdict already.
        (seen) => seen.verdicts.some(isLog) && isWhole(seen),
      );
      expect(verdicts.filter(isLog)).toHaveLength(1);
      expect(badges.length).toBe(verdicts.find(isLog)?.entries);
      await lab.page.evaluate(() => document.querySelector('#slot')?.replaceChildren());
      const after = await waitForAnnotations(lab.cdp, (seen) => !seen.verdicts.some(isLog));
      expect(after.verdicts.filter(isLog)).toEqual([]);
      expect(after.badges).toEqual([]);
    },
  );

  it('stays away from pages that are not a known screen', async () => {
    await lab.page.goto(`${lab.site.origin}/`);
    await lab.page.waitForTimeout(500);
    expect((await waitForAnnotations(lab.cdp, () => true)).hosts).toEqual([]);
  });
});

/** A notice above the log may carry one error line, which gets a verdict of its own; the log has many lines. */
function isLog({ entries }: Annotations['verdicts'][number]): boolean {
  return entries > 3;
}

function isWhole({ verdicts, badges }: Annotations): boolean {
  const expected = verdicts.reduce((sum, { entries }) => sum + entries, 0);
  return expected > 0 && badges.length >= expected && badges.every(({ text }) => text !== '');
}
