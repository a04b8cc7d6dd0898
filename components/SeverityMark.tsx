import type { JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import type { Severity } from '../lib/types.ts';
import { SeverityIcon } from './icons.tsx';

/** The icon of a severity, with its word for those who can't see it. */
export function SeverityMark({ severity }: { severity: Severity }): JSX.Element {
  return (
    <span class="severity">
      <SeverityIcon severity={severity} />
      <span class="unseen">{words.severities[severity]}: </span>
    </span>
  );
}
