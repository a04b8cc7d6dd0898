import type { Phase, Said } from '../types.ts';
import { readDialogue, readOwnAddress, readPlainSecret } from './postfix-dialogue.ts';
import { addressField, plainField } from './postfix-fields.ts';
import type { PostfixLine } from './postfix-line.ts';
import type { Queue } from './postfix-queue.ts';
import { parseReplyLine } from './reply.ts';

/** Reads the lines of the programs that take mail in. */
export interface InboundReader {
  /** @returns undefined where the line belongs to no connection */
  read(line: PostfixLine): Said | undefined;
}

interface Connection {
  key: string;
  /** `localhost[127.0.0.1]` */
  client?: string;
  /** The line stands in the log that says so. */
  made: boolean;
  closed: boolean;
  tls?: boolean;
  /** A message of this connection went into the queue. */
  accepted: boolean;
  /** The lines of the dialogue itself are in the log. */
  verbose: boolean;
  /** A refusal stands in the log, or how the connection broke. */
  refused: boolean;
  /** What the server asked for last, during a login. */
  asked: string;
}

/**
 * smtpd and postscreen, and what cleanup and qmgr say of a message while it comes in. The client's
 * address is known, the server is the machine that logs.
 *
 *     connect from localhost[127.0.0.1]
 *     NOQUEUE: reject: RCPT from localhost[127.0.0.1]: 554 5.7.1 <bob@elsewhere.test>: Relay access denied; from=<…
 *     944D424051C: client=localhost[127.0.0.1], sasl_method=PLAIN, sasl_username=lab@example.com
 *     disconnect from localhost[127.0.0.1] ehlo=1 mail=1 rcpt=0/1 quit=1 commands=3/4
 */
export function createInboundReader(queue: Queue): InboundReader {
  /** By the process that serves it; for postscreen, which serves many, by the client. */
  const connections = new Map<string, Connection>();
  const byKey = new Map<string, Connection>();
  let count = 0;

  const open = (process: string): Connection => {
    const key = `in ${process} ${++count}`;
    const fresh = { made: false, closed: false, accepted: false, verbose: false, refused: false };
    const connection: Connection = { key, ...fresh, asked: '' };
    connections.set(process, connection);
    byKey.set(key, connection);
    return connection;
  };

  /** The connection that a line belongs to: one process serves one client after the other. */
  const connectionOf = ({ text, pid }: PostfixLine): Connection => {
    const client = CLIENT.exec(text)?.[0];
    const process = pid === '' ? (client ?? '') : pid;
    const last = connections.get(process);
    const isOther = client !== undefined && last?.client !== undefined && last.client !== client;
    const isOver = last === undefined || last.closed || (BEGINS.test(text) && last.made);
    const connection = isOver || (isOther && !last.verbose) ? open(process) : last;
    if (client !== undefined) connection.client ??= client;
    return connection;
  };

  const smtpd = (line: PostfixLine, base: Said): Said => {
    const { text, program, queueId } = line;
    const connection = connectionOf(line);
    const said = { ...base, session: connection.key };
    if (text.startsWith('connect from ')) {
      connection.made = true;
      return { ...said, event: 'connected', tls: isImplicit(program) ? 'implicit' : 'none' };
    }
    const spoken = queueId === undefined ? verbose(said, line, connection) : undefined;
    if (spoken) return spoken;
    if (queueId !== undefined && queueId !== 'NOQUEUE') queue.of(queueId).inbound = connection.key;
    if (DISCONNECTED.test(text)) {
      connection.closed = !connection.verbose;
      return disconnected(said, text, connection);
    }
    // The refusals stand in the dialogue itself.
    return connection.verbose ? { ...said, ...ending(text, false) } : event(said, line, connection);
  };

  /** What happened on a connection. */
  const event = (said: Said, line: PostfixLine, connection: Connection): Said => {
    const { text, program } = line;
    const refusal = readRefusal(text, line.at, said);
    if (refusal) {
      connection.refused = true;
      return { ...(connection.tls || isImplicit(program) ? {} : { tls: 'none' }), ...refusal };
    }
    if (/^[A-Z][a-z]{1,20} TLS connection established from /.test(text)) {
      connection.tls = true;
      return { ...said, tls: isImplicit(program) ? 'implicit' : 'starttls' };
    }
    if (text.startsWith('client=')) return { ...said, ...clientIn(text) };
    if (ACTED.test(text)) return { ...said, envelope: envelopeIn(text) };
    const problem = PROBLEMS.find(([words]) => words.test(text))?.[1];
    if (problem !== undefined) {
      connection.refused = true;
      return { ...said, event: 'refused', phase: problem };
    }
    const login = loginIn(text);
    if (login) return { ...said, ...login };
    if (/^SSL_accept error from |^warning: TLS library problem: /.test(text)) {
      connection.refused = true;
      const tls = isImplicit(program) ? 'implicit' : 'starttls';
      return { ...said, event: 'tls-failed', phase: tls === 'implicit' ? 'connect' : tls, tls };
    }
    const end = ending(text, connection.accepted);
    connection.refused ||= end.event !== undefined;
    return { ...said, ...end };
  };

  /** `70A822402D6: from=<a@b>, size=412, nrcpt=1 (queue active)`: the message was taken. */
  const queued = (line: PostfixLine, said: Said, key: string): Said => {
    const connection = byKey.get(key);
    const isActive = line.service.endsWith('qmgr') && line.text.startsWith('from=');
    const refusal = readRefusal(line.text, line.at, said);
    if (refusal) {
      if (connection) connection.refused = true;
      return connection?.verbose ? said : refusal;
    }
    if (!isActive || connection?.verbose) return said;
    if (connection) connection.accepted = true;
    const from = addressField(line.text, 'from');
    if (from !== undefined) queue.of(line.queueId ?? '').from = from;
    const envelope = { ...(from === undefined ? {} : { from }), to: [] };
    return { ...said, event: 'sent', phase: 'message', envelope };
  };

  return {
    read(line) {
      const { whole, time, service, queueId } = line;
      const stamp = time === undefined ? {} : { time };
      const base: Said = { side: 'note', event: 'remark', ...whole, ...stamp };
      if (service === 'smtpd') return smtpd(line, base);
      if (service === 'postscreen') return postscreen(line, base, open, connections);
      if (queueId === undefined || !QUEUES.has(service)) return undefined;
      const message = queue.of(queueId);
      // The beginning is cut off.
      if (REFUSED.test(line.text)) message.inbound ??= open(`message ${queueId}`).key;
      const { inbound, attempt } = message;
      if (inbound === undefined || attempt !== undefined) return undefined;
      return queued(line, { ...base, session: inbound }, inbound);
    },
  };
}

