import type { JSX } from 'preact';
import { words } from '../lib/locales/index.ts';

export interface SiteSwitchProps {
  /** Null: a page that extensions cannot read; the switch is disabled. */
  host: string | null;
  on: boolean;
  onChange(on: boolean): void;
}

/** Switches the explanations on or off for a site. */
export function SiteSwitch({ host, on, onChange }: SiteSwitchProps): JSX.Element {
  const state = on ? words.siteOn : words.siteOff;
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
        <span class="site-host">{words.site(host)}</span>
        <span class="dim">{host === null ? words.siteNone : state}</span>
      </span>
      <span class="site-track" aria-hidden="true" />
    </button>
  );
}
