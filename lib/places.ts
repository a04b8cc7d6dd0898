import { advicePlaces } from './advice-places.ts';
import { bytes } from './explain-lines/words.ts';
import type { Ends } from './ends.ts';
import { hasTriedLogin } from './rules/evidence.ts';
import { textOf } from './smtp/facts.ts';
import { isWithoutReply } from './smtp/words.ts';
import type { Data, Facts, Phase, Session } from './types.ts';

/** Longest quotation of a server's words in a text, in characters. */
const LONGEST_QUOTE = 300;

/**
 * What fills the `{name}` places of the texts: names and numbers from the log, and what program and
 * provider ask for. A name that the log does not give has no entry.
 *
 * @param ends who sends and who receives, from `endsOf`
 */
export function placesOf(session: Session, facts: Facts, ends: Ends): Data {
  const { program } = ends;
  const words = decidingWords(facts);
  const host = facts.server?.host ?? session.peer?.host ?? hostIn(words);
  const port = session.peer?.port ?? facts.server?.port;
  const sender = facts.envelope.from;
  const { to } = facts.envelope;
  return known({
    ...advicePlaces(session, facts, ends),
    host,
    port,
    onPort: port === undefined ? '' : ` on port ${port}`,
    theServer: host === undefined ? 'the mail server' : `the mail server ${host}`,
    quotedHost: host === undefined ? '' : ` (“${host}”)`,
    isLocal: host !== undefined && LOCAL.test(host) ? '' : undefined,
    user: facts.auth.user,
    sender: sender === '' ? undefined : sender,
    otherSender: [sender, session.message.from].find(
      (one) => one !== undefined && one !== '' && !isSame(one, facts.auth.user),
    ),
    envelopeDomain: domainOf(sender),
    senderDomain: domainOf(session.message.from ?? sender),
    recipient: to.length === 1 && to[0] !== '' ? to[0] : undefined,
    toRecipient: to.length === 1 && to[0] !== undefined ? `to ${to[0]} ` : '',
    helo:
      session.exchanges.findLast(({ command }) => /^[EH][HE]LO$/.test(command?.verb ?? ''))?.command
        ?.argument || undefined,
    evidence: evidenceOf(facts),
    ip: addressIn(words),
    link: /https?:\/\/[^\s<>"')\]]{4,200}/.exec(words)?.[0].replace(/[.,;]$/, ''),
    wait: waitIn(words),
    limit: sizeOf(facts.offered.get('SIZE')),
    mechanisms: facts.offered.get('AUTH')?.split(/\s+/).join(', '),
    stage: STAGES[facts.failedAt ?? 'quit'],
    askedSsl: session.peer?.implicitTls === true ? '' : undefined,
    askedPlain: session.peer?.port === 465 && session.peer.implicitTls !== true ? '' : undefined,
    loggedIn: facts.auth.result === 'accepted' ? '' : undefined,
    notLoggedIn: facts.auth.result === 'accepted' ? undefined : '',
    broke: hasBroken(session, facts) ? '' : undefined,
    unclear: isUnclear(facts) ? '' : undefined,
    gaveUp: hasGivenUp(facts) ? '' : undefined,
    putOff: facts.outcome === 'deferred' ? '' : undefined,
    manyTries: /attempt|too (?:many|often)|frequen|repeated|tries/i.test(words) ? '' : undefined,
    atLogin: facts.failedAt === 'auth' ? '' : undefined,
    notTried: hasTriedLogin(session, facts) ? undefined : '',
    tried: hasTriedLogin(session, facts) ? '' : undefined,
    mechanism: facts.auth.mechanism,
    early: EARLY.has(facts.failedAt ?? 'quit') ? '' : undefined,
    atEnvelope: isAtEnvelope(session, facts) ? '' : undefined,
    anyFailure: /smtp connect\(\) failed/i.test(words) ? '' : undefined,
    atMessage: facts.failedAt === 'message' ? '' : undefined,
    later: EARLY.has(facts.failedAt ?? 'quit') ? undefined : '',
    ownSender: isSame(sender ?? '', facts.auth.user) ? '' : undefined,
    hasReply: facts.deciding?.reply === undefined ? undefined : '',
    fault: facts.deciding?.reply?.enhanced?.startsWith('4.3.') ? '' : undefined,
    ownWords: isOwnWords(session, facts) ? '' : undefined,
    serverWords: isOwnWords(session, facts) ? undefined : '',
    // Level 3 shows all that there is of a connection.
    debugStep: session.entries.some(({ event }) => event === 'connecting')
      ? undefined
      : program?.debugStep,
  });
}

/** Names and addresses of the sending machine itself. RFC 6761 section 6.3. */
const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/i;

/** The log shows that the sender or a recipient was refused, and no message was sent. A single reply does not. */
function isAtEnvelope({ entries }: Session, { deciding }: Facts): boolean {
  const verb = deciding?.command?.verb;
  if (verb !== 'MAIL' && verb !== 'RCPT') return false;
  return entries.some((entry) => entry.kind === 'command' && entry.verb === verb);
}

/** The message went out, and its answer did not come in time. */
function isUnclear({ outcome, failedAt }: Facts): boolean {
  return failedAt === 'message' && (outcome === 'dropped' || outcome === 'incomplete');
}

/** Steps before a mail is offered. */
const EARLY: ReadonlySet<Phase> = new Set(['connect', 'greeting', 'ehlo']);

/** When it happened, as an adverbial. */
const STAGES: Readonly<Record<Phase, string>> = {
  connect: 'while it was being set up',
  greeting: 'before its greeting',
  ehlo: 'right after the greeting',
  starttls: 'while encryption was being set up',
  auth: 'during the login',
  mail: 'when the sender was named',
  rcpt: 'when the recipient was named',
  data: 'before the message was handed over',
  message: 'while the message was handed over',
  quit: 'in mid-conversation',
};

const IP =
  /\b(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}\b|\[[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}\]/gi;

/** The address that a refusal names; of several nobody knows which is the sender's. */
function addressIn(words: string): string | undefined {
  const found = new Set((words.match(IP) ?? []).map((ip) => ip.replace(/[[\]]/g, '')));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The program sums up a failure, and the server's answer is not in the log. */
function isOwnWords({ entries }: Session, { deciding, decidingEntry }: Facts): boolean {
  const event = entries[decidingEntry ?? -1]?.event;
  return deciding?.reply === undefined && (event === 'failed' || event === 'auth-failed');
}

/** The log shows that the connection ended, and not only that no answer came. */
function hasBroken({ entries }: Session, { failedAt }: Facts): boolean {
  if (failedAt === 'connect' || failedAt === 'greeting') return true;
  return entries.some(
    ({ event, kind, text }) =>
      kind === 'note' &&
      (event === 'lost' || /reset by peer|broken pipe/i.test(text)) &&
      !isWithoutReply(text),
  );
}

/** Exim: `retry timeout exceeded`; the mail goes back to its sender. */
function hasGivenUp({ outcome, decidingText }: Facts): boolean {
  return (
    outcome !== 'deferred' &&
    /retry timeout exceeded|failing for a long time/i.test(decidingText) &&
    !/will (?:be )?retr/i.test(decidingText)
  );
}

function decidingWords(facts: Facts): string {
  return facts.deciding?.reply ? textOf(facts.deciding.reply) : facts.decidingText;
}

/** PHP 8: `getaddrinfo for smtp.example.com failed`; PHP: `Unable to connect to smtp.example.com:587`. */
function hostIn(words: string): string | undefined {
  return /(?:getaddrinfo for|unable to connect to) (?:ssl:\/\/|tls:\/\/)?([A-Za-z0-9][\w.-]{2,253})/i.exec(
    words,
  )?.[1];
}

/** The server's or the program's own words, with codes, on one line. */
function evidenceOf(facts: Facts): string | undefined {
  const reply = facts.deciding?.reply;
  const isReply = reply !== undefined && reply.code >= 400;
  const words = isReply
    ? [reply.code, reply.enhanced, textOf(reply)].filter((part) => part !== undefined).join(' ')
    : facts.decidingText;
  // Control characters are what is left of a TLS record; the path of a script is nobody's business.
  const text = words
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffd\s]+/g, ' ')
    .replace(/\[[^\]]{1,300} line \d{1,6}\]/, '')
    .trim()
    .replace(/:$/, '');
  if (text === '') return undefined;
  const short = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return `“${short}”`;
}

/** `Greylisted for 300 seconds` → `5 minutes` */
function waitIn(words: string): string | undefined {
  const match = /\b(\d{1,5}) ?(s|sec|seconds?|min|minutes?|hours?)\b/i.exec(words);
  if (!match) return undefined;
  const amount = Number(match[1]);
  const unit = (match[2] ?? '').toLowerCase();
  if (unit.startsWith('h')) return amount === 1 ? 'an hour' : `${amount} hours`;
  const minutes = unit.startsWith('m') ? amount : Math.ceil(amount / 60);
  return minutes <= 1 ? 'a minute' : `${minutes} minutes`;
}

/** Octets → `10 MB`. RFC 1870 section 3: 0 or nothing stands for no fixed limit. */
function sizeOf(parameter: string | undefined): string | undefined {
  const octets = Number(parameter ?? 0);
  if (!Number.isSafeInteger(octets) || octets <= 0) return undefined;
  return bytes(octets);
}

function isSame(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}

function domainOf(address: string | undefined): string | undefined {
  const at = address?.lastIndexOf('@') ?? -1;
  return at < 0 ? undefined : address?.slice(at + 1);
}

function known(values: Readonly<Record<string, string | number | undefined>>): Data {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Data;
}
