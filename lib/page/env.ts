import type { Verbosity } from '../types.ts';
import type { Drawing } from './drawing.ts';
import type { Splits } from './splits.ts';

/** What all views of a page share. */
export interface Env {
  document: Document;
  splits: Splits;
  drawing: Drawing;
  verbosity(): Verbosity;
  /** Runs a change of our own, which the watch on the page is not to see. */
  quietly(change: () => void): void;
  /** Calls back once when the element comes near the view. */
  whenNear(element: Element, then: () => void): void;
}
