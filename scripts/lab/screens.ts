import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Verbosity } from '../../lib/types.ts';
import { installUntouched } from './untouched.ts';
import { waitFor } from './wait-for.ts';

/** A saved screen and what a careful reader finds on it. */
export interface Screen {
  /** The file, without its ending. */
  name: string;
  html: string;
  /** Where such a screen lives: path, query and hash. */
  path: string;
  kind: 'session' | 'error' | 'list' | 'none';
  outcome: readonly string[];
  causes: readonly string[];
}

/** What stands in the page's closed roots. */
export interface ScreenSeen {
  verdicts: { outcome: string; cause: string; entries: number }[];
  badges: { line: number; severity: string }[];
  /** The verbosity that the verdicts show; empty where they show none. */
  verbosities: string[];
  hosts: number;
}

/** What came of one screen. */
export interface ScreenResult {
  screen: Screen;
  /** As it stood in the verbosity `brief`. */
  seen: ScreenSeen;
  /** What the page could notice, in words; empty: nothing. */
  touched: string[];
  /** The log not found, or not understood, in words. */
  misread: string[];
}

/** The screens of a folder with an `expected.json`, by name. */
export function readScreens(folder: string, only = ''): Screen[] {
  const file = join(folder, 'expected.json');
  if (!existsSync(file)) return [];
  const expected = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Partial<Screen>>;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html') && name.includes(only) && expected[name])
    .map((name) => ({
      path: '/wp-admin/admin.php',
      kind: 'none',
      outcome: [],
      causes: [],
      ...expected[name],
      name: name.replace('.html', ''),
      html: readFileSync(join(folder, name), 'utf8'),
    }));
}

/** A tab with a server of its own, so that each screen stands at its own path. */
interface Tab {
  page: Page;
  cdp: CDPSession;
  origin: string;
  serve(html: string): void;
  errors: string[];
  close(): Promise<void>;
}

export interface ScreenOptions {
  /** The browser with the extension on it. */
  context: BrowserContext;
  /** So many at once. */
  tabs?: number;
  /** Copies everything with and without annotations, too. Asks for the clipboard permissions. */
  copies?: boolean;
  /** Runs while a screen is annotated (`brief`): a picture, for one. */
  visit?(screen: Screen, cdp: CDPSession): Promise<void>;
  onResult?(result: ScreenResult): void;
}

/**
 * Opens screens one after the other in several tabs, in each verbosity, and compares each with
 * itself before anything was annotated and after everything was taken away.
 */
export async function runScreens(
  screens: readonly Screen[],
  options: ScreenOptions,
): Promise<ScreenResult[]> {
  const { context, copies = false } = options;
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const setVerbosity = (verbosity: Verbosity): Promise<void> =>
    worker.evaluate(
      (value) =>
        (globalThis as unknown as ChromeLike).chrome.storage.local.set({ verbosity: value }),
      verbosity,
    );
  if (copies) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const tabs = await Promise.all(
    Array.from({ length: Math.min(options.tabs ?? 6, screens.length) }, () => openTab(context)),
  );
  const results: ScreenResult[] = [];
  for (let from = 0; from < screens.length; from += tabs.length) {
    const batch = screens.slice(from, from + tabs.length).flatMap((screen, index) => {
      const tab = tabs[index];
      return tab ? [{ screen, tab, result: empty(screen), copied: '' }] : [];
    });
    /** A step in each tab at once, then what it found. */
    const each = (step: (item: (typeof batch)[number]) => Promise<void>): Promise<unknown> =>
      Promise.all(batch.map(step));
    const compare = ({ tab, result }: (typeof batch)[number], when: string): Promise<void> =>
      tab.page
        .evaluate((gone) => window.untouched.compare(gone), when === 'off')
        .then((wrong) => void result.touched.push(...wrong.map((words) => `${when}: ${words}`)));
    await setVerbosity('brief');
    await each(async (item) => {
      const { tab, screen, result } = item;
      tab.serve(screen.html);
      await tab.page.goto('about:blank');
      await tab.page.goto(tab.origin + screen.path);
      result.seen = await settled(tab.cdp, screen, 'brief');
      await options.visit?.(screen, tab.cdp);
      await compare(item, 'brief');
    });
    if (copies) for (const item of batch) item.copied = await copyAll(item.tab.page);
    for (const verbosity of ['full', 'problems', 'off'] as const) {
      await setVerbosity(verbosity);
      await each(async (item) => {
        await settled(item.tab.cdp, item.screen, verbosity);
        await compare(item, verbosity);
      });
    }
    if (copies) {
      for (const { tab, result, copied } of batch) {
        const plain = await copyAll(tab.page);
        if (plain !== copied)
          result.touched.push(`the clipboard differs${firstDifference(plain, copied)}`);
        if (/smtp-lens/i.test(copied)) result.touched.push('the clipboard names our elements');
      }
    }
    for (const { screen, tab, result } of batch) {
      result.touched.push(...tab.errors.splice(0).map((error) => `exception: ${error}`));
      result.misread = judge(screen, result.seen);
      results.push(result);
      options.onResult?.(result);
    }
  }
  await setVerbosity('brief');
  await Promise.all(tabs.map((tab) => tab.close()));
  return results;
}

