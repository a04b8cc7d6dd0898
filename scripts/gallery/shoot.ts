/**
 * Pictures of the gallery, to be looked at: `node scripts/gallery/shoot.ts [folder] [name…]`.
 * Uses the Chromium that is there; CHROMIUM names another one.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

interface Shot {
  name: string;
  query: string;
  width: number;
  forced?: boolean;
  /** Rest the pointer on, press, or focus by keyboard before the picture is taken. */
  press?: string;
  /** Only what is in the window, because a popover is part of it. */
  height?: number;
}

const shots: readonly Shot[] = [
  { name: 'page-light-1200', query: 'scene=page&theme=light', width: 1200 },
  { name: 'page-dark-1200', query: 'scene=page&theme=dark&ground=%23000', width: 1200 },
  {
    name: 'page-grey-1200',
    query: 'scene=page&theme=light&ground=%23e0e0e0&log=authFailed',
    width: 1200,
  },
  { name: 'page-light-420', query: 'scene=page&theme=light', width: 420 },
  { name: 'page-dark-320', query: 'scene=page&theme=dark', width: 320 },
  { name: 'open-light-1200', query: 'scene=open&theme=light', width: 1200 },
  { name: 'open-dark-420', query: 'scene=open&theme=dark', width: 420 },
  { name: 'open-light-320', query: 'scene=open&theme=light', width: 320 },
  { name: 'full-light-1200', query: 'scene=full&theme=light', width: 1200 },
  { name: 'full-dark-1200', query: 'scene=full&theme=dark&log=authFailed', width: 1200 },
  { name: 'full-light-420', query: 'scene=full&theme=light&log=accepted', width: 420 },
  { name: 'popup-light-420', query: 'scene=popup&theme=light', width: 420 },
  { name: 'popup-dark-320', query: 'scene=popup&theme=dark&empty', width: 320 },
  {
    name: 'popup-full-420',
    query: 'scene=popup&theme=light&verbosity=full&log=accepted',
    width: 420,
  },
  {
    name: 'forced-open-1200',
    query: 'scene=open&theme=light&log=authFailed',
    width: 1200,
    forced: true,
  },
  {
    name: 'forced-page-420',
    query: 'scene=page&theme=dark&log=partlyAccepted',
    width: 420,
    forced: true,
  },
  {
    name: 'popover-light',
    query: 'scene=page&theme=light&log=authFailed',
    width: 1200,
    height: 700,
    press: '[data-line="12"]',
  },
  {
    name: 'popover-dark-420',
    query: 'scene=page&theme=dark&log=longText',
    width: 420,
    height: 760,
    press: '[data-line="3"]',
  },
  {
    name: 'popover-parts',
    query: 'scene=page&theme=dark&log=longText',
    width: 420,
    height: 760,
    press: '[data-line="4"]',
  },
  {
    name: 'popover-flipped',
    query: 'scene=page&theme=light&log=accepted',
    width: 900,
    height: 560,
    press: '[data-line="22"]',
  },
];

const [folder = '.output/gallery', ...names] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const server = await createServer({
  configFile: `${import.meta.dirname}/vite.config.ts`,
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0 },
});
await server.listen();
const base = server.resolvedUrls?.local[0];
if (!base) throw new Error('The gallery’s server gives no address.');
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  for (const shot of shots) {
    if (names.length && !names.some((name) => shot.name.startsWith(name))) continue;
    const page = await browser.newPage({
      viewport: { width: shot.width, height: shot.height ?? 800 },
    });
    page.on('pageerror', (error) => console.error(`${shot.name}: ${error.message}`));
    page.on('dialog', (dialog) => {
      console.error(`${shot.name}: a script of the log ran`);
      void dialog.dismiss();
    });
    if (shot.forced) await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${base}?${shot.query}`);
    await page.waitForSelector('smtp-lens');
    if (shot.press) await page.locator(shot.press).first().click();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) console.error(`${shot.name}: ${over} px wider than the window`);
    await page.screenshot({ path: `${folder}/${shot.name}.png`, fullPage: !shot.height });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
