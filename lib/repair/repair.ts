import type { Mended } from './mended.ts';
import type { Reading } from './merit.ts';

/** Undoes one kind of damage in a log of any length. */
export type Change = (lines: readonly Mended[]) => Mended[];

/** One kind of damage. */
export interface Repair {
  id: string;
  /** Its signs leave no doubt: what is read is not compared. */
  sure?: boolean;
  /** Its signs are strict, and what it mends is of little weight: a slightly better reading will do. */
  slight?: boolean;
  /** It turns everything over: only where the log then reads far better. */
  grave?: boolean;
  /** It leaves words out: only where the log then reads better. */
  lossy?: boolean;
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
