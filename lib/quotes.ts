import type { Pairing } from './pairing.ts';
import { readQuoted } from './quoted.ts';
import { phaseOf } from './smtp/phase.ts';
import type { Exchange, Said, Session } from './types.ts';

/** The replies that a program's sentences quote. */
export interface Quotes {
  /** @param index of the entry of a note that quotes a reply, which may go on over the next lines */
  begin(index: number, said: Said): void;
  /** The note goes on. */
  goOn(text: string): void;
  /** The note is over: the quoted reply stands in the log already, or the note is all that is known of it. */
  resolve(): void;
  /** The log is over. */
  end(): void;
}

/** @param session whose entries and exchanges are completed */
export function createQuotes({ entries, exchanges }: Session, pairing: Pairing): Quotes {
  let quoting: { entry: number; text: string; verb?: string } | undefined;
  /** A closing sentence with a reply in it that stands above the dialogue: settled at the end. */
  let above: typeof quoting;

  const settle = (): void => {
    if (!quoting) return;
    const { entry: index, text, verb } = quoting;
    const isAbove = quoting === above;
    quoting = undefined;
    const quoted = readQuoted(text);
    const entry = entries[index];
    if (!quoted || !entry) return;
    entry.reply = quoted.first;
    const { repeats } = quoted;
    // Guesses are good where the log shows all that the server said.
    const isCut = exchanges[0]?.reply?.code !== 220;
    const guessed = exchanges.find(
      (one) => isCut && one.reply && isGuessed(one) && repeats(one.reply),
    );
    if (guessed?.reply && verb !== undefined) {
      entry.duplicateOf = guessed.reply.entry;
      nameCommand(guessed, verb);
      return;
    }
    const said = exchanges.findLast(({ reply }) => reply && (!isAbove || repeats(reply)))?.reply;
    if (said && repeats(said)) {
      entry.duplicateOf = said.entry;
      return;
    }
    const pending = pairing.pending();
    const at = pending.findLastIndex((waiting) => exchanges[waiting]?.command?.verb === verb);
    // The dialogue below the sentence is cut off before the reply that the sentence quotes.
    const isBeyond =
      isAbove &&
      verb !== undefined &&
      at < 0 &&
      exchanges.every(({ reply }) => reply === undefined || reply.code < 400);
    if (isBeyond && exchanges.length > 0) {
      exchanges.push({ command: { verb, argument: '', entry: index } });
      Object.assign(entry, { from: 'server', kind: 'reply', event: undefined });
      entry.exchange = exchanges.length - 1;
      pairing.settleQuoted(exchanges.length - 1, { ...quoted.reply, entry: index });
      return;
    }
    if (verb !== undefined && at < 0 && exchanges.length > 0) return;
    const alone = exchanges.length === 0 && (isAbove || verb !== undefined);
    if (alone) {
      exchanges.push(verb === undefined ? {} : { command: { verb, argument: '', entry: index } });
    }
    if (isAbove) Object.assign(entry, { from: 'server', kind: 'reply', event: undefined });
    const exchange = alone ? 0 : pending[at < 0 ? 0 : at];
    if (exchange === undefined) return;
    entry.exchange = exchange;
    pairing.settleQuoted(exchange, { ...quoted.reply, entry: index });
  };

  /** A log that shows the server alone: the program's sentence says what the reply answered. */
  const nameCommand = (exchange: Exchange, verb: string): void => {
    const at = exchanges.indexOf(exchange);
    const phase = phaseOf(verb);
    if (phase === undefined || !exchange.reply || exchange.command?.verb === verb) return;
    exchange.command = { verb, argument: '', entry: exchange.reply.entry };
    for (const entry of entries) if (entry.exchange === at) entry.phase = phase;
  };

  return {
    begin(index, { quote, event }) {
      if (!quote) return;
      quoting = { entry: index, text: quote.text, ...(quote.verb ? { verb: quote.verb } : {}) };
      if (event === 'failed' && exchanges.length === 0) above = quoting;
    },
    goOn(text) {
      if (quoting) quoting.text += `\n${text}`;
    },
    resolve() {
      if (quoting === above) quoting = undefined;
      else settle();
    },
    end() {
      if (quoting !== above) settle();
      quoting = above;
      settle();
    },
  };
}

/** The command is not in the log: which one it was follows from the reply, or nothing is known. */
function isGuessed({ command, reply }: Exchange): boolean {
  return command === undefined || command.entry === reply?.entry;
}
