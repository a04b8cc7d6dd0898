import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { ensureTools } from './browsers.ts';
import type { Annotations } from './lab/collect-annotations.ts';
import { buildExtension } from './lab/build-extension.ts';
import { clickNode } from './lab/click-node.ts';
import { openChromium } from './lab/chromium.ts';
import type { OpenChromium } from './lab/chromium.ts';
import { openPopup } from './lab/popup.ts';
import { scenarios } from './lab/scenarios.ts';
import type { Scenario } from './lab/scenarios.ts';
import { startSite } from './lab/start-site.ts';
import type { Site } from './lab/start-site.ts';
import { waitForAnnotations } from './lab/wait-for-annotations.ts';

// The product's main job on real input: a page that really sends a mail, and SMTP Lens on it.
//   npm run demo                  with a window where there is a display, else screenshots and text
//   npm run demo -- --headless    screenshots and text in any case
//   npm run demo -- --docs        also renews docs/screenshot.png

const root = join(import.meta.dirname, '..');
const pictures = join(root, 'demo-output');
const { values: options } = parseArgs({
  options: { headless: { type: 'boolean' }, docs: { type: 'boolean' } },
});

/** What the demo shows; the end-to-end tests know some more. */
const shown: readonly Scenario[] = scenarios.slice(0, 4);

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns the exit code */
async function run(): Promise<number> {
  const tools = await ensureTools(['chromium', 'php']);
  if (!tools.chromium) {
    console.error(
      'Without a Chromium there is nothing to show. See the line above for how to get one.',
    );
    return 1;
  }
  console.log('Building the extension …');
  const extension = buildExtension('chrome');
  const site = await startSite(tools);
  console.log(
    site.live
      ? 'A mail server and a page that sends through it with PHPMailer are up, both on 127.0.0.1.'
      : 'Without PHP and PHPMailer nothing is sent: the page shows output of PHPMailer that was recorded earlier.',
  );
  try {
    if (hasDisplay() && !options.headless && !options.docs) {
      const shown = await showWindow(tools.chromium, extension, site);
      if (shown) return 0;
      console.log('No window could be opened, so here is the same without one.');
    }
    return await takePictures(tools.chromium, extension, site);
  } finally {
    await site.close();
  }
}

function hasDisplay(): boolean {
  return (
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  );
}

/** @returns false when there is no window to be had */
async function showWindow(executablePath: string, extension: string, site: Site): Promise<boolean> {
  let chromium: OpenChromium;
  try {
    chromium = await openChromium({ executablePath, extension, headless: false });
  } catch {
    return false;
  }
  const { context } = chromium;
  try {
    const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
    const [first] = context.pages();
    for (const scenario of shown) {
      const page = scenario === shown[0] && first ? first : await context.newPage();
      await page.goto(address(site, scenario));
    }
    await context.pages()[0]?.bringToFront();
    console.log('A browser window with SMTP Lens is open. Its tabs show:');
    for (const { title } of shown) console.log(`  · ${title}`);
    console.log(
      'Point at a remark at the end of a line, or click it. Close the window to end the demo.',
    );
    await closed;
    return true;
  } catch (error) {
    // Whoever closes the window while the tabs still load has seen enough.
    if (context.pages().length === 0) return true;
    throw error;
  } finally {
    await chromium.close();
  }
}

function address(site: Site, { id }: Scenario, more: Record<string, string> = {}): string {
  // Level 2 is what plugins log as a rule. Of a connection that failed it says next to nothing.
  const debug = id === 'connection-refused' ? '3' : '2';
  return `${site.origin}/wp-admin/admin.php?${new URLSearchParams({ scenario: id, debug, ...more })}`;
}

async function takePictures(
  executablePath: string,
  extension: string,
  site: Site,
): Promise<number> {
  await mkdir(pictures, { recursive: true });
  const chromium = await openChromium({ executablePath, extension, headless: true });
  try {
    const page = chromium.context.pages()[0] ?? (await chromium.context.newPage());
    const cdp = await chromium.context.newCDPSession(page);
    const problems: string[] = [];
    for (const scenario of shown) {
      await page.goto(address(site, scenario));
      const seen = await readWhole(page, cdp);
      print(scenario, seen);
      problems.push(...check(scenario, seen));
      await takePicture(page, `${scenario.id}-light`);
    }
    await takeVariants(chromium, page, cdp, site);
    if (options.docs) await takePictureForDocs(page, cdp, site);
    if (problems.length > 0) {
      console.error(
        `\nThe demo did not go well:\n${problems.map((each) => `  ${each}`).join('\n')}`,
      );
      return 1;
    }
    console.log(
      '\nDone. Every log has its verdict and a remark on each line. The pictures are in demo-output/.',
    );
    return 0;
  } finally {
    await chromium.close();
  }
}

