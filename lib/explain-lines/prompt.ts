import { decodeBase64 } from '../smtp/base64.ts';

/** What a server asks for in the middle of a login. */
export type Prompt = 'user' | 'password' | 'empty' | 'error' | 'puzzle' | 'other';

/**
 * Reads the text of a 334. RFC 4954 section 4; LOGIN asks in words, XOAUTH2 and OAUTHBEARER
 * (RFC 7628 section 3.2.2) give the reason for a refusal as JSON.
 *
 * @param encoded as it stands behind the code, in Base64 or plain
 */
export function promptOf(encoded: string): Prompt {
  if (encoded === '' || encoded === '=') return 'empty';
  const words = (decodeBase64(encoded) ?? encoded).toLowerCase();
  if (words.startsWith('{') && words.includes('status')) return 'error';
  if (words.startsWith('<') || /(?:^|,)(?:r|nonce)=/.test(words) || words.startsWith('ntlmssp'))
    return 'puzzle';
  if (words.length < 40 && words.includes('pass')) return 'password';
  if (words.length < 40 && (words.includes('user') || words.includes('name'))) return 'user';
  return 'other';
}

/** Whether a 334 is the refusal of a token. */
export function isTokenRefused(encoded: string): boolean {
  return promptOf(encoded.trim()) === 'error';
}
