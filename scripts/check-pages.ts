/**
 * Opens saved screens of mail plugins in Chromium with the built extension, and checks what it
 * does there: the log found and judged, nothing annotated where there is no log, and the page's
 * text, selection and markup the same before, during and after.
 *
 *     node scripts/check-pages.ts SCREENS [--only PART] [--shots FOLDER] [--json] [--chromium FILE]
 *
 * SCREENS is a folder with saved pages and an `expected.json`. Needs `wxt build` first.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

interface Expected {
  path: string;
  kind: 'session' | 'error' | 'list' | 'none';
  outcome?: string[];
  causes?: string[];
}
/** What the page says, in each way in which it can be asked. */
interface Said {
  textContent: string;
  innerText: string;
  selection: string;
  html: string;
}
interface Seen {
  verdicts: { outcome: string; cause: string; entries: number }[];
  badges: { line: number; severity: string }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    shots: { type: 'string' },
    json: { type: 'boolean', default: false },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    extension: { type: 'string', default: '.output/chrome-mv3' },
  },
});
const folder = positionals[0];
if (!folder) {
  console.error('Name the folder with the saved screens.');
  process.exit(2);
}
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
  string,
  Expected
>;
const files = readdirSync(folder).filter(
  (file) => file.endsWith('.html') && file.includes(values.only),
);
if (values.shots) mkdirSync(values.shots, { recursive: true });

let current = '';
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(current);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const plain = await open(undefined);
const lens = await open(resolve(values.extension));
const worker =
  lens.context.serviceWorkers()[0] ?? (await lens.context.waitForEvent('serviceworker'));
const setVerbosity = (verbosity: string): Promise<void> =>
  worker.evaluate(
    (value) => (globalThis as unknown as ChromeLike).chrome.storage.local.set({ verbosity: value }),
    verbosity,
  );
interface ChromeLike {
  chrome: { storage: { local: { set(items: Record<string, unknown>): Promise<void> } } };
}

const results: Record<string, { kind: string; ok: boolean; wrong: string[]; seen: Seen }> = {};
for (const file of files) {
  const want = expected[file];
  if (!want) continue;
  current = readFileSync(join(folder, file), 'utf8');
  const { page } = lens;
  const wrong: string[] = [];
  const errors: string[] = [];
  const listen = (error: Error): void => void errors.push(error.message);
  page.on('pageerror', listen);
  await plain.page.goto('about:blank');
  await plain.page.goto(origin + want.path);
  const before = await said(plain.page);
  await setVerbosity('brief');
  await page.goto('about:blank');
  await page.goto(origin + want.path);
  const seen = await settled(page);
  const during = await said(page);
  if (values.shots) await shoot(page, join(values.shots, file.replace('.html', '.png')));
  await setVerbosity('off');
  await page.waitForTimeout(120);
  const after = await said(page);
  for (const key of ['textContent', 'innerText', 'selection'] as const) {
    if (before[key] !== during[key])
      wrong.push(`${key} differs with annotations${firstDifference(before[key], during[key])}`);
    if (before[key] !== after[key]) wrong.push(`${key} differs afterwards`);
  }
  if (before.html !== after.html)
    wrong.push(`markup differs afterwards${firstDifference(before.html, after.html)}`);
  wrong.push(...errors.map((error) => `exception: ${error}`), ...judge(want, seen));
  page.off('pageerror', listen);
  results[file] = { kind: want.kind, ok: wrong.length === 0, wrong, seen };
  if (!values.json) {
    const verdicts = seen.verdicts
      .map(({ outcome, cause, entries }) => `${outcome}/${cause || '-'}/${entries}`)
      .join(' ');
    console.log(
      `${wrong.length ? 'WRONG' : 'ok   '} ${want.kind.padEnd(7)} ${file.replace('.html', '')}: ${verdicts || '-'}, ${seen.badges.length} badges`,
    );
    for (const line of wrong) console.log(`        ${line}`);
  }
}
await plain.close();
await lens.close();
server.close();

