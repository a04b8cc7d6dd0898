/** A command with its argument, or a code with what follows it in a reply. */
const TRACE =
  /\b(?:EHLO|HELO|LHLO) [\w[]|\b(?:MAIL FROM|RCPT TO):|\bAUTH (?:LOGIN|PLAIN|CRAM-MD5|XOAUTH2)\b|(?<![\d.])(?:2[25]\d|3[35]4|4[25]\d|5[0235]\d)[ -](?:[245]\.\d{1,3}\.\d{1,3}\b|[A-Z]{2})/i;
const TRACES = new RegExp(TRACE.source, 'gi');

/** Whether somewhere in the words a step of SMTP can be seen, whatever stands around it. */
export function hasSmtpWords(words: string): boolean {
  return TRACE.test(words);
}

/** How many steps of SMTP can be seen in the words. */
export function countSmtpWords(words: string): number {
  return words.match(TRACES)?.length ?? 0;
}
