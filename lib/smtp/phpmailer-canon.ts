import { fold } from './fold.ts';

/**
 * Words as PHPMailer's messages are compared: lower case, without accents, blanks and signs other
 * than the colon, in which its releases differ: `SMTP-Fehler:`, `SMTP Fehler :` → `smtpfehler:`.
 */
export function canon(text: string): string {
  const lower = text.toLowerCase();
  return (/[^\0-\x7f]/.test(lower) ? fold(lower) : lower).replace(/[^\p{L}\p{N}:]+/gu, '');
}
