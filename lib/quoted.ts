import { splitReply } from './smtp/reply.ts';
import { enhancedOf, squash, wordsOf } from './smtp/words.ts';
import type { Reply, ReplyLine } from './types.ts';

/** A reply that a note quotes, perhaps over several lines. */
export interface Quoted {
  first: ReplyLine;
  /** The whole reply, without its place. */
  reply: Omit<Reply, 'entry' | 'lines'> & { lines: ReplyLine[] };
  /** Whether it repeats this reply, or its beginning. */
  repeats(reply: Reply): boolean;
}

/**
 * Reads the reply in a program's sentence.
 *
 * @param text the reply as quoted, code first; its lines parted by LF
 * @returns undefined where the words are no reply
 */
export function readQuoted(text: string): Quoted | undefined {
  const parts = text.split('\n').flatMap((line) => splitReply(line.trim()));
  const lines = parts.map(({ code, text: words, more, enhanced }) => ({
    code,
    text: words,
    more,
    ...enhancedOf({ enhanced }),
  }));
  const [first] = lines;
  if (!first) return undefined;
  const { code } = first;
  const enhanced = lines.find((line) => line.enhanced !== undefined)?.enhanced;
  const words = squash(wordsOf({ code, lines })).slice(0, 200);
  return {
    first,
    reply: { code, lines, quoted: true, ...enhancedOf({ enhanced }) },
    repeats: (reply) => squash(wordsOf(reply)).startsWith(words),
  };
}
