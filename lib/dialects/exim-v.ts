import { readEximFailure } from '../smtp/exim-failure.ts';
import { isKnownCommand } from '../smtp/command.ts';
import type { Dialect, Event, Reader, Said } from '../types.ts';

/**
 * What Exim prints while it delivers with -v. Checked with Exim 4.96. A reply goes on behind nine
 * blanks; `|>` and `+>` are commands that wait for the next packet (pipelining); `LOG: MAIN`
 * announces what the main log gets, which repeats the replies. Exim as a server, with -d, has the
 * arrows the other way round; with -bh (a test in which one types the client's part) there are none.
 *
 *     Connecting to mx.example.net [198.51.100.20]:25 from 192.0.2.10 ...  connected
 *       SMTP<< 250-mx.example.net
 *              250 CHUNKING
 *       SMTP|> MAIL FROM:<a@example.org> SIZE=1409
 */
export const eximV: Dialect = { id: 'exim-v', title: 'Exim -v', open };

const MARK = /^(?:\s{0,8}\d{1,9} )?\s{0,12}SMTP(<<|>>|\|>|\+>) ?/;
const STATE = /^(?:\s{0,8}\d{1,9} )?\s{0,12}(SMTP\(([\w ]{1,20})\)(?:>>|<<).{0,80})$/;
const FURTHER = /^(?:\s{0,8}\d{1,9} )?\s{6,16}(?=[2-5]\d\d(?:[ -]|$))/;

function open(): Reader {
  /** Exim is the server of this connection: its `>>` are replies. */
  let isServer = false;
  /** The line before was a line of a reply. */
  let replying = false;
  /** The line before said that one of the main log's comes. */
  let logs = false;
  /** `exim -bh`: a person plays the client. */
  let isTest = false;
  /** The connection's end is no surprise: a goodbye, or a reply that closes. */
  let ending = false;

  return (line) => {
    if (line.startsWith('**** SMTP testing session')) isTest = true;
    if (isTest) return tested(line.trimEnd());
    const further = replying ? FURTHER.exec(line) : null;
    if (further) {
      return { side: 'server', text: line.slice(further[0].length), at: further[0].length };
    }
    replying = false;
    const mark = MARK.exec(line);
    if (mark) return marked(line, mark);
    const state = STATE.exec(line);
    if (state) return closing(state[1] ?? '', state[2] ?? '', line);
    const peer = connecting(line);
    if (peer) {
      isServer = false;
      ending = false;
      return peer;
    }
    const at = line.length - line.trimStart().length;
    const text = line
      .trim()
      .replace(/^\d{1,9} (?=\s{0,2}\S)/, '')
      .trimStart();
    const wasLog = logs;
    logs = text.startsWith('LOG: ');
    if (wasLog && at >= 2) return logged(text, at);
    // With TFO the answer is on a line of its own: `Connecting to …  TFO mode sendto, no data: EINPROGRESS`
    if (text === 'connected') return { side: 'note', event: 'connected', text, at };
    if (logs || /^(?:delivering \S+$|cmdlog: )/.test(text) || REMARK.test(text)) {
      return { side: 'note', event: 'remark', text, at };
    }
    return undefined;
  };

  /** What Exim answers and what was typed have no marks; its remarks have. */
  function tested(text: string): Said | undefined {
    if (text === '') return undefined;
    if (/^(?:\*{4} |>>> |LOG: )/.test(text)) return { side: 'note', event: 'remark', text };
    if (!/^[2-5]\d\d(?:[ -]|$)/.test(text)) return { side: 'client', text };
    if (text.startsWith('221')) isTest = false;
    return { side: 'server', text };
  }

  function marked(line: string, mark: RegExpExecArray): Said {
    const at = mark[0].length;
    const text = line.slice(at).trimEnd();
    const isReply = /^[2-5]\d\d(?:[ -]|$)/.test(text);
    const isCommand = isKnownCommand(text);
    if ((mark[1] === '>>' && isReply) || (mark[1] === '<<' && isCommand)) isServer = true;
    else if ((mark[1] === '<<' && isReply) || isCommand) isServer = false;
    const fromServer = (mark[1] === '<<') !== isServer;
    if (fromServer) {
      replying = true;
      ending = ending || text.startsWith('421') || text.startsWith('221');
      return { side: 'server', text, at };
    }
    if (text === 'QUIT') ending = true;
    return { side: 'client', text, at };
  }

  /** `SMTP(closed)<<` is the other end's doing, `SMTP(close)>>` Exim's own. */
  function closing(text: string, word: string, line: string): Said {
    const at = line.indexOf(text);
    let event: Event = 'remark';
    if (/time/.test(word)) event = 'timeout';
    else if (text.includes('<<')) event = ending ? 'closed' : 'lost';
    else if (word === 'close') event = 'closed';
    return { side: 'note', event, text, at };
  }
}

