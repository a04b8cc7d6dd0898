import type { Turn } from './conversation-state.ts';
import { parseCommand } from './smtp/command.ts';
import type { Logins } from './smtp/login.ts';
import { phaseOf } from './smtp/phase.ts';
import { unseenCommand } from './smtp/unseen.ts';
import type { Exchange, Phase, Reply, ReplyLine, Said, Session } from './types.ts';

/** Commands that wait for their replies, and the reply whose last line is still to come. */
export interface Pairing {
  /**
   * A command was sent.
   *
   * @param entry index of its entry
   */
  ask(entry: number, verb: string, argument: string): void;
  /**
   * Takes a reply line into the exchange that it belongs to.
   *
   * @param index of its entry
   * @param said what the log's own words tell of it: the command that it answered, whether the
   *   client tries again
   */
  accept(index: number, said?: Pick<Said, 'answers' | 'retries'>): void;
  /** A quoted reply is all that is known of one: it answers this exchange and those before it get none. */
  settleQuoted(exchange: number, reply: Reply): void;
  /** The client speaks: a reply whose last line did not come is over. */
  interrupt(): void;
  /** Nothing came back: the exchange that this leaves without a reply. */
  giveUp(): number | undefined;
  /** Whether a command waits for its reply, or a reply for its last line. */
  waits(): boolean;
  /** The verb of the last command that waits. */
  lastVerb(): string | undefined;
  /** The exchanges that wait, in order. */
  pending(): readonly number[];
  /** The step that the next line belongs to. */
  nextPhase(): Phase;
  /** The step that a reply line with this code belongs to: that of the reply which it goes on with, or the next. */
  phaseFor(code: number): Phase;
  /** The step that an exchange belongs to. */
  phaseOfExchange(index: number | undefined): Phase | undefined;
}

type OpenReply = Omit<Reply, 'lines'> & { lines: ReplyLine[] };

/**
 * Finds out which reply answers which command, also where several commands are sent at once
 * (RFC 2920), where the log shows one side alone, and where the message itself is not shown.
 *
 * @param session gets the exchanges
 * @param turn where the conversation stands; a complete reply changes it
 * @param logins learns what the server asks for
 * @param onMessage the server waits for the message
 */
