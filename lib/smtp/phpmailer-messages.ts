// Source: PHPMailer, class PHPMailer (setLanguage), release 7.

/**
 * PHPMailer's messages in English, by its own names for them; not those that it never shows
 * (`mailer_not_supported`) and that stop no mail (`variable_set`).
 */
export const ENGLISH = {
  authenticate: 'SMTP Error: Could not authenticate.',
  connect_host: 'SMTP Error: Could not connect to SMTP host.',
  smtp_connect_failed: 'SMTP connect() failed.',
  from_failed: 'The following From address failed: ',
  recipients_failed: 'SMTP Error: The following recipients failed: ',
  data_not_accepted: 'SMTP Error: data not accepted.',
  smtp_error: 'SMTP server error: ',
  provide_address: 'You must provide at least one recipient email address.',
  invalid_address: 'Invalid address: ',
  invalid_hostentry: 'Invalid hostentry: ',
  invalid_host: 'Invalid host: ',
  invalid_header: 'Invalid header name or value',
  empty_message: 'Message body empty',
  encoding: 'Unknown encoding: ',
  instantiate: 'Could not instantiate mail function.',
  execute: 'Could not execute: ',
  extension_missing: 'Extension missing: ',
  file_access: 'Could not access file: ',
  file_open: 'File Error: Could not open file: ',
  signing: 'Signing Error: ',
  no_smtputf8: 'Server does not support SMTPUTF8 needed to send to Unicode addresses',
} as const;

/** PHPMailer's names for its own messages. */
export type PhpmailerMessage = keyof typeof ENGLISH;

/** In the order of the columns of phpmailer-words.ts. */
export const PHPMAILER_IDS = Object.keys(ENGLISH) as readonly PhpmailerMessage[];
