/**
 * The address in `name=<…>`: it may hold blanks, brackets and commas, so that it ends where the
 * next field begins.
 *
 * @param words `to=<alice@example.net>, relay=mx.example.net[192.0.2.1]:25, …`
 * @param name `to`, `from`, `orig_to`
 * A page that takes `<…>` for markup hides the brackets, or the address as well.
 *
 * @returns undefined where there is no such field, or nothing is left of it
 */
export function addressField(words: string, name: string): string | undefined {
  const start = fieldStart(words, `${name}=<`);
  if (start < 0) return bareAddress(words, name);
  const rest = words.slice(start, start + MAX_FIELD);
  const end =
    />(?=,? [a-z_]{2,20}[=<(]|,? \(|[,;]?$|[,;:]? )/.exec(rest)?.index ?? rest.indexOf('>');
  return end < 0 ? undefined : rest.slice(0, end);
}

/** `to=alice@example.net, relay=…` */
function bareAddress(words: string, name: string): string | undefined {
  const address = plainField(words, name);
  return address?.includes('@') ? address : undefined;
}

/**
 * The value of `name=…` up to the next comma or blank.
 *
 * @returns undefined where there is no such field
 */
export function plainField(words: string, name: string): string | undefined {
  const start = fieldStart(words, `${name}=`);
  if (start < 0) return undefined;
  return /^[^,\s]{1,300}/.exec(words.slice(start, start + MAX_FIELD))?.[0];
}

/** UTF-16 units of a field that are looked at. */
const MAX_FIELD = 1000;

/** Behind the mark, where it stands at the beginning of a word. */
function fieldStart(words: string, mark: string): number {
  let at = words.indexOf(mark);
  while (at > 0 && /[\w-]/.test(words.charAt(at - 1))) at = words.indexOf(mark, at + 1);
  return at < 0 ? -1 : at + mark.length;
}
