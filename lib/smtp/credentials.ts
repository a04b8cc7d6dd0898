import type { Entry, Secret } from '../types.ts';
import { decodeBase64 } from './base64.ts';

/** What a login line gives away. */
export interface Credential {
  kind: NonNullable<Entry['credential']>;
  /** The user name, plain. */
  user?: string;
  /** Set where the line's words must never be shared. */
  secret?: Secret['what'];
}

/** Where in a login an answer stands. */
export interface LoginStep {
  /** `LOGIN`, in capitals. */
  mechanism: string;
  /** Answers before this one, an initial response with the AUTH command included. */
  answered: number;
  /** The text of the 334 that it answers, still encoded. */
  prompt?: string;
}

/**
 * Reads what the client sends between AUTH and the final reply. RFC 4954 section 4; PLAIN: RFC
 * 4616, CRAM-MD5: RFC 2195, SCRAM: RFC 5802, OAUTHBEARER: RFC 7628; LOGIN and XOAUTH2 have no RFC.
 *
 * A Base64 user name is a name, not a secret. Words that a tool has put in place of a credential
 * are none either.
 *
 * @param words the client's words
 */
export function readCredential(words: string, step: LoginStep): Credential {
  const text = words.trim();
  if (text === '*') return { kind: 'cancel' };
  if (text === '' || text === '=' || text === 'AQ==') return { kind: 'empty' };
  if (isMasked(text)) return { kind: 'hidden' };
  const decoded = decodeBase64(text);
  if (decoded !== undefined && PLACEHOLDER.test(decoded)) {
    return { kind: 'hidden', ...named(userIn(decoded)) };
  }
  switch (step.mechanism) {
    case 'LOGIN':
      return login(text, decoded, step);
    case 'PLAIN':
      return { kind: 'both', ...named(userIn(decoded)), secret: 'user-and-password' };
    case 'XOAUTH2':
    case 'OAUTHBEARER':
    case 'XOAUTH':
      return { kind: 'token', ...named(userIn(decoded)), secret: 'token' };
    case 'CRAM-MD5': {
      const user = /^(.{1,320}) [0-9a-f]{32}$/i.exec(decoded ?? '')?.[1];
      return { kind: 'response', ...named(user), secret: 'response' };
    }
    case 'NTLM':
      // Only the third message holds an answer to the challenge.
      return text.startsWith('TlRMTVNTUAAB')
        ? { kind: 'response' }
        : { kind: 'response', secret: 'response' };
    case 'EXTERNAL':
    case 'ANONYMOUS':
      return { kind: 'user', ...named(decoded) };
    default:
      return other(decoded, step);
  }
}

/** What some programs put in place of the password before they encode it. */
// eslint-disable-next-line no-control-regex
const PLACEHOLDER = /(?:^|[\0 ])\/\*[^*]{0,40}\*\/[\u0001]{0,2}$/;

/**
 * The user in PLAIN's three words, or in a token: `user=a@example.com^Aauth=Bearer …` and
 * `n,a=a@example.com,^Ahost=…`. Before a CRAM-MD5 answer's placeholder it stands plainly.
 */
function userIn(decoded = ''): string | undefined {
  // eslint-disable-next-line no-control-regex
  const inToken = /(?:^user=|^n,a=)([^,\u0001]{1,320})/.exec(decoded)?.[1];
  const beforeAnswer = /^(\S{1,320}) \/\*/.exec(decoded)?.[1];
  return inToken ?? beforeAnswer ?? decoded.split('\0')[1];
}

function login(text: string, decoded: string | undefined, step: LoginStep): Credential {
  const prompt = (decodeBase64(step.prompt ?? '') ?? '').toLowerCase();
  const isPassword = prompt.includes('pass') || (!prompt.includes('user') && step.answered > 0);
  if (isPassword) return { kind: 'password', secret: 'password' };
  return { kind: 'user', ...named(decoded ?? (text.includes('@') ? text : undefined)) };
}

function other(decoded: string | undefined, step: LoginStep): Credential {
  if (step.mechanism.startsWith('SCRAM-') && step.answered === 0) {
    const user = /(?:^|,)n=([^,]{1,320})/.exec(decoded ?? '')?.[1];
    return { kind: 'user', ...named(user) };
  }
  // `username="a@example.com",realm=…`: RFC 2831 section 2.1.2.
  const user =
    step.mechanism === 'DIGEST-MD5'
      ? /(?:^|,)\s{0,4}username="([^"]{1,320})"/.exec(decoded ?? '')?.[1]
      : undefined;
  return { kind: 'response', secret: 'response', ...named(user) };
}

/**
 * Whether words are an encoded login answer beyond doubt: Base64, long, with small and capital letters
 * or digits. A line of 76 is an attachment's. RFC 2045 section 6.8.
 */
export function looksEncoded(words: string): boolean {
  const text = words.trim();
  if (text.length === 76) return false;
  return /^[A-Za-z0-9+/]{8,}={0,2}$/.test(text) && /[a-z]/.test(text) && /[A-Z0-9]/.test(text);
}

/** A name is shown only if it is text. */
function named(user: string | undefined): { user?: string } {
  // eslint-disable-next-line no-control-regex
  return user !== undefined && user !== '' && !/[\u0000-\u001f\u007f-\u009f\ufffd]/.test(user)
    ? { user }
    : {};
}

function isMasked(text: string): boolean {
  return (
    /^[*•xX.#-]{3,}(?: ?\[\d+\])?$/.test(text) ||
    /^[[(<{].{0,60}(?:hidden|redacted|masked|removed|omitted|secret|credential|password|user)/i.test(
      text,
    ) ||
    /^\/\*.{0,40}\*\/$/.test(text)
  );
}
