/** Words of programs that speak other protocols, and of people who talk to each other. */
const OTHERS =
  /\bsshd?(?:\[|:|2\b)|\bIMAP4|\* (?:OK|BYE|CAPABILITY)\b|\bNO \[[A-Z]{4,}\]|\+OK \S|\bdovecot\b|\bnginx\b|\bHTTP\/[12]|\bmysqld?\b|\bFTP\b/;
/** `[18:20] ann: …`: somebody said something at a time. */
const CHAT = /^\s{0,4}\[?\d{1,2}:\d\d(?::\d\d)?\]?\s<?([\p{L}\d_.-]{2,24})[>:]\s/u;
/** What test runners put before the name of a test. */
const TEST = /^\s{0,12}(?:[✓✗✔✘√×] |PASS\b|FAIL\b|ok \d{1,5} - |not ok \d{1,5} - )/;

/**
 * Whether a text is about something else than mail that could not be sent, so that errors in it
 * which any program may have ("Connection refused") tell nothing here.
 *
 * @param lines the text
 */
export function isAboutOthers(lines: readonly string[]): boolean {
  if (lines.some((line) => OTHERS.test(line))) return true;
  return isTalk(lines);
}

/** Whether people talk to each other in a text. */
export function isTalk(lines: readonly string[]): boolean {
  const speakers = new Set(lines.flatMap((line) => CHAT.exec(line)?.[1] ?? []));
  return speakers.size > 1;
}

/** Whether a text is what a run of tests printed: the names of tests tell of replies, too. */
export function isTestRun(lines: readonly string[]): boolean {
  return lines.filter((line) => TEST.test(line)).length > 1;
}
