import { MAX_GAP, MAX_GAP_OF_NOTES } from './limits.ts';
import type { Line } from './lines.ts';
import { createConversation, type Conversation } from './conversation.ts';
import { parseReplyLine } from './smtp/reply.ts';
import type { Dialect, Said, Session } from './types.ts';

/** Tells the connections of a log apart. */
export interface Sessions {
  /** @param said what the dialect read off the line; undefined: not its format */
  push(line: Line, said: Said | undefined): void;
  /** The log has ended: every session, in the order in which they start. */
  end(): Session[];
}

/**
 * Gathers the lines of a log into sessions, one for each SMTP connection.
 *
 * A new one begins where the tool connects again, where a greeting comes that nobody asked for,
 * and where a client introduces itself after it said goodbye. Lines that the dialect does not
 * know count as remarks of the tool while the session goes on after them.
 */
export function createSessions(dialect: Dialect): Sessions {
  const done: Session[] = [];
  let current: Conversation | undefined;
  let strays: Line[] = [];
  let blank = false;

  const finish = (): void => {
    const session = current?.end();
    if (session) done.push(session);
    current = undefined;
    strays = [];
  };

  return {
    push(line, said) {
      if (!said) {
        if (!current) return;
        if (line.text.trim() === '') blank = true;
        else strays.push(line);
        if (strays.length > (current.state().begun ? MAX_GAP : MAX_GAP_OF_NOTES)) finish();
        return;
      }
      if (current && beginsSession(current, said)) finish();
      if (!current) {
        current = createConversation(dialect);
        blank = false;
      }
      for (const stray of strays) {
        current.push(stray, { side: 'note', event: 'remark', text: stray.text.trim(), at: 0 });
      }
      if (blank && strays.length === 0) current.stretch(line.number - 1);
      strays = [];
      blank = false;
      current.push(line, said);
    },
    end() {
      finish();
      return done;
    },
  };
}

function beginsSession(current: Conversation, said: Said): boolean {
  if (said.continues) return false;
  const state = current.state();
  if (said.event === 'connecting') return state.begun;
  if (said.side === 'note' && said.event === 'connected') return state.talked;
  if (said.side === 'server' && !said.echo && state.talked && !state.awaits) {
    const code = parseReplyLine(said.text)?.code;
    return code === 220 && !state.sameReplySoFar;
  }
  if (said.side === 'server' && said.echo && state.ended && !state.awaits) {
    return parseReplyLine(said.text)?.code === 220;
  }
  if (said.side === 'client') return state.ended && /^(?:EHLO|HELO|LHLO)\s/i.test(said.text);
  return false;
}
