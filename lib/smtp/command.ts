/**
 * The verbs of RFC 5321 section 4.1 and of its extensions, with those that servers and relays
 * add (XCLIENT, XFORWARD) and LMTP's LHLO (RFC 2033).
 */
const VERBS = new Set(
  (
    'EHLO HELO LHLO STARTTLS AUTH MAIL RCPT DATA BDAT BURL RSET NOOP QUIT VRFY EXPN HELP ' +
    'ETRN ATRN TURN SEND SOML SAML XCLIENT XFORWARD ONEX VERB'
  ).split(' '),
);

/** Verb and argument of a command line. */
export interface CommandWords {
  /** In capitals. */
  verb: string;
  argument: string;
}

/**
 * Reads a client's line as a command. RFC 5321 section 4.1.1: a verb, then its argument; verbs
 * know no case. `MAIL FROM:` and `RCPT TO:` have the verbs MAIL and RCPT.
 *
 * @param words the line's words, marks taken off
 * @returns undefined for an empty line; an unknown first word is a verb too, as typed
 */
export function parseCommand(words: string): CommandWords | undefined {
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const match = /^([A-Za-z][A-Za-z0-9-]*)(?::|\s|$)/.exec(trimmed);
  const verb = (match?.[1] ?? trimmed.split(/\s/, 1)[0] ?? trimmed).toUpperCase();
  return { verb, argument: trimmed.slice(verb.length).trim() };
}

/** Whether the words begin with a verb that SMTP, LMTP or a known extension has. */
export function isKnownCommand(words: string): boolean {
  const verb = /^\s*([A-Za-z]{4,8})(?=\s|$)/.exec(words)?.[1]?.toUpperCase();
  if (verb === undefined || !VERBS.has(verb)) return false;
  // Words that are English too have to look like the command.
  if (verb === 'MAIL') return /^\s*mail\s+from\s*:/i.test(words);
  if (verb === 'RCPT') return /^\s*rcpt\s+to\s*:/i.test(words);
  if (verb === 'DATA' || verb === 'QUIT' || verb === 'RSET' || verb === 'STARTTLS') {
    return /^\s*[a-z]{4,8}\s*$/i.test(words);
  }
  if (verb === 'AUTH') return /^\s*auth[ =] ?[A-Z0-9_-]{3,24}(?:\s+\S+)?\s*$/i.test(words);
  if (ENGLISH.has(verb)) return /^\s*(?:[A-Z]{4}|[a-z]{4})(?:\s+\S+)?\s*$/.test(words);
  return true;
}

const ENGLISH = new Set(['HELP', 'SEND', 'TURN', 'VERB', 'NOOP', 'ONEX', 'EXPN', 'VRFY']);
const PATH = /^(?:FROM|TO)\s*:(.*)$/is;

/**
 * The address of `MAIL FROM:<…>` or `RCPT TO:<…>` (RFC 5321 section 4.1.2), without brackets,
 * source route and parameters. Some pages eat the brackets with what is in them.
 *
 * @param argument the command's argument, `FROM:<a@example.com> SIZE=1000`
 * @returns "" for the null reverse-path `<>`, undefined where no address is left
 */
export function pathOf(argument: string): string | undefined {
  const words = PATH.exec(argument)?.[1]?.trim();
  if (words === undefined || words === '') return undefined;
  if (words.startsWith('<')) {
    const end = closing(words);
    return withoutRoute(words.slice(1, end < 0 ? words.length : end).trim());
  }
  // Without brackets: up to the first parameter. A masked address may hold a blank.
  const bare = /^(\[[^\]]*\]|[^\s<>]+)/.exec(words)?.[1];
  return bare === undefined || bare.includes('=') ? undefined : bare;
}

/** The bracket that closes the path: not one inside a quoted local part. */
function closing(words: string): number {
  let quoted = false;
  for (let at = 1; at < words.length; at++) {
    const char = words.charAt(at);
    if (char === '"') quoted = !quoted;
    else if (char === '>' && !quoted) return at;
  }
  return -1;
}

function withoutRoute(path: string): string {
  const colon = path.startsWith('@') ? path.indexOf(':') : -1;
  return colon < 0 ? path : path.slice(colon + 1);
}
