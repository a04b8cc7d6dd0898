import type { Conversation, Turn } from './conversation-state.ts';
import { createCopies } from './copies.ts';
import { createEchoes } from './echoes.ts';
import type { Line } from './lines.ts';
import { parseCommand } from './smtp/command.ts';
import { createMessageReader, type MessageReader } from './smtp/content.ts';
import { looksEncoded } from './smtp/credentials.ts';
import { createLogins } from './smtp/login.ts';
import { isOtherService } from './smtp/other-service.ts';
import { EVENT_PHASES, phaseOf } from './smtp/phase.ts';
import { createPairing } from './pairing.ts';
import { createQuotes } from './quotes.ts';
import { splitReply } from './smtp/reply.ts';
import { createClock } from './smtp/time.ts';
import { learn } from './smtp/told.ts';
import { enhancedOf, isGarbage } from './smtp/words.ts';
import type { Dialect, Entry, Said, Session } from './types.ts';

/** UTF-16 units of a note over several lines that are kept. */
const MAX_NOTE = 2000;

/**
 * Pairs commands with replies on one connection, whatever tool wrote the log: multi-line replies,
 * pipelining (RFC 2920), logins (RFC 4954), the message's content, replies said twice.
 */
export function createConversation(dialect: Dialect): Conversation {
  const session = emptySession(dialect);
  const { entries, exchanges } = session;
  const turn: Turn = {
    mode: 'command',
    phase: 'connect',
    begun: false,
    heard: false,
    ended: false,
    saidGoodbye: false,
  };
  let reader: MessageReader | undefined;
  const logins = createLogins(session);
  const pairing = createPairing(session, turn, logins, () => {
    reader = createMessageReader(session.message);
  });
  const echoes = createEchoes(entries, (index) => pairing.accept(index));
  const quotes = createQuotes(session, pairing);
  const copies = createCopies(session);
  /** Answers to a 334, decoded, whose encoded form is still to come. */
  const decoded: number[] = [];
  /** The tool's last words, and the entry that says them first. */
  const closings = new Map<string, number>();
  const clock = createClock();

  const add = (line: Line, said: Said, rest: Partial<Entry> & Pick<Entry, 'from' | 'kind'>) => {
    const ms = clock.at(said.time);
    if (said.time !== undefined) session.startedAt ??= said.time;
    entries.push({
      line: line.number,
      endLine: line.number,
      phase: turn.phase,
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
    const index = add(line, said, { ...shape, phase: pairing.phaseFor(first.code) });
    turn.begun = true;
    if (said.echo) return echoes.add(index);
    echoes.settle(index, parts.length > 1);
    pairing.accept(index, said);
  };

  /** What the server says is no reply: nothing at all, or bytes of a TLS record. */
  const unreadable = (line: Line, said: Said): void => {
    const before = entries.at(-1);
    if (said.continues && before?.from === 'server') {
      before.endLine = line.number;
      session.lastLine = line.number;
      return;
    }
    // IMAP, POP3 or the web answers where the greeting was due.
    if (isOtherService(said.text) && !exchanges.some(({ reply }) => reply)) {
      const shape = { event: 'connect-failed', phase: 'greeting', told: true } as const;
      add(line, said, { from: 'server', kind: 'note', ...shape });
      turn.begun = true;
      return;
    }
    const silent = said.text.trim() === '';
    const event = silent ? 'silence' : isGarbage(said.text) ? 'garbage' : 'remark';
    const exchange = silent ? pairing.giveUp() : undefined;
    const shown = pairing.phaseOfExchange(exchange) ?? pairing.nextPhase();
    const index = add(line, said, {
      from: 'server',
      kind: 'note',
      event,
      phase: shown,
      ...(exchange === undefined ? {} : { exchange }),
    });
    if (!silent) (entries[index] as Entry).text = '';
    turn.begun = true;
    if (turn.mode === 'message') turn.mode = 'command';
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
    pairing.interrupt();
    turn.begun = true;
    turn.heard = true;
    const last = pairing.lastVerb();
    // A log of the client alone: no 354 and no 334 to go by.
    if (turn.mode === 'command' && last === 'DATA' && !/^(?:QUIT|RSET)$/i.test(said.text.trim())) {
      turn.mode = 'message';
      reader = createMessageReader(session.message);
    }
    // A log may begin in the middle of a message: a lone dot is no command.
    if (turn.mode === 'message' || said.text.trim() === '.') {
      content(line, said);
      return;
    }
    // A log that begins in the middle of a login shows an answer first.
    const cut = exchanges.length === 0 && looksEncoded(said.text);
    const asked =
      turn.mode === 'auth' ||
      said.hidden === true ||
      last === 'AUTH' ||
      last === '(auth-data)' ||
      cut;
    if (asked && !/^(?:QUIT|RSET|MAIL FROM:.*|AUTH .*)$/i.test(said.text.trim())) {
      answer(line, said);
      return;
    }
    turn.mode = 'command';
    const command = parseCommand(said.text);
    if (!command) {
      add(line, said, { from: 'client', kind: 'note', event: 'remark' });
      return;
    }
    turn.phase = phaseOf(command.verb) ?? turn.phase;
    const index = add(line, said, { from: 'client', kind: 'command', verb: command.verb });
    const argument =
      command.verb === 'AUTH'
        ? logins.begin(entries[index] as Entry, line.text, command.argument)
        : command.argument;
    pairing.ask(index, command.verb, argument);
    if (command.verb === 'QUIT') turn.ended = turn.saidGoodbye = true;
  };

  const answerEntry = (line: Line, said: Said): number => {
    turn.phase = 'auth';
    const shape = { from: 'client', kind: 'command', verb: '(auth-data)', text: '' } as const;
    return add(line, said, shape);
  };

  const answer = (line: Line, said: Said): void => {
    const index = answerEntry(line, said);
    for (const copy of decoded.splice(0)) (entries[copy] as Entry).duplicateOf = index;
    logins.answer(entries[index] as Entry, line.text, said.text, said.hidden === true);
    pairing.ask(index, '(auth-data)', '');
    turn.mode = 'auth';
  };

  const content = (line: Line, said: Said): void => {
    turn.phase = 'message';
    const whole = said.event === 'content' ? { content: 'whole' as const } : undefined;
    const read = whole ?? reader?.read(said.text.replace(/\r$/, '')) ?? { content: 'end' };
    if (whole) for (const one of said.text.split('\n')) reader?.read(one.trimEnd());
    const shape = { from: 'client', kind: 'content', verb: '(data)', text: '' } as const;
    const index = add(line, said, { ...shape, ...read });
    if (read.content !== 'end' && !whole) return;
    // Some tools show the final dot as well, after a line that stands for the whole message.
    if (pairing.lastVerb() !== '.') pairing.ask(index, '.', '');
    turn.mode = 'command';
  };

  // ── the tool ──────────────────────────────────────────────────────────────────────────────────

  const note = (line: Line, said: Said): void => {
    const before = entries.at(-1);
    if (said.continues && before?.kind === 'note') {
      before.endLine = line.number;
      session.lastLine = line.number;
      if (before.text.length < MAX_NOTE) before.text += `\n${said.text}`;
      quotes.goOn(said.text);
      return;
    }
    const event = said.event ?? 'remark';
    if (event !== 'remark') echoes.promote();
    if (event === 'connecting' || event === 'connected') turn.begun = true;
    if (event === 'closed') turn.ended = turn.saidGoodbye = true;
    // `status=deferred` behind a dialogue: Postfix tries another server after a 5xx for a greeting.
    const greeting = exchanges[0]?.command ? undefined : exchanges[0]?.reply;
    if (said.retries && greeting && greeting.code >= 500) greeting.retries = true;
    const verb = said.quote?.verb;
    const at = EVENT_PHASES[event] ?? (verb === undefined ? undefined : phaseOf(verb));
    const garbage = isGarbage(said.text);
    const index = add(line, said, {
      from: 'tool',
      kind: 'note',
      event,
      phase: said.phase ?? at ?? pairing.nextPhase(),
      ...(said.phase ? { told: true } : {}),
      ...(said.retries === undefined ? {} : { retries: said.retries }),
      ...(garbage ? { text: said.text.replace(/[^\x20-\x7e]+/g, ' ').trim() } : {}),
    });
    if (said.quote) return quotes.begin(index, said);
    if (event === 'failed' || event === 'auth-failed') {
      const first = closings.get(said.text) ?? index;
      closings.set(said.text, first);
      if (first < index) (entries[index] as Entry).duplicateOf = first;
    }
  };

  return {
    push(line, said) {
      learn(session, said);
      if (said.aside) return;
      if (said.copyOf !== undefined) {
        // What is copied may belong to the connection before.
        if (!copies.add(line, said.copyOf)) note(line, { side: 'note', text: said.text });
        return;
      }
      if (!(said.continues && said.side === 'note')) quotes.resolve();
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
      begun: turn.begun,
      talked: exchanges.length > 0 || echoes.waiting(),
      awaits: pairing.waits(),
      ended: turn.ended,
      saidGoodbye: turn.saidGoodbye,
      heard: turn.heard,
      sameReplySoFar: echoes.waiting(),
    }),
    end() {
      quotes.end();
      echoes.promote();
      const span = clock.span();
      if (span !== undefined) session.durationMs = span;
      return session;
    },
  };
}

function emptySession({ id, title }: Dialect): Session {
  const lists = { entries: [], exchanges: [], secrets: [] };
  return { dialect: id, title, firstLine: 0, lastLine: 0, ...lists, message: {} };
}
