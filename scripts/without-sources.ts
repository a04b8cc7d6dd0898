/** A table whose rows are made by a function that takes the source last. */
const BY_POSITION = /\bsource: string\)|from '\.\/remark-row\.ts'/;

/**
 * Takes the sources of its rows out of a table of knowledge. They are for those who change it; the
 * package, which nobody reads, does without, since nothing asks for them at run time.
 *
 * @param code a file of lib/knowledge, as the formatter leaves it
 */
export function withoutSources(code: string): string {
  const named = code.replaceAll(/^ +source:\s+'[^'\n]*',\n/gm, '');
  if (!BY_POSITION.test(code)) return named;
  return named
    .replaceAll(/\n +'[^'\n]*',(?=\n +\),)/g, '')
    .replaceAll(/(\b(?:row|starts|holds)\('.*), '[^'\n]*'(?=\),\n)/g, '$1');
}
