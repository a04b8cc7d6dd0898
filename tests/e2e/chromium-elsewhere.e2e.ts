import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Annotations } from '../../scripts/lab/collect-annotations.ts';
import { waitForAnnotations } from '../../scripts/lab/wait-for-annotations.ts';
import { expectNoComplaints, hasChromium, openChromiumLab } from './chromium-lab.ts';
import type { ChromiumLab } from './chromium-lab.ts';
import { clickToolbar } from './click-toolbar.ts';
import type { ClickedTab } from './click-toolbar.ts';
import { openIsolatedWorld } from './isolated-world.ts';
import type { IsolatedWorld } from './isolated-world.ts';
import { lookAt } from './look-with-axe.ts';

const log = `220 mail.example.com ESMTP
EHLO shop.example.com
250-mail.example.com
250 AUTH LOGIN PLAIN
MAIL FROM:<shop@example.com>
250 2.1.0 Ok
RCPT TO:<nobody@example.org>
550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown
QUIT
221 2.0.0 Bye`;
const escaped = log.replaceAll('<', '&lt;');

describe.skipIf(!hasChromium)('on pages that are on no list', () => {
  let lab: ChromiumLab;
  let world: IsolatedWorld;
  beforeAll(async () => {
    lab = await openChromiumLab();
    world = await openIsolatedWorld(lab.cdp);
  });
  afterAll(() => lab.close());
  expectNoComplaints(() => lab);

  const openPage = async (name: string, body: string): Promise<void> => {
    await lab.page.goto(
      lab.fixtures.serve(`/tickets/${name}`, {
        body: `<!doctype html><title>Ticket</title>${body}`,
      }),
    );
  };
  const seen = (wanted: (seen: Annotations) => boolean): Promise<Annotations> =>
    waitForAnnotations(lab.cdp, wanted);
  const background = <T>(expression: string): Promise<T> => {
    const [worker] = lab.context.serviceWorkers();
    if (!worker) throw new Error('The background is not running.');
    return worker.evaluate<T>(expression);
  };
  /** What the browser tells of a click in the context menu. */
  const chooseMenu = (tab: ClickedTab, item: object): Promise<unknown> =>
    background(
      `void chrome.contextMenus.onClicked.dispatch(${JSON.stringify(item)}, ${JSON.stringify(tab)})`,
    );
  const explain = async (selectionText = ''): Promise<void> => {
    const tab = await clickToolbar(lab, lab.page);
    await chooseMenu(tab, { menuItemId: 'explain-selection', frameId: 0, selectionText });
  };

  describe('explains a marked text', () => {
    beforeEach(async () => {
      await openPage(
        'marked',
        `<button id="before">Reply</button><p>Hello, this is what I see:</p>
         <div id="log">${escaped.replaceAll('\n', '<br>')}</div>
         <textarea id="field" rows="4" cols="60">Notes\n${escaped}</textarea>
         <p id="prose">It worked last week.</p>`,
      );
    });
    afterEach(async () => {
      await lab.page.keyboard.press('Escape');
    });

    it('beside it, line by line; Escape leaves all as it was', async () => {
      await lab.page.focus('#before');
      await lab.page.evaluate(() => {
        const node = document.querySelector('#log');
        if (node) document.getSelection()?.selectAllChildren(node);
      });
      const before = await lab.page.evaluate(() => document.getSelection()?.toString());
      await explain(log.replaceAll('\n', ' '));
      const { dialogs, hosts } = await seen(({ dialogs: [words = ''] }) => /Refused/.test(words));
      expect(hosts).toEqual(['smtp-lens-reading']);
      // The page's own line ends, and not the one line that the browser hands over.
      expect(dialogs[0]).toContain('line 8');
      expect(dialogs[0]).toContain('Recipients');
      await lab.page.keyboard.press('Escape');
      expect((await seen((now) => now.hosts.length === 0)).hosts).toEqual([]);
      const after = await lab.page.evaluate(() => ({
        marked: document.getSelection()?.toString(),
        focused: document.activeElement?.id,
      }));
      expect(after).toEqual({ marked: before, focused: 'before' });
    });

    it('in a field; a press elsewhere closes it', async () => {
      await lab.page.evaluate((at) => {
        const field = document.querySelector('textarea');
        field?.focus();
        field?.setSelectionRange(6, at);
      }, log.length + 6);
      await explain('220 mail.example.com');
      const { dialogs } = await seen(({ dialogs: [words = ''] }) => /Refused/.test(words));
      expect(dialogs[0]).toContain('line 8');
      await lab.page.mouse.click(5, 700);
      expect((await seen((now) => now.hosts.length === 0)).hosts).toEqual([]);
    });

    it('and says so calmly where it is no log', async () => {
      await lab.page.evaluate(() => {
        const node = document.querySelector('#prose');
        if (node) document.getSelection()?.selectAllChildren(node);
      });
      await explain('It worked last week.');
      const { dialogs } = await seen(({ dialogs: [words = ''] }) => /No mail log/.test(words));
      expect(dialogs[0]).toContain('No mail log in the marked text');
    });

    it('in an open shadow root', async () => {
      await openPage('shadow', '<div id="host"></div>');
      await lab.page.evaluate((words) => {
        const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
        const pre = document.createElement('pre');
        pre.textContent = words;
        root?.append(pre);
        document.getSelection()?.setBaseAndExtent(pre, 0, pre, 1);
      }, log);
      await explain('220 mail.example.com ESMTP');
      const { dialogs } = await seen(({ dialogs: [words = ''] }) => /Refused/.test(words));
      expect(dialogs[0]).toContain('line 8');
    });

    it("in a frame that is out of reach, by the browser's own words", async () => {
      const tab = await clickToolbar(lab, lab.page);
      const selectionText = log.replaceAll('\n', ' ');
      await chooseMenu(tab, { menuItemId: 'explain-selection', frameId: 12_345, selectionText });
      const { dialogs } = await seen(({ dialogs: [words = ''] }) => /Refused/.test(words));
      expect(dialogs[0]).toContain('nobody@example.org');
    });

    it('that carries remarks already', async () => {
      await lab.page.goto(lab.fixtures.serve('remarks', { body: `<pre>${escaped}</pre>` }));
      await seen(({ badges }) => badges.length > 5);
      await lab.page.evaluate(() => document.getSelection()?.selectAllChildren(document.body));
      await explain();
      const { dialogs } = await seen(({ dialogs: [words = ''] }) => /Refused/.test(words));
      expect(dialogs[0]).toContain('line 8');
    });

    it('by the shortcut, in the frame in which it stands', async () => {
      await openPage('framed', `<p>Below:</p><iframe width="600" height="400"></iframe>`);
      await lab.page.evaluate((words) => {
        const inner = document.querySelector('iframe')?.contentDocument;
        if (!inner) return;
        const pre = inner.createElement('pre');
        pre.textContent = words;
        inner.body.append(pre);
        inner.getSelection()?.selectAllChildren(pre);
      }, log);
      const tab = await clickToolbar(lab, lab.page);
      await background(
        `void chrome.commands.onCommand.dispatch('explain-selection', ${JSON.stringify(tab)})`,
      );
      const { dialogs } = await seen(({ dialogs: [words = ''] }) => /Refused/.test(words));
      expect(dialogs[0]).toContain('line 8');
    });
  });

  it.each(['light', 'dark'] as const)(
    'axe has nothing to say against the panel, %s',
    async (theme) => {
      const colours = theme === 'dark' ? 'background:#101418;color:#e8e8e8' : 'background:#fff';
      await lab.page.goto(
        lab.fixtures.serve(`/tickets/axe-${theme}`, {
          body: `<!doctype html><html lang="en"><title>Ticket</title><body style="${colours}"><main><h1>Ticket</h1><pre>${escaped}</pre></main></body></html>`,
        }),
      );
      await lab.page.evaluate(() => {
        const node = document.querySelector('pre');
        if (node) document.getSelection()?.selectAllChildren(node);
      });
      await explain();
      await seen(({ dialogs: [words = ''] }) => /Refused/.test(words));
      expect(await lookAt(world, 30)).toEqual([]);
      await lab.page.keyboard.press('Escape');
    },
  );

  it('says so, and looks at nothing, where the site is switched off', async () => {
    await openPage('off', `<pre>${escaped}</pre>`);
    const host = new URL(lab.fixtures.origin).host;
    await background(`chrome.storage.local.set({ sitesOff: { v: 1, value: ['${host}'] } })`);
    await chooseMenu(await clickToolbar(lab, lab.page), { menuItemId: 'find-logs' });
    const { dialogs, verdicts } = await seen((now) => now.dialogs.length > 0);
    expect(dialogs[0]).toContain('Switched off on this site');
    expect(verdicts).toEqual([]);
    await background(`chrome.storage.local.set({ sitesOff: { v: 1, value: [] } })`);
  });

  it('can be reached in a modal dialog of the page', async () => {
    await openPage('dialog', `<dialog id="d"><pre>${escaped}</pre></dialog>`);
    await lab.page.evaluate(() => {
      const dialog = document.querySelector('dialog');
      dialog?.showModal();
      const node = document.querySelector('pre');
      if (node) document.getSelection()?.selectAllChildren(node);
    });
    await explain();
    await seen(({ dialogs: [words = ''] }) => /Refused/.test(words));
    // Escape is for the panel; the page's own dialog stays.
    await lab.page.keyboard.press('Escape');
    await seen((now) => now.hosts.length === 0);
    expect(await lab.page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
  });

  it('finds the logs of a page by a click on the toolbar button alone', async () => {
    await openPage('toolbar', `<pre>${escaped}</pre>`);
    await clickToolbar(lab, lab.page, true);
    const { verdicts } = await seen((now) => now.verdicts.length > 0);
    expect(verdicts[0]).toMatchObject({ outcome: 'rejected' });
  });

  it('finds the logs of a page when it is asked to, and goes to the first', async () => {
    await openPage('long', `<div style="height:3000px">Scroll</div><pre>${escaped}</pre>`);
    await chooseMenu(await clickToolbar(lab, lab.page), { menuItemId: 'find-logs' });
    const { verdicts } = await seen((now) => now.verdicts.length > 0);
    expect(verdicts[0]).toMatchObject({ outcome: 'rejected' });
    await expect
      .poll(() => lab.page.evaluate(() => scrollY), { timeout: 5000 })
      .toBeGreaterThan(1000);
  });

  it('says so where a page has none', async () => {
    await openPage('none', '<p>Nothing to see.</p>');
    await chooseMenu(await clickToolbar(lab, lab.page), { menuItemId: 'find-logs' });
    const { dialogs } = await seen((now) => now.dialogs.length > 0);
    expect(dialogs[0]).toContain('No mail log found on this page');
  });
});
