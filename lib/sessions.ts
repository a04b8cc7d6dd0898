import { MAX_GAP, MAX_GAP_OF_NOTES } from './limits.ts';
import type { Line } from './lines.ts';
import { createConversation } from './conversation.ts';
import type { Conversation } from './conversation-state.ts';
import { parseReplyLine } from './smtp/reply.ts';
import type { Dialect, Said, Session } from './types.ts';

/** Tells the connections of a log apart. */
export interface Sessions {
  /** @param said what the dialect read off the line; nothing: not its format */
  push(line: Line, said: readonly Said[]): void;
  /** The log has ended: every session, in the order in which they start. */
  end(): Session[];
}

/**
 * Gathers the lines of a log into sessions, one for each SMTP connection.
 *
 * A new one begins where the tool connects again, where a greeting comes that nobody asked for,
 * and where a client introduces itself after it said goodbye. Interleaved ones are told apart by
 * the key that the dialect reads off their lines. Lines that it does not know count as remarks of
 * the tool while the session goes on after them.
 */
export function createSessions(dialect: Dialect): Sessions {
  const done: Session[] = [];
  /** Conversations that go on, by their key. */
  const open = new Map<string, Conversation>();
  /** The key of the line before. */
  let recent: string | undefined;
  /** Lines since the last one that the dialect knew. */
  let gap: Line[] = [];
  let strays = 0;

  const finish = (key: string): void => {
    const session = open.get(key)?.end();
    if (session) done.push(session);
    open.delete(key);
  };
  const forget = (): void => {
    gap = [];
    strays = 0;
  };
  /** Lines that nobody knows belong to the session that goes on around them. */
  const bridge = (current: Conversation, next: Said): void => {
    const isMessage = next.continues === true && next.side === 'client';
    for (const between of gap) {
      const text = between.text.trim();
      // A message goes on around its blank lines; elsewhere they are the tool's.
      if (text === '' && isMessage) current.push(between, { side: 'client', text });
      else if (text === '') current.stretch(between.number);
      else current.push(between, { side: 'note', event: 'remark', text, at: 0 });
    }
  };
  const take = (line: Line, said: Said): void => {
    // What has no key goes on with the line before.
    const key = said.session ?? (said.continues ? (recent ?? '') : '');
    if (said.aside) {
      open.get(key)?.push(line, said);
      return;
    }
    const before = open.get(key);
    if (before && beginsSession(before, said)) finish(key);
    const current = open.get(key) ?? createConversation(dialect);
    if (key === recent) bridge(current, said);
    open.set(key, current);
    recent = key;
    forget();
    current.push(line, said);
  };

  return {
    push(line, said) {
      for (const one of said) take(line, one);
      if (said.length > 0 || recent === undefined) return;
      const current = open.get(recent);
      if (!current) return;
      gap.push(line);
      if (line.text.trim() !== '') strays++;
      if (strays <= (current.state().begun ? MAX_GAP : MAX_GAP_OF_NOTES)) return;
      // What has a key is known again, however much stands between.
      if (recent === '') finish(recent);
      recent = undefined;
      forget();
    },
    end() {
      for (const key of open.keys()) finish(key);
      return done.sort((one, other) => one.firstLine - other.firstLine);
    },
  };
}

function beginsSession(current: Conversation, said: Said): boolean {
  if (said.continues || said.copyOf !== undefined) return false;
  const state = current.state();
  if (said.event === 'connecting') return state.begun;
  if (said.side === 'note' && said.event === 'connected') return state.talked;
  if (said.side === 'server' && !said.echo && !said.repeats && state.talked && !state.awaits) {
    const code = parseReplyLine(said.text)?.code;
    // Where the client is not shown, a 220 before the goodbye is the answer to its STARTTLS.
    return code === 220 && !state.sameReplySoFar && (state.heard || state.ended);
  }
  if (said.side === 'server' && said.echo && state.ended && !state.awaits) {
    return parseReplyLine(said.text)?.code === 220;
  }
  if (said.side === 'client') {
    return state.saidGoodbye && /^(?:EHLO|HELO|LHLO)\s/i.test(said.text);
  }
  return false;
}
