/**
 * What programs call the steps of a session → the command; `''` stands for the greeting. The first
 * that fits counts: the more a wording says, the higher it stands.
 */
const STAGES: readonly (readonly [words: RegExp, verb: string])[] = [
  [/\bin reply to (?:the )?end of data\b|\bafter end of data\b|\bDATA END command failed/i, '.'],
  [/\b(?:in reply to|after(?: sending)?(?: pipelined)?|reply to) (?:the )?MAIL\b/i, 'MAIL'],
  [/\b(?:in reply to|after(?: sending)?(?: pipelined)?|reply to) (?:the )?RCPT\b/i, 'RCPT'],
  [/\b(?:in reply to|after(?: sending)?(?: pipelined)?|reply to) (?:the )?DATA\b/i, 'DATA'],
  [/\b(?:in reply to|after(?: sending)?|reply to) (?:the )?(?:EHLO|HELO)\b/i, 'EHLO'],
  [/\b(?:in reply to|after(?: sending)?|reply to) (?:the )?STARTTLS\b/i, 'STARTTLS'],
  [/\b(?:in reply to|after(?: sending)?|reply to) (?:the )?AUTH\b/i, 'AUTH'],
  [/\bafter (?:pipelined )?(?:MAIL FROM|sending MAIL)\b/i, 'MAIL'],
  // PHPMailer 5 and forms built on it: `STARTTLS not accepted from server`
  [/\bSTARTTLS not accepted from/i, 'STARTTLS'],
  [/\b(?:EHLO|HELO) not accepted from/i, 'EHLO'],
  [/\b(?:AUTH|AUTH LOGIN|Username|Password) not accepted from/i, 'AUTH'],
  [/\bMAIL(?: FROM)? not accepted from/i, 'MAIL'],
  [/^sSMTP: MAIL FROM:/i, 'MAIL'],
  [/^sSMTP: RCPT TO:/i, 'RCPT'],
  // Thunderbird says what to look at.
  [/Please verify that your e-?mail address is correct/i, 'MAIL'],
  [/Please check the message recipient/i, 'RCPT'],
  [/Please check the message and try again/i, '.'],
  [/refused to talk to me|after initial connection|invalid greeting|SMTPConnectError/i, ''],
  [/could not connect to SMTP host:? .{0,120}response: ?\d/i, ''],
  [
    /\bMAIL(?: FROM)? command(?: failed)?\b|\bMAIL FROM failed\b|\bset sender\b|\bMail\(\) failed/i,
    'MAIL',
  ],
  [/SMTPSender(?:Refused|FailedException|RefusedError)/i, 'MAIL'],
  [
    /(?<!\b(?:need|valid|issue|send) )\bRCPT(?: TO)? (?:command|not accepted)|\brecipient command\b|\bRCPT TO (?:<[^<>]{1,320}> )?failed\b|\badd recipient\b/i,
    'RCPT',
  ],
  [/(?:all|following) recipients? (?:were |was )?(?:failed|refused|rejected)/i, 'RCPT'],
  [/SMTPRecipients?Refused|SMTPAddressFailed|FailedRecipient|Invalid Addresses/i, 'RCPT'],
  // Exim; Haraka
  [/\brejected RCPT\b|\brecipient <[^<>]{1,320}> (?:rejected|deferred)\b/, 'RCPT'],
  [/\brejected MAIL\b/, 'MAIL'],
  [/\brejected after DATA\b/, '.'],
  // Thunderbird
  [/verify that your e-?mail address is correct in your/i, 'MAIL'],
  [/please check the message recipient/i, 'RCPT'],
  [/please check the message and try again/i, '.'],
  [/\bDATA command\b/i, 'DATA'],
  [/data not accepted|SMTPDataError|\bsend data\b|\bMessage failed: /i, '.'],
  // `Must issue a STARTTLS command first` is the answer to another one.
  [/\bSTARTTLS command\b(?! first)|upgrading connection with STARTTLS/i, 'STARTTLS'],
  [/\b(?:EHLO|HELO) command\b|SMTPHeloError/i, 'EHLO'],
  [/\bAUTH(?: [A-Z0-9-]{4,16})? command\b|\b(?:Password|Username|User) command failed/i, 'AUTH'],
  [/invalid login|could not authenticate|authorization failed|SMTPAuthenticationError/i, 'AUTH'],
  [/AuthenticationFailed|AuthenticationException|plainAuth|loginAuth|login denied/i, 'AUTH'],
  [/failed to authenticate|authentication (?:failure|failed|error|unsuccessful) ?[[:(]/i, 'AUTH'],
];

/**
 * The command that a program's sentence is about: `MAIL FROM command failed`, `in reply to RCPT TO`.
 *
 * @param words the sentence
 * @returns `.` for the message's end, `''` for the greeting, undefined where nothing tells
 */
export function stageIn(words: string): string | undefined {
  return STAGES.find(([pattern]) => pattern.test(words))?.[1];
}
