import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Annotations } from '../../scripts/lab/collect-annotations.ts';
import { scenarios } from '../../scripts/lab/scenarios.ts';
import { waitFor } from '../../scripts/lab/wait-for.ts';
import { hasFirefox, openFirefoxLab, sendsMail } from './firefox-lab.ts';
import type { FirefoxLab } from './firefox-lab.ts';
import { recordedLog } from './recorded-log.ts';

describe.skipIf(!hasFirefox)('SMTP Lens in Firefox', () => {
  let lab: FirefoxLab;
  beforeAll(async () => {
    lab = await openFirefoxLab();
  });
  afterAll(() => lab.close());
  afterEach(async () => {
    expect(await lab.readComplaints()).toBe('');
  });

  it.each(scenarios)('$id: verdict and a badge on each line', async ({ id, outcome, cause }) => {
    await lab.openMailScreen(id);
    const { verdicts, badges } = await lab.waitForAnnotations(isWhole);
    expect(verdicts.at(-1)).toMatchObject({ outcome, cause });
    expect(badges.length).toBe(verdicts.at(-1)?.entries);
  });

  it('opens an explanation by click and by keyboard', async () => {
    await lab.openMailScreen('wrong-password');
    const { badges } = await lab.waitForAnnotations(isWhole);
    const badge = badges.find(({ beside }) => beside.includes('535 5.7.8'));
    if (!badge) throw new Error('no badge on the deciding line');
    await lab.click(badge.id);
    const byClick = await lab.waitForAnnotations(({ dialogs }) => dialogs.length > 0);
    expect(byClick.dialogs[0]?.length).toBeGreaterThan(badge.text.length);
    await lab.page.keyboard.press('Escape');
    const closed = await lab.waitForAnnotations(({ dialogs }) => dialogs.length === 0);
    expect(closed.dialogs).toEqual([]);
    // Escape gave the focus back to the badge.
    await lab.page.keyboard.press('Enter');
    const byKey = await lab.waitForAnnotations(({ dialogs }) => dialogs.length > 0);
    expect(byKey.dialogs).toEqual(byClick.dialogs);
    await lab.page.keyboard.press('Escape');
  });

  it.skipIf(!sendsMail).each(['br', 'pre', 'table', 'textarea'])(
    'leaves what the page says as it was in the shape "%s"',
    async (shape) => {
      await lab.openMailScreen('sent', { shape });
      await lab.waitForAnnotations(
        (seen) => seen.verdicts.length > 0 && (shape === 'textarea' || isWhole(seen)),
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

  it('copies the same text as without it', async () => {
    await lab.openMailScreen('sent', { output: 'echo' });
    await lab.waitForAnnotations(isWhole);
    const during = await copyAll(lab);
    await chooseVerbosity(lab, 'off');
    await lab.waitForAnnotations(({ hosts }) => hosts.length === 0);
    const after = await copyAll(lab);
    await chooseVerbosity(lab, 'brief');
    expect(after).toContain('SERVER -> CLIENT: 354');
    expect(during).toBe(after);
  });

  it('follows the verbosity of the popup, and off leaves no trace', async () => {
    await lab.openMailScreen('wrong-password');
    const brief = await lab.waitForAnnotations(isWhole);
    await chooseVerbosity(lab, 'problems');
    const problems = await lab.waitForAnnotations(
      ({ badges }) => badges.length < brief.badges.length,
    );
    expect(problems.badges.length).toBeGreaterThan(0);
    expect(problems.badges.length).toBeLessThan(brief.badges.length);
    await chooseVerbosity(lab, 'off');
    expect((await lab.waitForAnnotations(({ hosts }) => hosts.length === 0)).hosts).toEqual([]);
    const [before, after] = await lab.page.evaluate(() => [window.before, window.takeSnapshot()]);
    expect(after).toEqual(before);
    await chooseVerbosity(lab, 'brief');
    const again = await lab.waitForAnnotations(
      ({ badges }) => badges.length === brief.badges.length,
    );
    expect(again.badges.length).toBe(brief.badges.length);
  });

  it('explains a pasted log in the popup', async () => {
    const popup = await lab.openPopupPage();
    await waitFor(() => popup(`Boolean(document.querySelector('textarea'))`), Boolean);
    await popup(`{
      const field = document.querySelector('textarea');
      field.value = ${JSON.stringify(recordedLog('recipient-refused'))};
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }`);
    const cause = await waitFor(
      () => popup(`document.querySelector('[data-outcome]')?.dataset.cause ?? ''`),
      Boolean,
    );
    expect(cause).toBe('recipient-unknown');
  });

  it('sent nothing out of this machine in all that time', () => {
    expect(lab.proxy.listAsked()).toEqual([]);
  });
});

async function chooseVerbosity(lab: FirefoxLab, step: string): Promise<void> {
  const popup = await lab.openPopupPage();
  const button = `document.querySelector('[role=radio][data-verbosity=${step}]')`;
  await waitFor(() => popup(`Boolean(${button})`), Boolean);
  await popup(`${button}.click()`);
}

async function copyAll(lab: FirefoxLab): Promise<string> {
  await lab.page.bringToFront();
  await lab.page.keyboard.down('Control');
  await lab.page.keyboard.press('a');
  await lab.page.keyboard.press('c');
  await lab.page.keyboard.up('Control');
  return lab.page.evaluate(() => navigator.clipboard.readText());
}

function isWhole({ verdicts, badges }: Annotations): boolean {
  const expected = verdicts.reduce((sum, { entries }) => sum + entries, 0);
  return expected > 0 && badges.length >= expected && badges.every(({ text }) => text !== '');
}
