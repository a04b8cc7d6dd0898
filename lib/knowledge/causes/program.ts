import type { Cause } from '../cause.ts';

// Source: PHPMailer, class PHPMailer (its own messages); PHP manual, mail(); RFC 5321 sections 3.3 and 4.1.2.

/** The sending program gave up by itself: no server was asked. */
export const PROGRAM_CAUSES = {
  'php-mail-failed': {
    party: 'you',
    temporary: false,
    reason: 'the web server’s own mail program did not take the mail',
    why: 'The site hands its mail to a program on the web server (PHP’s mail function, sendmail), and not to a mail server over SMTP. Usually this program is missing, is switched off by the web host, or did not accept the sender’s address. It does not tell the site which.',
    fix: [
      'Send over SMTP instead, with a mailbox and its password: that does not need this program. In WordPress, use a mail plugin for it.',
      'Set {fromField} to a mailbox of your own domain that really exists; some hosts refuse any other.',
      'Or ask your web host whether sending with PHP’s mail function is allowed for your site.',
    ],
    references: ['PHP manual, mail()', 'PHPMailer: instantiate, execute'],
  },
  'no-recipient': {
    party: 'you',
    temporary: false,
    reason: 'the mail has no recipient',
    why: 'The sending program was given no address to send to, so it did not try. Often a form field or a setting is empty, or the only address in it was not a valid one.',
    fix: [
      'Fill in the address that the mail is to go to, in the form’s or the plugin’s settings.',
      'If a form supplies the address, check that it takes it from the right field.',
    ],
    references: ['RFC 5321 section 3.3', 'PHPMailer: provide_address'],
  },
  'sender-syntax': {
    party: 'you',
    temporary: false,
    reason: 'the sender’s address is not written correctly',
    why: 'The sending program checks addresses before it sends, and the sender’s own one is not a complete address. A common case is wordpress@localhost: the site does not know its domain, so the part after the @ has no dot.',
    fix: [
      'Set {fromField} to a full address of your own, such as name@example.com.',
      'If a form or a plugin sets the sender’s or the reply address, check what it puts there. A space, a name without @, or several addresses in one field are enough.',
    ],
    references: ['RFC 5321 section 4.1.2', 'PHPMailer: invalid_address'],
  },
  'attachment-unreadable': {
    party: 'you',
    temporary: false,
    reason: 'a file that was to be attached could not be read',
    why: 'The sending program did not find the file, or may not open it, so it did not send the mail. A web address (https://…) is not a file for it.',
    fix: [
      'Check that the file exists at the path in the log, and that the web server may read it.',
      'Give the path of the file on the server, and not its web address.',
    ],
    references: ['PHPMailer: file_access, file_open'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
