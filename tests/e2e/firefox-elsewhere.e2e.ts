import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../scripts/lab/wait-for.ts';
import { hasFirefox, openFirefoxLab } from './firefox-lab.ts';
import type { FirefoxLab } from './firefox-lab.ts';
import { startFixtureServer } from './fixture-server.ts';
import type { FixtureServer } from './fixture-server.ts';

const session = `220 mail.example.com ESMTP
EHLO shop.example.com
250 mail.example.com
MAIL FROM:&lt;shop@example.com&gt;
250 2.1.0 Ok
RCPT TO:&lt;nobody@example.org&gt;
550 5.1.1 Recipient address rejected: User unknown`;

describe.skipIf(!hasFirefox)('beyond the known screens, in Firefox', () => {
  let lab: FirefoxLab;
  let fixtures: FixtureServer;
  beforeAll(async () => {
    [lab, fixtures] = await Promise.all([openFirefoxLab(), startFixtureServer()]);
  });
  afterAll(() => Promise.all([lab.close(), fixtures.close()]));
  afterEach(async () => {
    expect(await lab.readComplaints()).toBe('');
  });

  /** Opens the page's context menu and chooses one of our lines. */
  const chooseMenu = async (selector: string, label: string): Promise<void> => {
    await lab.page.bringToFront();
    await lab.page.click(selector, { button: 'right' });
    const item = `[...document.querySelectorAll('#contentAreaContextMenu menuitem')].find((each) => each.label === ${JSON.stringify(label)})`;
    await waitFor(() => lab.bidi.evaluateInBrowser(`Boolean(${item})`), Boolean);
    await lab.bidi.evaluateInBrowser(
      `{ const item = ${item}; const menu = document.getElementById('contentAreaContextMenu');
         const parent = item.parentNode === menu ? undefined : item.parentNode;
         if (parent) parent.openPopup(); (parent ?? menu).activateItem(item); 1 }`,
    );
  };

  it('explains a marked text beside it, from the context menu', async () => {
    await lab.open(
      fixtures.serve('/tickets/1', {
        body: `<!doctype html><title>Ticket</title><div id="log">${session.replaceAll('\n', '<br>')}</div>`,
      }),
    );
    await lab.page.evaluate(() => {
      const node = document.querySelector('#log');
      if (node) document.getSelection()?.selectAllChildren(node);
    });
    await chooseMenu('#log', 'Explain this SMTP log');
    const { dialogs, hosts } = await lab.waitForAnnotations(({ dialogs: [words = ''] }) =>
      /Refused/.test(words),
    );
    expect(hosts).toEqual(['smtp-lens-reading']);
    expect(dialogs[0]).toContain('line 7');
    await lab.page.keyboard.press('Escape');
    expect((await lab.waitForAnnotations((seen) => seen.hosts.length === 0)).hosts).toEqual([]);
  });

  it('finds the logs of a page from the context menu', async () => {
    await lab.open(
      fixtures.serve('/tickets/2', {
        body: `<!doctype html><title>Ticket</title><p id="top">Hello</p><pre>${session}</pre>`,
      }),
    );
    await chooseMenu('#top', 'Find SMTP logs on this page');
    const { verdicts } = await lab.waitForAnnotations((seen) => seen.verdicts.length > 0);
    expect(verdicts[0]).toMatchObject({ outcome: 'rejected' });
  });

  it('runs by itself on a site that was switched on in the popup, until it is off again', async () => {
    const third = fixtures.serve('/tickets/3', {
      body: `<!doctype html><title>Ticket</title><pre>${session}</pre>`,
    });
    await lab.open(third);
    const search = await lab.openPopupPage();
    const tab = await search(
      `browser.tabs.query({ url: '*://127.0.0.1/*' }).then(([{ id }]) => id)`,
    );
    const popup = await lab.openPopupPage(Number(tab));
    const registered = (): Promise<unknown> =>
      popup(
        `browser.scripting.getRegisteredContentScripts().then((all) => all.flatMap(({ matches }) => matches).join())`,
      );
    // The known screens give Firefox a permission for all sites; what is wanted decides.
    expect(await registered()).toBe('');
    const box = `document.querySelector('.popup-own input')`;
    await waitFor(() => popup(`Boolean(${box})`), Boolean);
    await lab.clickInPopup(box);
    expect(await waitFor(registered, Boolean)).toBe('*://127.0.0.1/*');
    expect(await waitFor(() => popup(`${box}.checked`), Boolean)).toBe(true);
    await lab.page.bringToFront();
    // The page that stands open is looked at, too.
    await lab.waitForAnnotations((seen) => seen.verdicts.length > 0);
    await lab.open(third);
    const { verdicts } = await lab.waitForAnnotations((seen) => seen.verdicts.length > 0);
    expect(verdicts).toHaveLength(1);
    await popup(`${box}.click()`);
    expect(await waitFor(registered, (found) => found === '')).toBe('');
    expect((await lab.waitForAnnotations((seen) => seen.hosts.length === 0)).hosts).toEqual([]);
    // The known screens run as before.
    await lab.open(fixtures.serve('listed', { body: `<!doctype html><pre>${session}</pre>` }));
    await lab.waitForAnnotations((seen) => seen.verdicts.length > 0);
  });

  it('counts the logs in frames of a known screen', async () => {
    const srcdoc = `<pre>${session}</pre>`.replaceAll('&', '&amp;');
    await lab.open(
      fixtures.serve('framed', {
        body: `<!doctype html><title>Framed</title><pre>${session}</pre><iframe srcdoc="${srcdoc}"></iframe><iframe id="blank"></iframe><iframe id="written"></iframe>`,
      }),
    );
    await lab.page.evaluate(
      (words) => {
        const inner = document.querySelector<HTMLIFrameElement>('#blank')?.contentDocument;
        if (!inner) return;
        const pre = inner.createElement('pre');
        pre.textContent = words;
        inner.body.append(pre);
      },
      session.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    );
    await lab.page.evaluate((html) => {
      const written = document.querySelector<HTMLIFrameElement>('#written')?.contentDocument;
      written?.open();
      written?.write(html);
      written?.close();
    }, `<pre>${session}</pre>`);
    // The popup's tab will hide this one.
    const drawn = await waitFor(
      () =>
        lab.page.evaluate(
          () =>
            [...document.querySelectorAll('iframe')].filter((frame) =>
              frame.contentDocument?.querySelector('smtp-lens-verdict'),
            ).length,
        ),
      (count) => count === 3,
    );
    expect(drawn).toBe(3);
    const popup = await lab.openPopupPage();
    const badges = (): Promise<unknown> =>
      popup(
        `browser.tabs.query({}).then((tabs) => Promise.all(tabs.map(({ id }) => browser.action.getBadgeText({ tabId: id })))).then((all) => all.join(''))`,
      );
    expect(await waitFor(badges, (text) => text === '4')).toBe('4');
    await lab.page.evaluate(() => document.querySelector('#blank')?.remove());
    expect(await waitFor(badges, (text) => text === '3')).toBe('3');
  });
});
