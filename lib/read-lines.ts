import { allOf, detect } from './detect.ts';
import { DETECT_LINES } from './limits.ts';
import type { Line } from './lines.ts';
import { createSessions } from './sessions.ts';
import { hasSmtpWords } from './smtp/traces.ts';
import type { Dialect, Session } from './types.ts';

/** What one pass over some lines gave. */
export interface Pass {
  dialect?: Dialect;
  /** In the order in which they start. */
  sessions: Session[];
  /** Lines with words of SMTP that the dialect did not know. */
  strays: number;
  /** Other lines between those that it knew. */
  unread: number;
}

/**
 * Finds out whose log it is and reads its sessions.
 *
 * @param groups the lines, those of each connection for themselves where they are known to be mixed
 * @param dialects who may read it
 */
export function readLines(
  groups: readonly (readonly Line[])[],
  dialects: readonly Dialect[],
): Pass {
  const [first = []] = groups;
  const dialect = detect(first.slice(0, DETECT_LINES), dialects);
  const pass: Pass = { sessions: [], strays: 0, unread: 0 };
  if (!dialect) {
    pass.strays = first.filter(({ text }) => hasSmtpWords(text)).length;
    return pass;
  }
  for (const lines of groups) readGroup(dialect, lines, pass);
  pass.sessions.sort((one, other) => one.firstLine - other.firstLine);
  return { ...pass, dialect };
}

function readGroup(dialect: Dialect, lines: readonly Line[], pass: Pass): void {
  const read = dialect.open(lines.slice(0, DETECT_LINES).map(({ text }) => text));
  const sessions = createSessions(dialect);
  let begun = false;
  let between = 0;
  for (const line of lines) {
    const said = allOf(read(line.text));
    sessions.push(line, said);
    if (said.length > 0) {
      begun = true;
      pass.unread += between;
      between = 0;
    } else if (line.text.trim() !== '') {
      if (hasSmtpWords(line.text)) pass.strays++;
      else if (begun) between++;
    }
  }
  // A letter goes on after its log; a line or two may be the end of what broke.
  if (between <= MAX_TAIL) pass.unread += between;
  pass.sessions.push(...sessions.end());
}

const MAX_TAIL = 3;
