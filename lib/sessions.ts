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
  /** Lines since the last one that the dialect knew. */
  let gap: Line[] = [];
  let strays = 0;

  const finish = (): void => {
    const session = current?.end();
    if (session) done.push(session);
    current = undefined;
    gap = [];
    strays = 0;
  };

  return {
    push(line, said) {
      if (!said) {
        if (!current) return;
        gap.push(line);
        if (line.text.trim() !== '') strays++;
        if (strays > (current.state().begun ? MAX_GAP : MAX_GAP_OF_NOTES)) finish();
        return;
      }
      if (current && beginsSession(current, said)) finish();
      current ??= createConversation(dialect);
      for (const between of gap) {
        if (between.text.trim() === '') current.stretch(between.number);
        else {
          const text = between.text.trim();
          current.push(between, { side: 'note', event: 'remark', text, at: 0 });
        }
      }
      gap = [];
      strays = 0;
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
    // Where the client is not shown, a 220 before the goodbye is the answer to its STARTTLS.
    return code === 220 && !state.sameReplySoFar && (state.heard || state.ended);
  }
  if (said.side === 'server' && said.echo && state.ended && !state.awaits) {
    return parseReplyLine(said.text)?.code === 220;
  }
  if (said.side === 'client') return state.ended && /^(?:EHLO|HELO|LHLO)\s/i.test(said.text);
  return false;
}
