/** Puts values into the places `{}` of a text, one after the other. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  let next = 0;
  return text.replace(/\{\}/g, () => String(values[next++]));
}
