// Source: the settings screens of WP Mail SMTP 4.7 and the properties of PHPMailer 5.2 to 7.1.

/** What a program calls the settings that a fix speaks of, each as a noun phrase. */
export interface ProgramFields {
  hostField: string;
  portField: string;
  encryptionField: string;
  authField: string;
  mechanismField: string;
  userField: string;
  passwordField: string;
  fromField: string;
  heloField: string;
  timeoutField: string;
}

export interface Program {
  id: string;
  /** Beginnings of `X-Mailer`, lower case, without blanks. */
  mailers: readonly string[];
  /** Dialects that only this program writes, for logs without an `X-Mailer`. */
  dialects: readonly string[];
  fields: ProgramFields;
  /** How to get a fuller log. */
  debugStep?: string;
  /** Whether a mail that was put off goes out again by itself, as a step. */
  retryStep?: string;
}

const NO_RETRY =
  'It does not happen by itself: PHPMailer makes one attempt only. If your mail plugin has a “resend” button, use that.';

/** The first that fits is taken: special programs stand above the libraries that they use. */
export const PROGRAMS: readonly Program[] = [
  {
    id: 'wp-mail-smtp',
    mailers: ['wpmailsmtp'],
    dialects: [],
    fields: {
      hostField: '“SMTP Host” (WP Mail SMTP → Settings)',
      portField: '“SMTP Port”',
      encryptionField: '“Encryption”',
      authField: '“Authentication”',
      mechanismField: 'the kind of login',
      userField: '“SMTP Username” (WP Mail SMTP → Settings)',
      passwordField: '“SMTP Password” (WP Mail SMTP → Settings)',
      fromField: '“From Email” in WP Mail SMTP → Settings (with “Force From Email”)',
      heloField: 'the site’s host name',
      timeoutField: 'the time-out',
    },
    debugStep:
      'In WP Mail SMTP → Tools → Email Test, send a test mail and open the full error log: it shows more.',
    retryStep: NO_RETRY,
  },
  {
    id: 'phpmailer',
    mailers: ['phpmailer'],
    dialects: ['phpmailer', 'phpmailer5'],
    fields: {
      hostField: 'the SMTP host in your mail plugin ($mail->Host in code)',
      portField: 'the port ($mail->Port)',
      encryptionField: 'the encryption ($mail->SMTPSecure)',
      authField: '“SMTP authentication” ($mail->SMTPAuth in code)',
      mechanismField: 'the kind of login ($mail->AuthType)',
      userField: 'the SMTP user name in your mail plugin ($mail->Username in code)',
      passwordField: 'the SMTP password in your mail plugin ($mail->Password in code)',
      fromField: 'the sender address, “From”, in your mail plugin ($mail->setFrom in code)',
      heloField: 'the host name that the site sends ($mail->Hostname or $mail->Helo)',
      timeoutField: 'the time-out ($mail->Timeout)',
    },
    debugStep:
      'Get a fuller log: raise the debug level of your mail plugin, or set $mail->SMTPDebug = 3 in code, and send a test.',
    retryStep: NO_RETRY,
  },
];

/** For any other program. */
export const ANY_PROGRAM: ProgramFields = {
  hostField: 'the server name (SMTP host) in your mail settings',
  portField: 'the port',
  encryptionField: 'the encryption',
  authField: 'SMTP authentication',
  mechanismField: 'the kind of login',
  userField: 'the user name in your mail settings',
  passwordField: 'the password in your mail settings',
  fromField: 'the sender address (From)',
  heloField: 'the host name that your program sends in EHLO',
  timeoutField: 'the time-out',
};
