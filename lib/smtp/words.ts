import type { Reply } from '../types.ts';

/** Control characters and bytes that were no UTF-8: no words of SMTP. */
export function isGarbage(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text);
}

/** A reply as one line: its code, then its lines' enhanced codes and words. */
export function wordsOf(reply: Pick<Reply, 'code' | 'lines'>): string {
  return `${reply.code} ${reply.lines.map((line) => `${line.enhanced ?? ''} ${line.text}`).join(' ')}`;
}

/** For comparing two prints of one reply: letters and digits alone. */
export function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A program's note that a step failed, with no reply behind it: `DATA END command failed: `. */
export function isWithoutReply(text: string): boolean {
  return /(?:command failed|from server):?\s*$/.test(text);
}

/** `options=array ('ssl' => array ('verify_peer' => false, …))` in a note: no certificate is checked. */
export function switchesChecksOff(text: string): boolean {
  return /verify_peer(?:_name)?\W{1,16}(?:false|0)\b|allow_self_signed\W{1,16}(?:true|1)\b/i.test(
    text,
  );
}

/** Words without the mail addresses in them, which prove nothing. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>@:,;]{1,64}@[^\s<>@:,;]{1,255}/g, '');
}

/** A line's enhanced code, to be spread into an object; nothing where it has none. */
export function enhancedOf(line: { enhanced?: string | undefined }): { enhanced?: string } {
  return line.enhanced === undefined ? {} : { enhanced: line.enhanced };
}
