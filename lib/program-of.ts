import type { Program } from './knowledge/program.ts';
import { PROGRAMS } from './knowledge/programs.ts';
import type { Session } from './types.ts';

/** Notes that are looked through for a program's own words: the first ones, which introduce it. */
const NOTES = 200;

/**
 * The program that wrote a log: by the message's X-Mailer, the page on which the log stands, words in
 * its notes, then the log's format.
 *
 * @param pageProgram id of the program whose screen shows the log, from `programAt`
 */
export function programOf(session: Session, pageProgram?: string): Program | undefined {
  const mailer = (session.message.mailer ?? '').toLowerCase().replace(/\s+/g, '');
  const byFormat = PROGRAMS.find(({ dialects }) => dialects?.includes(session.dialect));
  const byMailer =
    mailer === ''
      ? undefined
      : PROGRAMS.find(({ mailers }) => mailers?.some((name) => mailer.startsWith(name)));
  // The name of a library says less than a page or a path.
  const isLibrary = byMailer?.dialects !== undefined;
  const special =
    (isLibrary ? undefined : byMailer) ??
    byPage(pageProgram, byFormat) ??
    byWords(session, byFormat) ??
    byMailer;
  // A mail server passes on what another program wrote.
  if (byFormat?.role === 'mail-server' && special?.role !== 'mail-server') return byFormat;
  return special ?? byFormat;
}

/** A panel shows the logs of other programs too: a website's own log in its file manager. */
function byPage(id: string | undefined, byFormat: Program | undefined): Program | undefined {
  const found = id === undefined ? undefined : PROGRAMS.find((program) => program.id === id);
  return found && byFormat && found.role !== byFormat.role ? undefined : found;
}

function byWords({ entries }: Session, byFormat: Program | undefined): Program | undefined {
  if (byFormat?.role === 'mail-server') return undefined;
  const notes = entries
    .filter(({ kind }) => kind === 'note')
    .slice(0, NOTES)
    .map(({ text }) => text.slice(0, 500).toLowerCase());
  if (notes.length === 0) return undefined;
  const all = notes.join('\n');
  return PROGRAMS.find(
    // The format says more than words, unless these are of something built upon it.
    ({ words, dialects }) =>
      !(byFormat && dialects) && words?.some((word) => all.includes(word)) === true,
  );
}
