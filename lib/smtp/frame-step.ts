import { dotnetCommand } from './dotnet-status.ts';

/**
 * The step in which an exception arose, by a field of it or by a frame of its stack trace:
 *
 *     command: 'RCPT TO',
 *     at MailKit.Net.Smtp.SmtpClient.MailFromAsync(FormatOptions options, …
 *     at System.Net.Mail.SmtpConnection.GetConnection(ServicePoint servicePoint)
 *
 * Checked with Nodemailer 6, MailKit 4, .NET 4.8 and Java Mail 1.6.
 *
 * @param line one line
 * @returns the command's verb, `.` for the message's end, `''` for the greeting
 */
export function frameStep(line: string): string | undefined {
  const field = /(?:^|[\s{,])"?command"?: ?\\?["']([A-Z]{3,8})\b/.exec(line)?.[1];
  if (field !== undefined) return field === 'CONN' ? '' : field === 'API' ? undefined : field;
  const dotnet = dotnetCommand(line);
  if (dotnet !== undefined) return dotnet;
  // Java shakes hands when the next command is due.
  if (line.includes("Can't send command to SMTP host")) return 'STARTTLS';
  if (!FRAME.test(line)) return undefined;
  return FRAMES.find(([frame]) => frame.test(line))?.[1];
}

const FRAME = /^\s*at |^\s*File "|\.java:\d|\bin `/;

const FRAMES: readonly (readonly [frame: RegExp, verb: string])[] = [
  [/\bSmtpClient\.(?:PostConnect|QueryCapabilitiesOnConnect)/, ''],
  [/\bSystem\.Net\.Mail\.SmtpConnection\.GetConnection\b/, ''],
  [/\bSmtpClient\.(?:SendEhlo|Ehlo)/, 'EHLO'],
  [/\bSmtpClient\.(?:MailFrom|OnSenderNotAccepted|ProcessMailFrom)/, 'MAIL'],
  [/\bSmtpClient\.(?:RcptTo|OnRecipientNotAccepted|ProcessRcptTo)/, 'RCPT'],
  [/\bSmtpClient\.(?:Data|Bdat|MessageData)(?:Async)?\(/, '.'],
  [/\bSmtpClient\.Authenticate/, 'AUTH'],
  [/\bSMTPTransport\.openServer\b/, ''],
  [/\bSMTPTransport\.startTLS\b/, 'STARTTLS'],
  [/\bSMTPTransport\.mailFrom\b/, 'MAIL'],
  [/\bSMTPTransport\.rcptTo\b/, 'RCPT'],
  [/\bSMTPTransport\.finishData\b/, '.'],
  [/\bsmtplib\.py", line \d{1,5}, in starttls\b/, 'STARTTLS'],
  [/\bsmtp\.rb:\d{1,6}:in `(?:recv_response|do_start)'/, ''],
];
