import { MAX_BRIEF } from '../limits.ts';

/**
 * Makes a phrase fit a badge: cut between words where it can be, with … at the end.
 *
 * @param text one phrase, no full stop
 * @param max UTF-16 units
 */
export function clip(text: string, max: number = MAX_BRIEF): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= max) return flat;
  const room = flat.slice(0, max - 1);
  const blank = room.lastIndexOf(' ');
  const cut = blank > max / 2 ? room.slice(0, blank) : room;
  return `${withoutLooseEnd(cut)}…`;
}

/** Takes off what should not stand before an ellipsis: blanks, commas, half a character. */
function withoutLooseEnd(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s,;:(–\uD800-\uDBFF-]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Sentences, empty ones left out and none said twice. */
export function join(...sentences: readonly (string | undefined)[]): string {
  const said = sentences.filter((text): text is string => text !== undefined && text !== '');
  return [...new Set(said)].join(' ');
}

/** `a, b and c` */
export function list(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** Bytes for people: 35882577 → `35.9 MB`, counted by thousands. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} bytes`;
  const [unit, size] =
    count < 1e6 ? ['kB', count / 1e3] : count < 1e9 ? ['MB', count / 1e6] : ['GB', count / 1e9];
  const rounded = size < 100 ? Math.round(size * 10) / 10 : Math.round(size);
  return `${rounded} ${unit}`;
}

/** `35,882,577` */
export function grouped(count: number): string {
  return count.toLocaleString('en-GB');
}

/** Seconds for people: 300 → `5 minutes`. */
export function duration(seconds: number): string {
  const [unit, count] =
    seconds >= 86400 && seconds % 86400 === 0
      ? ['day', seconds / 86400]
      : seconds >= 3600 && seconds % 3600 === 0
        ? ['hour', seconds / 3600]
        : seconds >= 60 && seconds % 60 === 0
          ? ['minute', seconds / 60]
          : ['second', seconds];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Words of the log that go into a text of ours: one line, and not too long. */
export function quote(words: string, max = 120): string {
  return `“${clip(words, max)}”`;
}
