import { readLiteral } from '../smtp/literal.ts';
import { answeredBy } from '../smtp/answered-by.ts';
import type { Dialect, Event, Reader, Said } from '../types.ts';

/**
 * Ruby's Net::SMTP with set_debug_output, and its exceptions: Rails, Redmine, GitLab. Checked
 * with net-smtp 0.3. The arrow to the right is the SERVER: it points at the program.
 *
 *     Connection opened: mail.example.org:587
 *     -> "220 mail.example.org ESMTP\r\n"
 *     <- "EHLO client.example.org\r\n"
 *     wrote 112 bytes
 */
export const rubyNetSmtp: Dialect = { id: 'ruby-net-smtp', title: 'Ruby Net::SMTP', open };

const ARROW = /(?:^|\s)(->|<-) (?=")/;
const MAX_PREFIX = 120;
const CLASS =
  /\b(Net::SMTP[A-Z]\w{2,40}|Net::(?:Open|Read|Write)Timeout|Errno::E[A-Z]{3,20}|SocketError|Socket::ResolutionError|OpenSSL::SSL::SSLError|EOFError|IOError)\b/;

interface Memory {
  talked: boolean;
  known: boolean;
}

function open(): Reader {
  const memory: Memory = { talked: false, known: false };
  return (line) => arrow(line, memory) ?? note(line, memory);
}

function arrow(line: string, memory: Memory): Said | undefined {
  const mark = ARROW.exec(line.slice(0, MAX_PREFIX));
  if (!mark) return undefined;
  memory.talked = true;
  memory.known = true;
  const quote = mark.index + mark[0].length;
  const text = (readLiteral(line, quote)?.value ?? '').trimEnd();
  return { side: mark[1] === '->' ? 'server' : 'client', text, at: quote + 1 };
}

function note(line: string, memory: Memory): Said | Said[] | undefined {
  const text = line.trim();
  const at = line.indexOf(text);
  const said = (event: Event): Said => ({ side: 'note', event, text, at });
  const opened = /^Connection opened: (\[[0-9a-f:.]+\]|[^\s:]+):(\d{1,5})$/i.exec(text);
  if (opened) {
    memory.talked = false;
    memory.known = true;
    const peer = { host: opened[1] ?? '', port: Number(opened[2]) };
    return [{ ...said('connecting'), peer }, said('connected')];
  }
  if (text === 'TLS connection started') {
    return memory.talked ? said('remark') : { ...said('remark'), tls: 'implicit' };
  }
  if (/^wrote \d{1,12} bytes$|^writing message from /.test(text)) return said('remark');
  return exception(line, at, text, memory);
}

/**
 * `Net::SMTPFatalError: 550 5.1.1 …` and, uncaught,
 * `smtp.rb:1:in 'check_response': 550 5.1.1 … (Net::SMTPFatalError)`.
 */
function exception(
  line: string,
  at: number,
  text: string,
  memory: Memory,
): Said | Said[] | undefined {
  const name = CLASS.exec(text)?.[1];
  if (name === undefined) return undefined;
  const said = (event: Event): Said => ({ side: 'note', event, text, at });
  if (name.startsWith('Net::SMTP')) {
    // `Net::SMTPAuthenticationError (534-5.7.9 Please log in with your web browser …`
    const quoted = /(?:: |Error \()([2-5]\d\d[ -].*)$/.exec(text)?.[1];
    if (quoted === undefined && /STARTTLS/.test(text)) return said('tls-failed');
    if (quoted === undefined || memory.talked) {
      return said(name === 'Net::SMTPAuthenticationError' ? 'auth-failed' : eventOf(text));
    }
    const words = quoted.replace(/ \(Net::SMTP\w{1,40}\)$/, '');
    const verb = name === 'Net::SMTPAuthenticationError' ? 'AUTH' : answeredBy(words);
    const answers = verb === undefined ? {} : { answers: verb };
    const reply: Said = { side: 'server', text: words, at: line.indexOf(quoted), ...answers };
    return [reply, said(name === 'Net::SMTPAuthenticationError' ? 'auth-failed' : 'failed')];
  }
  // The handshake was over: the server hung up inside of TLS.
  if (/SSL_(?:read|write): unexpected eof/.test(text)) return said('lost');
  if (name.startsWith('OpenSSL')) {
    // `peeraddr=203.0.113.14:587 … certificate verify failed`: these ports begin in clear.
    const isStartTls = /\bpeeraddr=\S{1,60}:(?:25|587|2525) .{0,80}verify failed/.test(text);
    return { ...said('tls-failed'), ...(isStartTls ? { phase: 'starttls' } : {}) };
  }
  const to = /\bfor "?(\[[0-9a-f:.]+\]|[^\s:"]+)"?(?::| port )(\d{1,5})\b/.exec(text);
  const port = to ? Number(to[2]) : undefined;
  if (!memory.known) {
    // Any Ruby program can fail to connect: a mail port tells that it was to send mail.
    if (port === undefined || ![24, 25, 465, 587, 2525].includes(port)) return undefined;
    return { ...said('connect-failed'), peer: { host: to?.[1] ?? '', port } };
  }
  if (name.endsWith('Timeout') || name === 'Errno::ETIMEDOUT') return said('timeout');
  if (/EOFError|IOError|ECONNRESET|EPIPE|ECONNABORTED/.test(name)) return said('lost');
  return said(memory.talked ? 'failed' : 'connect-failed');
}

function eventOf(text: string): Event {
  return /AUTH|[Aa]uthenticat/.test(text) ? 'auth-failed' : 'failed';
}
