import { answeredBy } from '../smtp/answered-by.ts';
import { phaseOf } from '../smtp/phase.ts';
import type { Peer, Phase } from '../types.ts';
import { remarkIn, type Remark } from './notes.ts';
import { looksLikeReply, starts, wordsAt } from './words.ts';

/** What became of a message, in any mail server's words. */
export type Status = 'sent' | 'deferred' | 'failed';

/** What one line of a mail server's log tells. */
export interface DeliveryLine {
  /** What ties the line to others: a queue's number, a connection's, a process's. */
  ids: readonly string[];
  from?: string;
  to: readonly string[];
  /** The server at the other end. */
  relay?: Peer;
  /** Into a mailbox of this machine. */
  isLocal: boolean;
  status?: Status;
  /** The status is a field of the line, or a sign at its place: no word in a sentence. */
  isField: boolean;
  /** The reply that the line quotes, and where it begins. */
  reply?: { text: string; at: number };
  /** What the reply answered: `RCPT`, `.`, `CONNECT` for the greeting. */
  verb?: string;
  /** The step that the line speaks of. */
  phase?: Phase;
  remark?: Remark;
  /** What a client does at this machine: it comes, hands over, is turned away, goes. */
  inbound?: 'comes' | 'gives' | 'refused' | 'goes';
}

