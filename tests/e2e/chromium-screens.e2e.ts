import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureTools } from '../../scripts/browsers.ts';
import { buildExtension } from '../../scripts/lab/build-extension.ts';
import { openChromium } from '../../scripts/lab/chromium.ts';
import type { OpenChromium } from '../../scripts/lab/chromium.ts';
import { readScreens, runScreens } from '../../scripts/lab/screens.ts';
import { installUntouched } from '../../scripts/lab/untouched.ts';

const { chromium: executablePath = '' } = await ensureTools(['chromium']);
const pages = join(import.meta.dirname, '../pages');
const folders = readdirSync(pages).filter((name) => readScreens(join(pages, name)).length > 0);

describe.skipIf(executablePath === '')('saved screens in Chromium', () => {
  let browser: OpenChromium;
  beforeAll(async () => {
    const extension = buildExtension('chrome');
    browser = await openChromium({ executablePath, extension, headless: true });
  });
  afterAll(() => browser.close());

  it('compares so closely that it would notice', async () => {
    const page = await browser.context.newPage();
    await page.goto('data:text/html,<title>T</title><p id=a>One <b>two</b> three<input value=4>');
    const said = await page.evaluate(
      `(${installUntouched.toString()})();
      const p = document.querySelector('p');
      const input = document.querySelector('input');
      const text = p.lastChild.previousSibling;
      const ways = {
        nothing: () => {},
        'an empty text node': () => p.append(''),
        'a text node in two parts': () => text.splitText(3),
        'another text node': () => text.replaceWith(text.data),
        'a comment': () => p.append(document.createComment('')),
        'an attribute': () => p.setAttribute('style', ''),
        'a value': () => { input.value = '5'; },
        'a place': () => { p.style.marginLeft = '3px'; },
        'a word': () => p.prepend('0'),
        'an element of ours': () => p.append(document.createElement('smtp-lens-badge')),
      };
      const html = p.outerHTML;
      Object.entries(ways).filter(([, change]) => {
        window.untouched.note();
        change();
        const noticed = window.untouched.compare(true).length > 0;
        return !noticed;
      }).map(([name]) => name)`,
    );
    await page.close();
    expect(said).toEqual(['nothing']);
  });

  it.each(folders)(
    'of "%s": nothing that the page could notice, and the log read right',
    { timeout: 180_000 },
    async (folder) => {
      const results = await runScreens(readScreens(join(pages, folder)), {
        context: browser.context,
        copies: true,
      });
      const wrong = results.flatMap(({ screen, touched, misread }) =>
        [...touched, ...misread].map((words) => `${screen.name}: ${words}`),
      );
      expect(wrong).toEqual([]);
    },
  );
});
