import type { JSX } from 'preact';
import type { EntrySeverity } from '../lib/report.ts';
import type { Outcome } from '../lib/types.ts';
import { shapes } from './shapes.ts';

/** The outcome's icon; the word beside it says the same, so it is hidden from screen readers. */
export function OutcomeIcon({ outcome }: { outcome: Outcome }): JSX.Element {
  return <Icon name={outcome} size={18} />;
}

/** A line's severity. */
export function SeverityIcon({ severity }: { severity: EntrySeverity }): JSX.Element {
  return <Icon name={severity} size={12} />;
}

/** An icon of the controls; decoration, the control has its own name. */
export function Icon({
  name,
  size = 16,
}: {
  name: keyof typeof shapes;
  size?: number;
}): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
