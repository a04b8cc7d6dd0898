import type { JSX } from 'preact';
import { popupWords as words } from '../lib/locales/en-popup.ts';

export interface SiteSwitchProps {
  /** Null: a page that extensions cannot read; the switch is disabled. */
  host: string | null;
  on: boolean;
  onChange(on: boolean): void;
}

/** Switches the explanations on or off for a site. */
export function SiteSwitch({ host, on, onChange }: SiteSwitchProps): JSX.Element {
  const state = on ? words.siteSwitch.on : words.siteSwitch.off;
  return (
    <button
      type="button"
      role="switch"
      class="site"
      aria-checked={host !== null && on}
      disabled={host === null}
      onClick={() => onChange(!on)}
    >
      <span class="site-words">
        <span class="site-host">{host ?? words.siteSwitch.page}</span>
        <span class="dim">{host === null ? words.siteSwitch.none : state}</span>
      </span>
      <span class="site-track" aria-hidden="true" />
    </button>
  );
}
