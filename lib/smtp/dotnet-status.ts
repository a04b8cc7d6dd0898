// Source: .NET's SmtpStatusCode and the messages of System.Net.Mail.SmtpException.

/** What .NET says in place of the server's three digits. */
const STATUS: readonly (readonly [words: string, code: number])[] = [
  ['Service not available, closing transmission channel', 421],
  ['Mailbox unavailable', 550],
  ['Mailbox name not allowed', 553],
  ['Transaction failed', 554],
  ['Exceeded storage allocation', 552],
  ['Insufficient system storage', 452],
  ['Bad sequence of commands', 503],
  ['Syntax error, command unrecognized', 500],
  ['Syntax error in parameters or arguments', 501],
  ['Command not implemented', 502],
  ['Command parameter not implemented', 504],
  ['Error in processing', 451],
  ['User not local', 551],
  ['The SMTP server requires a secure connection or the client was not authenticated', 530],
  ['Client does not have permission to submit mail to this server', 550],
];

/**
 * The reply in a sentence of .NET's: `Mailbox unavailable. The server response was: 5.7.1 Unable to
 * relay` stands for `550 5.7.1 Unable to relay`.
 *
 * @param line one line
 * @returns the reply, its code first, and the column of the server's own words
 */
export function dotnetReply(line: string): { text: string; at: number } | undefined {
  const introduction = /\. The server response was: ?/i.exec(line);
  if (!introduction) return undefined;
  const before = line.slice(0, introduction.index).toLowerCase();
  const status = STATUS.find(([words]) => before.endsWith(words.toLowerCase()));
  const at = introduction.index + introduction[0].length;
  const words = line.slice(at).trimEnd();
  if (!status || /^[45]\d\d[ -]/.test(words)) return undefined;
  return { text: `${status[1]} ${words}`, at };
}

/** .NET's classes → the command that they send. */
const COMMANDS: Readonly<Record<string, string>> = {
  EHello: 'EHLO',
  Hello: 'HELO',
  StartTls: 'STARTTLS',
  Auth: 'AUTH',
  Mail: 'MAIL',
  Recipient: 'RCPT',
  Data: 'DATA',
  DataStop: '.',
};

/**
 * The command that was refused, by a frame of .NET's stack trace: `at
 * System.Net.Mail.MailCommand.CheckResponse(SmtpStatusCode statusCode, String response)`.
 *
 * @param line one line
 * @returns a verb, `.` for the message's end
 */
export function dotnetCommand(line: string): string | undefined {
  return COMMANDS[/\bSystem\.Net\.Mail\.(\w{4,9})Command\.CheckResponse\b/.exec(line)?.[1] ?? ''];
}
