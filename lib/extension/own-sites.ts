import { browser } from 'wxt/browser';
import { words } from '../locales/index.ts';
import { LENS, lookForLogs } from './tab.ts';
import { markToolbar } from './toolbar.ts';
import { send } from './messages.ts';

/**
 * The sites on which a person wants the extension to run by itself, beyond the known screens: a
 * setting (`ownSites`), and the browser's permission for it. The permission alone would not do: in
 * Firefox the paths of the known screens count for nothing, so their permission is one for all sites.
 */
export interface Grants {
  /** On this site. Also true where every site is granted. */
  site: boolean;
  everywhere: boolean;
}

/** All sites, as `optional_host_permissions` names them. */
export const EVERYWHERE = '*://*/*';
const ID = 'own-sites';
/** Under this name the patterns are kept, on this device only: they would tell where somebody works. */
const KEY = 'ownSites';

/** The pattern of a site's pages by its host (`shop.example:8443`); Firefox knows no ports in patterns. */
export function patternOf(host: string): string {
  return `*://${host.replace(/:\d+$/, '')}/*`;
}

/** What holds for a host, or undefined where the browser does not tell. */
export async function readGrants(host: string): Promise<Grants | undefined> {
  try {
    const wanted = await allowed();
    const everywhere = wanted.includes(EVERYWHERE);
    return { site: everywhere || wanted.includes(patternOf(host)), everywhere };
  } catch {
    return undefined;
  }
}

/**
 * Asks the person, by the browser's own question, for a site or for all. To be called within a
 * click, before anything is waited for. The rest happens in `followGrants`: the question may close
 * the popup, and so what is wanted is kept before it is answered.
 */
export async function askFor(pattern: string): Promise<void> {
  const asked = browser.permissions.request({ origins: [pattern] });
  await want(pattern, true);
  if (!(await asked.catch(() => false))) await want(pattern, false);
}

/** Gives a site back. Pages that run by it are left as they were. */
export async function giveBack(pattern: string): Promise<void> {
  await want(pattern, false);
  await leaveTabs(pattern).catch(() => {});
  // In Firefox the known screens live on this one.
  if (import.meta.env.FIREFOX && pattern === EVERYWHERE) return;
  await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}

async function want(pattern: string, on: boolean): Promise<void> {
  const others = (await readWanted()).filter((each) => each !== pattern);
  await keepWanted(on ? [...others, pattern] : others);
}

/** Kept apart from the settings, which the content script reads too. Any stored value gives a good one. */
async function readWanted(): Promise<string[]> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored)
    ? stored.filter((each): each is string => /^\*:\/\/[^/]+\/\*$/.test(String(each)))
    : [];
}

async function keepWanted(patterns: readonly string[]): Promise<void> {
  await browser.storage.local.set({ [KEY]: patterns });
}

/** What is wanted and granted. */
async function allowed(): Promise<string[]> {
  const wanted = await readWanted();
  const granted = await Promise.all(
    wanted.map((pattern) => browser.permissions.contains({ origins: [pattern] })),
  );
  return wanted.filter((_, index) => granted[index]);
}

/**
 * Keeps the registered script in step with what is granted. To be called as the background starts:
 * the browser wakes it for the listeners that stand then.
 */
export function followGrants(): void {
  // The browser keeps registered scripts when it restarts, and forgets them when the extension is updated.
  browser.runtime.onInstalled.addListener(() => void register());
  browser.runtime.onStartup.addListener(() => void register());
  browser.permissions.onAdded.addListener(() => void register());
  browser.permissions.onRemoved.addListener(() => {
    // What is taken back in the browser's own pages is no longer wanted either.
    void allowed().then(keepWanted).then(register);
  });
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) void register();
  });
}

let registering: Promise<void> = Promise.resolve();

/** One after the other: two at once would both find nothing registered yet. */
function register(): Promise<void> {
  registering = registering.then(registerNow).catch((error: unknown) => {
    console.debug('SMTP Lens:', error);
  });
  return registering;
}

async function registerNow(): Promise<void> {
  const matches = await allowed();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  const before = registered?.matches ?? [];
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [LENS],
    matches,
    // There it runs anyway.
    excludeMatches: knownScreens(),
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  const added = matches.filter((pattern) => !before.includes(pattern));
  if (added.length > 0) await lookInTabs(added);
}

function knownScreens(): string[] {
  const { content_scripts: scripts = [] } = browser.runtime.getManifest();
  return scripts.flatMap(({ matches = [] }) => matches);
}

/** Pages that are open already need no reload. */
async function lookInTabs(origins: string[]): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: origins })) {
    if (id === undefined) continue;
    const runs = (await send('page:state', {}, { tabId: id, frameId: 0 })).ok;
    if (!runs) await lookForLogs(id);
  }
}

/** Ends the script in the pages which it would not run in without the permission. */
async function leaveTabs(pattern: string): Promise<void> {
  const known = knownScreens();
  const [tabs, listed] = await Promise.all([
    browser.tabs.query({ url: pattern }),
    known.length > 0 ? browser.tabs.query({ url: known }) : [],
  ]).catch(() => [[], []]);
  for (const { id } of tabs) {
    if (id === undefined || listed.some((tab) => tab.id === id)) continue;
    await browser.scripting
      .executeScript({
        target: { tabId: id, allFrames: true },
        injectImmediately: true,
        // What the script listens for, to make room for a newer one (script-context.ts).
        func: (name: string) => void document.dispatchEvent(new Event(name)),
        args: [`${browser.runtime.id}:lens:started`],
      })
      .catch(() => []);
    await markToolbar(id, [], words.product);
  }
}
