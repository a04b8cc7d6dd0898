import { edited, joined, part, type Edit, type Mended } from './mended.ts';
import type { Repair } from './repair.ts';

/**
 * Quoted-printable, from the source of an e-mail: `250-AUTH=3DLOGIN`, and long lines that go on in
 * the next after a `=`. RFC 2045 section 6.7.
 */
export const quotedPrintable: Repair = {
  id: 'quoted-printable',
  plan(sample) {
    const coded = sample.filter(({ text }) => /=(?:3D|20|2E|0D|22|3[CE]|[CE][0-9A-F]=)/.test(text));
    const soft = sample.filter(({ text }) => /[^=]=$/.test(text));
    // Base64 ends in `=` as well.
    const long = soft.length > 0 && soft.every(({ text }) => text.length > 60);
    return coded.length > 0 || (long && soft.length > 1)
      ? [(lines) => unfolded(lines).map(decoded)]
      : [];
  },
};

function unfolded(lines: readonly Mended[]): Mended[] {
  const out: Mended[] = [];
  let open: Mended[] = [];
  for (const line of lines) {
    const isSoft = /[^=]=$/.test(line.text) && line.text.length > 20;
    open.push(isSoft ? part(line, 0, line.text.length - 1) : line);
    if (isSoft) continue;
    out.push(open.length === 1 ? line : joined(open));
    open = [];
  }
  if (open.length > 0) out.push(joined(open));
  return out;
}

function decoded(line: Mended): Mended {
  const edits: Edit[] = [];
  for (const match of line.text.matchAll(/(?:=[0-9A-F]{2})+/g)) {
    const bytes = match[0].slice(1).split('=');
    edits.push({
      from: match.index,
      to: match.index + match[0].length,
      text: utf8(bytes.map((byte) => Number.parseInt(byte, 16))),
    });
  }
  return edited(line, edits);
}

/** Bytes as text; what is no UTF-8 becomes the replacement character. RFC 3629 section 3. */
function utf8(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc0 ? 1 : 0;
    const rest = bytes.slice(at + 1, at + 1 + more);
    if (byte < 0x80) text += byte === 13 || byte === 10 ? '' : String.fromCharCode(byte);
    else if (more === 0 || rest.length < more) text += '\ufffd';
    else {
      const code = rest.reduce((sum, one) => sum * 64 + (one & 63), byte & (0x3f >> more));
      text += code < 0x110000 ? String.fromCodePoint(code) : '\ufffd';
      at += more;
    }
  }
  return text;
}