const REMARK = /^(?:will write message using CHUNKING|TLS session: |using PIPELINING)/;

/** `Connecting to mx.example.net [198.51.100.20]:25 from 192.0.2.10 ...  failed: Connection refused` */
function connecting(line: string): Said[] | undefined {
  const match =
    /^\s{0,12}Connecting to (\S{1,255}) \[([^\]]{1,60})\]:(\d{1,5})(?: \S{1,80}){0,6} \.\.\./.exec(
      line,
    );
  if (!match) return undefined;
  const text = match[0].trim();
  const begins: Said = {
    side: 'note',
    event: 'connecting',
    text,
    at: line.indexOf(text),
    peer: { host: match[1] ?? match[2] ?? '', port: Number(match[3]) },
  };
  const result = line.slice(match[0].length);
  const words = result.trim();
  if (words === '') return [begins];
  const at = match[0].length + result.length - result.trimStart().length;
  if (words.startsWith('connected')) {
    return [begins, { side: 'note', event: 'connected', text: words, at }];
  }
  const event = words.startsWith('failed') ? 'connect-failed' : 'remark';
  return [begins, { side: 'note', event, text: words, at }];
}

/** What Exim calls the step → the command whose reply it quotes. */
const STEPS: readonly (readonly [start: string, verb: string])[] = [
  ['MAIL FROM', 'MAIL'],
  ['RCPT TO', 'RCPT'],
  ['end of data', '.'],
  ['DATA', 'DATA'],
  ['EHLO', 'EHLO'],
  ['HELO', 'HELO'],
  ['LHLO', 'LHLO'],
  ['STARTTLS', 'STARTTLS'],
  ['AUTH', 'AUTH'],
];

/** A line of the main log: `== a@example.net R=r T=t defer (-44) H=…: SMTP error from … 450 4.2.0 …` */
function logged(text: string, at: number): Said {
  const said = { side: 'note', text, at } as const;
  const quoted =
    /SMTP error from remote mail server after (?:pipelined )?([^:]{1,40}(?::<[^>]{0,320}>[^:]{0,200})?): ([2-5]\d\d[ -].*)$/.exec(
      text,
    );
  if (quoted) {
    const words = quoted[2] ?? '';
    const verb = STEPS.find(([start]) => quoted[1]?.startsWith(start))?.[1];
    const from = at + text.length - words.length;
    const quote = { text: words.replaceAll('\\n', '\n'), at: from };
    const whole = verb === undefined ? quote : { ...quote, verb };
    return { ...said, event: 'command-failed', quote: whole };
  }
  return { ...said, event: eventOf(text) };
}

function eventOf(text: string): Event {
  // `H=mx.example.net [198.51.100.7] TLS error on connection (recv): …`: it was encrypted before.
  if (readEximFailure(text).tls !== undefined && /TLS error/.test(text)) return 'remark';
  if (/\bTLS (?:session|error|failure)|SSL verify error|SSL_connect|certificate/.test(text)) {
    return /^(?:=>|->|<=)/.test(text) ? 'remark' : 'tls-failed';
  }
  if (/^(?:=>|->|<=|Completed|\*>)/.test(text)) return 'remark';
  const words = text.slice(text.indexOf(' H=') + 1);
  // `SMTP timeout after initial connection: Connection timed out` comes once it stands.
  if (/SMTP timeout|command timeout/i.test(words)) return 'timeout';
  if (/Connection (?:refused|timed out)|No route to host|unreachable|host lookup/i.test(words)) {
    return 'connect-failed';
  }
  if (/closed connection|connection reset|lost connection/i.test(words)) return 'lost';
  if (/authenticator failed|authentication failed|auth(?:entication)? required/i.test(words)) {
    return 'auth-failed';
  }
  return /^(?:==|\*\*)/.test(text) ? 'refused' : 'remark';
}
