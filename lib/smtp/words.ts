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
  return CHECKS_OFF.some((pattern) => pattern.test(text));
}

const CHECKS_OFF: readonly RegExp[] = [
  // PHP
  /verify_peer(?:_name)?\W{1,16}(?:false|0)\b|allow_self_signed\W{1,16}(?:true|1)\b/i,
  // Node: a transport's options, and the warning on the environment's switch
  /\brejectUnauthorized\W{1,4}false\b|NODE_TLS_REJECT_UNAUTHORIZED\W.{0,40}['"= ]0\b/,
  // curl --insecure: SSL certificate verify result: self-signed certificate (18), continuing anyway.
  /certificate verify result: .{1,120}, continuing anyway/i,
  // msmtp, s-nail, Ruby, Perl
  /\btls_certcheck\W{1,30}off\b|\b(?:tls|ssl)-verify=ignore\b/,
  /\bopenssl_verify_mode\W{1,6}none\b|\bSSL_VERIFY_NONE\b|\bVERIFY_NONE\b/i,
];

/** Words without the mail addresses in them, which prove nothing. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>@:,;]{1,64}@[^\s<>@:,;]{1,255}/g, '');
}

/** A line's enhanced code, to be spread into an object; nothing where it has none. */
export function enhancedOf(line: { enhanced?: string | undefined }): { enhanced?: string } {
  return line.enhanced === undefined ? {} : { enhanced: line.enhanced };
}