const all = Object.values(results);
if (values.json) console.log(JSON.stringify(results, null, 1));
else {
  for (const kind of ['session', 'error', 'list', 'none']) {
    const some = all.filter((result) => result.kind === kind);
    if (some.length)
      console.log(`${kind}: ${some.filter(({ ok }) => ok).length} of ${some.length}`);
  }
}
process.exitCode = all.every(({ ok }) => ok) ? 0 : 1;

/** What is wrong with what was found, in words. */
function judge(want: Expected, seen: Seen): string[] {
  const wrong: string[] = [];
  const { kind, outcome = [], causes = [] } = want;
  if (kind === 'none' && seen.verdicts.length) wrong.push('annotated, though there is no log');
  if (kind !== 'session' && kind !== 'error') return wrong;
  if (seen.verdicts.length === 0) return ['no log found'];
  const fitting = seen.verdicts.filter((verdict) => outcome.includes(verdict.outcome));
  if (fitting.length === 0) wrong.push(`outcome is not ${outcome.join(' or ')}`);
  else if (!fitting.some(({ cause }) => (causes.length ? causes.includes(cause) : cause === ''))) {
    wrong.push(`cause is not ${causes.join(' or ') || 'empty'}`);
  }
  if (kind === 'session' && seen.verdicts.length > 1) wrong.push('more than one verdict');
  return wrong;
}

async function open(
  extension: string | undefined,
): Promise<{ context: BrowserContext; page: Page; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'smtp-lens-pages-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: values.chromium,
    headless: true,
    viewport: { width: 1200, height: 2400 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(extension
        ? [
            `--disable-extensions-except=${extension}`,
            `--load-extension=${extension}`,
            '--disable-features=DisableLoadExtensionCommandLineSwitch',
          ]
        : []),
    ],
    ignoreDefaultArgs: ['--disable-extensions'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    context,
    page,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Playwright's own screenshots leave `style=""` behind in the page's fields. */
async function shoot(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.detach();
  writeFileSync(file, Buffer.from(data, 'base64'));
}

function said(page: Page): Promise<Said> {
  return page.evaluate(() => {
    const selection = getSelection();
    selection?.selectAllChildren(document.body);
    const selected = selection?.toString() ?? '';
    selection?.removeAllRanges();
    return {
      textContent: document.body.textContent ?? '',
      innerText: document.body.innerText,
      selection: selected,
      html: document.documentElement.outerHTML,
    };
  });
}

/** Looks into the closed roots until nothing changes any more. */
async function settled(page: Page): Promise<Seen> {
  let last = '';
  let seen: Seen = { verdicts: [], badges: [] };
  for (let round = 0; round < 20; round++) {
    await page.waitForTimeout(100);
    seen = await lookInside(page);
    const now = JSON.stringify(seen);
    if (round >= 4 && now === last) break;
    last = now;
  }
  return seen;
}

interface CdpNode {
  nodeName: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

async function lookInside(page: Page): Promise<Seen> {
  const session = await page.context().newCDPSession(page);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
    root: CdpNode;
  };
  await session.detach();
  const seen: Seen = { verdicts: [], badges: [] };
  const visit = (node: CdpNode, host: string): void => {
    const attributes = new Map<string, string>();
    const list = node.attributes ?? [];
    for (let at = 0; at < list.length; at += 2) attributes.set(list[at] ?? '', list[at + 1] ?? '');
    const outcome = attributes.get('data-outcome');
    if (host === 'SMTP-LENS-VERDICT' && outcome !== undefined) {
      seen.verdicts.push({
        outcome,
        cause: attributes.get('data-cause') ?? '',
        entries: Number(attributes.get('data-entries')),
      });
    }
    const line = attributes.get('data-line');
    if (host === 'SMTP-LENS-BADGE' && line !== undefined) {
      seen.badges.push({ line: Number(line), severity: attributes.get('data-severity') ?? '' });
    }
    for (const child of node.shadowRoots ?? []) visit(child, node.nodeName.toUpperCase());
    for (const child of node.children ?? []) visit(child, host);
  };
  visit(root, '');
  return seen;
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const cut = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  return ` at ${at}: ${cut(one)} / ${cut(other)}`;
}
