import puppeteer from 'puppeteer-core';
import type { Page } from 'puppeteer-core';
import { ensureTools } from '../../scripts/browsers.ts';
import { buildExtension } from '../../scripts/lab/build-extension.ts';
import type { Annotations } from '../../scripts/lab/collect-annotations.ts';
import { startSite } from '../../scripts/lab/start-site.ts';
import { waitFor } from '../../scripts/lab/wait-for.ts';
import { openBidi } from './bidi.ts';
import type { Bidi } from './bidi.ts';
import { snapshotAtStart } from './snapshot.ts';
import { startWatchProxy } from './watch-proxy.ts';
import type { WatchProxy } from './watch-proxy.ts';

/** Everything that a test in Firefox needs. */
export interface FirefoxLab {
  page: Page;
  bidi: Bidi;
  proxy: WatchProxy;
  /** Opens a page. */
  open(address: string): Promise<void>;
  /** Opens the mail screen. */
  openMailScreen(scenario: string, more?: Readonly<Record<string, string>>): Promise<void>;
  waitForAnnotations(wanted: (seen: Annotations) => boolean): Promise<Annotations>;
  /** Clicks a verdict's or badge's node in the page. */
  click(id: string): Promise<void>;
  /** The popup in a tab of its own, over the tab of that number; gives what evaluates expressions in it. */
  openPopupPage(tab?: number): Promise<(expression: string) => Promise<unknown>>;
  /** A person's click in the popup that was opened last, on what an expression gives. */
  clickInPopup(expression: string): Promise<void>;
  /** Errors and warnings in the browser's console that come from the extension. */
  readComplaints(): Promise<string>;
  close(): Promise<void>;
}

const tools = await ensureTools(['firefox', 'php']);

/** Whether there is a browser for these tests. */
export const hasFirefox = tools.firefox !== undefined;

/** Whether mails are really sent. Recorded pages come in one shape only. */
export const sendsMail = tools.php !== undefined && tools.phpmailer !== undefined;

/** The extension's id in the manifest, and an address of its pages that is known beforehand. */
const id = 'smtp-lens@smtp-lens.example';
const uuid = '5b1c5c0e-6f0b-4a55-9d0a-2f1a7c3e9d11';

/** Starts servers and browser. Close it in `afterAll`. */
export async function openFirefoxLab(): Promise<FirefoxLab> {
  if (!tools.firefox) throw new Error('No Firefox on this machine.');
  const extension = buildExtension('firefox');
  const [site, proxy] = await Promise.all([startSite(tools), startWatchProxy()]);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: tools.firefox,
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      // Lets a test read the clipboard without a question to a person.
      'dom.events.testing.asyncClipboard': true,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
    },
  });
  await browser.installExtension(extension);
  const bidi = openBidi(browser);
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 2000 });
  await page.evaluateOnNewDocument(snapshotAtStart);
  let context = '';
  let popupContext = '';
  return {
    page,
    bidi,
    proxy,
    async open(address) {
      await page.goto(address);
      context = await bidi.findContext(address);
    },
    async openMailScreen(scenario, more = {}) {
      const debug = scenario === 'connection-refused' ? '3' : '2';
      await page.goto(
        `${site.origin}/wp-admin/admin.php?${new URLSearchParams({ scenario, debug, ...more })}`,
      );
      context = await bidi.findContext(site.origin);
    },
    waitForAnnotations: (wanted) => waitFor(() => bidi.readAnnotations(context), wanted),
    click: (node) => bidi.click(context, node),
    async openPopupPage(tab) {
      const address = `moz-extension://${uuid}/popup.html${tab === undefined ? '' : `?tab=${tab}`}`;
      await bidi.evaluateInBrowser(
        `gBrowser.selectedTab = gBrowser.addTrustedTab(${JSON.stringify(address)}); 1`,
      );
      const popup = await waitFor(
        () => bidi.findContext(address).catch(() => undefined),
        (found) => found !== undefined,
      );
      if (popup === undefined) throw new Error('The popup did not open.');
      popupContext = popup;
      return (expression) => bidi.evaluate(popup, expression);
    },
    async clickInPopup(expression) {
      const place = await bidi.evaluate(
        popupContext,
        `{ const box = (${expression}).getBoundingClientRect(); [box.x + box.width / 2, box.y + box.height / 2].map(Math.round).join() }`,
      );
      const [x = 0, y = 0] = String(place).split(',').map(Number);
      await bidi.clickAt(popupContext, x, y);
    },
    async readComplaints() {
      return String(
        await bidi.evaluateInBrowser(
          `Services.console.getMessageArray().map(String).filter((line) => line.includes(${JSON.stringify(uuid)})).join('\\n')`,
        ),
      );
    },
    async close() {
      await browser.close();
      await Promise.all([site.close(), proxy.close()]);
    },
  };
}
