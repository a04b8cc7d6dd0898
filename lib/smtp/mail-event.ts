import { answeredBy } from './answered-by.ts';
import type { EventField, JsonEvent } from './json-events.ts';
import { parseReplyLine } from './reply.ts';
import { squash } from './words.ts';

/** What a mail provider's event tells of one delivery. */
export interface MailEvent {
  kind: 'delivered' | 'refused';
  from?: string;
  to: readonly string[];
  /** The provider's word for what happened: `bounce`, `Deferred`. */
  type: string;
  /** The server that took or refused it. */
  host?: string;
  tls: boolean;
  replies: readonly EventReply[];
  /** Where no reply is given: the provider's own reason. */
  reason?: EventField;
}

/** A reply that the event holds. */
export interface EventReply {
  field: EventField;
  /** Code first. */
  text: string;
  /** Column of the words in the line. */
  at: number;
  /** The command that it answered, with the recipient where known. */
  answers?: string;
  /** It says what the reply before it said. */
  repeats: boolean;
}

/** Where the providers say what happened. */
const TYPE_KEYS = new Set([
  'event',
  'eventtype',
  'notificationtype',
  'recordtype',
  'type',
  'status',
]);

/** Their words for a message that was not delivered. */
const REFUSED =
  /^(?:e-?mail[._])?(?:(?:hard|soft|permanent|temporary)?[-_. ]?bounced?|(?:perm|temp|permanent|temporary)[-_]fail|failed|deferr(?:ed|al)|deliverydelay|delivery_delayed|delay|dropped|reject(?:ed)?|blocked|undelivered|out_of_band|policy_rejection|suppressed|invalid_email)$/i;
const DELIVERED = /^(?:e-?mail[._])?(?:delivered|delivery|sent|send)$/i;

/** Keys of which one stands in every event on mail. */
const OF_MAIL =
  /^(?:smtpid|sgeventid|sgmessageid|messageid|emailid|deliverystatus|diagnosticcode|bouncedrecipients|mxhost|msg|messageevent|rcptto|recordtype|bounceclass|customid|tsevent|subject|recipient|emailaddress|bouncetype|notificationtype|attempt)$/;

/** Where a reply or a reason stands, the plainest place first. */
const REASONS =
  /^(?:diagnosticcode|rawreason|smtpresponse|smtpreply|response|reason|diag|details|message|description|bouncedescription|error|comment|statusmessage)$/;

/**
 * Reads an event of a mail provider (Amazon SES, SendGrid, Mailgun, Postmark, Brevo, SparkPost,
 * Mandrill, Mailjet, Resend…): who the letter was for, what became of it and what the recipient's
 * server said.
 *
 * @returns undefined where the object tells of something else
 */
export function readMailEvent({ fields }: JsonEvent): MailEvent | undefined {
  const to = recipientsIn(fields);
  const replies = repliesIn(fields, to);
  const first = replies[0];
  const types = fields.filter(({ key, value }) => TYPE_KEYS.has(key) && isWord(value));
  const refused = types.find(({ value }) => REFUSED.test(value));
  const delivered = types.find(({ value }) => DELIVERED.test(value));
  const isOfMail = fields.some(({ key }) => OF_MAIL.test(key));
  // An API's list of bounces has no type: `{"created": …, "email": …, "reason": "550 …"}`.
  const isBounce =
    first !== undefined && fields.some(({ key }) => key === 'diagnosticcode' || key === 'email');
  const type = refused ?? delivered;
  if (!type && !isBounce) return undefined;
  if (to.length === 0 && !first) return undefined;
  if (!first && !isOfMail) return undefined;
  const isDelivered = first ? first.text.startsWith('2') : !refused;
  // Words such as "sent" alone say that the provider took it, not the recipient's server.
  if (isDelivered && !first && !/deliver/i.test(type?.value ?? '')) return undefined;
  const reason = first ? undefined : fields.find(isReason);
  const from = senderIn(fields);
  const host = fields.find(({ key }) => key === 'mxhost' || key === 'mxserver')?.value;
  const tls = fields.some(({ key, value }) => key === 'tls' && /^(?:true|1)$/i.test(value));
  return {
    kind: isDelivered ? 'delivered' : 'refused',
    to,
    type: type?.value ?? 'bounce',
    tls,
    replies,
    ...(from === undefined ? {} : { from }),
    ...(host === undefined || host === '' ? {} : { host }),
    ...(reason ? { reason } : {}),
  };
}

function isWord(value: string): boolean {
  return /^[\w. -]{3,40}$/.test(value);
}

