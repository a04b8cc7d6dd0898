/**
 * Decodes Base64 (RFC 4648 section 4) into text.
 *
 * @param text the encoded words, padding optional
 * @returns the text with one UTF-16 unit a byte where the bytes are no UTF-8; undefined where
 *   the input is no Base64
 */
export function decodeBase64(text: string): string | undefined {
  const words = text.trim().replace(/={1,2}$/, '');
  if (words.length === 0 || words.length % 4 === 1) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of words) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  const latin = bytes.map((byte) => String.fromCharCode(byte)).join('');
  try {
    return decodeURIComponent(latin.replace(/[^]/g, percent));
  } catch {
    return latin;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function percent(char: string): string {
  return `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
