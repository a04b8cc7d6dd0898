import type { Line } from './lines.ts';
import type { Phase, Said, Session } from './types.ts';

/** One connection while its lines come in. */
export interface Conversation {
  push(line: Line, said: Said): void;
  /** Lines up to here belong to the entry before (blank lines between two entries). */
  stretch(endLine: number): void;
  state(): ConversationState;
  end(): Session;
}

/** What decides whether the next line can still belong to this connection. */
export interface ConversationState {
  /** A connection was opened or words were exchanged. */
  begun: boolean;
  /** Words were exchanged. */
  talked: boolean;
  /** A command waits for its reply. */
  awaits: boolean;
  /** QUIT was sent or answered, or the connection is closed. */
  ended: boolean;
  /** The same, and not by a 421 alone, which some clients do not heed. */
  saidGoodbye: boolean;
  /** The client's lines are in the log. */
  heard: boolean;
  /** Raw copies of a reply came, its plain form is still to come. */
  sameReplySoFar: boolean;
}

/** Where a conversation stands: its parts read and change it. */
export interface Turn {
  /** What the client's next line is: a command, an answer to a 334, a line of the message. */
  mode: 'command' | 'auth' | 'message';
  phase: Phase;
  /** A connection was opened or words were exchanged. */
  begun: boolean;
  /** A line of the client has come: this log shows both sides. */
  heard: boolean;
  /** QUIT was sent or answered, or the connection is closed. */
  ended: boolean;
  /** The same, and not by a 421 alone. */
  saidGoodbye: boolean;
}
