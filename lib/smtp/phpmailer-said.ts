import type { Event } from '../types.ts';
import { phpmailerMessage } from './phpmailer-message.ts';
import type { PhpmailerMessage } from './phpmailer-messages.ts';

/** What one of PHPMailer's own messages tells. */
export interface PhpmailerSaid {
  message: PhpmailerMessage;
  /** Undefined where it only sums up what stands above or behind it. */
  event?: Event;
  /** The step that it is about. */
  verb?: string;
  /** PHPMailer found it out by itself and has asked no server. */
  isLocal: boolean;
}

type Row = readonly [event?: Event, verb?: string];

/** What the server, or the way to it, has to do with. */
const OF_SERVER: Readonly<Partial<Record<PhpmailerMessage, Row>>> = {
  authenticate: ['auth-failed'],
  from_failed: ['refused', 'MAIL'],
  recipients_failed: ['refused', 'RCPT'],
  data_not_accepted: ['refused', '.'],
  no_smtputf8: ['refused', 'MAIL'],
  connect_host: [],
  smtp_connect_failed: [],
  smtp_error: [],
};

/** What PHPMailer finds out by itself. Any program might say most of it in the same words. */
const OF_ITSELF: Readonly<Partial<Record<PhpmailerMessage, Row>>> = {
  provide_address: ['refused', 'RCPT'],
  invalid_address: ['refused', 'RCPT'],
  invalid_header: ['refused', '.'],
  empty_message: ['refused', '.'],
  encoding: ['refused', '.'],
  file_access: ['refused', '.'],
  file_open: ['refused', '.'],
  signing: ['refused', '.'],
  instantiate: ['connect-failed'],
  execute: ['connect-failed'],
  invalid_hostentry: ['connect-failed'],
  invalid_host: ['connect-failed'],
  extension_missing: ['tls-failed'],
};

/** No other program says this. */
const CLEAR: ReadonlySet<PhpmailerMessage> = new Set([
  'provide_address',
  'instantiate',
  'invalid_hostentry',
]);

/**
 * What a text tells that begins with one of PHPMailer's own messages, in any of its languages.
 *
 * @param isMail the text around it is about mail: words that any program might say count too
 */
export function phpmailerSaid(text: string, isMail: boolean): PhpmailerSaid | undefined {
  const message = phpmailerMessage(text);
  if (message === undefined) return undefined;
  const ofServer = OF_SERVER[message];
  if (ofServer) return saidBy(message, ofServer, false);
  const row = OF_ITSELF[message];
  if (!row || !(isMail || CLEAR.has(message) || KIND.test(text))) return undefined;
  const isSender = message === 'invalid_address' && SENDER.test(text);
  return saidBy(message, isSender ? ['refused', 'MAIL'] : row, true);
}

/** `Invalid address:  (to): someone`: the kinds of address are not translated. */
const KIND =
  /: {1,2}\((?:to|cc|bcc|from|sender|setfrom|reply-to|confirmreadingto|punyencode)\):? /i;
const SENDER = /\((?:from|sender|setfrom|reply-to|confirmreadingto)\)/i;

function saidBy(message: PhpmailerMessage, [event, verb]: Row, isLocal: boolean): PhpmailerSaid {
  return { message, isLocal, ...(event ? { event } : {}), ...(verb ? { verb } : {}) };
}
