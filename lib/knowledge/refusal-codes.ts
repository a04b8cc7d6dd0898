// Source: RFC 5321 section 4.2, RFC 3463, RFC 4954 section 6, RFC 7372, the IANA registry of enhanced status codes.
import type { Phase } from '../types.ts';

/** A cause told by codes alone, for replies whose words say nothing. The first row that matches wins. */
export interface RefusalCode {
  cause: string;
  /** Subject and detail of the enhanced code (`7.8`), or the whole code (`5.7.8`). */
  enhanced?: readonly string[];
  codes?: readonly number[];
  phases?: readonly Phase[];
  class?: 4 | 5;
}

/** What the enhanced status code proves. */
export const REFUSAL_ENHANCED: readonly RefusalCode[] = [
  // Whatever the code: here it is about TLS. RFC 3207 section 4.
  { cause: 'tls-temporarily-unavailable', phases: ['starttls'], class: 4 },
  { cause: 'starttls-not-offered', phases: ['starttls'], class: 5 },
  { cause: 'auth-temporary-failure', enhanced: ['4.7.0', '4.3.0'], phases: ['auth'] },
  {
    cause: 'sender-rejected',
    enhanced: ['1.0', '1.1', '1.2', '1.3', '2.0', '2.1'],
    phases: ['mail'],
    class: 5,
  },
  {
    cause: 'recipient-unknown',
    enhanced: ['5.1.1', '5.1.0', '5.1.10', '5.1.351', '5.4.1'],
    phases: ['rcpt', 'data', 'message', 'quit', 'connect'],
  },
  { cause: 'recipient-unknown', enhanced: ['5.1.1', '5.1.351', '5.7.504', '5.7.505'] },
  {
    cause: 'tls-certificate-untrusted',
    enhanced: ['4.8', '7.5', '7.322', '7.323', '7.324', '7.325'],
  },
  { cause: 'starttls-not-offered', enhanced: ['7.321'] },
  { cause: 'domain-not-found', enhanced: ['1.2', '1.10', '5.4.4'] },
  { cause: 'recipient-syntax', enhanced: ['1.3'] },
  { cause: 'recipient-moved', enhanced: ['1.6'] },
  { cause: 'sender-rejected', enhanced: ['1.7', '7.27'] },
  { cause: 'sender-suspended', enhanced: ['5.1.8'], phases: ['message', 'data'] },
  { cause: 'sender-rejected', enhanced: ['1.8'] },
  { cause: 'sending-quota-exceeded', enhanced: ['1.90', '5.4.5'] },
  { cause: 'recipient-disabled', enhanced: ['2.1'] },
  { cause: 'mailbox-full', enhanced: ['2.2'] },
  { cause: 'message-too-large', enhanced: ['2.3', '3.4', '7.16'] },
  { cause: 'server-temporary-error', enhanced: ['3.0', '3.1', '3.2', '3.5', '4.0', '4.3', '4.5'] },
  {
    cause: 'connection-failed',
    enhanced: ['4.1', '4.7', '4.316'],
    phases: ['connect', 'greeting'],
  },
  { cause: 'idle-timeout', enhanced: ['4.4.2'] },
  { cause: 'connection-failed', enhanced: ['4.4.1', '4.4.7', '5.4.7', '4.316', '4.300', '4.312'] },
  { cause: 'domain-not-found', enhanced: ['4.310'] },
  { cause: 'rate-limited', enhanced: ['2.121', '2.122'] },
  { cause: 'mail-loop', enhanced: ['4.6', '4.14'] },
  { cause: 'protocol-sequence', enhanced: ['5.5.1'], codes: [503] },
  { cause: 'too-many-recipients', enhanced: ['5.3'] },
  { cause: 'auth-required', enhanced: ['7.57'] },
  { cause: 'syntax-error', enhanced: ['5.0', '5.1', '5.2', '5.4', '5.6'], class: 5 },
  { cause: 'bare-lf', enhanced: ['6.11'] },
  { cause: 'smtputf8-unsupported', enhanced: ['6.7', '6.8', '6.9'] },
  { cause: 'message-malformed', enhanced: ['6.0', '6.1', '6.2', '6.3', '6.5', '7.512'] },
  { cause: 'auth-disabled-by-provider', enhanced: ['7.13', '7.139'], phases: ['auth'] },
  { cause: 'app-password-required', enhanced: ['5.7.9'], phases: ['auth'] },
  { cause: 'suspicious-login-blocked', enhanced: ['5.7.14'], phases: ['auth'] },
  { cause: 'auth-mechanism-mismatch', enhanced: ['7.4'], phases: ['auth'] },
  { cause: 'starttls-required', enhanced: ['7.10', '7.11'] },
  { cause: 'starttls-required', enhanced: ['5.7.0'], codes: [530], phases: ['auth'] },
  { cause: 'auth-required', enhanced: ['5.7.0', '5.7.1', '5.5.1'], codes: [530] },
  { cause: 'wrong-credentials', enhanced: ['7.8', '7.3'] },
  { cause: 'recipient-disabled', enhanced: ['7.13'] },
  { cause: 'sender-not-owned', enhanced: ['7.60'] },
  {
    cause: 'recipient-restricted',
    enhanced: ['7.2', '7.12', '7.124', '7.133', '7.134', '7.135', '7.136'],
  },
  { cause: 'dkim-fail', enhanced: ['7.20', '7.21', '7.22'] },
  { cause: 'spf-fail', enhanced: ['7.23', '7.24'] },
  { cause: 'no-reverse-dns', enhanced: ['7.25'] },
  { cause: 'dmarc-unauthenticated', enhanced: ['7.26', '7.31', '7.32', '7.40', '7.509', '7.515'] },
  { cause: 'rate-limited', enhanced: ['7.28', '7.508'] },
  { cause: 'sender-suspended', enhanced: ['7.501', '7.502', '7.503', '7.705', '7.708', '7.750'] },
  { cause: 'blocklisted-ip', enhanced: ['7.507', '7.511', '7.606', '7.650', '7.651'] },
  { cause: 'wrong-credentials', enhanced: ['5.7.0', '5.7.1'], codes: [535], phases: ['auth'] },
];

