import type { Peer, Said } from '../types.ts';
import { answeredBy } from './answered-by.ts';
import { unfold, type Folded } from './folded.ts';
import { readReason, type Reason } from './postfix-reason.ts';
import { parseReplyLine } from './reply.ts';
import { findOwnWords, isDelayNotice, type OwnWords } from './report-own-words.ts';
import { findReportQuotes, type ReportQuote } from './report-quotes.ts';

/** What each line of a report says, by its index. */
type Plan = Map<number, Said[]>;

/** A recipient of whom the report tells. */
interface Recipient {
  address: string;
  /** The server by which it was refused. */
  peer?: Peer;
  /** The sentence for people, by its first line. */
  sentence?: { line: number; folded: Folded; start: number };
  /** The same in the words of another program than Postfix. */
  quote?: ReportQuote;
  /** Why, where no reply is quoted. */
  own?: OwnWords;
  /** The fields for programs: the lines of their group, and the diagnosis among them. */
  fields?: { first: number; last: number; diagnosis?: { line: number; folded: Folded } };
  action?: string;
  status?: string;
}

/**
 * Reads a report on mail that was not delivered, or not yet: RFC 3464, and the sentences before
 * its fields. A line alone does not tell what the next one goes on with, so that all are read at
 * once.
 *
 * @param lines the whole report, or its beginning
 * @returns what a line says, by its index; nothing for a text that is no report
 */
export function readReport(lines: readonly string[]): Plan {
  const plan: Plan = new Map();
  const recipients = recipientsOf(lines);
  if (recipients.length === 0) return plan;
  const from = senderOf(lines);
  for (const recipient of recipients) {
    const { sentence, quote, own, fields } = recipient;
    const session = recipient.peer?.host ?? recipient.address;
    const base: Said = {
      side: 'note',
      event: 'remark',
      text: '',
      session,
      envelope: { ...(from === undefined ? {} : { from }), to: [recipient.address] },
      ...(recipient.peer ? { peer: recipient.peer } : {}),
    };
    if (fields) {
      for (let line = fields.first; line <= fields.last; line++) {
        const text = (lines[line] ?? '').trim();
        if (text !== '') plan.set(line, [{ ...base, text }]);
      }
    }
    const told = sentence
      ? tellSentence(plan, lines, sentence, recipient, base)
      : quote
        ? tellQuote(plan, lines, quote, recipient, base)
        : own && tellOwn(plan, lines, own, recipient, base);
    if (fields?.diagnosis) tellDiagnosis(plan, lines, fields.diagnosis, recipient, base, told);
    else if (fields && !told) tellStatus(plan, lines, fields, recipient, base);
  }
  return plan;
}

// ── where things stand ──────────────────────────────────────────────────────────────────────────

