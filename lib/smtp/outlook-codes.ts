// Source: Microsoft's lists of Outlook Express and Outlook error codes (0x800CCC..).

/** What Outlook means by its number: the reply that it stands for, or what went wrong. */
export interface OutlookCode {
  /** The server's reply had this code. */
  code?: number;
  /** The command that was refused. */
  verb?: string;
  event?: 'connect-failed' | 'tls-failed' | 'auth-failed' | 'timeout' | 'lost' | 'refused';
}

const CODES: Readonly<Record<string, OutlookCode>> = {
  '800CCC0D': { event: 'connect-failed' },
  '800CCC0E': { event: 'connect-failed' },
  '800CCC0F': { event: 'lost' },
  '800CCC13': { event: 'connect-failed' },
  '800CCC15': { event: 'connect-failed' },
  '800CCC18': { event: 'auth-failed' },
  '800CCC19': { event: 'timeout' },
  '800CCC1A': { event: 'tls-failed' },
  '80042108': { event: 'connect-failed' },
  '80042109': { event: 'connect-failed' },
  '800CCC62': { code: 500 },
  '800CCC63': { code: 501 },
  '800CCC64': { code: 502 },
  '800CCC65': { code: 503 },
  '800CCC66': { code: 504 },
  '800CCC67': { code: 421 },
  '800CCC68': { code: 450 },
  '800CCC69': { code: 550, verb: 'RCPT' },
  '800CCC6A': { code: 451 },
  '800CCC6B': { code: 551, verb: 'RCPT' },
  '800CCC6C': { code: 452 },
  '800CCC6D': { code: 552 },
  '800CCC6E': { code: 553 },
  '800CCC6F': { code: 554 },
  '800CCC78': { event: 'refused', verb: 'MAIL' },
  '800CCC79': { event: 'refused', verb: 'RCPT' },
  '800CCC7D': { event: 'tls-failed' },
  '800CCC80': { event: 'auth-failed' },
  '800CCC90': { event: 'auth-failed' },
  '800CCC92': { event: 'auth-failed' },
};

/** The number in a sentence of Outlook's: `(0x800CCC79)`, `Error Number: 0x800CCC79`. */
export function outlookCode(words: string): OutlookCode | undefined {
  const number = /\b0x(800(?:CCC|42)[0-9A-F]{2,3})\b/i.exec(words)?.[1];
  return number === undefined ? undefined : CODES[number.toUpperCase()];
}