interface ChromeLike {
  chrome: { storage: { local: { set(items: Record<string, unknown>): Promise<void> } } };
}

function empty(screen: Screen): ScreenResult {
  const seen = { verdicts: [], badges: [], verbosities: [], hosts: 0 };
  return { screen, seen, touched: [], misread: [] };
}

async function openTab(context: BrowserContext): Promise<Tab> {
  let html = '';
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const page = await context.newPage();
  await page.setViewportSize({ width: 1200, height: 2400 });
  await page.addInitScript(installUntouched);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  return {
    page,
    cdp: await context.newCDPSession(page),
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve(next) {
      html = next;
    },
    errors,
    async close() {
      await page.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Waits until what is to be there is there and stays the same. */
async function settled(cdp: CDPSession, screen: Screen, verbosity: Verbosity): Promise<ScreenSeen> {
  const hasLog = screen.kind === 'session' || screen.kind === 'error';
  // Where no log is expected, all that can be done is to wait a while for one.
  const patience = hasLog || verbosity !== 'brief' ? 100 : 500;
  const started = Date.now();
  let last = '';
  let same = 0;
  return waitFor(
    () => lookInside(cdp),
    (seen) => {
      const now = JSON.stringify(seen);
      same = now === last ? same + 1 : 0;
      last = now;
      if (verbosity === 'off') return seen.hosts === 0;
      if (hasLog && verbosity === 'brief' && seen.verdicts.length === 0) return false;
      if (seen.verbosities.some((shown) => shown !== verbosity)) return false;
      return same >= 2 && Date.now() - started >= patience;
    },
  );
}

interface ProtocolNode {
  localName: string;
  attributes?: string[];
  children?: ProtocolNode[];
  shadowRoots?: ProtocolNode[];
}

async function lookInside(cdp: CDPSession): Promise<ScreenSeen> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const seen: ScreenSeen = { verdicts: [], badges: [], verbosities: [], hosts: 0 };
  const visit = (node: ProtocolNode, host: string): void => {
    const attributes = new Map<string, string>();
    const list = node.attributes ?? [];
    for (let at = 0; at < list.length; at += 2) attributes.set(list[at] ?? '', list[at + 1] ?? '');
    const outcome = attributes.get('data-outcome');
    const line = attributes.get('data-line');
    const verbosity = attributes.get('data-verbosity');
    if (node.localName.startsWith('smtp-lens')) seen.hosts++;
    if (host === 'smtp-lens-verdict' && outcome !== undefined) {
      seen.verdicts.push({
        outcome,
        cause: attributes.get('data-cause') ?? '',
        entries: Number(attributes.get('data-entries')),
      });
    }
    if (host && verbosity !== undefined && attributes.get('aria-checked') === 'true')
      seen.verbosities.push(verbosity);
    if (host === 'smtp-lens-badge' && line !== undefined)
      seen.badges.push({ line: Number(line), severity: attributes.get('data-severity') ?? '' });
    for (const child of node.shadowRoots ?? []) visit(child, node.localName);
    for (const child of node.children ?? []) visit(child, host);
  };
  visit(root, '');
  return seen;
}

/** Ctrl+A, Ctrl+C; both flavours that then lie on the clipboard, as they are. */
async function copyAll(page: Page): Promise<string> {
  await page.bringToFront();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+C');
  return page.evaluate(async () => {
    getSelection()?.removeAllRanges();
    const read = navigator.clipboard.read.bind(navigator.clipboard) as (
      options: unknown,
    ) => Promise<ClipboardItems>;
    const [item] = await read({ unsanitized: ['text/html'] });
    const flavours = await Promise.all(
      (item?.types ?? []).map(
        async (type) => `${type}: ${await (await item?.getType(type))?.text()}`,
      ),
    );
    return flavours.join('\n');
  });
}

/** What is wrong with what was found, in words. */
function judge({ kind, outcome, causes }: Screen, { verdicts }: ScreenSeen): string[] {
  if (kind === 'none') return verdicts.length ? ['annotated, though there is no log'] : [];
  if (kind === 'list') return [];
  if (verdicts.length === 0) return ['no log found'];
  const wrong: string[] = [];
  const fitting = verdicts.filter((verdict) => outcome.includes(verdict.outcome));
  if (fitting.length === 0) wrong.push(`outcome is not ${outcome.join(' or ')}`);
  else if (!fitting.some(({ cause }) => (causes.length ? causes.includes(cause) : cause === '')))
    wrong.push(`cause is not ${causes.join(' or ') || 'empty'}`);
  // A screen may show the same log twice, in a notice and in a pop-up.
  if (kind === 'session' && new Set(verdicts.map(({ cause }) => cause)).size > 1)
    wrong.push('verdicts that contradict each other');
  return wrong;
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const cut = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return ` at ${at}: ${cut(one)} / ${cut(other)}`;
}
