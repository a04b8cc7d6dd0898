import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForAnnotations } from '../../scripts/lab/wait-for-annotations.ts';
import { expectNoComplaints, hasChromium, openChromiumLab } from './chromium-lab.ts';
import type { ChromiumLab } from './chromium-lab.ts';

const session = (reply: string): string => `<pre>220 mail.example.com ESMTP
EHLO shop.example.com
250 mail.example.com
MAIL FROM:&lt;shop@example.com&gt;
250 2.1.0 Ok
RCPT TO:&lt;anna@example.org&gt;
${reply}</pre>`;
const error = 'SMTP Error: Could not authenticate.';
const attribute = (html: string): string => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const letter = `<p>Dear Anna,</p><p>since Monday our form says “${error}”</p>
  <p>Could you have a look at it, please? The password was changed last week.</p>`;
const page = `<!doctype html><title>Mail log</title><h1>Mail log</h1>
  ${session('450 4.2.1 Greylisted, try again later')}
  <iframe id="first" width="800" height="500" srcdoc="${attribute(session('550 5.1.1 User unknown'))}"></iframe>
  <iframe id="second" width="800" height="100"></iframe>
  <iframe id="letter" title="Content" srcdoc="${attribute(letter)}"></iframe>
  <iframe id="email-preview" srcdoc="${attribute(letter + session('550 5.7.1 Spam'))}"></iframe>`;

describe.skipIf(!hasChromium)('logs in frames', () => {
  let lab: ChromiumLab;
  beforeAll(async () => {
    lab = await openChromiumLab();
  });
  const openFrames = async (): Promise<void> => {
    await lab.page.goto(lab.fixtures.serve('frames', { body: page }));
    await lab.page.evaluate((words) => {
      const inner = document.querySelector<HTMLIFrameElement>('#second')?.contentDocument;
      if (inner) inner.body.textContent = words;
    }, error);
  };
  afterAll(() => lab.close());
  expectNoComplaints(() => lab);

  const background = <T>(expression: string): Promise<T> => {
    const [worker] = lab.context.serviceWorkers();
    if (!worker) throw new Error('The background is not running.');
    return worker.evaluate<T>(expression);
  };
  const withTab = (expression: string): string =>
    `chrome.tabs.query({}).then((tabs) => tabs.find(({ title }) => title !== 'SMTP Lens').id).then(async (tabId) => ${expression})`;

  it('are found, also in one filled by a script; letters are left alone', async () => {
    await openFrames();
    const { verdicts } = await waitForAnnotations(lab.cdp, (seen) => seen.verdicts.length >= 3);
    expect(verdicts.map(({ outcome }) => outcome).toSorted()).toEqual([
      'auth-failed',
      'deferred',
      'rejected',
    ]);
  });

  it.each([
    ['written by document.write', 'written'],
    ['whose srcdoc is set later', 'srcdoc'],
    ['in a frame in a frame', 'nested'],
    ['filled again and again', 'again'],
  ])('are found in one that a script makes later: %s', async (_name, way) => {
    await lab.page.goto(
      lab.fixtures.serve(`later-${way}`, {
        body: '<!doctype html><title>Later</title><p>Logs</p>',
      }),
    );
    await lab.page.evaluate(
      ([how, html = '']) => {
        const frame = document.createElement('iframe');
        frame.width = '800';
        document.body.append(frame);
        const write = (words: string): void => {
          frame.contentDocument?.open();
          frame.contentDocument?.write(words);
          frame.contentDocument?.close();
        };
        if (how === 'srcdoc') setTimeout(() => (frame.srcdoc = html), 300);
        else if (how === 'written') setTimeout(() => write(html), 300);
        else if (how === 'again') {
          for (const wait of [50, 300, 600]) setTimeout(() => write('<p>Loading</p>'), wait);
          setTimeout(() => write(html), 900);
        } else {
          const inner = frame.contentDocument?.createElement('iframe');
          if (inner) frame.contentDocument?.body.append(inner);
          setTimeout(() => inner?.contentDocument?.body.append(html), 300);
        }
      },
      [way, way === 'nested' ? error : session('550 5.1.1 User unknown')],
    );
    const { verdicts } = await waitForAnnotations(lab.cdp);
    expect(verdicts).toHaveLength(1);
  });

  it('count on the toolbar button, the worst of them in its colour and words', async () => {
    await openFrames();
    const read = withTab(
      `[await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })]`,
    );
    await expect
      .poll(() => background(read), { timeout: 10_000 })
      .toEqual(['3', expect.stringMatching(/^SMTP Lens: 3 logs here\. The worst: /)]);
    await lab.page.evaluate(() => document.querySelector('#first')?.remove());
    await expect
      .poll(() => background(read), { timeout: 10_000 })
      .toEqual(['2', 'SMTP Lens: 2 logs here. The worst: Login failed']);
  });

  it('stand in the popup, which goes to them', async () => {
    await lab.page.evaluate(() => {
      document.querySelector<HTMLElement>('h1')?.style.setProperty('margin-bottom', '3000px');
    });
    const popup = await lab.context.newPage();
    const tab = await background<number>(withTab('tabId'));
    await popup.goto(`chrome-extension://${lab.extensionId}/popup.html?tab=${tab}`);
    await expect.poll(() => popup.locator('.popup-log').count(), { timeout: 10_000 }).toBe(2);
    // The popup closes itself then.
    await popup
      .locator('.popup-log[data-outcome=auth-failed]')
      .click()
      .catch(() => undefined);
    await expect
      .poll(() => lab.page.evaluate(() => scrollY), { timeout: 10_000 })
      .toBeGreaterThan(2000);
    if (!popup.isClosed()) await popup.close();
  });

  it('lose their remarks at once, in all frames, where the site is switched off', async () => {
    const set = (hosts: readonly string[]): Promise<unknown> =>
      background(
        `chrome.storage.local.set({ sitesOff: { v: 1, value: ${JSON.stringify(hosts)} } })`,
      );
    await set([new URL(lab.fixtures.origin).host]);
    const off = await waitForAnnotations(lab.cdp, ({ hosts }) => hosts.length === 0);
    expect(off.hosts).toEqual([]);
    await expect
      .poll(() => background(withTab('chrome.action.getBadgeText({ tabId })')), { timeout: 10_000 })
      .toBe('');
    await set([]);
    expect(
      (await waitForAnnotations(lab.cdp, (seen) => seen.verdicts.length === 2)).verdicts,
    ).toHaveLength(2);
  });
});
