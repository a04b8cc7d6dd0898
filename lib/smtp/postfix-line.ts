import { readSyslog } from './syslog.ts';

/** A line of Postfix's log, taken apart. */
export interface PostfixLine {
  time?: string;
  /** The program: `smtpd` takes mail in, `smtp` and `lmtp` deliver. */
  service: string;
  /** All of the name that it logs under: `postfix/smtps/smtpd`. */
  program: string;
  pid: string;
  /** The message's number in the queue; `NOQUEUE` where it has none yet. */
  queueId?: string;
  /** The words, without the queue's number. */
  text: string;
  /** Column where `text` begins. */
  at: number;
  /** The words with the queue's number, and where they begin. */
  whole: { text: string; at: number };
}

/**
 * Reads the beginning of a line of Postfix's log. Where the names of host and program are cut off,
 * words that only Postfix writes tell which of its programs it was.
 *
 *     Nov 23 18:54:32 mx postfix/submission/smtpd[15156]: connect from localhost[127.0.0.1]
 *
 * @returns undefined for a line of another program
 */
export function readPostfixLine(line: string): PostfixLine | undefined {
  // Its programs have a slash in their names: most other lines are done with here.
  const syslog = line.includes('/') ? readSyslog(line) : undefined;
  if (!syslog) return bareLine(line);
  const { program, pid, text, at, time } = syslog;
  const slash = program.lastIndexOf('/');
  const service = program.slice(slash + 1);
  if (slash < 0 || !SERVICES.has(service)) return undefined;
  const stamp = time === undefined ? {} : { time };
  return { ...stamp, service, program, pid, ...withoutQueueId(text, at) };
}

/** Programs of Postfix, by the names under which they log. */
const SERVICES = new Set(
  (
    'smtpd smtp lmtp qmgr oqmgr nqmgr cleanup bounce defer trace local virtual pipe error discard ' +
    'retry postscreen pickup tlsproxy scache anvil verify master trivial-rewrite proxymap flush ' +
    'showq dnsblog tlsmgr spawn postdrop postqueue postsuper sendmail postfix-script'
  ).split(' '),
);

/** Short numbers are hexadecimal, long ones have digits and consonants; both may be made up. */
const QUEUE_ID = /^([0-9A-F]{5,20}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,25}|NOQUEUE): /;
const ANY_QUEUE_ID =
  /^([0-9A-Za-z]{5,25}): (?=to=|from=|client=|message-id=|uid=|removed$|host |lost connection|conversation with )/;

function withoutQueueId(
  text: string,
  at: number,
): Pick<PostfixLine, 'queueId' | 'text' | 'at' | 'whole'> {
  const whole = { text, at };
  const match = QUEUE_ID.exec(text) ?? ANY_QUEUE_ID.exec(text);
  if (!match) return { text, at, whole };
  const [mark, queueId = ''] = match;
  return { queueId, text: text.slice(mark.length), at: at + mark.length, whole };
}

/** A queue's number before words of Postfix, or words that only smtpd writes. */
const BARE: readonly (readonly [pattern: RegExp, service: string])[] = [
  [/(?<!\S)[0-9A-Za-z]{5,25}: to=(?=.{1,800}, relay=)/, 'smtp'],
  [/(?<!\S)[0-9A-Za-z]{5,25}: from=(?=.{0,400}, (?:size=\d|status=expired))/, 'qmgr'],
  [/(?<!\S)[0-9A-Za-z]{5,25}: (?:removed$|message-id=)/, 'cleanup'],
  [/(?<!\S)[0-9A-Za-z]{5,25}: client=\S/, 'smtpd'],
  [
    /(?<!\S)(?:[0-9A-Za-z]{5,25}: )?(?:milter-|proxy-)?reject: (?:RCPT|MAIL|DATA|CONNECT|E?HELO|END-OF-MESSAGE) from \S{1,255}\[/,
    'smtpd',
  ],
  [/(?<!\S)(?:dis)?connect from \S{1,255}\[[^\]\s]{1,64}\]/, 'smtpd'],
];

/** UTF-16 units in which the words have to begin: only stamps and names stand before them. */
const MAX_BEFORE = 60;
const MAX_WORDS = 1200;

function bareLine(line: string): PostfixLine | undefined {
  if (!HINT.test(line.slice(0, MAX_BEFORE + 60))) return undefined;
  const head = line.slice(0, MAX_WORDS);
  for (const [pattern, service] of BARE) {
    const match = pattern.exec(head);
    if (!match || match.index > MAX_BEFORE) continue;
    const text = line.slice(match.index).trimEnd();
    return { service, program: service, pid: '', ...withoutQueueId(text, match.index) };
  }
  return undefined;
}

const HINT = /: (?:to=|from=|removed|message-id=|client=)|reject: [A-Z]|connect from /;
