import { phaseOf } from './phase.ts';
import { withoutAddresses } from './words.ts';

/**
 * The command that a refusal answered, by its own words and codes: for a reply that a log shows
 * without the command.
 *
 * @param words the reply, its code first: `550 5.1.1 <a@example.com>: User unknown`
 * @returns a verb, `.` for the message's end; undefined for a greeting, or where nothing tells
 */
export function answeredBy(words: string): string | undefined {
  const named = /\(in reply to (?:the )?([A-Z]{4,8}|end of DATA)\b/i.exec(words)?.[1];
  if (named !== undefined) {
    if (/^end/i.test(named)) return '.';
    if (phaseOf(named.toUpperCase()) !== undefined) return named.toUpperCase();
  }
  // Google's: `421 4.7.0 Try again later, closing connection. (EHLO)`
  const closing = /closing connection\. \((EHLO|HELO|MAIL|RCPT|DATA)\)/.exec(words)?.[1];
  if (closing !== undefined) return closing;
  const text = withoutAddresses(words).toLowerCase();
  // Whose name the message bears is known when it is there. RFC 7489 section 10.3.
  if (/\bdmarc\b|5\.7\.26\b|sender is unauthenticated|unauthenticated e?-?mail/.test(text)) {
    return '.';
  }
  // Exchange looks at the message's own sender.
  if (/5\.7\.60\b|5\.2\.252\b|sendasdenied/.test(text)) return '.';
  // So do SendGrid and Amazon SES.
  if (/verified sender identity|email address is not verified/.test(text)) return '.';
  const missing = SEQUENCES.find(([pattern]) => pattern.test(text))?.[1];
  if (missing !== undefined) return missing;
  if (/\brelay(?:ing)?\b/.test(text) && !text.startsWith('535')) return 'RCPT';
  if (/cannot decode|base64/.test(text)) return 'AUTH';
  if (/recipient address rejected/.test(text)) return 'RCPT';
  if (/^(?:535|534|538|525|432)|authenticat|credential|password|login|[45]\.7\.8\b/.test(text)) {
    return ASKS_FOR_LOGIN.test(text) ? 'MAIL' : 'AUTH';
  }
  // Google's answer to an address in the wrong form
  if (text.startsWith('555 5.5.2 syntax error')) return 'MAIL';
  if (text.includes('starttls') && text.startsWith('454')) return 'STARTTLS';
  // Microsoft's servers ask for it when the mail begins: `451 5.7.3 STARTTLS is required to send mail`.
  if (/starttls (?:command first|is required|required)|start tls first/.test(text)) return 'MAIL';
  if (/^530|sender|mail from|from address|[45]\.1\.[78]\b/.test(text)) return 'MAIL';
  if (/recipient|mailbox|relay|no such user|user unknown|unknown user|[45]\.[12]\.\d/.test(text)) {
    return 'RCPT';
  }
  if (
    /blocked using|listed|reverse|helo|service (?:not available|unavailable)|connection|allowed to connect/.test(
      text,
    )
  ) {
    return undefined;
  }
  if (/\bspam\b|virus|size|content|dkim|[45]\.6\.\d|[45]\.3\.4\b/.test(text)) return '.';
  return text.startsWith('503') ? 'MAIL' : 'RCPT';
}

/** Nobody has logged in yet. */
const ASKS_FOR_LOGIN =
  /authentication (?:is )?required|not authenticated|must (?:first )?authenticate|please authenticate/;

/** `503 …`: what has to come before the command tells which command it was. RFC 5321 section 4.1.4. */
const SEQUENCES: readonly (readonly [words: RegExp, verb: string])[] = [
  [
    /^503\b.{0,20}(?:need|send|valid|no|issue|must have|without) (?:a )?(?:valid )?(?:rcpt|recipient)\b/,
    'DATA',
  ],
  [/^50[0-3]\b.{0,20}\brcpt(?: to)?(?: command)? (?:first|must precede)/, 'DATA'],
  [/^503\b.{0,20}(?:need|send|issue|no) (?:a )?(?:mail|sender)\b(?! not)/, 'RCPT'],
  [/^503\b.{0,20}\bmail(?: from)?(?: command)? (?:first|must precede)/, 'RCPT'],
  [/^503\b.{0,20}(?:sender already|nested mail)/, 'MAIL'],
  [/^501\b.{0,20}\b(?:helo|ehlo) (?:requires|argument)|^501\b.{0,40}invalid (?:helo|ehlo)/, 'EHLO'],
];