/** Codes that servers give to refusals of every kind: they count where the words say nothing at all. */
export const REFUSAL_LOOSE: readonly RefusalCode[] = [
  { cause: 'policy', enhanced: ['7.1', '7.0', '7.7'], class: 5 },
];

/** What the basic code proves at its step, for replies without words and without an enhanced code. */
export const REFUSAL_CODES: readonly RefusalCode[] = [
  { cause: 'app-password-required', codes: [534], phases: ['auth'] },
  { cause: 'starttls-required', codes: [523, 524, 538] },
  { cause: 'starttls-required', codes: [530], phases: ['auth'] },
  { cause: 'auth-mechanism-mismatch', codes: [504], phases: ['auth'] },
  { cause: 'auth-not-offered', codes: [500, 502, 503], phases: ['auth'] },
  { cause: 'auth-disabled-by-provider', codes: [525], phases: ['auth'] },
  { cause: 'wrong-credentials', phases: ['auth'], class: 5 },
  { cause: 'auth-temporary-failure', phases: ['auth'], class: 4 },
  { cause: 'wrong-credentials', codes: [535] },
  { cause: 'auth-required', codes: [530] },
  { cause: 'helo-rejected', codes: [501, 504, 521, 550, 553, 554], phases: ['ehlo'] },
  { cause: 'domain-not-found', codes: [521, 556], phases: ['rcpt', 'message', 'quit'] },
  { cause: 'protocol-sequence', codes: [503] },
  { cause: 'recipient-syntax', codes: [501, 555], phases: ['rcpt'] },
  { cause: 'sender-rejected', codes: [501], phases: ['mail'] },
  { cause: 'syntax-error', codes: [500, 501, 502, 504, 555] },
  { cause: 'sender-rejected', phases: ['mail'], codes: [550, 551, 553, 554] },
  { cause: 'mailbox-full', codes: [422, 552], phases: ['rcpt'] },
  { cause: 'message-too-large', codes: [552], phases: ['mail', 'data', 'message'] },
  { cause: 'recipient-unknown', codes: [551], phases: ['rcpt'] },
  { cause: 'recipient-unknown', codes: [511, 559] },
  { cause: 'domain-not-found', codes: [512] },
  { cause: 'relay-denied', codes: [513] },
  { cause: 'mailbox-full', codes: [522] },
  { cause: 'wrong-credentials', codes: [526] },
  { cause: 'recipient-disabled', codes: [525, 540] },
  { cause: 'policy', codes: [571] },
  { cause: 'recipient-rejected', phases: ['rcpt'], class: 5 },
  { cause: 'server-temporary-error', class: 4 },
];
