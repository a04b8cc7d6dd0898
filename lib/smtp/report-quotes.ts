import type { Peer } from '../types.ts';
import { unfold, type Folded } from './folded.ts';
import { parseReplyLine } from './reply.ts';

/** A reply that a report quotes for people, in the words of the program that wrote it. */
export interface ReportQuote {
  /** The recipient, where it stands near. */
  address?: string;
  peer?: Peer;
  /** Index of the first line, the lines joined, and where in them the reply begins and ends. */
  line: number;
  folded: Folded;
  at: number;
  end: number;
  /** The command that it answered, where the words tell. */
  answers?: string;
}

/**
 * Finds the replies that reports of Exim, Google and Exchange quote. Postfix's are read elsewhere.
 *
 *     SMTP error from remote mail server after RCPT TO:<bob@example.net>:
 *     550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown
 *
 *     The response from the remote server was:
 *     550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown
 *
 *     Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; …'
 */
export function findReportQuotes(lines: readonly string[]): ReportQuote[] {
  const found: ReportQuote[] = [];
  for (let line = 0; line < lines.length; line++) {
    const words = lines[line] ?? '';
    const mark = MARKS.find((pattern) => pattern.test(words));
    if (!mark) continue;
    const skipped = mark === RESPONSE && (lines[line + 1] ?? '').trim() === '' ? 2 : 0;
    const first = mark === RESPONSE ? line + (skipped || 1) : line;
    const folded = unfold(lines.slice(first, first + MOST), (next) => next.trim() !== '', MOST);
    const at = replyAt(folded.text, mark === RESPONSE);
    if (at < 0) continue;
    const quoted = /'\s*(?:\([^)]{0,80}\))?$/.exec(folded.text.slice(-100))?.[0].length ?? 0;
    const end =
      folded.text.charAt(at - 1) === "'" ? folded.text.length - quoted : folded.text.length;
    const stage = STAGE.exec(folded.text.slice(0, at))?.[1]?.toUpperCase() ?? '';
    const answers = STAGES[stage];
    found.push({
      ...near(lines, first, folded.text.slice(0, at)),
      line: first,
      folded,
      at,
      end,
      ...(answers === undefined ? {} : { answers }),
    });
    line = first + folded.lines - 1;
  }
  return found;
}

/** Lines of a reply that are joined. */
const MOST = 40;

const EXIM = /^\s{0,8}SMTP error from remote mail(?: server|er) after /;
const RESPONSE =
  /^\s{0,8}The (?:response (?:from the remote server )?|error that the other server returned )was:\s*$/;
const RETURNED = /\bremote (?:server|host) (?:returned|said):? '?[245]\d\d[ -]/i;
const MARKS = [EXIM, RESPONSE, RETURNED];

const STAGE = /\bafter (?:pipelined )?(initial connection|end of data|[A-Z]{4,8})\b/i;
const STAGES: Readonly<Record<string, string>> = {
  'INITIAL CONNECTION': 'CONNECT',
  'END OF DATA': '.',
  EHLO: 'EHLO',
  HELO: 'EHLO',
  STARTTLS: 'STARTTLS',
  AUTH: 'AUTH',
  MAIL: 'MAIL',
  RCPT: 'RCPT',
  DATA: 'DATA',
};

/** Lines between a report's recipient and the reply that it quotes. */
const FAR = 20;

function replyAt(text: string, begins: boolean): number {
  if (begins) return parseReplyLine(text.trimStart()) ? text.length - text.trimStart().length : -1;
  const match = /(?:: |said:? |returned:? )'?(?=[245]\d\d[ -])/i.exec(text);
  return match ? match.index + match[0].length : -1;
}

/** `  bob@example.net`, `    host mx.example.net [192.0.2.20]`: the lines above say whom and where. */
function near(
  lines: readonly string[],
  line: number,
  before: string,
): Pick<ReportQuote, 'address' | 'peer'> {
  let address = /RCPT TO:<([^<>\s]{1,320})>/i.exec(before)?.[1];
  let peer: Peer | undefined;
  for (let at = line - 1; at >= 0 && at >= line - 4; at--) {
    const words = (lines[at] ?? '').trim();
    const host = /^host ([^\s[\]]{1,255}) \[[^\]\s]{1,64}\]:?$/.exec(words)?.[1];
    if (host !== undefined) peer ??= { host };
    address ??= /^<?([^\s<>:]{1,255}@[^\s<>:]{1,255})>?:?$/.exec(words)?.[1];
  }
  // Google names whom it is about at the top: `     bob@example.net`
  for (let at = line - 5; address === undefined && at >= 0 && at >= line - FAR; at--) {
    address = /^\s{2,12}([^\s<>:]{1,255}@[^\s<>:]{1,255})$/.exec(lines[at] ?? '')?.[1];
  }
  return { ...(address === undefined ? {} : { address }), ...(peer ? { peer } : {}) };
}
