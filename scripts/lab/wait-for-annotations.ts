import type { CDPSession } from 'playwright-core';
import { readAnnotations } from './annotations.ts';
import type { Annotations } from './collect-annotations.ts';
import { waitFor } from './wait-for.ts';

/** Waits until a page in Chromium carries what is wanted, by default a verdict; see `waitFor`. */
export function waitForAnnotations(
  cdp: CDPSession,
  wanted: (seen: Annotations) => boolean = ({ verdicts }) => verdicts.length > 0,
): Promise<Annotations> {
  return waitFor(() => readAnnotations(cdp), wanted);
}