/** `<alice@example.net>: host …`, `<a@b> (expanded from <c@d>): …` */
const SENTENCE = /^ {0,3}<([^<>\s]{1,320})>(?: \(expanded from <?[^<>\s]{1,320}>?\))?: (?=\S)/;
const OPENS = /^ {0,3}<[^<>\s]{1,320}>(?::| \(expanded)/;
/** Words of Postfix behind the recipient: a reply that was refused, or no server at all. */
const REASON =
  /^(?:delivery temporarily suspended: )?(?:host \S|connect to \S|lost connection|conversation with|Host or domain name|Name service|mail for \S|unknown user|user unknown|TLS is|Cannot start TLS|Server certificate|SASL auth|delivery via|message size|unable to look up)/i;

/** Lines of a sentence or a field that are joined. */
const MOST = 40;

function recipientsOf(lines: readonly string[]): Recipient[] {
  const found = new Map<string, Recipient>();
  const of = (address: string): Recipient => {
    const known = found.get(address.toLowerCase());
    if (known) return known;
    const recipient = { address };
    found.set(address.toLowerCase(), recipient);
    return recipient;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (OPENS.test(line)) {
      const folded = unfold(lines.slice(at, at + MOST), goesOnWithSentence, MOST);
      const mark = SENTENCE.exec(folded.text);
      if (!mark || !REASON.test(folded.text.slice(mark[0].length))) continue;
      const recipient = of(mark[1] ?? '');
      if (recipient.sentence) continue;
      recipient.sentence = { line: at, folded, start: mark[0].length };
      at += folded.lines - 1;
    } else if (FIRST_FIELD.test(line)) {
      at = readGroup(lines, at, of);
    }
  }
  const isDelay = isDelayNotice(lines);
  for (const quote of findReportQuotes(lines)) {
    const [only] = found.size === 1 ? [...found.values()] : [];
    const recipient = quote.address === undefined ? only : of(quote.address);
    if (!recipient || recipient.sentence || recipient.quote) continue;
    recipient.quote = quote;
    if (quote.peer) recipient.peer ??= quote.peer;
    if (isDelay) recipient.action ??= 'delayed';
  }
  for (const own of findOwnWords(lines)) {
    const recipient = of(own.address);
    if (recipient.sentence || recipient.quote || recipient.own) continue;
    recipient.own = own;
    if (own.peer) recipient.peer ??= own.peer;
    if (own.isDelay) recipient.action ??= 'delayed';
  }
  return [...found.values()].map(withPeer).filter(isFailure);
}

function goesOnWithSentence(line: string, sofar: string): boolean {
  const mark = SENTENCE.exec(line);
  if (mark && REASON.test(line.slice(mark[0].length))) return false;
  if (line.trim() === '' || line.startsWith('--')) return false;
  // Web pages eat the blanks in front; the sentence is over with its bracket.
  return /^[ \t]/.test(line) || (/\bsaid: ?/.test(sofar) && !sofar.endsWith('command)'));
}

const FIRST_FIELD = /^\s{0,4}(?:Original-Recipient|Final-Recipient): ?[\w-]{1,20}; ?\S/i;
const FIELD = /^\s{0,4}([A-Z][A-Za-z-]{3,40}): ?(\S.*)$/;

/** The fields of one recipient: they end at a blank line. */
function readGroup(
  lines: readonly string[],
  first: number,
  of: (address: string) => Recipient,
): number {
  const fields = new Map<string, { line: number; folded: Folded }>();
  let last = first;
  for (let at = first; at < lines.length && at < first + MOST; at++) {
    const line = lines[at] ?? '';
    const name = FIELD.exec(line)?.[1]?.toLowerCase();
    if (name === undefined || (name === 'final-recipient' && fields.has(name))) break;
    const folded = unfold(lines.slice(at, at + MOST), (next) => /^[ \t]+\S/.test(next), MOST);
    fields.set(name, { line: at, folded });
    last = at + folded.lines - 1;
    at = last;
  }
  const value = (name: string) => {
    const text = fields.get(name)?.folded.text ?? '';
    return text.slice(text.indexOf(':') + 1).trim();
  };
  const typed = value('final-recipient') || value('original-recipient');
  const address = typed
    .slice(typed.indexOf(';') + 1)
    .replace(/^\s*<|>\s*$/g, '')
    .trim();
  if (address === '') return last;
  const recipient = of(address);
  const diagnosis = fields.get('diagnostic-code');
  recipient.fields = { first, last, ...(diagnosis ? { diagnosis } : {}) };
  recipient.action = value('action').toLowerCase();
  recipient.status = value('status');
  const host = /^\s*dns; ?\[?([^\s[\]();]{1,255})/i.exec(value('remote-mta'))?.[1];
  if (host !== undefined) recipient.peer = { host: host.replace(/\.$/, '') };
  return last;
}

/** The sentence names the server with its address, the fields without. */
function withPeer(recipient: Recipient): Recipient {
  const { sentence } = recipient;
  const peer = sentence && readReason(sentence.folded.text.slice(sentence.start)).peer;
  return peer ? { ...recipient, peer } : recipient;
}

function isFailure({ sentence, quote, own, fields }: Recipient): boolean {
  return (sentence ?? quote ?? own ?? fields) !== undefined;
}

/** `X-Postfix-Sender: rfc822; a@b`; else whom the report was sent to, or who wrote the mail in it. */
function senderOf(lines: readonly string[]): string | undefined {
  const named = (pattern: RegExp) => {
    for (const line of lines) {
      const match = pattern.exec(line);
      if (match) return match[1] ?? '';
    }
    return undefined;
  };
  return (
    named(/^\s{0,4}X-[A-Za-z-]{3,30}-Sender: ?rfc822; ?<?([^\s<>]{0,320})/i) ??
    named(/^Return-Path: ?<([^\s<>]{1,320}@[^\s<>]{1,255})>/i) ??
    named(/^\s{0,4}X-Original-To: ?<?([^\s<>]{1,320}@[^\s<>]{1,255})/i)
  );
}

// ── what they say ───────────────────────────────────────────────────────────────────────────────

function tellSentence(
  plan: Plan,
  lines: readonly string[],
  { line, folded, start }: NonNullable<Recipient['sentence']>,
  recipient: Recipient,
  base: Said,
): Said | undefined {
  const reason = folded.text.slice(start);
  const why = readReason(reason);
  const sent = /^delivery via \S{1,300}: (?=2\d\d[ -])/.exec(reason);
  const at = sent ? sent[0].length : why.reply?.at;
  const words = sent ? reason.slice(sent[0].length) : why.reply?.text;
  const said = tell(base, recipient, why, words, sent ? '.' : (why.answers ?? 'CONNECT'));
  place(plan, lines, { line, folded }, start + (at ?? 0), said);
  return said;
}

function tellQuote(
  plan: Plan,
  lines: readonly string[],
  quote: ReportQuote,
  recipient: Recipient,
  base: Said,
): Said {
  const words = quote.folded.text.slice(quote.at, quote.end);
  const answers = quote.answers ?? answeredBy(words) ?? 'CONNECT';
  const said = tell(base, recipient, {}, words, answers);
  place(plan, lines, quote, quote.at, said);
  return said;
}

function tellOwn(
  plan: Plan,
  lines: readonly string[],
  own: OwnWords,
  recipient: Recipient,
  base: Said,
): Said {
  const { reply } = own.why;
  const answers = reply ? (answeredBy(reply.text) ?? 'CONNECT') : 'CONNECT';
  const said = tell(base, recipient, own.why, reply?.text, answers);
  place(plan, lines, own, own.at, said);
  if (said.side === 'server') return said;
  // Its number may stand elsewhere than where it belongs.
  const { line } = own.folded.place(own.at);
  const shown = plan.get(own.line + line)?.[0];
  if (shown) plan.set(own.line + line, [{ ...shown, text: own.text }]);
  return said;
}

function tellDiagnosis(
  plan: Plan,
  lines: readonly string[],
  diagnosis: { line: number; folded: Folded },
  recipient: Recipient,
  base: Said,
  told: Said | undefined,
): void {
  const { folded } = diagnosis;
  const start = /^\s{0,4}Diagnostic-Code: ?[\w-]{1,20}; ?/i.exec(folded.text)?.[0].length ?? 0;
  const words = folded.text.slice(start);
  const isReply = parseReplyLine(words) !== undefined;
  if (told && !isReply) return;
  const why = isReply ? {} : readReason(words);
  const reply = isReply ? words : why.reply?.text;
  const answers = why.answers ?? answeredBy(reply ?? '') ?? 'CONNECT';
  const said = tell(base, recipient, why, reply, answers);
  const repeats = told?.side === 'server' ? ({ repeats: true } as const) : {};
  place(plan, lines, diagnosis, start + (why.reply?.at ?? 0), { ...said, ...repeats });
}

/** No more than `Status: 5.1.1` and `Action: failed`. */
function tellStatus(
  plan: Plan,
  lines: readonly string[],
  { first, last }: NonNullable<Recipient['fields']>,
  recipient: Recipient,
  base: Said,
): void {
  for (let line = first; line <= last; line++) {
    const words = lines[line] ?? '';
    if (!/^\s{0,4}Status:/i.test(words)) continue;
    const at = words.indexOf(':') + 1;
    const text = words.slice(at).trim();
    plan.set(line, [{ ...tell(base, recipient, {}, undefined, 'RCPT'), text, at }]);
  }
}

function tell(
  base: Said,
  { address, action = 'failed' }: Recipient,
  why: Reason,
  words: string | undefined,
  answers: string,
): Said {
  const isRecipient = answers === 'RCPT';
  const taken = action === 'delivered' || action === 'relayed' || action === 'expanded';
  const retries = action === 'delayed';
  const tls = why.tls === undefined ? {} : { tls: why.tls };
  const rejectedTo = isRecipient && !taken ? [address] : [];
  const envelope = { ...base.envelope, rejectedTo };
  if (words === undefined) {
    if (taken) return { ...base, event: 'sent', phase: 'message' };
    const { event = 'refused', phase = event === 'refused' ? 'rcpt' : undefined } = why;
    const asked = event === 'refused' && phase === 'rcpt' ? { envelope } : {};
    return { ...base, ...tls, ...asked, event, retries, ...(phase ? { phase } : {}) };
  }
  const { event: _note, ...rest } = base;
  const command = taken ? '.' : isRecipient ? `RCPT TO:<${address}>` : answers;
  const said: Said = { ...rest, ...tls, side: 'server', text: inOneLine(words), answers: command };
  return { ...said, envelope, ...(retries ? { retries } : {}) };
}

/** `550-5.1.1 The account … 550 5.1.1 …`: folding has torn the reply's own lines apart. */
function inOneLine(words: string): string {
  const code = /^(\d{3})-(?:([245]\.\d{1,3}\.\d{1,3}) )?/.exec(words);
  if (!code) return words;
  const [mark, digits = '', enhanced] = code;
  const again = enhanced === undefined ? `${digits}[- ]` : `${digits}[- ]${enhanced}(?: |$)`;
  const rest = words.slice(mark.length).replace(new RegExp(`(?<=^| )${again} ?`, 'g'), '');
  return [digits, enhanced, rest.trim()].filter(Boolean).join(' ');
}

/** Puts what is said at the line where the words begin; the lines around it go with it. */
function place(
  plan: Plan,
  lines: readonly string[],
  { line, folded }: { line: number; folded: Folded },
  at: number,
  said: Said,
): void {
  const { line: down, column } = folded.place(at);
  const { session = '' } = said;
  for (let index = 0; index < folded.lines; index++) {
    const text = (lines[line + index] ?? '').trim();
    const note: Said = { side: 'note', event: 'remark', text, session };
    if (index < down) plan.set(line + index, [note]);
    // All its words are in the first line.
    const rest: Said = { side: said.side, text: '', session, continues: true };
    if (index > down) plan.set(line + index, [rest]);
  }
  const isNote = said.side === 'note';
  const words = isNote ? folded.text.slice(at) : said.text;
  plan.set(line + down, [{ ...said, text: words, at: column }]);
}
