/**
 * Draws the extension's icons from their SVG: `node scripts/icons.ts`. Needs a Chromium, its path in
 * CHROMIUM or at the usual place. The PNGs are kept in the project, so this runs only after a change.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const drawings = [
  { size: 16, source: 'icon-small.svg' },
  { size: 32, source: 'icon.svg' },
  { size: 48, source: 'icon.svg' },
  { size: 128, source: 'icon.svg' },
];
const sources = new URL('./icons/', import.meta.url);
const target = new URL('../public/icon/', import.meta.url);

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();
for (const { size, source } of drawings) {
  const svg = await readFile(new URL(source, sources), 'utf8');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await writeFile(new URL(`${size}.png`, target), await page.screenshot({ omitBackground: true }));
  console.log(`public/icon/${size}.png`);
}
await browser.close();
await copyFile(new URL('icon.svg', sources), new URL('icon.svg', target));
