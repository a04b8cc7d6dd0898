/** A line of a system log, taken apart. */
export interface SyslogLine {
  /** The time stamp, as written. */
  time?: string;
  /** The program's name as it logs it, `postfix/submission/smtpd`. */
  program: string;
  /** The process; "" where the log leaves it out. */
  pid: string;
  /** What the program says. */
  text: string;
  /** Column where that begins. */
  at: number;
}

/**
 * Takes a line of a system log apart, whatever stands before the program's name: the stamps of RFC
 * 3164 and RFC 5424, `journalctl`, a container's name, or nothing at all.
 *
 *     Nov 23 18:54:32 mx postfix/smtp[15161]: 4B8EB2402D3: to=<alice@example.net>, …
 *     <22>1 2026-11-23T18:54:32.003Z mx postfix/smtp 15161 - - 4B8EB2402D3: to=<…
 *     mail_1  | 2026-11-23T18:54:32.003456+00:00 mx postfix/smtp[15161]: 4B8EB2402D3: …
 *
 * @param line as it stands in the log
 * @returns undefined where no program's name is found
 */
export function readSyslog(line: string): SyslogLine | undefined {
  const structured = RFC_5424.exec(line);
  if (structured) {
    const [mark, time = '', program = '', pid = ''] = structured;
    return { time, program, pid: pid === '-' ? '' : pid, ...wordsFrom(line, mark.length) };
  }
  const head = line.slice(0, MAX_PREFIX);
  const tag = TAG.exec(head) ?? TAG_WITHOUT_PID.exec(head);
  if (!tag) return undefined;
  const [mark, program = '', pid = ''] = tag;
  const stamp = STAMP.exec(line.slice(0, tag.index + 1))?.[0];
  return {
    ...(stamp === undefined ? {} : { time: stamp }),
    program,
    pid,
    ...wordsFrom(line, tag.index + mark.length),
  };
}

/** UTF-16 units in which stamps, host and program's name have to stand. */
const MAX_PREFIX = 300;

/** RFC 5424 section 6: version, stamp, host, program, process, message id, structured data. */
const RFC_5424 =
  /^(?:<\d{1,3}>)?1 (\d{4}-\S{1,40}) \S{1,255} ([A-Za-z]\S{0,47}) (\d{1,10}|-) \S{1,32} (?:-|\[[^\]]{0,400}\])(?= )/;

/** `postfix/smtp[15161]:`; some pages eat the colon. */
const TAG = /(?<![^\s|])([A-Za-z][\w./+-]{0,63})\[(\d{1,10})\]:?(?=\s|$)/;

/** `postfix/smtp:`: a name that can be nothing else. */
const TAG_WITHOUT_PID = /(?<![^\s|])([a-z][\w.-]{0,31}\/[\w./-]{1,40}):(?=\s)/;

const STAMP =
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?|[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d/;

/** Solaris puts a number before the words: `[ID 197553 mail.info]`. */
const SOLARIS = /^\s*\[ID \d{1,10} [a-z0-9]{1,10}\.[a-z]{1,10}\]/;

function wordsFrom(line: string, column: number): { text: string; at: number } {
  const rest = line.slice(column);
  const skipped = SOLARIS.exec(rest)?.[0].length ?? 0;
  const words = rest.slice(skipped).trimStart();
  return { text: words.trimEnd(), at: line.length - words.length };
}
