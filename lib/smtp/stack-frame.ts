/** Where in a program an error came up, and the other lines of an exception that tell nothing of mail. */
const FRAMES: readonly RegExp[] = [
  /^\s*at [\w$.<>[\]` ]{2,200}[(\s]/,
  /^\s*at (?:async )?\S+:\d+:\d+\)?$/,
  /^\s*(?:\[\w+\] )?#\d{1,4} \S/,
  /^\s*File "[^"]{1,300}", line \d+/,
  /^\s*\.\.\. \d{1,4} (?:more|common frames omitted)/,
  /^\s*Traceback \(most recent call last\):/,
  /^\s*(?:from )?\S{1,300}\.rb:\d{1,6}:in /,
  /^\s*(?:PHP )?Stack trace:|^\s*\[stacktrace\]/i,
  /^\s*thrown in \S{1,300} on line \d+/,
  /^\s*--- End of /,
  /^\s*goroutine \d+ \[/,
  /^\s*(?:The above|During handling of the above) exception/,
  /^\s*"?(?:code|errno|syscall|command|address|port|hostname|responseCode|rejected|accepted|ehlo|name|type|status|success|stack)"?: ?(?=["'\d[{]|[a-z]+,?$)/,
  /^\s*rejectedErrors: \[/,
  // PowerShell shows the statement, and the kind of the error.
  /^\s*At (?:line|[A-Za-z]:\\.{1,300}):\d{1,6} (?:char|Zeichen|car):\s?\d/i,
  /^\s*\+ {1,60}(?:\S|~)/,
];

/**
 * Whether a line is a frame of a stack trace, or a field of a printed exception.
 *
 * @param line one line
 */
export function isStackFrame(line: string): boolean {
  return FRAMES.some((frame) => frame.test(line));
}
