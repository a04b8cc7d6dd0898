import type { EntrySeverity } from '../lib/report.ts';
import type { Outcome } from '../lib/types.ts';

/** Drawn on a grid of 16, in strokes of 1.5; each shape is told apart without its colour. */
const circle = 'M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0';
const octagon =
  'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4zm.5 4.15 4.2 4.2m0-4.2-4.2 4.2';
const tick = 'm3.5 8.5 3 3 6-7';

const outcomes = {
  accepted: `${circle}M5.2 8.2l2 2 3.7-4.2`,
  // Half of it is full.
  'partially-accepted': `${circle}M7.5 2v12M6 2.3v11.4M4.5 3.2v9.6M3 4.8v6.4`,
  rejected: octagon,
  deferred: `${circle}M8 4.4V8l2.5 1.6`,
  // Plug and socket apart.
  'connection-failed':
    'M1 8h2m0-3.25h1.25a3.25 3.25 0 0 1 0 6.5H3zM7.5 6.6h2m-2 2.8h2M15 8h-2m0-3.25h-1.5v6.5H13z',
  // A padlock that stands open.
  'tls-failed': 'M3.5 7.25h9v7h-9zM5 7.2V4.6a2.9 2.9 0 0 1 5.6-1M8 10v1.6',
  // A key.
  'auth-failed':
    'M8.25 10.75a3.25 3.25 0 1 1-6.5 0 3.25 3.25 0 0 1 6.5 0M7.4 8.4l5.9-5.9m-2.6 2.6 2.1 2.1',
  // A line that breaks.
  dropped: 'M1 11.5h4.5l2-4M15 11.5h-4.5l-1-2M5 4.5 3.8 3m4.7 1.5V1.6m3.5 2.9L13.2 3',
  // A page that stops.
  incomplete: 'M3.75 14.25V1.75H9.5l2.75 2.75V8m-8.5 6.25h3M10 14.2h.01m2.2 0h.02m1.9 0h.02',
} satisfies Record<Outcome, string>;

const severities = {
  ok: tick,
  info: `${circle}M8 7.5v3.75M8 4.75h.01`,
  warning: 'M8 2.25 14.5 13.5h-13zM8 6.5v3m0 2h.01',
  error: octagon,
} satisfies Record<EntrySeverity, string>;

/** The paths of all icons, by name. Data alone, because they are sent to the pages. */
export const shapes = {
  ...outcomes,
  ...severities,
  chevron: 'm4.5 6.25 3.5 3.5 3.5-3.5',
  copy: 'M5.5 5.5h8v8.75h-8zM10.5 3V2.75a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1V10a1 1 0 0 0 1 1h.25',
  check: tick,
  close: 'm4 4 8 8m0-8-8 8',
  client: 'M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5',
  server: 'M13.5 8H3m3.5-3.5L3 8l3.5 3.5',
  tool: 'M7.5 8h1M8 7.5v1',
};
