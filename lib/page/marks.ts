/**
 * The cheap look: words that a text without an SMTP log hardly ever holds. The engine decides
 * later; here a page without a log has to end at once.
 *
 * `dialogue`: one line of a conversation, or of a program that watches one.
 * No word begins with `\b`: in `textContent` the cells of a row stand glued together.
 * `sentence`: an error or a refusal that may stand alone.
 */
export const marks = {
  dialogue:
    /(?:SERVER|CLIENT) ?\S{1,4} ?(?:CLIENT|SERVER)\b|SMTP (?:INBOUND|OUTBOUND|NOTICE|ERROR)\b|Connection: (?:opening|opened|closed|failed)|(?:EHLO|HELO|LHLO|ehlo|helo) [\w[]|(?:MAIL FROM|RCPT TO|mail from|rcpt to|Mail From|Rcpt To):|^[ \t]*smtps?:\w*:\w*:\/\/|354 (?:[Ee]nd data|[Ss]tart mail|[Gg]o ahead|[Ee]nter m)|postfix\/[a-z/]+\[|delivery \d+: |SMTPSVC|(?:smtp|mta) \S+ (?:address|evpid)=|-\w{2,4} (?:[<=*-][=>*]|Com)|rejected RCPT|authenticator failed/m,
  sentence:
    /SMTP (?:Error|connect\(\))|Mailer Error:|Could not authenticate\b|status=(?:bounced|deferred|sent)\b|(?:^|[^\d.])[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}\b|^[ \t]*[45]\.[0-7]\.\d{1,2} (?:\S|$)|^[ \t]*Connection refused$|be established with|[: ](?:25|465|587)\b.{0,80}(?:refused|timed out)/im,
} as const;

/** Whether a text is worth a closer look. Linear in its length. */
export function hasMarks(text: string): boolean {
  return marks.dialogue.test(text) || marks.sentence.test(text);
}
