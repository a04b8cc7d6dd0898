import type { PhpmailerMessage } from '../smtp/phpmailer-messages.ts';
import { phpmailerSaid } from '../smtp/phpmailer-said.ts';

/** What PHPMailer's own messages tell, whatever their language, where they quote no reply. */
const CAUSES: Readonly<Partial<Record<PhpmailerMessage, string>>> = {
  authenticate: 'wrong-credentials',
  connect_host: 'connection-failed',
  smtp_connect_failed: 'connection-failed',
  from_failed: 'sender-rejected',
  recipients_failed: 'recipient-rejected',
  no_smtputf8: 'smtputf8-unsupported',
  provide_address: 'no-recipient',
  invalid_address: 'recipient-syntax',
  invalid_header: 'message-malformed',
  empty_message: 'message-malformed',
  encoding: 'message-malformed',
  file_access: 'attachment-unreadable',
  file_open: 'attachment-unreadable',
  instantiate: 'php-mail-failed',
  execute: 'php-mail-failed',
  invalid_hostentry: 'missing-host',
  invalid_host: 'missing-host',
  extension_missing: 'openssl-missing',
};

/** What a text says that begins with one of PHPMailer's messages. */
export interface PhpmailerCause {
  cause: string;
  /** PHPMailer found it out by itself: no server has said anything. */
  isLocal: boolean;
}

/** Names the cause that PHPMailer's own words give; undefined where they give none. */
export function phpmailerCause(words: string): PhpmailerCause | undefined {
  const said = phpmailerSaid(words, true);
  const cause = said && CAUSES[said.message];
  if (!said || cause === undefined) return undefined;
  const isSender = said.message === 'invalid_address' && said.verb === 'MAIL';
  return { cause: isSender ? 'sender-syntax' : cause, isLocal: said.isLocal };
}
