import type { Mended } from './mended.ts';
import type { Reading } from './merit.ts';

/** Undoes one kind of damage in a log of any length. */
export type Change = (lines: readonly Mended[]) => Mended[];

/** One kind of damage. */
export interface Repair {
  id: string;
  /**
   * Looks for signs of the damage.
   *
   * @param sample the log's first lines
   * @param reading how they are read so far
   * @returns what could be done about it: nothing where there are no signs; several ways where the
   *   signs leave it open
   */
  plan(sample: readonly Mended[], reading: Reading): readonly Change[];
}
