import type { Entry } from './types.ts';

/** Raw copies of replies that a tool shows before it shows the reply itself. */
export interface Echoes {
  /** Index of an entry that is a raw copy. */
  add(index: number): void;
  /** Whether copies wait for their plain form. */
  waiting(): boolean;
  /**
   * A line of the plain form has come: the copies of it say the same.
   *
   * @param glued the line holds the whole reply, its line breaks dropped
   */
  settle(index: number, glued: boolean): void;
  /** No plain form will come: the copies are the reply. */
  promote(): void;
}

/**
 * Tells raw copies (PHPMailer's `SMTP INBOUND` at debug level 4) from the replies they announce.
 *
 * @param entries the session's, whose `duplicateOf` is set
 * @param accept takes a copy as a reply of its own
 */
export function createEchoes(entries: readonly Entry[], accept: (index: number) => void): Echoes {
  let waiting: number[] = [];

  /** Among the plain lines of a reply the one that says what the copy says. */
  const twin = (copy: number, upTo: number): number | undefined => {
    for (let at = upTo; at > copy; at--) {
      if (entries[at]?.text === entries[copy]?.text) return at;
    }
    return undefined;
  };

  return {
    add: (index) => void waiting.push(index),
    waiting: () => waiting.length > 0,
    settle(index, glued) {
      const plain = entries[index];
      if (!plain?.reply || waiting.length === 0) return;
      const { code } = plain.reply;
      while (waiting.length > 0 && entries[waiting[0] as number]?.reply?.code !== code) {
        accept(waiting.shift() as number);
      }
      const goesOn = plain.parts?.at(-1)?.more ?? plain.reply.more;
      const same = (at: number): boolean => entries[at]?.text === plain.text;
      const all = glued || !goesOn;
      const first = all ? 0 : waiting.findIndex(same);
      const covered = first < 0 ? [] : waiting.splice(first, all ? waiting.length : 1);
      for (const at of covered) {
        const copy = entries[at] as Entry;
        copy.duplicateOf = !glued && !same(at) ? (twin(at, index) ?? index) : index;
      }
    },
    promote() {
      const copies = waiting;
      waiting = [];
      for (const at of copies) accept(at);
    },
  };
}
