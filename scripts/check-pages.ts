/**
 * Opens saved screens of mail programs in Chromium with the built extension, and checks what it does
 * there: the log found and judged, nothing annotated where there is no log, and nothing that the page
 * could notice with and after annotations, in each verbosity (lab/untouched.ts).
 *
 *     node scripts/check-pages.ts SCREENS [--only PART] [--shots FOLDER] [--json] [--copies] [--chromium FILE]
 *
 * SCREENS is a folder with saved pages and an `expected.json`. Needs `wxt build` first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openChromium } from './lab/chromium.ts';
import { readScreens, runScreens } from './lab/screens.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    shots: { type: 'string' },
    json: { type: 'boolean', default: false },
    copies: { type: 'boolean', default: false },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    extension: { type: 'string', default: '.output/chrome-mv3' },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error('Name the folder with the saved screens.');
  process.exit(2);
}
const screens = readScreens(folder, values.only);
const { shots } = values;
if (shots) mkdirSync(shots, { recursive: true });

const browser = await openChromium({
  executablePath: values.chromium,
  extension: resolve(values.extension),
  headless: true,
});
const results = await runScreens(screens, {
  context: browser.context,
  copies: values.copies,
  ...(shots && {
    // Playwright's own screenshots leave `style=""` behind in the page's fields.
    async visit({ name }, cdp) {
      const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
      writeFileSync(join(shots, `${name}.png`), Buffer.from(data, 'base64'));
    },
  }),
  onResult({ screen, seen, touched, misread }) {
    if (values.json) return;
    const wrong = [...misread, ...touched];
    const verdicts = seen.verdicts
      .map(({ outcome, cause, entries }) => `${outcome}/${cause || '-'}/${entries}`)
      .join(' ');
    console.log(
      `${wrong.length ? 'WRONG' : 'ok   '} ${screen.kind.padEnd(7)} ${screen.name}: ${verdicts || '-'}, ${seen.badges.length} badges`,
    );
    for (const line of wrong) console.log(`        ${line}`);
  },
});
await browser.close();

const isRight = ({ misread, touched }: (typeof results)[number]): boolean =>
  misread.length + touched.length === 0;
if (values.json) {
  const all = results.map(({ screen: { name, kind }, ...result }) => [
    `${name}.html`,
    { kind, ok: isRight(result as (typeof results)[number]), ...result },
  ]);
  console.log(JSON.stringify(Object.fromEntries(all), null, 1));
} else {
  for (const kind of ['session', 'error', 'list', 'none']) {
    const some = results.filter(({ screen }) => screen.kind === kind);
    if (some.length) console.log(`${kind}: ${some.filter(isRight).length} of ${some.length}`);
  }
}
process.exitCode = results.every(isRight) ? 0 : 1;
