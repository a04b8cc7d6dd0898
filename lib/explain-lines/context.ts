import type { Entry, Exchange, Facts, Finding, Phase, Session } from '../types.ts';

/** One line and all that its explanation may look at. */
export interface Context {
  session: Session;
  facts: Facts;
  findings: readonly Finding[];
  index: number;
  entry: Entry;
  /** The exchange that the line, or the line it repeats, belongs to. */
  exchange: Exchange | undefined;
  /** The line repeats another one: what may go wrong is said there. */
  terse?: boolean;
}

/** @param index into `session.entries` */
export function contextOf(
  session: Session,
  facts: Facts,
  index: number,
  findings: readonly Finding[],
): Context | undefined {
  const entry = session.entries[index];
  if (!entry) return undefined;
  const at = exchangeIndex(session, entry);
  const exchange = at === undefined ? undefined : session.exchanges[at];
  return { session, facts, findings, index, entry, exchange };
}

/** Index of the exchange that a line belongs to; a copy belongs to the one of its original. */
export function exchangeIndex(session: Session, entry: Entry): number | undefined {
  if (entry.exchange !== undefined || entry.duplicateOf === undefined) return entry.exchange;
  const original = session.entries[entry.duplicateOf];
  return original?.exchange;
}

/**
 * The step that a reply belongs to: the verb of the command that it answers, `greeting` before
 * any, `.` for the message's end. Where the log shows no commands, the phase tells.
 */
export function stageOf({ session, exchange, entry }: Context): string {
  const verb = exchange?.command?.verb;
  if (verb === '(auth-data)') return 'AUTH';
  // A goodbye in the middle of a login gets the login's answer.
  if (verb === 'QUIT' && LOGIN_CODES.has(entry.reply?.code ?? 0)) return 'AUTH';
  return verb ?? stageByReply(session, exchange, entry) ?? STAGES[entry.phase];
}

/** A log of the server alone: some codes come at one step only. */
function stageByReply(
  session: Session,
  exchange: Exchange | undefined,
  { reply, phase }: Entry,
): string | undefined {
  if (!reply) return undefined;
  if (LOGIN_CODES.has(reply.code)) return 'AUTH';
  if (reply.code === 354) return 'DATA';
  if (reply.code === 221) return 'QUIT';
  const several = (exchange?.reply?.lines.length ?? 0) > 1;
  if (reply.code === 250 && several && exchange?.command === undefined) return 'EHLO';
  const first = exchange === undefined || session.exchanges[0] === exchange;
  if (first || (phase !== 'greeting' && phase !== 'connect')) return undefined;
  if (reply.code === 220) return 'STARTTLS';

  return 'unknown';
}

/** RFC 4954 section 6. */
const LOGIN_CODES = new Set([235, 334, 432, 525, 534, 535, 538]);

const STAGES: Readonly<Record<Phase, string>> = {
  connect: 'greeting',
  greeting: 'greeting',
  ehlo: 'EHLO',
  starttls: 'STARTTLS',
  auth: 'AUTH',
  mail: 'MAIL',
  rcpt: 'RCPT',
  data: 'DATA',
  message: '.',
  quit: 'QUIT',
};

/** Where a line stands among the lines of its reply: 0 for the first; and whether it is the last. */
export function placeInReply({ session, index, entry }: Context): { at: number; last: boolean } {
  const own = exchangeIndex(session, entry);
  let at = 0;
  for (let before = index - 1; before >= 0 && at < NEAR; before--) {
    const other = session.entries[before];
    const goesOn = other?.parts?.at(-1)?.more ?? other?.reply?.more ?? false;
    if (other?.kind !== 'reply' || !goesOn || exchangeIndex(session, other) !== own) break;
    if ((other.duplicateOf === undefined) !== (entry.duplicateOf === undefined)) break;
    at += other.parts?.length ?? 1;
  }
  return { at, last: !(entry.parts?.at(-1)?.more ?? entry.reply?.more ?? false) };
}

/** Whether the connection is encrypted when this exchange happens, as far as the log shows. */
export function isEncrypted({ session, facts, entry, index }: Context): boolean {
  if (facts.tls === 'implicit') return true;
  if (facts.tls !== 'starttls') return false;
  const own = exchangeIndex(session, entry) ?? indexBefore(session, index);
  const answered = hasServer(session);
  return session.exchanges.slice(0, own).some(
    ({ command, reply }) =>
      command?.verb === 'STARTTLS' &&
      // A log of the client alone: it goes on only if the encryption stands.
      (reply?.code === 220 || (reply === undefined && !answered)),
  );
}

/** Whether the log shows that this exchange goes over the network in the clear. */
export function isReadable(context: Context): boolean {
  return context.facts.tls !== 'unknown' && !isEncrypted(context);
}

/** For a note: the exchange that comes next after it. */
function indexBefore(session: Session, index: number): number {
  const next = session.entries
    .slice(index, index + NEAR)
    .find((other) => other.exchange !== undefined);
  return next?.exchange ?? session.exchanges.length;
}

/** How far around a line its circumstances are looked for, so that long sessions stay cheap. */
const NEAR = 200;

/** The note that nothing came back for this command, if the log shows it so. */
export function silenceAfter({ session, index, entry }: Context): Entry | undefined {
  return session.entries
    .slice(index, index + NEAR)
    .find((other) => other.event === 'silence' && other.exchange === entry.exchange);
}

/** Whether the log shows the server's side: one that does begins with it. */
export function hasServer(session: Session): boolean {
  return session.entries.slice(0, NEAR).some(({ from }) => from === 'server');
}

/** Number of the log's line for an index into `session.entries`. */
export function lineOf(session: Session, index: number | undefined): number | undefined {
  return index === undefined ? undefined : session.entries[index]?.line;
}

/** Whether the session failed, as far as the log shows. */
export function hasFailed({ outcome }: Facts): boolean {
  return outcome !== 'accepted' && outcome !== 'incomplete';
}

/** Whether this line is the one that decided, or a further line of the same reply. */
export function hasDecided({ session, facts, index, entry }: Context): boolean {
  const { decidingEntry } = facts;
  if (decidingEntry === undefined) return false;
  if (index === decidingEntry) return true;
  const deciding = session.entries[decidingEntry];
  return (
    index > decidingEntry &&
    entry.kind === 'reply' &&
    deciding?.kind === 'reply' &&
    entry.duplicateOf === undefined &&
    entry.exchange !== undefined &&
    entry.exchange === deciding.exchange
  );
}