const QUEUES = new Set(['cleanup', 'qmgr', 'oqmgr', 'nqmgr']);
const BEGINS = /^connect from |^connection established$/;
/** `unknown[192.0.2.1]` after the words that stand before a client. */
const CLIENT = /(?<=\bfrom |client=|warning: )[^\s[\]]{1,255}\[[^\]\s]{1,64}\]/;
const DISCONNECTED = /^disconnect from |^connection closed$/;

/** `postfix/smtps/smtpd`, `postfix/submissions/smtpd`: TLS from the first byte. RFC 8314. */
function isImplicit(program: string): boolean {
  return /\b(?:smtps|submissions|ssmtp|465)\b/.test(program);
}

/** The dialogue itself, where Postfix is told to log it, and what it prints on logins. */
function verbose(said: Said, { text, at }: PostfixLine, connection: Connection): Said | undefined {
  const spoken = readDialogue(text, true);
  if (spoken) {
    connection.verbose = true;
    return withoutEvent({ ...said, ...spoken, at: at + spoken.at });
  }
  const peer = readOwnAddress(text);
  if (peer) return { ...said, peer };
  const asked = /: uncoded server challenge: (.{0,80})$/.exec(text)?.[1];
  if (asked !== undefined) connection.asked = asked;
  const shown = readPlainSecret(text, connection.asked);
  if (!shown?.secret) return undefined;
  const { start, end, what } = shown.secret;
  return { ...said, text: shown.text, secret: { start: at + start, end: at + end, what } };
}

/** `disconnect from localhost[127.0.0.1] ehlo=2 starttls=1 auth=0/1 quit=1 commands=4/5` */
function disconnected(said: Said, text: string, connection: Connection): Said {
  const did = (command: string) =>
    new RegExp(` ${command}=(\\d{1,9})(?:/(\\d{1,9}))?`).exec(text)?.slice(1).map(Number);
  const closed: Said = { ...said, event: 'closed' };
  if (connection.verbose) return said;
  const clear = / commands=\d/.test(text) ? ({ tls: 'none' } as const) : {};
  const tls = (did('starttls')?.[0] ?? 0) > 0 ? ({ tls: 'starttls' } as const) : clear;
  const [logins = 0, tried] = did('auth') ?? [];
  if (logins === 0 && tried !== undefined) {
    return { ...closed, ...tls, event: 'auth-failed', login: { result: 'rejected' } };
  }
  const login = logins > 0 ? ({ login: { result: 'accepted' } } as const) : {};
  const [messages = 0] = did('data') ?? did('bdat') ?? [];
  // The queue's own line on the message is cut off.
  const isPlain = !connection.accepted && !connection.refused;
  const failed = isPlain ? COUNTED.find(([command]) => did(command)?.[0] === 0) : undefined;
  if (failed) {
    const [, phase] = failed;
    const event = phase === 'starttls' ? 'tls-failed' : 'refused';
    return { ...closed, ...tls, ...login, event, phase };
  }
  const sent = messages > 0 && isPlain;
  if (sent) return { ...closed, ...tls, ...login, event: 'sent', envelope: { to: [] } };
  return { ...closed, ...tls, ...login };
}

