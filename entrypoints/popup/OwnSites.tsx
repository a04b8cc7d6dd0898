import type { JSX } from 'preact';
import { Choice } from '../../components/Choice.tsx';
import { EVERYWHERE, askFor, giveBack, patternOf } from '../../lib/extension/own-sites.ts';
import { popupWords as words } from '../../lib/locales/en-popup.ts';
import { useGrants } from './use-grants.ts';

export interface OwnSitesProps {
  host: string;
}

/** Where the extension runs by itself beyond the screens that it knows: on this site, on every site. */
export function OwnSites({ host }: OwnSitesProps): JSX.Element | null {
  const grants = useGrants(host);
  if (grants === undefined) return null;
  const change = (pattern: string) => (on: boolean) =>
    void (on ? askFor(pattern) : giveBack(pattern));
  return (
    <div class="popup-own" role="group" aria-label={words.ownSites.label}>
      <Choice on={grants.site} disabled={grants.everywhere} onChange={change(patternOf(host))}>
        {words.ownSites.site}
      </Choice>
      <Choice on={grants.everywhere} onChange={change(EVERYWHERE)}>
        {words.ownSites.everywhere}
      </Choice>
    </div>
  );
}
