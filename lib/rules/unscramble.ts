/** Windows-1252 from 0x80 to 0x9f, where it differs from Latin-1; the gaps stay as they are. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Undoes UTF-8 that was read as Latin-1 or Windows-1252 (`EmpfÃ¤nger`, `Ð¿Ð¾Ñ‡Ñ‚Ð°`). Text that is
 * not of that kind comes back as it is.
 */
export function unscramble(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf€‚-…†‡ˆ‰Š‹ŒŽ‘-”•–—˜™š›œžŸ]/.test(text)) return text;
  let out = '';
  for (let at = 0; at < text.length;) {
    const first = byteAt(text, at);
    const size = sizeOf(first);
    const rest = Array.from({ length: size - 1 }, (_, step) => byteAt(text, at + step + 1));
    if (size > 1 && rest.every((byte) => byte >= 0x80 && byte < 0xc0)) {
      const head = first & (0xff >> (size + 1));
      out += String.fromCodePoint(rest.reduce((code, byte) => (code << 6) | (byte & 0x3f), head));
      at += size;
    } else {
      out += text[at] ?? '';
      at += 1;
    }
  }
  return out;
}

/** How many bytes a UTF-8 character has whose first byte is this. RFC 3629 section 3. */
function sizeOf(first: number): number {
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe1 && first < 0xf0) return 3;
  return first === 0xf0 ? 4 : 1;
}

/** The byte that a character stands for, or -1. */
function byteAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x100) return code;
  const place = CP1252.indexOf(text.charAt(at));
  return place < 0 ? -1 : 0x80 + place;
}
