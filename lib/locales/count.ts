import { fill } from './fill.ts';

/** A text that counts: for one, and for any other number, which stands in its place `{}`. */
export interface Counted {
  one: string;
  other: string;
}

/** The form of a text for a number of things. */
export function count({ one, other }: Counted, n: number): string {
  return n === 1 ? one : fill(other, n);
}
