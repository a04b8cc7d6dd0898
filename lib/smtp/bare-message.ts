/** Knows which lines without a mark belong to a message. */
export interface BareMessage {
  /** @param words a line of the server's, its mark taken off */
  server(words: string): void;
  /** @param words a line of the client's, its mark taken off */
  client(words: string): void;
  /**
   * Whether a line without a mark goes on with the message. A blank one does not say: tools end
   * what they sent with a line break of their own.
   */
  goesOn(line: string): boolean;
}

/**
 * Follows a dialogue whose tool prints a message in one piece: after the 354 only the message's
 * first line has the client's mark. RFC 5321 section 4.1.1.4.
 */
export function createBareMessage(): BareMessage {
  let state: 'commands' | 'asked' | 'message' = 'commands';
  return {
    server(words) {
      state = /^354(?:[ -]|$)/.test(words) ? 'asked' : 'commands';
    },
    client(words) {
      if (words.trim() === '.') state = 'commands';
      else if (state === 'asked') state = 'message';
    },
    goesOn: (line) => state === 'message' && line.trim() !== '',
  };
}
