import type { Program } from './knowledge/program.ts';
import type { Provider } from './knowledge/provider.ts';
import { programOf } from './program-of.ts';
import { isServing, providerOf, receiverOf, serverRole } from './provider-of.ts';
import type { Facts, Session } from './types.ts';

/** Who stands at the two ends of a session, as far as the log tells. */
export interface Ends {
  /** The program that wrote the log. */
  program: Program | undefined;
  /** What the server is to the sender. */
  role: 'submission' | 'receiving' | undefined;
  /** The log is of the server itself. */
  serving: boolean;
  /** Through whom the mail is sent; unknown where the server is the recipient's. */
  provider: Provider | undefined;
  /** Who stands before the recipient's mailbox. */
  receiver: Provider | undefined;
}

/**
 * Finds out who sends and who receives. Pure.
 *
 * @param pageProgram id of the program whose screen shows the log, from `programAt`
 */
export function endsOf(session: Session, facts: Facts, pageProgram?: string): Ends {
  const program = programOf(session, pageProgram);
  const role = serverRole(session, facts, program);
  return {
    program,
    role,
    serving: isServing(session, program),
    provider: role === 'receiving' ? undefined : providerOf(session, facts),
    receiver: receiverOf(session, facts),
  };
}
