import type { Entry, Session } from '../types.ts';
import { readCredential } from './credentials.ts';

/** Follows the logins of a connection. */
export interface Logins {
  /**
   * `AUTH PLAIN AGxhYg…`: a login begins.
   *
   * @param argument what follows AUTH: the mechanism, and the initial response if there is one
   * @returns the mechanism, in capitals
   */
  begin(entry: Entry, line: string, argument: string): string;
  /** The words of the server's 334, still encoded. */
  prompt(words: string): void;
  /** The client's answer to it. */
  answer(entry: Entry, line: string, words: string, hidden: boolean): void;
  /** The same answer in plain words, which a tool shows besides. */
  copy(entry: Entry, line: string, words: string): void;
}

/**
 * Follows the logins of a connection: what each answer holds, where a secret stands. RFC 4954.
 *
 * @param session gets the user name and the secrets' places; an entry gets a user name at most
 */
export function createLogins(session: Session): Logins {
  let mechanism = '';
  let answered = 0;
  let prompt: string | undefined;

  const read = (entry: Entry, line: string, words: string): void => {
    const step = { mechanism, answered, ...(prompt === undefined ? {} : { prompt }) };
    const { kind, user, secret } = readCredential(words, step);
    entry.credential = kind;
    if (user !== undefined) {
      session.user = user;
      if (kind === 'user') entry.text = `${entry.text} ${user}`.trim();
    }
    const text = words.trim();
    if (secret === undefined) return;
    const found = line.indexOf(text, entry.at);
    // Words that the dialect made readable (`&amp;`) are not in the line as such: hide all of them.
    const [start, end] = found < 0 ? [entry.at, line.length] : [found, found + text.length];
    session.secrets.push({ line: entry.line, start, end, what: secret });
  };

  return {
    begin(entry, line, argument) {
      const name = argument.split(/\s/, 1)[0] ?? '';
      // All of the rest: what a program puts in place of a secret may hold blanks.
      const initial = argument.slice(name.length).trim();
      mechanism = name.toUpperCase();
      answered = 0;
      prompt = undefined;
      entry.text = `AUTH ${name}`;
      if (initial !== '') {
        read(entry, line, initial);
        answered++;
      }
      return mechanism;
    },
    prompt(words) {
      prompt = words;
    },
    copy: read,
    answer(entry, line, words, hidden) {
      if (hidden) entry.credential = 'hidden';
      else read(entry, line, words);
      answered++;
    },
  };
}
