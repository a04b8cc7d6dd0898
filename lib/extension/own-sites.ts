import { browser } from 'wxt/browser';
import { words } from '../locales/index.ts';
import { LENS, lookForLogs } from './tab.ts';
import { markToolbar } from './toolbar.ts';
import { send } from './messages.ts';

/**
 * The sites on which a person wants the extension to run by itself, beyond the known screens. The
 * browser's permission is the whole setting: what is granted runs, what is taken back does not, also
 * where it is taken back in the browser's own pages.
 */
export interface Grants {
  /** On this site. Also true where every site is granted. */
  site: boolean;
  everywhere: boolean;
}

/** All sites, as `optional_host_permissions` names them. */
export const EVERYWHERE = '*://*/*';
const ID = 'own-sites';
const wholeSite = /^(?:\*|https?):\/\/[^/]+\/\*$/;

/** The pattern of a site's pages by its host (`shop.example:8443`); Firefox knows no ports in patterns. */
export function patternOf(host: string): string {
  return `*://${host.replace(/:\d+$/, '')}/*`;
}

/** What is granted for a host, or undefined where the browser does not tell. */
export async function readGrants(host: string): Promise<Grants | undefined> {
  try {
    const [site, everywhere] = await Promise.all(
      [patternOf(host), EVERYWHERE].map((pattern) =>
        browser.permissions.contains({ origins: [pattern] }),
      ),
    );
    return { site: site === true, everywhere: everywhere === true };
  } catch {
    return undefined;
  }
}

/**
 * Asks the person, by the browser's own question, for a site or for all. To be called within a
 * click, before anything is waited for. The rest happens in `followGrants`: the question may close the popup.
 */
export async function askFor(pattern: string): Promise<void> {
  await browser.permissions.request({ origins: [pattern] }).catch(() => false);
}

/** Gives a permission back. Pages that run by it are left as they were. */
export async function giveBack(pattern: string): Promise<void> {
  await leaveTabs(pattern).catch(() => {});
  await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}

/**
 * Keeps the registered script in step with what is granted. To be called as the background starts:
 * the browser wakes it for the listeners that stand then.
 */
export function followGrants(): void {
  // The browser keeps registered scripts when it restarts, and forgets them when the extension is updated.
  browser.runtime.onInstalled.addListener(() => void register());
  browser.runtime.onStartup.addListener(() => void register());
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void register().then(() => (origins.length > 0 ? lookInTabs(origins) : undefined));
  });
  browser.permissions.onRemoved.addListener(() => void register());
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
  const known = knownScreens();
  const { origins = [] } = await browser.permissions.getAll();
  // The browsers list the known screens of the manifest, too: `*://*/*/wp-admin/*`.
  const matches = origins.filter((pattern) => wholeSite.test(pattern));
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [LENS],
    matches,
    // There it runs anyway.
    excludeMatches: known,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_idle' as const,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
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