export function createPairing(
  { entries, exchanges }: Session,
  turn: Turn,
  logins: Logins,
  onMessage: () => void,
): Pairing {
  /** Indexes of exchanges whose reply is still to come, in order. */
  let pending: number[] = [];
  /** The reply whose last line is still to come. */
  let open: { reply: OpenReply; exchange: number } | undefined;
  /** A reply has come. */
  let answered = false;
  let isLmtp = false;

  const phaseOfExchange = (index: number | undefined): Phase | undefined => {
    if (index === undefined) return undefined;
    const { command, isGreeting } = exchanges[index] ?? {};
    const isUnasked = command === undefined && index > 0 && !isGreeting;
    return isUnasked ? undefined : phaseOf(command?.verb);
  };

  const isQuit = (index: number): boolean => exchanges[index]?.command?.verb === 'QUIT';

  const nextPhase = (): Phase => {
    // In a log of the client alone no command ever gets its reply.
    const waiting = answered ? pending[0] : pending.at(-1);
    if (waiting !== undefined) return phaseOfExchange(waiting) ?? turn.phase;
    if (turn.mode === 'message') return 'message';
    return exchanges.length === 0 && turn.phase === 'connect' && turn.begun
      ? 'greeting'
      : turn.phase;
  };

  /** A log that leaves commands out names the one that a reply answered: another one still waits. */
  const fits = (verb: string): boolean => {
    const waiting = exchanges[pending[0] ?? -1]?.command?.verb;
    const isLogin = waiting === '(auth-data)' && verb === 'AUTH';
    return waiting === undefined || waiting === verb || isLogin;
  };

  /** Finds the command that a reply answers. RFC 2920: replies come in the order of the commands. */
  const pair = (reply: Reply, answers?: string): number => {
    const isGreeting = answers === 'CONNECT';
    const named = isGreeting ? undefined : parseCommand(answers ?? '');
    answered = true;
    if (isGreeting) return exchanges.push({ isGreeting, reply }) - 1;
    // 221 answers QUIT: what was asked before it got no reply. RFC 5321 section 4.2.3.
    const goodbye = reply.code === 221 ? pending.findIndex(isQuit) : 0;
    if (goodbye > 0) pending = pending.slice(goodbye);
    if (named === undefined || fits(named.verb)) {
      const waiting = pending.shift();
      if (waiting !== undefined) {
        (exchanges[waiting] as Exchange).reply = reply;
        return waiting;
      }
    }
    const isSure = turn.heard || exchanges.length === 0 || named?.verb === '.';
    if (named && (isSure || named.argument !== '')) {
      return exchanges.push({ command: { ...named, entry: reply.entry }, reply }) - 1;
    }
    const command = turn.heard ? undefined : unseenCommand(exchanges, reply);
    if (command) {
      return exchanges.push({ command: { ...command, entry: reply.entry }, reply }) - 1;
    }
    const last = exchanges.at(-1);
    // Some leave out the answer to a 334 for the sake of what is in it.
    if (turn.mode === 'auth' && last?.reply?.code === 334) {
      const answer = { verb: '(auth-data)', argument: '', entry: reply.entry };
      return exchanges.push({ command: answer, reply }) - 1;
    }
    // Many tools do not show the message: what comes after the 354 answers its end.
    if (turn.mode === 'message' && last?.reply?.code === 354) {
      turn.mode = 'command';
      const end = { verb: '.', argument: '', entry: reply.entry };
      return exchanges.push({ command: end, reply }) - 1;
    }
    // LMTP answers the message once for each recipient. RFC 2033 section 4.2.
    const repeats = last?.command?.verb === '.' && isLmtp;
    exchanges.push(repeats && last.command ? { command: last.command, reply } : { reply });
    return exchanges.length - 1;
  };

  /** Some write each line of the answer to EHLO with a blank behind its code, as if it were the last. */
  const unfinished = ({ code }: ReplyLine): typeof open => {
    const exchange = exchanges.length - 1;
    const { command, reply } = exchanges[exchange] ?? {};
    const isOffer = command?.verb === 'EHLO' || command?.verb === 'LHLO';
    if (!isOffer || !turn.heard || pending.length > 0 || code !== 250) return undefined;
    return reply?.code === code ? { reply: reply as OpenReply, exchange } : undefined;
  };

  /** A reply is complete: what may come next? */
  const settle = (index: number): void => {
    const { command, reply } = exchanges[index] as Exchange;
    if (!reply) return;
    const isLogin = command?.verb === 'AUTH' || command?.verb === '(auth-data)';
    if (reply.code === 334) {
      turn.mode = 'auth';
      logins.prompt(reply.lines.at(-1)?.text ?? '');
    } else if (reply.code === 354) {
      turn.mode = 'message';
      onMessage();
    } else if (isLogin || command?.verb === 'DATA' || reply.code === 421) turn.mode = 'command';
    if (reply.code === 421 || reply.code === 221) turn.ended = true;
    if (reply.code === 221) turn.saidGoodbye = true;
  };

  return {
    ask(entry, verb, argument) {
      if (verb === 'LHLO') isLmtp = true;
      exchanges.push({ command: { verb, argument, entry } });
      pending.push(exchanges.length - 1);
      const asked = entries[entry];
      if (asked) asked.exchange = exchanges.length - 1;
    },
    accept(index, { answers, retries } = {}) {
      const entry = entries[index];
      if (!entry?.reply) return;
      for (const line of entry.parts ?? [entry.reply]) {
        open ??= unfinished(line);
        if (open && open.reply.code === line.code) {
          open.reply.lines.push(line);
          if (line.enhanced !== undefined) open.reply.enhanced ??= line.enhanced;
        } else {
          const reply: OpenReply = { code: line.code, lines: [line], entry: index };
          if (retries) reply.retries = true;
          if (line.enhanced !== undefined) reply.enhanced = line.enhanced;
          open = { reply, exchange: pair(reply, answers) };
        }
        entry.exchange = open.exchange;
        entry.phase = phaseOfExchange(open.exchange) ?? turn.phase;
        if (!line.more) {
          settle(open.exchange);
          open = undefined;
        }
      }
      turn.phase = entry.phase;
    },
    settleQuoted(exchange, reply) {
      pending = pending.slice(pending.indexOf(exchange) + 1);
      (exchanges[exchange] as Exchange).reply = reply;
      answered = true;
      settle(exchange);
      turn.mode = 'command';
    },
    interrupt: () => (open = undefined),
    giveUp: () => pending.shift(),
    waits: () => pending.length > 0 || open !== undefined,
    lastVerb: () => exchanges[pending.at(-1) ?? -1]?.command?.verb,
    pending: () => pending,
    nextPhase,
    phaseFor: (code) => (open && open.reply.code === code ? turn.phase : nextPhase()),
    phaseOfExchange,
  };
}
