import type { Peer, Said } from '../types.ts';
import { readPeer } from './postfix-reason.ts';

/** What a line of `-v` or `debug_peer_list` shows of the dialogue itself. */
export interface DialogueLine {
  side: 'client' | 'server';
  text: string;
  /** Column where `text` begins, counted from the beginning of the words. */
  at: number;
  /** The other end of the wire, where that is the server. */
  peer?: Peer;
}

/**
 * Reads a line of the dialogue. `<` is what the program received: from the server in smtp, which
 * delivers, from the client in smtpd, which takes in.
 *
 *     < mx5.example.net[127.0.2.28]:25: 250-PIPELINING
 *     > localhost[127.0.0.1]: 334 UGFzc3dvcmQ6
 *
 * @param words the line's words, stamps and program's name taken off
 * @param isServer the program is the server of the connection
 */
export function readDialogue(words: string, isServer: boolean): DialogueLine | undefined {
  const match = MARK.exec(words);
  if (!match) return undefined;
  const [mark, arrow = '', host = ''] = match;
  const at = mark.length;
  const peer = isServer ? undefined : readPeer(host);
  const side = (arrow === '<') === isServer ? 'client' : 'server';
  return { side, text: words.slice(at), at, ...(peer ? { peer } : {}) };
}

/** `send attr ident = 127.0.3.1:2525:127.0.0.1`: the address and port that were asked, and who asks. */
export function readOwnAddress(words: string): Peer | undefined {
  const match = OWN.exec(words);
  if (!match) return undefined;
  const [, host = '', port = ''] = match;
  return { host, port: Number(port), ...(port === '465' ? { implicitTls: true } : {}) };
}

/**
 * A credential that the program prints in the clear, so that it can be hidden.
 *
 *     xsasl_cyrus_server_next: decoded response: wrong-Pw-1
 *     smtp_sasl_passwd_lookup: host `mx' user `lab' pass `wrong-Pw-1'
 *
 * @param words the line's words
 * @param asked what the server asked for last, as the log shows it: `Password:`
 * @returns the words in front of it, and its place
 */
export function readPlainSecret(
  words: string,
  asked: string,
): Pick<Said, 'text' | 'secret'> | undefined {
  for (const [pattern, what] of SECRETS) {
    const match = pattern.exec(words);
    const [whole = '', secret = ''] = match ?? [];
    if (!match || secret === '') continue;
    if (what === 'asked' && !/^pass/i.test(asked) && !/ [0-9a-f]{32,128}$/.test(secret)) continue;
    const start = match.index + whole.indexOf(secret, whole.length - secret.length - 1);
    const kind = what === 'asked' ? (/^pass/i.test(asked) ? 'password' : 'response') : what;
    return {
      text: words.slice(0, start).trimEnd(),
      secret: { start, end: start + secret.length, what: kind },
    };
  }
  return undefined;
}

const MARK = /^([<>]) ([^\s[\]]{1,255}\[[^\]\s]{1,128}\](?::\d{1,5})?): ?/;
const OWN =
  /^send attr ident = ((?:\d{1,3}\.){3}\d{1,3}|\[?[0-9a-f]{0,4}:[0-9a-f:.]{1,40}\]?):(\d{1,5}):/i;

const SECRETS: readonly (readonly [RegExp, NonNullable<Said['secret']>['what'] | 'asked'])[] = [
  [/\bdecoded (?:initial )?response: ?(\S.{0,400})$/, 'asked'],
  [/\buncoded client response:? ?(\S.{0,400})$/, 'asked'],
  // The name alone is shown where a NUL ends the words.
  [/\buncoded initial reply: ?(\S{0,200}(?:\\000|\?)\S{1,200})$/, 'user-and-password'],
  [/^smtp_sasl_passwd_lookup: .{1,400} pass [`']([^']{1,200})'$/, 'password'],
  [/^maps_find: smtp_sasl_password_maps: .{1,300} = [^\s:]{1,200}:(\S{1,200})$/, 'password'],
];