/** Badges fill when they come into view, so the page is looked at from top to bottom. */
async function readWhole(page: Page, cdp: CDPSession): Promise<Annotations> {
  await waitForAnnotations(cdp);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 1280, height: Math.max(900, height + 200) });
  const seen = await waitForAnnotations(
    cdp,
    ({ verdicts: [verdict], badges }) =>
      verdict !== undefined &&
      badges.length >= verdict.entries &&
      badges.every(({ text }) => text !== ''),
  );
  await page.setViewportSize({ width: 1280, height: 900 });
  return seen;
}

function check(scenario: Scenario, { verdicts: [verdict], badges }: Annotations): string[] {
  if (!verdict) return [`No verdict appeared above the log where ${scenario.title}.`];
  const problems: string[] = [];
  if (verdict.outcome !== scenario.outcome || verdict.cause !== scenario.cause) {
    problems.push(
      `Where ${scenario.title}, the verdict is "${verdict.outcome}" (${verdict.cause || 'no cause'}) and not "${scenario.outcome}" (${scenario.cause || 'no cause'}).`,
    );
  }
  if (badges.length === 0) problems.push(`No line is explained where ${scenario.title}.`);
  return problems;
}

function print(scenario: Scenario, { verdicts, badges }: Annotations): void {
  console.log(`\n── ${scenario.title} ${'─'.repeat(Math.max(0, 90 - scenario.title.length))}`);
  for (const { outcome, cause, sentence } of verdicts) {
    console.log(`   ${sentence}`);
    console.log(`   (${[outcome, cause].filter((word) => word !== '').join(', ')})\n`);
  }
  for (const { beside, text, severity } of badges) {
    const mark = severity === 'error' ? '✗' : severity === 'warning' ? '!' : ' ';
    console.log(` ${mark} ${fit(withoutTime(beside), 62)}  ${text}`);
  }
}

function withoutTime(line: string): string {
  return line.replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\s+/, '').replaceAll(/\s+/g, ' ');
}

function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

async function takeVariants(
  chromium: OpenChromium,
  page: Page,
  cdp: CDPSession,
  site: Site,
): Promise<void> {
  const [sent, failing] = shown;
  if (!sent || !failing) return;
  await takePopup(chromium, page, site, failing);
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const scenario of [sent, failing]) {
    await page.goto(address(site, scenario, { theme: 'dark' }));
    await readWhole(page, cdp);
    await takePicture(page, `${scenario.id}-dark`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await openExplanation(page, cdp, site, failing);
  // A picture of the whole page would change the window's size, at which an explanation closes.
  await page.screenshot({ path: join(pictures, `${failing.id}-explanation.png`) });
  await page.goto(address(site, failing));
  await readWhole(page, cdp);
  await page.setViewportSize({ width: 420, height: 900 });
  await takePicture(page, `${failing.id}-narrow`);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function takePopup(
  chromium: OpenChromium,
  page: Page,
  site: Site,
  scenario: Scenario,
): Promise<void> {
  await page.goto(address(site, scenario));
  await page.bringToFront();
  try {
    const popup = await openPopup(chromium.context, chromium.extensionId);
    await page.waitForTimeout(700);
    await popup.screenshot(join(pictures, 'popup.png'));
    await popup.close();
  } catch {
    console.log(
      '\nThis browser opens no popup without a window; popup.png shows it as a page of its own.',
    );
    const tab = await chromium.context.newPage();
    await tab.setViewportSize({ width: 400, height: 600 });
    await tab.goto(`chrome-extension://${chromium.extensionId}/popup.html`);
    await tab.waitForTimeout(700);
    await tab.screenshot({ path: join(pictures, 'popup.png') });
    await tab.close();
  }
}

async function takePicture(page: Page, name: string): Promise<void> {
  // Transitions and late fonts settle in well under this time.
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

/** The failing log with the explanation of its deciding line standing open. */
async function openExplanation(
  page: Page,
  cdp: CDPSession,
  site: Site,
  scenario: Scenario,
): Promise<void> {
  await page.goto(address(site, scenario));
  const { badges } = await readWhole(page, cdp);
  const badge = badges.find(({ severity }) => severity === 'error');
  if (badge) await clickNode(page, cdp, badge.id);
  await waitForAnnotations(cdp, ({ dialogs }) => dialogs.length > 0);
  await page.waitForTimeout(300);
}

async function takePictureForDocs(page: Page, cdp: CDPSession, site: Site): Promise<void> {
  const failing = shown[1];
  if (!failing) return;
  await openExplanation(page, cdp, site, failing);
  await page.waitForTimeout(300);
  await mkdir(join(root, 'docs'), { recursive: true });
  await page.screenshot({ path: join(root, 'docs/screenshot.png') });
  console.log('\ndocs/screenshot.png is new.');
}
