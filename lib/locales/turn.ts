import type { Party } from '../types.ts';
import { words } from './index.ts';

/** Who must act, and whether waiting helps: one sentence or two. */
export function turn({ party, temporary }: { party: Party; temporary: boolean }): string {
  return words.turns[temporary ? 'later' : 'now'][party];
}