const ADDRESS = String.raw`<?([^\s<>"',;()=:]{1,64}@[^\s<>"',;()]{1,255}?)>?`;
const FIELD = String.raw`["']?\s?[=:]\s?["']?(?:rfc822; ?)?`;
const END = String.raw`(?=[\s"',;):]|$)`;
const TO: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:to|rcpt|rcpt[-_ ]to|recipients?|(?:final-)?recipient|email|emailAddress|envelope-to|arg1)${FIELD}${ADDRESS}${END}`,
    'i',
  ),
  new RegExp(
    String.raw`(?:=>|->|\*\*|==|>>|\bto (?:remote |local )?|\bfor |\bRCPT |\brecipient )\s?${ADDRESS}${END}`,
    'i',
  ),
  new RegExp(String.raw`^${ADDRESS}: `),
];
const FROM: readonly RegExp[] = [
  /\b(?:from|sender|mail_from|envelope-from|F)["']?\s?[=:]\s?["']?<([^<>\s]{0,320})>/i,
  new RegExp(String.raw`\b(?:from|sender|mail_from|envelope-from)${FIELD}${ADDRESS}${END}`, 'i'),
  /<= (?:<>|([^\s<>]{1,64}@[^\s<>]{1,255}))/,
  /\bfrom <([^<>\s]{0,320})>/i,
];
const RELAY =
  /\b(?:relay|mx|host|remote[-_ ]?host|server|dest(?:ination)?|H)["']?\s?[:= ]\s?["']?((?:[\w-]+\.)+[\w-]{2,})(?: ?[[(]([\w.:-]{1,255})[\])])?(?::(\d{1,5}))?/i;
const LOCAL =
  /\brelay=(?:local|virtual|maildrop)|delivered to (?:file|mailbox|maildir|command)|\bT=(?:\w*file|maildir|local\w*)|to local\b/i;
const STATUS =
  /\b(?:status|stat|result|action|state|event|outcome|disposition|type)["']?\s?[=:]\s?["']?([\w-]{2,24})/i;
const WORDS: readonly (readonly [RegExp, Status])[] = [
  [/^(?:sent|ok|success\w*|delivered|delivery|relayed|accepted|completed?)\b/i, 'sent'],
  [/^(?:defer\w*|temp\w*|delay\w*|retry\w*|soft\w*|later)\b/i, 'deferred'],
  [
    /^(?:bounced?|fail\w*|perm\w*|reject\w*|undeliver\w*|hard\w*|expired|blocked|dropped|denied|refused)\b/i,
    'failed',
  ],
];
const SIGNS: readonly (readonly [RegExp, Status])[] = [
  [/ \*\* /, 'failed'],
  [/ == |\b(?:deferred|deferral|temporar(?:y|ily) fail\w*|will (?:be )?retr\w+)\b/i, 'deferred'],
  [/ (?:=>|->) |\b(?:delivered|success|message accepted|successfully)\b/i, 'sent'],
  [/\b(?:bounced|undeliverable|permanent(?:ly)? fail\w*|failure|failed permanently)\b/i, 'failed'],
];
const STEPS: readonly (readonly [RegExp, string])[] = [
  [
    /refused to talk|initial (?:connection|server greeting|greeting)|\bgreeting|\bbanner\b/i,
    'CONNECT',
  ],
  [/end of (?:data|message)|after DATA\b|message body|sending (?:message|the message)/i, '.'],
  [
    /\b(?:after|to|sending|command="?|rejected|reject:|during|failed:?) (?:pipelined )?(MAIL|RCPT|DATA|EHLO|HELO|STARTTLS|AUTH)\b|command="(MAIL|RCPT|DATA|EHLO|HELO|STARTTLS|AUTH)\b|ruleset=check_(rcpt|mail)/i,
    '',
  ],
];

/**
 * Reads what a line tells of a delivery, in whatever form a mail server writes it.
 *
 * @param raw one line of a log
 */
export function readDeliveryLine(raw: string): DeliveryLine {
  const line = plain(raw.slice(0, 4000));
  const to = first(TO, line);
  const from = first(FROM, line, '');
  const relay = relayIn(line);
  const reply = replyIn(line);
  // Exim says which command it refused: `rejected RCPT <a@example.com>: relay not permitted`
  const isTold =
    reply !== undefined || remarkIn(line) !== undefined || /\brejected (?:RCPT|MAIL)\b/.test(line);
  const verb = isTold ? stepIn(line, reply?.text) : undefined;
  const phase = verb === 'CONNECT' ? 'greeting' : phaseOf(verb ?? '');
  const status = statusOf(line);
  const remark = remarkIn(line);
  const inbound = inboundOf(line);
  return {
    ids: idsIn(line),
    to: to === undefined ? [] : [to],
    isLocal: LOCAL.test(line),
    isField: isField(line),
    ...(from === undefined ? {} : { from }),
    ...(relay ? { relay } : {}),
    ...(status ? { status } : {}),
    ...(reply ? { reply } : {}),
    ...(verb === undefined ? {} : { verb }),
    ...(phase === undefined ? {} : { phase }),
    ...(remark ? { remark } : {}),
    ...(inbound ? { inbound } : {}),
  };
}

/** `Remote_host_said:_550_5.1.1_No_such_user/` with blanks; columns stay. */
function plain(line: string): string {
  const isJoined = line.split(/\s+/).some((word) => word.split('_').length > 5);
  return isJoined ? line.replace(/_/g, ' ').replace(/\/(?= |$|[A-Z])/g, ' ') : line;
}

function first(patterns: readonly RegExp[], line: string, empty?: string): string | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(line);
    if (match) return match[1] ?? empty;
  }
  return undefined;
}

function relayIn(line: string): Peer | undefined {
  const match = RELAY.exec(line);
  const host = match?.[1];
  if (!match || host === undefined) return undefined;
  const other = match[2];
  const isAddress = /^[\d.]+$/.test(host);
  const port = Number(match[3] ?? 0);
  return {
    host: isAddress && other !== undefined && /[a-z]/i.test(other) ? other : host,
    ...(port > 0 && port < 65_536 ? { port } : {}),
  };
}

/** The first words that are a reply, up to what the program says of them. */
function replyIn(line: string): { text: string; at: number } | undefined {
  for (const start of starts(line, 2000)) {
    const words = wordsAt(line, start);
    if (!looksLikeReply(words.text) || words.text.length < 6) continue;
    // `250 HELP`-like numbers in sizes and delays have no words behind them.
    if (!/^\d{3}[ -](?:[245]\.\d|\D{2})/.test(words.text)) continue;
    return { text: untilTold(words.text), at: words.at };
  }
  return undefined;
}

/** `550 5.1.1 No such user (in reply to RCPT TO command)), from=<a@example.com>` */
function untilTold(text: string): string {
  const end = text.search(
    / \(in reply to|; (?:from|to)=<|, (?:Remote-Host|from|to|relay|delay|dsn)[:=]|["'], ?"|Giving up on /,
  );
  const words = end < 0 ? text : text.slice(0, end);
  const isOpen = words.split('(').length < words.split(')').length;
  return (isOpen ? words.replace(/\)$/, '') : words).trimEnd();
}

function stepIn(line: string, reply: string | undefined): string | undefined {
  // `… said: 550 …` first: the reply's own words may speak of anything.
  const around = reply === undefined ? line : line.replace(reply, '');
  for (const [pattern, step] of STEPS) {
    const match = pattern.exec(around);
    if (!match) continue;
    return step === '' ? (match[1] ?? match[2] ?? match[3] ?? '').toUpperCase() : step;
  }
  if (reply === undefined) return undefined;
  return reply.startsWith('2') ? '.' : (answeredBy(reply) ?? 'CONNECT');
}

function statusOf(line: string): Status | undefined {
  const word = STATUS.exec(line)?.[1] ?? '';
  const named = WORDS.find(([pattern]) => pattern.test(word))?.[1];
  return named ?? SIGNS.find(([pattern]) => pattern.test(line.slice(0, 400)))?.[1];
}

function isField(line: string): boolean {
  const word = STATUS.exec(line)?.[1] ?? '';
  if (WORDS.some(([pattern]) => pattern.test(word))) return true;
  return /^.{0,80} (?:\*\*|==|=>|->) \S+@|: (?:success|deferral|failure): /.test(line);
}

function inboundOf(line: string): DeliveryLine['inbound'] {
  if (/\bdisconnect(?:ed)?\b/i.test(line)) return 'goes';
  if (/\bconnect(?:ed|ion)? (?:from|accepted)|\bsmtp connected\b|accepted connection/i.test(line)) {
    return 'comes';
  }
  if (
    /\breject(?:ed)?:? (?:RCPT|MAIL|DATA|EHLO|HELO|VRFY|after DATA|recipient|sender)\b|\bruleset=\w{1,40}, .{0,400}\breject=|failed-command|authenticat\w+ fail\w* for/i.test(
      line,
    )
  ) {
    return 'refused';
  }
  if (
    /: client=|<= \S{1,320} (?:H=|P=e?smtp)|\b(?:Recv|Received|Incoming|Accepted): .{0,200}\bFrom: <|\bmessage (?:received|accepted) from|\bsmtp (?:message|envelope)\b/i.test(
      line,
    )
  ) {
    return 'gives';
  }
  return undefined;
}

const ID =
  /(?<![\w.@<=/-])(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}|(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[0-9A-Za-z]{10,20}|[0-9A-F]{8}-[0-9A-F-]{9,30}|[0-9a-f]{8}-\d{6,10})(?=[:,\s\]]|$)/gi;
const COUNTED = /\b(?:delivery|msg|message|job|qp|session|conn(?:ection)?) #?(\d+)\b/gi;

function idsIn(line: string): string[] {
  const head = line.slice(0, 200);
  const process = /\b([\w/-]{2,40}\[\d+\])/.exec(head.slice(0, 100))?.[1];
  const long = [...head.matchAll(ID)].map(([id]) => id).filter((id) => !/^\d+[a-z]$/i.test(id));
  const counted = [...head.matchAll(COUNTED)].map(([all]) => all.toLowerCase());
  // A TAI64N stamp is no id.
  return [...long, ...counted, ...(process === undefined ? [] : [process])];
}
