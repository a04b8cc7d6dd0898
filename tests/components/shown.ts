import { show } from '../../lib/show.ts';
import type { Glossary, ShownSession } from '../../lib/shown.ts';
import type { Fixture } from './fixtures/fixture.ts';

/** A fixture's session as the components get it. */
export function shown({ session, lines }: Fixture): { session: ShownSession; glossary: Glossary } {
  const report = show({ version: 1, sessions: [session] }, lines.join('\n'));
  const [ready] = report.sessions;
  if (!ready) throw new Error('A report keeps its sessions.');
  return { session: ready, glossary: report.glossary };
}
