import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { readGrants } from '../../lib/extension/own-sites.ts';
import type { Grants } from '../../lib/extension/own-sites.ts';

/** What is granted for a host, kept up to date while the popup is open. Undefined until it is known. */
export function useGrants(host: string | null): Grants | undefined {
  const [grants, setGrants] = useState<Grants>();
  useEffect(() => {
    if (host === null) return undefined;
    let gone = false;
    const read = (): void =>
      void readGrants(host).then((known) => {
        if (!gone) setGrants(known);
      });
    read();
    const { onAdded, onRemoved } = browser.permissions;
    const events = [onAdded, onRemoved, browser.storage.local.onChanged];
    for (const event of events) event.addListener(read);
    return () => {
      gone = true;
      for (const event of events) event.removeListener(read);
    };
  }, [host]);
  return grants;
}