/** What was tried and never went well: the counts alone tell of a refusal, `mail=0/1`. */
const COUNTED: readonly (readonly [command: string, phase: Phase])[] = [
  ['starttls', 'starttls'],
  ['mail', 'mail'],
  ['rcpt', 'rcpt'],
  ['data', 'message'],
  ['bdat', 'message'],
];

/** `client=localhost[127.0.0.1], sasl_method=PLAIN, sasl_username=lab@example.com` */
function clientIn(text: string): Pick<Said, 'login'> {
  const user = plainField(text, 'sasl_username')?.replace(/^<|>$/g, '');
  const mechanism = plainField(text, 'sasl_method')?.toUpperCase();
  if (user === undefined && mechanism === undefined) return {};
  return {
    login: {
      result: 'accepted',
      ...(user === undefined ? {} : { user }),
      ...(mechanism === undefined ? {} : { mechanism }),
    },
  };
}

/** `NOQUEUE: hold: RCPT from host[192.0.2.1]: <b@c>: Recipient address triggers HOLD action; from=<a@b> to=<b@c> …` */
const ACTED = /^(?:discard|hold|warn|filter|redirect|prepend|bcc|info|delay): [A-Z-]{2,20} from /;

function envelopeIn(text: string): NonNullable<Said['envelope']> {
  const fields = text.slice(fieldsAt(text));
  const from = addressField(fields, 'from');
  const to = addressField(fields, 'to');
  return { ...(from === undefined ? {} : { from }), to: to === undefined ? [] : [to] };
}

/** Refusals that Postfix logs as warnings, without the reply. */
const PROBLEMS: readonly (readonly [words: RegExp, phase: Phase])[] = [
  [/^warning: Illegal address syntax from \S{1,300} in MAIL command: /, 'mail'],
  [/^warning: Illegal address syntax from \S{1,300} in RCPT command: /, 'rcpt'],
  [/queue file size limit exceeded$/, 'message'],
];

const LOGIN_FAILED =
  /^(?:warning: )?\S{1,255}: SASL ([A-Z0-9_-]{1,30}) authentication (?:failed|aborted)\b/i;

/** `warning: localhost[127.0.0.1]: SASL LOGIN authentication failed: authentication failure, sasl_username=lab` */
function loginIn(text: string): Partial<Said> | undefined {
  const failed = LOGIN_FAILED.exec(text);
  if (!failed) return undefined;
  const user = plainField(text, 'sasl_username');
  const named = user === undefined || user === '(unavailable)' ? {} : { user };
  const mechanism = (failed[1] ?? '').toUpperCase();
  return { event: 'auth-failed', login: { mechanism, result: 'rejected', ...named } };
}

const ENDS =
  /^(lost connection|timeout|too many errors) after ([A-Z][A-Za-z-]{1,20})( \(\d{1,15} bytes\))? from /;

const STEPS: Readonly<Record<string, Phase>> = {
  CONNECT: 'greeting',
  EHLO: 'ehlo',
  HELO: 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  BDAT: 'message',
  'END-OF-MESSAGE': 'message',
};

/** `lost connection after DATA (0 bytes) from host[192.0.2.1]` */
function ending(
  text: string,
  accepted: boolean,
): Pick<Said, 'event' | 'phase' | 'tls' | 'retries'> {
  const match = ENDS.exec(text);
  if (!match) return LIMIT.test(text) ? { event: 'refused', phase: 'greeting', retries: true } : {};
  const [, what, command = '', bytes] = match;
  const phase = bytes === undefined ? STEPS[command] : 'message';
  if (what === 'too many errors') return { event: 'lost', phase: phase ?? 'ehlo' };
  // The client did not wait for the answer, or had nothing left to say.
  if (phase === undefined || command === 'END-OF-MESSAGE' || accepted) return { event: 'closed' };
  if (phase === 'starttls' && what === 'lost connection') {
    return { event: 'tls-failed', phase, tls: 'starttls' };
  }
  return { event: what === 'timeout' ? 'timeout' : 'lost', phase };
}

