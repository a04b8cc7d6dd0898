import type { EntrySeverity } from '../lib/report.ts';

/** Whether a severity asks for attention: it has a colour and an icon, the others are quiet. */
export function isLoud(severity: EntrySeverity): severity is 'warning' | 'error' {
  return severity === 'warning' || severity === 'error';
}
