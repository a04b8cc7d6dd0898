import type { Event, Phase, Said } from '../types.ts';
import { parseCommand } from './command.ts';
import { phaseOf } from './phase.ts';

/** What Exim says of a delivery that did not go well. */
export interface EximFailure {
  event: Event;
  phase?: Phase;
  tls?: NonNullable<Said['tls']>;
  /** The reply that it quotes: its words, each `\n` as two blanks, and their column. */
  reply?: { text: string; at: number; answers?: string };
}

/**
 * Reads the words that Exim ends a failed or deferred delivery with, or logs when a host failed.
 * Checked with 4.69 to 4.96: older ones name the host behind the step.
 *
 *     SMTP error from remote mail server after RCPT TO:<a@example.net>: 550-5.1.1 No\n550 5.1.1 such user
 *     Remote host closed connection in response to EHLO client.example.org
 *     SMTP timeout after end of data: Connection timed out
 *
 * @param words what follows the fields of the line
 */
export function readEximFailure(words: string): EximFailure {
  const refused = /SMTP error from remote mail(?:er| server) after /.exec(words);
  if (refused) return quoted(words, refused.index + refused[0].length);
  // Each recipient gets an answer of its own to the message. RFC 2033 section 4.2.
  const each = /\bLMTP error after (?=.{1,40}: [45]\d\d)/.exec(words);
  if (each) return ofMessage(quoted(words, each.index + each[0].length));
  const broken =
    /closed connection in response to (.*)$/.exec(words) ??
    /(?:lost|closed|reset)\b.{0,80}? after (.*)$/.exec(words);
  if (broken) return { event: 'lost', ...begun(stepOf(broken[1] ?? '').phase) };
  const late = /SMTP timeout (?:while connected to \S{1,255} \[[^\]]{1,60}\] )?after (.*)$/.exec(
    words,
  );
  if (late) return { event: 'timeout', ...begun(stepOf(late[1] ?? '').phase) };
  // Encryption was there: how the connection ended says nothing on the delivery.
  if (RECORD.test(words)) return { event: 'remark', tls: 'starttls' };
  if (/delivering unencrypted/.test(words)) return { event: 'remark' };
  if (TLS.test(words)) return { event: 'tls-failed', phase: 'starttls' };
  if (/^authentication required but|authenticator failed/.test(words)) {
    return { event: 'auth-failed', phase: 'auth' };
  }
  if (/retry time(?:out)? |failing for a long time/.test(words)) {
    return { event: 'refused', phase: 'connect' };
  }
  if (UNREACHED.test(words)) return { event: 'connect-failed', phase: 'connect' };
  return { event: 'refused', phase: 'rcpt' };
}

function ofMessage(failure: EximFailure): EximFailure {
  const { reply } = failure;
  return { ...failure, phase: 'message', ...(reply ? { reply: { ...reply, answers: '.' } } : {}) };
}

/** STARTTLS was sent. */
function begun(phase: Phase): Pick<EximFailure, 'phase' | 'tls'> {
  return phase === 'starttls' ? { phase, tls: phase } : { phase };
}

/** `TLS error on connection (recv): The TLS connection was non-properly terminated.` */
const RECORD = /TLS error (?:on connection )?\((?:recv|send|uncork|shutdown|SSL_(?:read|write))\)/;

const TLS =
  /\bTLS (?:session|error|failure|is required)|certificate (?:invalid|verif)|\(SSL_\w{1,30}\)|\(gnutls_\w{1,30}\)|DANE/;

/** The net, or the search for the host's address. */
const UNREACHED =
  /^Connection (?:refused|timed out|reset)|No route to host|[Uu]nreachable|host lookup (?:for \S{1,255} )?did not complete|lookup (?:of host|failed|deferred)|^no host|no IP address|MX records? point|no SMTP service|host not found|^Network |^Operation |Permission denied$|^could not connect|^connect(?:ion)? failed|bind(?:ing)? /;

/** `RCPT TO:<a@example.net>: 550 …`, in old versions `RCPT TO:<a@example.net>: host mx [1.2.3.4]: 550 …` */
function quoted(words: string, from: number): EximFailure {
  const rest = words.slice(from);
  const before = /: (?=[2-5]\d\d(?:[ -]|$))/.exec(rest);
  const step = stepOf(before ? rest.slice(0, before.index) : rest);
  if (!before) return { event: 'refused', phase: step.phase };
  const start = from + before.index + before[0].length;
  const text = words.slice(start).trimEnd().replaceAll('\\n', '  ');
  const { answers } = step;
  const reply = { text, at: start, ...(answers === undefined ? {} : { answers }) };
  return { event: 'command-failed', phase: step.phase, reply };
}

/** `pipelined MAIL FROM:<a@example.org> SIZE=1414`, `end of data`, `initial connection` */
function stepOf(words: string): { phase: Phase; answers?: string } {
  const step = words.replace(/^pipelined /, '');
  if (/^(?:end of data|sending data)/.test(step)) return { phase: 'message', answers: '.' };
  if (step.startsWith('initial connection')) return { phase: 'greeting', answers: 'CONNECT' };
  const command = /^(?:MAIL FROM|RCPT TO):<[^>]{0,320}>|^[A-Z]{4,8}(?: [^\s:]{1,255})?/.exec(
    step,
  )?.[0];
  const phase = phaseOf(parseCommand(command ?? '')?.verb);
  return command === undefined || phase === undefined || phase === 'greeting'
    ? { phase: 'greeting' }
    : { phase, answers: command };
}
