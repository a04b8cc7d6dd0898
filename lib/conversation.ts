import type { Conversation } from './conversation-state.ts';
import { createCopies } from './copies.ts';
import { createEchoes } from './echoes.ts';
import type { Line } from './lines.ts';
import { parseCommand } from './smtp/command.ts';
import { createMessageReader, type MessageReader } from './smtp/content.ts';
import { looksEncoded } from './smtp/credentials.ts';
import { createLogins } from './smtp/login.ts';
import { EVENT_PHASES, phaseOf } from './smtp/phase.ts';
import { readQuoted } from './quoted.ts';
import { splitReply } from './smtp/reply.ts';
import { createClock } from './smtp/time.ts';
import { learn } from './smtp/told.ts';
import { unseenCommand } from './smtp/unseen.ts';
import { enhancedOf, isGarbage } from './smtp/words.ts';
import type { Dialect, Entry, Exchange, Phase, Reply, ReplyLine, Said, Session } from './types.ts';

/**
 * Pairs commands with replies on one connection, whatever tool wrote the log: multi-line replies,
 * pipelining (RFC 2920), logins (RFC 4954), the message's content, replies said twice.
 */
export function createConversation(dialect: Dialect): Conversation {
  const session = emptySession(dialect);
  const { entries, exchanges } = session;
  /** Indexes of exchanges whose reply is still to come, in order. */
  let pending: number[] = [];
  /** The reply whose last line is still to come. */
  let open: { reply: OpenReply; exchange: number } | undefined;
  const echoes = createEchoes(entries, (index) => accept(index));
  /** Answers to a 334, decoded, whose encoded form is still to come. */
  const decoded: number[] = [];
  /** A note that quotes a reply, which may go on over the next lines. */
  let quoting: { entry: number; text: string; verb?: string } | undefined;
  /** A closing sentence with a reply in it that stands above the dialogue: settled at the end. */
  let above: typeof quoting;
  const closings = new Map<string, number>(); // the tool's last words → the entry that says them first
  let mode: 'command' | 'auth' | 'message' = 'command';
  let phase: Phase = 'connect';
  const logins = createLogins(session);
  const copies = createCopies(session);
  let reader: MessageReader | undefined;
  let ended = false;
  /** A line of the client has come: this log shows both sides. */
  let heard = false;
  let begun = false;
  const clock = createClock();

  const add = (line: Line, said: Said, rest: Partial<Entry> & Pick<Entry, 'from' | 'kind'>) => {
    const ms = clock.at(said.time);
    entries.push({
      line: line.number,
      endLine: line.number,
      phase,
      text: said.text.trim(),
      at: said.at ?? 0,
      ...(ms === undefined ? {} : { ms }),
      ...rest,
    });
    if (said.secret) session.secrets.push({ line: line.number, ...said.secret });
    if (session.firstLine === 0) session.firstLine = line.number;
    session.lastLine = line.number;
    return entries.length - 1;
  };

  // ── the server ────────────────────────────────────────────────────────────────────────────────

  const server = (line: Line, said: Said): void => {
    const parts = splitReply(said.text);
    const [first] = parts;
    if (!first) return unreadable(line, said);
    const shape = {
      from: 'server',
      kind: 'reply',
      reply: { code: first.code, text: first.text, more: first.more, ...enhancedOf(first) },
      ...(parts.length > 1 ? { parts } : {}),
    } as const;
    const twin = said.repeats ? exchanges.findLast(({ reply }) => reply)?.reply : undefined;
    if (twin?.code === first.code) {
      const { phase: same, exchange = 0 } = entries[twin.entry] as Entry;
      add(line, said, { ...shape, phase: same, exchange, duplicateOf: twin.entry });
      return;
    }
    const replyPhase = open && open.reply.code === first.code ? phase : nextPhase();
    const index = add(line, said, { ...shape, phase: replyPhase });
    begun = true;
    if (said.echo) return echoes.add(index);
    echoes.settle(index, parts.length > 1);
    accept(index, said.answers);
  };

  /** What the server says is no reply: nothing at all, or bytes of a TLS record. */
  const unreadable = (line: Line, said: Said): void => {
    const before = entries.at(-1);
    if (said.continues && before?.from === 'server') {
      before.endLine = line.number;
      session.lastLine = line.number;
      return;
    }
    const silent = said.text.trim() === '';
    const event = silent ? 'silence' : isGarbage(said.text) ? 'garbage' : 'remark';
    const exchange = silent ? pending.shift() : undefined;
    const shown = phaseOfExchange(exchange) ?? nextPhase();
    const index = add(line, said, {
      from: 'server',
      kind: 'note',
      event,
      phase: shown,
      ...(exchange === undefined ? {} : { exchange }),
    });
    if (!silent) (entries[index] as Entry).text = '';
    begun = true;
    if (mode === 'message') mode = 'command';
  };

  /** Takes a reply line into the exchange that it belongs to. */
  const accept = (index: number, answers?: string): void => {
    const entry = entries[index];
    if (!entry?.reply) return;
    const lines = entry.parts ?? [entry.reply];
    for (const line of lines) {
      if (open && open.reply.code === line.code) {
        open.reply.lines.push(line);
        if (line.enhanced !== undefined) open.reply.enhanced ??= line.enhanced;
      } else {
        const reply: OpenReply = { code: line.code, lines: [line], entry: index };
        if (line.enhanced !== undefined) reply.enhanced = line.enhanced;
        open = { reply, exchange: pair(reply, answers) };
      }
      entry.exchange = open.exchange;
      entry.phase = phaseOfExchange(open.exchange) ?? phase;
      if (!line.more) {
        settle(open.exchange);
        open = undefined;
      }
    }
    phase = entry.phase;
  };

  /** Finds the command that a reply answers. RFC 2920: replies come in the order of the commands. */
  const pair = (reply: Reply, answers?: string): number => {
    const waiting = pending.shift();
    if (waiting !== undefined) {
      (exchanges[waiting] as Exchange).reply = reply;
      return waiting;
    }
    const named = parseCommand(answers ?? '');
    if (named && (heard || exchanges.length === 0 || named.argument !== '')) {
      return exchanges.push({ command: { ...named, entry: reply.entry }, reply }) - 1;
    }
    const command = heard ? undefined : unseenCommand(exchanges, reply);
    if (command) {
      return exchanges.push({ command: { ...command, entry: reply.entry }, reply }) - 1;
    }
    const last = exchanges.at(-1);
    // Many tools do not show the message: what comes after the 354 answers its end.
    if (mode === 'message' && last?.reply?.code === 354) {
      mode = 'command';
      const end = { verb: '.', argument: '', entry: reply.entry };
      return exchanges.push({ command: end, reply }) - 1;
    }
    // LMTP answers the message once for each recipient. RFC 2033 section 4.2.
    const repeats = last?.command?.verb === '.' && exchanges.some(isLmtp);
    exchanges.push(repeats && last.command ? { command: last.command, reply } : { reply });
    return exchanges.length - 1;
  };

  /** A reply is complete: what may come next? */
  const settle = (index: number): void => {
    const { command, reply } = exchanges[index] as Exchange;
    if (!reply) return;
    const isLogin = command?.verb === 'AUTH' || command?.verb === '(auth-data)';
    if (reply.code === 334) {
      mode = 'auth';
      logins.prompt(reply.lines.at(-1)?.text ?? '');
    } else if (reply.code === 354) {
      mode = 'message';
      reader = createMessageReader(session.message);
    } else if (isLogin || command?.verb === 'DATA' || reply.code === 421) mode = 'command';
    if (reply.code === 421 || reply.code === 221) ended = true;
  };

  // ── the client ────────────────────────────────────────────────────────────────────────────────

  const client = (line: Line, said: Said): void => {
    if (said.echo) {
      const index = answerEntry(line, said);
      decoded.push(index);
      logins.copy(entries[index] as Entry, line.text, said.text);
      return;
    }
    echoes.promote();
    open = undefined;
    begun = true;
    heard = true;
    const last = exchanges[pending.at(-1) ?? -1]?.command?.verb;
    // A log of the client alone: no 354 and no 334 to go by.
    if (mode === 'command' && last === 'DATA' && !/^(?:QUIT|RSET)$/i.test(said.text.trim())) {
      mode = 'message';
      reader = createMessageReader(session.message);
    }
    // A log may begin in the middle of a message: a lone dot is no command.
    if (mode === 'message' || said.text.trim() === '.') {
      content(line, said);
      return;
    }
    // A log that begins in the middle of a login shows an answer first.
    const cut = exchanges.length === 0 && looksEncoded(said.text);
    const asked =
      mode === 'auth' || said.hidden === true || last === 'AUTH' || last === '(auth-data)' || cut;
    if (asked && !/^(?:QUIT|RSET|MAIL FROM:.*|AUTH .*)$/i.test(said.text.trim())) {
      answer(line, said);
      return;
    }
    mode = 'command';
    const command = parseCommand(said.text);
    if (!command) {
      add(line, said, { from: 'client', kind: 'note', event: 'remark' });
      return;
    }
    phase = phaseOf(command.verb) ?? phase;
    const index = add(line, said, { from: 'client', kind: 'command', verb: command.verb });
    const argument =
      command.verb === 'AUTH'
        ? logins.begin(entries[index] as Entry, line.text, command.argument)
        : command.argument;
    ask(index, command.verb, argument);
    if (command.verb === 'QUIT') ended = true;
  };

  const ask = (entry: number, verb: string, argument: string): void => {
    exchanges.push({ command: { verb, argument, entry } });
    pending.push(exchanges.length - 1);
    (entries[entry] as Entry).exchange = exchanges.length - 1;
  };

  const answerEntry = (line: Line, said: Said): number => {
    phase = 'auth';
    const shape = { from: 'client', kind: 'command', verb: '(auth-data)', text: '' } as const;
    return add(line, said, shape);
  };

  const answer = (line: Line, said: Said): void => {
    const index = answerEntry(line, said);
    for (const copy of decoded.splice(0)) (entries[copy] as Entry).duplicateOf = index;
    logins.answer(entries[index] as Entry, line.text, said.text, said.hidden === true);
    ask(index, '(auth-data)', '');
    mode = 'auth';
  };

  const content = (line: Line, said: Said): void => {
    phase = 'message';
    const whole = said.event === 'content' ? { content: 'whole' as const } : undefined;
    const read = whole ?? reader?.read(said.text.replace(/\r$/, '')) ?? { content: 'end' };
    if (whole) for (const one of said.text.split('\n')) reader?.read(one.trimEnd());
    const shape = { from: 'client', kind: 'content', verb: '(data)', text: '' } as const;
    const index = add(line, said, { ...shape, ...read });
    if (read.content !== 'end' && !whole) return;
    // Some tools show the final dot as well, after a line that stands for the whole message.
    if (exchanges[pending.at(-1) ?? -1]?.command?.verb !== '.') ask(index, '.', '');
    mode = 'command';
  };

  // ── the tool ──────────────────────────────────────────────────────────────────────────────────

  const note = (line: Line, said: Said): void => {
    const before = entries.at(-1);
    if (said.continues && before?.kind === 'note') {
      before.endLine = line.number;
      session.lastLine = line.number;
      if (before.text.length < 2000) before.text += `\n${said.text}`;
      if (quoting) quoting.text += `\n${said.text}`;
      return;
    }
    const event = said.event ?? 'remark';
    if (event !== 'remark') echoes.promote();
    if (said.peer) session.peer = said.peer;
    if (event === 'connecting' || event === 'connected') begun = true;
    if (event === 'closed') ended = true;
    const quotes = said.quote?.verb;
    const at = EVENT_PHASES[event] ?? (quotes === undefined ? undefined : phaseOf(quotes));
    const garbage = isGarbage(said.text);
    const index = add(line, said, {
      from: 'tool',
      kind: 'note',
      event,
      phase: at ?? nextPhase(),
      ...(garbage ? { text: said.text.replace(/[^\x20-\x7e]+/g, ' ').trim() } : {}),
    });
    if (said.quote) {
      quoting = { entry: index, text: said.quote.text, ...(quotes ? { verb: quotes } : {}) };
      if (event === 'failed' && exchanges.length === 0) above = quoting;
      return;
    }
    if (event === 'failed' || event === 'auth-failed') {
      const first = closings.get(said.text) ?? index;
      closings.set(said.text, first);
      if (first < index) (entries[index] as Entry).duplicateOf = first;
    }
  };

  /** The quoted reply stands in the log already, or the note is all that is known of it. */
  const resolveQuote = (): void => {
    if (!quoting) return;
    const { entry: index, text, verb } = quoting;
    const isAbove = quoting === above;
    quoting = undefined;
    const quoted = readQuoted(text);
    const entry = entries[index];
    if (!quoted || !entry) return;
    entry.reply = quoted.first;
    const { repeats } = quoted;
    const said = exchanges.findLast(({ reply }) => reply && (!isAbove || repeats(reply)))?.reply;
    if (said && repeats(said)) {
      entry.duplicateOf = said.entry;
      return;
    }
    const at = pending.findLastIndex((waiting) => exchanges[waiting]?.command?.verb === verb);
    if (verb !== undefined && at < 0 && exchanges.length > 0) return;
    const alone = exchanges.length === 0 && (isAbove || verb !== undefined);
    if (alone) {
      exchanges.push(verb === undefined ? {} : { command: { verb, argument: '', entry: index } });
    }
    if (isAbove) Object.assign(entry, { from: 'server', kind: 'reply', event: undefined });
    const exchange = alone ? 0 : pending[at < 0 ? 0 : at];
    if (exchange === undefined) return;
    pending = pending.slice((at < 0 ? 0 : at) + 1);
    (exchanges[exchange] as Exchange).reply = { ...quoted.reply, entry: index };
    entry.exchange = exchange;
    settle(exchange);
    mode = 'command';
  };

  const nextPhase = (): Phase => {
    // In a log of the client alone no command ever gets its reply.
    const waiting = exchanges.some(({ reply }) => reply) ? pending[0] : pending.at(-1);
    if (waiting !== undefined) return phaseOfExchange(waiting) ?? phase;
    if (mode === 'message') return 'message';
    return exchanges.length === 0 && phase === 'connect' && begun ? 'greeting' : phase;
  };

  const phaseOfExchange = (index: number | undefined): Phase | undefined => {
    if (index === undefined) return undefined;
    const verb = exchanges[index]?.command?.verb;
    return verb === undefined && index > 0 ? undefined : phaseOf(verb);
  };

  return {
    push(line, said) {
      learn(session, said);
      if (said.copyOf !== undefined) {
        // What is copied may belong to the connection before.
        if (!copies.add(line, said.copyOf)) note(line, { side: 'note', text: said.text });
        return;
      }
      if (!(said.continues && said.side === 'note')) {
        if (quoting === above) quoting = undefined;
        else resolveQuote();
      }
      if (said.side === 'server') server(line, said);
      else if (said.event === 'content') content(line, said);
      else if (said.side === 'client') client(line, said);
      else note(line, said);
    },
    stretch(endLine) {
      const last = entries.at(-1);
      if (last) last.endLine = endLine;
      session.lastLine = Math.max(session.lastLine, endLine);
    },
    state: () => ({
      begun,
      talked: exchanges.length > 0 || echoes.waiting(),
      awaits: pending.length > 0 || open !== undefined,
      ended,
      heard,
      sameReplySoFar: echoes.waiting(),
    }),
    end() {
      if (quoting !== above) resolveQuote();
      quoting = above;
      resolveQuote();
      echoes.promote();
      const span = clock.span();
      if (span !== undefined) session.durationMs = span;
      return session;
    },
  };
}

type OpenReply = Omit<Reply, 'lines'> & { lines: ReplyLine[] };

function emptySession({ id, title }: Dialect): Session {
  const lists = { entries: [], exchanges: [], secrets: [] };
  return { dialect: id, title, firstLine: 0, lastLine: 0, ...lists, message: {} };
}

function isLmtp(exchange: Exchange): boolean {
  return exchange.command?.verb === 'LHLO';
}