/** `warning: Connection rate limit exceeded: 61 from unknown[192.0.2.1] for service smtp` */
const LIMIT =
  /^(?:warning: )?(?:Connection|Message|Recipient|New TLS session|AUTH|BDAT)[\w ]{0,20} limit exceeded: /i;

const REFUSED = /^(?:milter-|proxy-)?reject: ([A-Z][A-Z-]{2,15}|header|body|mime|content)\b/;

/** Where smtpd says that it refused, and what cleanup and milters refuse of the message. */
const ANSWERED: Readonly<Record<string, string>> = {
  CONNECT: 'CONNECT',
  HELO: 'EHLO',
  EHLO: 'EHLO',
  DATA: 'DATA',
  'END-OF-MESSAGE': '.',
};

/**
 * `reject: RCPT from host[192.0.2.1]: 550 5.1.1 <b@c>: Recipient address rejected: …; from=<a@b>
 * to=<b@c> proto=ESMTP helo=<…>`
 */
function readRefusal(text: string, at: number, said: Said): Said | undefined {
  const stage = REFUSED.exec(text)?.[1];
  if (stage === undefined) return undefined;
  const fields = fieldsAt(text);
  const from = addressField(text.slice(fields), 'from');
  const to = addressField(text.slice(fields), 'to');
  const isRecipient = stage === 'RCPT' && to !== undefined;
  const envelope = {
    ...(from === undefined ? {} : { from }),
    to: to === undefined ? [] : [to],
    rejectedTo: isRecipient ? [to] : [],
  };
  const start = REPLY_AT.exec(text);
  const column = start ? start.index + start[0].length : -1;
  const words = column < 0 ? '' : text.slice(column, fields < column ? text.length : fields);
  const reply = words.replace(/;\s*$/, '').trimEnd();
  if (parseReplyLine(reply) === undefined) {
    const phase = STEPS[stage] ?? 'message';
    const refused: Said = { ...said, event: 'refused', phase, envelope };
    return { ...refused, ...reasonIn(text, at, column, fields) };
  }
  const answers =
    ANSWERED[stage] ??
    (stage === 'RCPT' && to !== undefined ? `RCPT TO:<${to}>` : undefined) ??
    (stage === 'MAIL' && from !== undefined ? `MAIL FROM:<${from}>` : stage);
  const login = clientIn(text.slice(fields));
  const shown = { side: 'server', text: reply, at: at + column, envelope, answers } as const;
  return withoutEvent({ ...said, ...login, ...shown });
}

/**
 * The reason where it has no code: `4.7.1 Try again later; from=<…`, or behind the fields, `…
 * helo=<c>: 5.7.1 message content rejected`.
 */
function reasonIn(
  text: string,
  at: number,
  column: number,
  fields: number,
): Pick<Said, 'text' | 'at' | 'retries'> {
  const behind = />: (?=\S)/.exec(text.slice(Math.max(fields, 0)));
  const start = column >= 0 ? column : behind ? fields + behind.index + 3 : 0;
  const end = column >= 0 && fields > column ? fields : text.length;
  const reason = text.slice(start, end).replace(/;\s*$/, '').trimEnd();
  const enhanced = /^([45])\.\d{1,3}\.\d{1,3} /.exec(reason)?.[1];
  const retries = enhanced === undefined ? {} : { retries: enhanced === '4' };
  return { text: reason, at: at + start, ...retries };
}

const REPLY_AT = /^[a-z-]{6,20}: [A-Za-z-]{2,20} (?:from )?\S{1,300}: (?=[245][\d.])/;

/** Where `from=<…> to=<…> proto=… helo=<…>` begins; the text's end where they are missing. */
function fieldsAt(text: string): number {
  const at = text.lastIndexOf('; from=<');
  if (at >= 0) return at + 1;
  const other = text.lastIndexOf('; proto=');
  return other < 0 ? text.length : other + 1;
}

/** postscreen serves many clients at a time: `CONNECT from [192.0.2.1]:51234 to [192.0.2.2]:25`. */
function postscreen(
  { text, at }: PostfixLine,
  base: Said,
  open: (process: string) => Connection,
  connections: ReadonlyMap<string, Connection>,
): Said | undefined {
  const client = /\[[^\]\s]{1,64}\]:\d{1,5}/.exec(text)?.[0];
  if (client === undefined) return undefined;
  const begins = text.startsWith('CONNECT from ');
  const known = begins ? undefined : connections.get(client);
  const said = { ...base, session: (known ?? open(client)).key };
  const refusal = readRefusal(text, at, said);
  if (refusal) return { tls: 'none', ...refusal };
  if (text.startsWith('HANGUP ')) return { ...said, event: 'lost', phase: 'greeting' };
  return said;
}

function withoutEvent({ event: _event, ...rest }: Said): Said {
  return rest;
}
