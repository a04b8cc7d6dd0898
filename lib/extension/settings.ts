import { browser } from 'wxt/browser';
import type { Verbosity } from '../types.ts';

/** What a person sets. Kept on this device only: the hosts would tell where they work. */
export interface Settings {
  verbosity: Verbosity;
  /** Hosts (`example.com:8443`, as in `location.host`) on which the extension stays quiet. */
  sitesOff: readonly string[];
}
export type SettingName = keyof Settings;

/** One kept value: what holds without it, and how a bad stored one is mended. */
interface Setting<T> {
  fallback: T;
  /** Any stored value → a good one, keeping what can be kept. */
  heal(stored: unknown): T;
}

const VERBOSITIES: readonly Verbosity[] = ['off', 'problems', 'brief', 'full'];
/** As long as a host name with its port can be (RFC 1035 section 2.3.4), and a bound on how many are kept. */
const MAX_HOST = 253 + 6;
const MAX_SITES = 5_000;

const definitions: { [N in SettingName]: Setting<Settings[N]> } = {
  verbosity: {
    fallback: 'brief',
    heal: (stored) => VERBOSITIES.find((verbosity) => verbosity === stored) ?? 'brief',
  },
  sitesOff: { fallback: [], heal: healSites },
};

/**
 * What is stored: a value and the version of its shape, so that a later shape can tell an earlier one.
 * Written here, because the framework's storage would be a seventh of what the content script may weigh.
 */
interface Stored {
  v: number;
  value: unknown;
}
const VERSION = 1;

/** The setting as it holds now; its default where nothing (or nothing good) is stored or storage fails. */
export async function getSetting<N extends SettingName>(name: N): Promise<Settings[N]> {
  try {
    const stored: Record<string, unknown> = await browser.storage.local.get(name);
    return read(name, stored[name]);
  } catch {
    // Storage is out of reach in a script whose extension was reloaded, and when the profile is damaged.
    return definitions[name].fallback;
  }
}

/** Keeps a setting. Rejects only when the browser cannot store. */
export async function setSetting<N extends SettingName>(
  name: N,
  value: Settings[N],
): Promise<void> {
  const stored: Stored = { v: VERSION, value: definitions[name].heal(value) };
  await browser.storage.local.set({ [name]: stored });
}

/**
 * Calls back with each new value, from wherever it was set, until the signal aborts or the
 * returned function is called.
 */
export function watchSetting<N extends SettingName>(
  name: N,
  changed: (value: Settings[N]) => void,
  signal?: AbortSignal,
): () => void {
  if (signal?.aborted === true) return () => {};
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[name];
    if (change) changed(read(name, change.newValue));
  };
  const unwatch = (): void => {
    try {
      browser.storage.local.onChanged.removeListener(listener);
    } catch {
      // The extension was reloaded under this script: there is nothing left to remove it from.
    }
  };
  browser.storage.local.onChanged.addListener(listener);
  signal?.addEventListener('abort', unwatch, { once: true });
  return unwatch;
}

/** Whether the extension may speak up on this host (as in `location.host`). */
export function isSiteOn(sitesOff: readonly string[], host: string): boolean {
  return !sitesOff.includes(host.toLowerCase());
}

/** Switches one host on or off and keeps that. */
export async function setSite(host: string, on: boolean): Promise<void> {
  const sitesOff = await getSetting('sitesOff');
  const others = sitesOff.filter((site) => site !== host.toLowerCase());
  await setSetting('sitesOff', on ? others : [...others, host.toLowerCase()]);
}

function read<N extends SettingName>(name: N, stored: unknown): Settings[N] {
  return definitions[name].heal(isStored(stored) ? stored.value : stored);
}

function isStored(stored: unknown): stored is Stored {
  return typeof stored === 'object' && stored !== null && 'v' in stored && 'value' in stored;
}

function healSites(stored: unknown): readonly string[] {
  if (!Array.isArray(stored)) return [];
  const hosts = stored
    .filter((host): host is string => typeof host === 'string')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '' && host.length <= MAX_HOST && !/[\s/]/.test(host));
  return [...new Set(hosts)].slice(-MAX_SITES);
}
