/** First words of services that are no mail server for sending: POP3, IMAP, the web, SSH, VNC. */
const OTHERS = /^(?:\+OK\b|\* (?:OK|BYE|PREAUTH)\b|HTTP\/1\.|SSH-\d|<!doctype|<html|RFB \d)/i;
/** Programs quote them: Nodemailer's `Invalid greeting. response=* OK …`. */
const QUOTED =
  /\b(?:greeting|response|banner)\b.{0,40}[=:] ?["'(]?(?=(?:\+OK|\* OK|HTTP\/1\.|SSH-\d))/i;

/** Whether a server's words are those of another service than SMTP (RFC 1939, RFC 3501). */
export function isOtherService(words: string): boolean {
  return OTHERS.test(words.trimStart());
}

/** Whether a program's sentence quotes such words in place of a greeting. */
export function quotesOtherService(words: string): boolean {
  return QUOTED.test(words.slice(0, 1000));
}
