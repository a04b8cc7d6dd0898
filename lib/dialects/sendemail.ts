import { answeredBy } from '../smtp/answered-by.ts';
import type { Dialect, Event, Reader, Said } from '../types.ts';

/**
 * sendEmail (Brandon Zehm's Perl script), -v to -v -v -v. Checked with 1.56. The lines of a reply
 * are joined by `, `. From the third -v on each reply is shown once more, before it is judged, and
 * a refused login is shown only there.
 *
 *     Nov 23 18:34:34 client sendemail[7254]: INFO => Sending: ⇥EHLO client.example.org
 *     Nov 23 18:34:34 client sendemail[7254]: SUCCESS => Received: ⇥250-mail.example.net, 250 HELP
 */
export const sendemail: Dialect = { id: 'sendemail', title: 'sendEmail', open };

const PREFIX =
  /^[A-Z][a-z]{2} [ \d]\d (\d\d:\d\d:\d\d) \S{1,255} sendemail\[(\d{1,10})\]: (?:[A-Z]{4,8} => ){0,2}/i;
/** From the second -v on: all that is known of a refused login, the code alone. */
const FOUND = /^evalSMTPresponse\(\) - Found SMTP error code: ([45]\d\d)$/;
const CHECKING = 'evalSMTPresponse() - Checking for SMTP success or error status in the message: ';

/** What the tool's lines begin with, and what they tell. */
const NOTES: readonly (readonly [start: string, event: Event])[] = [
  ['Email was sent successfully', 'sent'],
  ['SMTP-AUTH: Using ', 'auth-selected'],
  ['The remote SMTP server does NOT support TLS', 'remark'],
  ['TLS setup failed', 'tls-failed'],
  ['The remote host does not support TLS', 'tls-failed'],
  ['No TLS support', 'tls-failed'],
  ['Connection to ', 'connect-failed'],
  ['Timeout while reading', 'timeout'],
  ['Timed out', 'timeout'],
  ['EHLO command failed', 'remark'],
  ['Exiting. No recipients were accepted', 'failed'],
  ['Exiting.', 'failed'],
];

function open(): Reader {
  /** The recipient in the last warning: at the default level its refusal is all there is. */
  let refused: string | undefined;
  /** A login goes on: its refusal is not shown but for the code. */
  let login = false;
  /** The reply that is judged stands in the log, from the third -v on. */
  let shown = false;
  /** A command of the client is in this log. */
  let heard = false;

  return (line) => {
    const prefix = PREFIX.exec(line);
    if (!prefix) return undefined;
    const at = prefix[0].length;
    const time = prefix[1] ?? '';
    const base = { time, session: prefix[2] ?? '' };
    const text = line.slice(at);
    const words = /^(Sending|Received): {0,2}\t?/.exec(text);
    if (words && text.charAt(words[0].length - 1) !== ' ') {
      const start = at + words[0].length;
      if (words[1] === 'Sending') {
        heard = true;
        if (words.input.startsWith('MAIL', words[0].length)) login = false;
        return { ...base, side: 'client', text: text.slice(words[0].length), at: start };
      }
      const reply: Said = {
        ...base,
        side: 'server',
        text: unjoined(text.slice(words[0].length)),
        at: start,
      };
      if (heard) return reply;
      if (refused === undefined) return { ...reply, ...unasked(reply.text) };
      // Nothing but the refusal is shown, and the line before it tells of whom.
      return { ...reply, answers: `RCPT TO:<${refused}>` };
    }
    if (text.startsWith(CHECKING)) {
      const start = at + CHECKING.length;
      const reply = unjoined(text.slice(CHECKING.length));
      shown = true;
      return { ...base, side: 'server', text: reply, at: start, echo: true };
    }
    const code = FOUND.exec(text.trimEnd())?.[1];
    if (code !== undefined && login && !shown) {
      return { ...base, side: 'server', text: code, at: line.lastIndexOf(code) };
    }
    if (text.startsWith('SMTP-AUTH: Using ')) login = true;
    refused = /^The recipient <(.{1,320})> was rejected/.exec(text)?.[1];
    const about = refused === undefined ? {} : { envelope: { to: [refused] } };
    const remark = { ...base, ...note(text.trim(), at), ...about };
    // At the default level this sentence is all there is, and it names the server.
    const peer = / to (\S{1,255}):(\d{1,5}) failed/.exec(text);
    if (heard || remark.event !== 'auth-failed' || !peer) return remark;
    const called: Said = {
      ...base,
      side: 'note',
      event: 'connecting',
      text: `${peer[1]}:${peer[2]}`,
      at: at + peer.index + ' to '.length,
      peer: { host: peer[1] ?? '', port: Number(peer[2]) },
    };
    return [called, remark];
  };
}

/** At the default level a refusal stands alone; that of a recipient has a warning before it. */
function unasked(reply: string): Pick<Said, 'answers'> {
  if (!/^[45]/.test(reply)) return {};
  const verb = answeredBy(reply);
  if (verb === '.' || verb === 'MAIL' || verb === 'AUTH' || verb === 'STARTTLS') {
    return { answers: verb };
  }
  return { answers: reply.startsWith('421') || verb === undefined ? 'CONNECT' : '.' };
}

function note(text: string, at: number): Said {
  const said = { side: 'note', text, at } as const;
  const peer = /^Connecting to (\S{1,255}):(\d{1,5})$/.exec(text);
  if (peer) {
    return {
      ...said,
      event: 'connecting',
      peer: { host: peer[1] ?? '', port: Number(peer[2]) },
    };
  }
  if (/^SMTP-AUTH: .{1,300} failed\.?$/.test(text)) {
    return { ...said, event: 'auth-failed' };
  }
  // `Connection attempt to mx.example.net:25 failed: IO::Socket::INET: connect: Connection refused`
  const failed = /^Connection attempt to (\S{1,255}):(\d{1,5}) failed/.exec(text);
  if (failed) {
    const tried = { host: failed[1] ?? '', port: Number(failed[2]) };
    return { ...said, event: 'connect-failed', peer: tried };
  }
  // `mail.example.net:25 returned a zero byte response to our query.`
  if (text.endsWith('returned a zero byte response to our query.')) {
    return { ...said, event: 'silence' };
  }
  const event = NOTES.find(([start]) => text.startsWith(start))?.[1] ?? 'remark';
  // Whoever does not answer has been reached.
  return { ...said, event: text.startsWith('Timeout while reading') ? 'silence' : event };
}

/** `250-mail.example.net, 250-SIZE 1000, 250 HELP`: the commas are the tool's. */
function unjoined(words: string): string {
  const code = /^([2-5]\d\d)-/.exec(words)?.[1];
  return code === undefined ? words : words.replaceAll(`, ${code}`, ` ${code}`);
}
