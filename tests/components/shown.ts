import { show } from '../../lib/show.ts';
import type { ShownSession } from '../../lib/shown.ts';
import type { Fixture } from './fixtures/fixture.ts';

/** A fixture's session as the components get it. */
export function shown({ session, lines }: Fixture): ShownSession {
  const [ready] = show({ version: 1, sessions: [session] }, lines.join('\n')).sessions;
  if (!ready) throw new Error('A report keeps its sessions.');
  return ready;
}
