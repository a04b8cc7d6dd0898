import type { Entry, Exchange, Phase, Session } from '../types.ts';
import { indexesOf } from './evidence.ts';

/** A stretch of time between two lines of a log, and what it was spent on. */
export interface Wait {
  /** The step; `pause` where the sending program itself let time pass, `upload` for the message on its way. */
  step: Phase | 'pause' | 'upload' | 'handshake';
  /** In milliseconds, by the stamps. */
  ms: number;
  /** The same, without what the stamps round off: so long it was for certain. */
  least: number;
  /** Indexes of the entries: the line that ended the wait, then the one that began it. */
  entries: readonly [number, number];
}

/**
 * How long each step of a session took, by the time stamps of a dialogue. Lines of mail servers
 * that tell of a whole delivery have no steps: between two of them the mail lay in a queue.
 */
export function waitsOf(session: Session): Wait[] {
  const rounding = roundingOf(session.entries);
  const waits: Wait[] = [];
  const add = (step: Wait['step'], began: number | undefined, ended: number | undefined): void => {
    if (began === undefined || ended === undefined || ended <= began) return;
    const from = session.entries[began]?.ms;
    const to = session.entries[ended]?.ms;
    if (from === undefined || to === undefined) return;
    const ms = to - from;
    waits.push({ step, ms, least: ms - rounding, entries: [ended, began] });
  };
  addConnection(session, add);
  let before: Exchange | undefined;
  for (const exchange of session.exchanges) {
    const { command, reply } = exchange;
    // A line that tells of both at once shows no time between them.
    if (command && command.entry === reply?.entry) continue;
    add(betweenOf(before, command?.verb), lastEntry(before), command?.entry);
    if (command) add(phaseOf(session, command.entry), command.entry, reply?.entry);
    before = exchange;
  }
  return waits;
}

type Add = (step: Wait['step'], began: number | undefined, ended: number | undefined) => void;

function addConnection(session: Session, add: Add): void {
  const [connecting] = indexesOf(session, ({ event }) => event === 'connecting');
  const [connected] = indexesOf(session, ({ event }) => event === 'connected');
  const [first] = session.exchanges;
  const greeting = first && !first.command ? first.reply?.entry : undefined;
  add('connect', connecting, connected);
  // Without a note in between it may have been either.
  if (connected !== undefined) add('greeting', connected, greeting);
  else add('connect', connecting, greeting);
}

/** What goes on after a reply until the next command. */
function betweenOf(before: Exchange | undefined, verb: string | undefined): Wait['step'] {
  if (before?.reply?.code === 354 && verb === '.') return 'upload';
  if (before?.command?.verb === 'STARTTLS' && before.reply?.code === 220) return 'handshake';
  return 'pause';
}

function lastEntry(exchange: Exchange | undefined): number | undefined {
  const { reply } = exchange ?? {};
  return reply && reply.entry + reply.lines.length - 1;
}

function phaseOf({ entries }: Session, index: number): Phase {
  return entries[index]?.phase ?? 'quit';
}

/** Stamps of whole seconds or minutes can be off by one of them, in milliseconds. */
function roundingOf(entries: readonly Entry[]): number {
  const stamps = entries.flatMap(({ ms }) => (ms === undefined ? [] : [ms]));
  const isWhole = (unit: number): boolean => stamps.every((ms) => ms % unit === 0);
  // A few stamps may be whole minutes apart by chance.
  if (stamps.length > 5 && isWhole(60_000) && stamps.some((ms) => ms > 0)) return 60_000;
  return isWhole(1000) ? 1000 : 0;
}
