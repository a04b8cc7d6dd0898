import type { Entry, Event, Exchange, Facts, Outcome, Session } from '../types.ts';

const NO_FAILURE: ReadonlySet<Outcome> = new Set(['accepted', 'incomplete']);

/** Whether something stopped the mail, or a part of it. */
export function hasFailed(facts: Facts): boolean {
  return !NO_FAILURE.has(facts.outcome);
}

/** The entries that decided: the deciding one first, then the rest of its reply and the command. */
export function decidingEntries(session: Session, facts: Facts): number[] {
  const first = facts.decidingEntry === undefined ? [] : [facts.decidingEntry];
  return [...new Set([...first, ...exchangeEntries(session, facts.deciding)])];
}

/** Entries of an exchange: its reply's lines, then its command. Repetitions by the tool are left out. */
export function exchangeEntries(session: Session, exchange: Exchange | undefined): number[] {
  const at = exchange ? session.exchanges.indexOf(exchange) : -1;
  if (at < 0) return [];
  const mine = (kind: Entry['kind']): number[] =>
    indexesOf(
      session,
      (entry) => entry.exchange === at && entry.kind === kind && entry.duplicateOf === undefined,
    );
  return [...mine('reply'), ...mine('command')];
}

/** Indexes of the entries for which a test holds. */
export function indexesOf(session: Session, test: (entry: Entry) => boolean): number[] {
  return session.entries.flatMap((entry, index) => (test(entry) ? [index] : []));
}

/** The last EHLO, HELO or LHLO that was answered with 250. */
export function lastHello(session: Session): Exchange | undefined {
  return session.exchanges.findLast(
    ({ command, reply }) => command !== undefined && HELLO.has(command.verb) && reply?.code === 250,
  );
}

/** The first line of the server's list of extensions. */
export function helloLine(session: Session): number[] {
  const entry = lastHello(session)?.reply?.entry;
  return entry === undefined ? [] : [entry];
}

/**
 * A login was begun: its first command may be left out of the log and its data are not, or the
 * server's answer to them is all that is shown.
 */
export function hasTriedLogin({ entries, exchanges }: Session, { auth }: Facts): boolean {
  const isJudged = entries.some(({ reply }) => reply?.code === 535 || reply?.code === 534);
  if (isJudged || auth.attempted.length > 0) return true;
  return exchanges.some(({ command }) => command?.verb === '(auth-data)');
}

/** The log shows the connection itself, and not only a program's summary. */
export function hasConnected({ entries }: Session): boolean {
  return entries.some(
    ({ event = 'remark', told, phase }) =>
      CONNECTED.has(event) || (event === 'connect-failed' && told === true && phase === 'greeting'),
  );
}

const CONNECTED: ReadonlySet<Event> = new Set(['connected', 'silence', 'lost', 'timeout']);
const HELLO = new Set(['EHLO', 'HELO', 'LHLO']);