function isReason({ key, value, path }: EventField): boolean {
  return REASONS.test(key) && /\s|[a-z]{4}/i.test(value) && !IN_HEADER.test(path);
}

const IN_HEADER = /\/(?:headers|commonheaders)\b/;
const RECIPIENT_KEYS =
  /^(?:email|emailaddress|recipient|recipients|rcptto|rawrcptto|to|toemail|destination)$/;

/** Recipients that failed stand by themselves in a report: the letter's others are not its matter. */
function recipientsIn(fields: readonly EventField[]): string[] {
  const found = fields.filter(
    ({ key, value, path }) =>
      RECIPIENT_KEYS.test(key) && value.includes('@') && !IN_HEADER.test(path),
  );
  const own = found.filter(({ key }) => key !== 'destination');
  const list = (own.length > 0 ? own : found).map(({ value }) => addressIn(value));
  return [...new Set(list)];
}

function senderIn(fields: readonly EventField[]): string | undefined {
  for (const key of [
    'source',
    'msgfrom',
    'sender',
    'mailfrom',
    'from',
    'fromemail',
    'senderemail',
    'friendlyfrom',
  ]) {
    const field = fields.find(
      (one) => one.key === key && one.value.includes('@') && !IN_HEADER.test(one.path),
    );
    if (field) return addressIn(field.value);
  }
  return undefined;
}

/** `Jane <jane@example.com>`, `rfc822; jane@example.com` */
function addressIn(value: string): string {
  const inner = /<([^<>\s]{1,320})>/.exec(value)?.[1];
  return inner ?? value.split(/[;\s]+/).findLast((word) => word.includes('@')) ?? value;
}

function repliesIn(fields: readonly EventField[], to: readonly string[]): EventReply[] {
  const found: EventReply[] = [];
  for (const field of fields) {
    if (!REASONS.test(field.key) || IN_HEADER.test(field.path)) continue;
    const words = replyIn(field, fields);
    if (!words) continue;
    const own = fields.find(
      (one) => one.object === field.object && /^(?:emailaddress|recipient)$/.test(one.key),
    );
    const recipient = own ? addressIn(own.value) : to.length === 1 ? to[0] : undefined;
    const verb = /^[23]/.test(words.text) ? '.' : commandFor(words.text);
    const answers = verb === 'RCPT' && recipient !== undefined ? `RCPT TO:<${recipient}>` : verb;
    const repeats = found.some(({ text }) => isSame(text, words.text));
    found.push({ field, ...words, repeats, ...(answers === undefined ? {} : { answers }) });
  }
  return found;
}

/** An event is about a recipient; only a server that was too busy sends everybody away. */
function commandFor(text: string): string | undefined {
  return answeredBy(text) ?? (text.startsWith('421') ? undefined : 'RCPT');
}

/** The same reply, perhaps shortened: SparkPost's `reason` and `raw_reason`. */
function isSame(one: string, other: string): boolean {
  const [short = '', long = ''] = [squash(one), squash(other)].sort((a, b) => a.length - b.length);
  return long.startsWith(short) || one.slice(0, 3) === other.slice(0, 3);
}

/**
 * `smtp; 550 5.1.1 …`, `554 delivery error: dd …`, `sent (250 2.0.0 OK)`; and `5.1.1 …` or words
 * alone, where the code has a key of its own beside it.
 */
function replyIn(
  field: EventField,
  fields: readonly EventField[],
): { text: string; at: number } | undefined {
  const { value, object } = field;
  const start =
    /^(?:\s*(?:smtp|x-[\w-]{1,30})\s*;\s*|sent \()?(?=[245]\d\d(?:[ -]|$))/i.exec(value) ??
    /\b(?:smtp; ?|said: )(?=[245]\d\d[ -])/i.exec(value);
  if (start) {
    const from = start.index + start[0].length;
    const words = value.slice(from).replace(/\)$/, (end) => (start[0].endsWith('(') ? '' : end));
    const text = oneLine(words);
    return parseReplyLine(text) ? { text, at: field.at + from } : undefined;
  }
  if (!/^(?:message|description|reason|error)$/.test(field.key) || value.trim() === '')
    return undefined;
  const code = fields.find(
    (one) =>
      one.object === object &&
      /^(?:code|errorcode|statuscode|smtpcode)$/.test(one.key) &&
      /^[245]\d\d$/.test(one.value),
  )?.value;
  return code === undefined ? undefined : { text: `${code} ${oneLine(value)}`, at: field.at };
}

/** A reply of several lines, in one: the parts keep their codes. */
function oneLine(words: string): string {
  return words
    .split(/[\r\n]/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
}
