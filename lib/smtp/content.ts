import type { Entry, MessageFacts } from '../types.ts';

/** What one line of a message is. */
export type ContentLine = Pick<Entry, 'content' | 'header'>;

/** Follows a message line by line. */
export interface MessageReader {
  /** @param words one line of the message, as the client sent it */
  read(words: string): ContentLine;
}

/**
 * Follows the lines of a message between 354 and the final dot: header, blank line, body. RFC
 * 5322 section 2.1. Nothing of the text is kept but what `facts` has room for.
 *
 * @param facts filled while reading
 */
export function createMessageReader(facts: MessageFacts): MessageReader {
  let inBody = false;
  return {
    read(words) {
      if (words === '.') return { content: 'end' };
      if (inBody) return { content: 'body' };
      if (words.trim() === '') {
        inBody = true;
        return { content: 'separator' };
      }
      if (/^[ \t]/.test(words)) return { content: 'folded' };
      const header = /^([A-Za-z][A-Za-z0-9-]{0,60}):/.exec(words)?.[1];
      if (header === undefined) {
        inBody = true;
        return { content: 'body' };
      }
      note(facts, header.toLowerCase(), words.slice(header.length + 1).trim());
      return { content: 'header', header };
    },
  };
}

function note(facts: MessageFacts, header: string, value: string): void {
  if (header === 'x-mailer' || header === 'user-agent') facts.mailer ??= value.slice(0, 200);
  if (header === 'subject') facts.subject = true;
  if (header === 'from') {
    const address = value.split(/[\s<>"]+/).findLast((word) => word.includes('@'));
    if (address !== undefined) facts.from ??= address;
  }
}
