/** Longest stretch that a `*` in a phrase bridges, in characters. */
const BRIDGE = 48;
/** Words beyond this do not change a verdict; it bounds the work for a hostile log. */
const LONGEST = 4096;

/**
 * Makes a reply's words comparable: lower case, plain quotes, single blanks, addresses masked (a
 * mailbox called `spam@` says nothing about spam), and of a reply that quotes another one only the
 * inner one, which is the reason.
 */
export function normalise(words: string): string {
  const text = words
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[\u2018\u2019`\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/[^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,255}/g, 'a@b');
  // .NET puts its own name for the code in front.
  const inner = text.indexOf('the server response was:');
  return inner < 0 ? text : text.slice(inner + 24);
}

/**
 * Whether a normalised text holds a phrase. `*` in the phrase bridges up to 48 characters; a
 * leading `=` asks for whole words.
 */
export function hasPhrase(text: string, phrase: string): boolean {
  // Most phrases are plain words: no parts to be made of them.
  if (!phrase.startsWith('=') && !phrase.includes('*')) return text.includes(phrase);
  return findPhrase(text, phrase.split('*'), 0, Number.POSITIVE_INFINITY);
}

function findPhrase(text: string, parts: readonly string[], from: number, limit: number): boolean {
  const [part = '', ...rest] = parts;
  const whole = part.startsWith('=');
  const words = whole ? part.slice(1) : part;
  for (
    let at = text.indexOf(words, from);
    at >= 0 && at <= limit;
    at = text.indexOf(words, at + 1)
  ) {
    const end = at + words.length;
    if (whole && (isWordChar(text[at - 1]) || isWordChar(text[end]))) continue;
    if (rest.length === 0 || findPhrase(text, rest, end, end + BRIDGE)) return true;
  }
  return false;
}

function isWordChar(char: string | undefined): boolean {
  return char !== undefined && /[a-z0-9]/.test(char);
}
