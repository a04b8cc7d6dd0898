import { isKnownCommand } from '../smtp/command.ts';
import type { Dialect, Reader, Said } from '../types.ts';

/**
 * The log of the SMTP service of Windows' IIS, in W3C's format, IIS's own and NCSA's. Of what comes
 * in, a row has the command and the reply's number; of what goes out, each line has a row. Blanks
 * are written as `+`. Nothing but the address ties the rows of a connection. Written from public
 * documentation and logs of IIS 5 to 10.
 *
 *     2026-11-23 18:20:09 203.0.113.25 client.example.org SMTPSVC1 MAIL01 192.0.2.10 0 MAIL - +FROM:<a@example.com> 250 0 19 30 47 SMTP - - - -
 *     2026-11-23 18:20:09 198.51.100.20 OutboundConnectionResponse SMTPSVC1 MAIL01 - 25 - - 220+mx.example.net+ESMTP 0 0 31 0 47 SMTP - - - -
 */
export const iisSmtpW3c: Dialect = { id: 'iis-smtp-w3c', title: 'IIS SMTP service', open };

/** What is known of a client's connections. */
interface Inbound {
  count: number;
  /** The last one has a message. */
  hasMail: boolean;
  /** The last reply was a 334: what comes next is no command. */
  asks: boolean;
  /** A recipient was taken, so that the message itself can follow. */
  taken: boolean;
}

interface Cell {
  text: string;
  at: number;
}

/** What a row of any of the formats holds. */
interface Row {
  time?: string;
  address: string;
  /** `OutboundConnectionCommand`, or the client's name. */
  user: string;
  port: string;
  method: Cell;
  query: Cell;
  status: Cell;
}

function open(): Reader {
  let fields: readonly string[] = [];
  /** Address → the count of its connections, and how far the last one came. */
  const inbound = new Map<string, Inbound>();

  return (line) => {
    const header = /^\s*#Fields: (.{1,2000})$/.exec(line.trimEnd())?.[1];
    if (header !== undefined) {
      fields = header.split(/\s+/);
      return undefined;
    }
    if (line.startsWith('#')) return undefined;
    const row = commaRow(line) ?? ncsaRow(line) ?? fieldRow(line, fields) ?? bareRow(line);
    if (!row || !(isMail(row) || (inbound.get(row.address)?.asks ?? false))) return undefined;
    const time = row.time === undefined ? {} : { time: row.time };
    const way = /^OutboundConnection(Command|Response)$/.exec(row.user)?.[1];
    if (way === undefined) {
      const session = inboundKey(inbound, row);
      const { taken = false } = inbound.get(row.address) ?? {};
      return inboundSaid(row, taken).map((said) => ({ ...said, ...time, session }));
    }
    return { ...outboundSaid(row, way === 'Response'), ...time, session: `out ${row.address}` };
  };
}

/** Who begins anew after a message has another connection: the log shows no end of one. */
function inboundKey(known: Map<string, Inbound>, { address, method, status }: Row): string {
  const one = known.get(address) ?? { count: 0, hasMail: false, asks: false, taken: false };
  known.set(address, one);
  const verb = method.text.toUpperCase();
  if (/^(?:EHLO|HELO)$/.test(verb) && one.hasMail) {
    one.count++;
    one.hasMail = false;
  }
  if (verb === 'MAIL') {
    one.hasMail = true;
    one.taken = false;
  }
  one.taken ||= verb === 'RCPT' && status.text.startsWith('2');
  one.asks = status.text === '334';
  return `in ${address} ${one.count}`;
}

/** The command and the number of its reply share a row. */
function inboundSaid({ method, query, status }: Row, taken: boolean): Said[] {
  const verb = method.text.toUpperCase();
  if (verb === 'TIMEOUT') {
    return [{ side: 'note', event: 'timeout', text: method.text, at: method.at }];
  }
  // The query of DATA is the message's number, that of QUIT the client's name.
  const isBare = ['DATA', 'QUIT', 'RSET', 'STARTTLS', 'NOOP'].includes(verb);
  const words = query.text.replace(/^\+/, '');
  // A mechanism, then Base64, which has the sign + too.
  const argument = verb === 'AUTH' ? words.replace('+', ' ') : blanks(words);
  const hasWords = !isBare && words !== '-' && words !== '';
  const text = hasWords
    ? `${verb} ${argument}`
    : isKnownCommand(verb) || isMailVerb(verb)
      ? verb
      : method.text;
  const command: Said = { side: 'client', text, at: method.at };
  // What is no command on its own is the answer to a 334, and a number of 0 is none.
  const code = /^[2-5]\d\d$/.test(status.text) ? status : undefined;
  if (!code) return [command];
  // The service's shortest rows have neither addresses nor words: the verb says that it is mail.
  const answers = /^(?:MAIL|RCPT|EHLO|HELO)$/.test(verb) ? { answers: verb } : {};
  // The row of DATA is written when the message is over.
  const isEnd = verb === 'DATA' && taken && /^[45]/.test(code.text);
  return [
    command,
    { side: 'server', text: code.text, at: code.at, ...(isEnd ? { answers: '.' } : answers) },
  ];
}

function outboundSaid({ address, port, method, query }: Row, isResponse: boolean): Said {
  const peer = { host: address, ...(/^[1-9]\d{0,4}$/.test(port) ? { port: Number(port) } : {}) };
  const words = query.text === '-' ? '' : blanks(query.text);
  if (isResponse) return { side: 'server', text: words, at: query.at, peer };
  const hasVerb = method.text !== '-' && method.text !== '';
  const text = hasVerb ? `${method.text} ${words}`.trim() : words;
  return { side: 'client', text, at: hasVerb ? method.at : query.at, peer };
}

/** `+` stands for a blank, save in an address. */
function blanks(words: string): string {
  return words.replace(/<[^<>+]{0,64}\+[^<>]{0,320}>|\+/g, (found) =>
    found === '+' ? ' ' : found,
  );
}

function cellsOf(line: string, pattern: RegExp): Cell[] {
  return [...line.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }));
}

const NOTHING: Cell = { text: '-', at: 0 };

/** A row of W3C's format, by its header. */
function fieldRow(line: string, fields: readonly string[]): Row | undefined {
  const method = fields.indexOf('cs-method');
  if (method < 0) return undefined;
  const cells = cellsOf(line, /\S+/g);
  const cell = (name: string) => cells[fields.indexOf(name)] ?? NOTHING;
  const date = cell('date').text;
  const row: Row = {
    time: date === '-' ? cell('time').text : `${date} ${cell('time').text}`,
    address: cell('c-ip').text,
    user: cell('cs-username').text,
    port: cell('s-port').text,
    method: cell('cs-method'),
    query: cell('cs-uri-query'),
    status: cell('sc-status'),
  };
  return row;
}

/** The same without a header: columns are counted from the service's name or from the command. */
function bareRow(line: string): Row | undefined {
  if (!/^(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d \S/.test(line)) return undefined;
  const cells = cellsOf(line, /\S+/g);
  const text = (index: number) => cells[index]?.text ?? '-';
  const first = text(0).includes('-') ? 2 : 1;
  const service = cells.findIndex((cell) => /^SMTPSVC\d{1,3}$/.test(cell.text));
  const method = service < 0 ? first + 1 : service + 4;
  // `time c-ip cs-method cs-uri-stem sc-status` is what the service logs unless it is told to do more.
  const isShort = service < 0 && /^\d{3}$/.test(text(method + 2));
  const row: Row = {
    time: cells
      .slice(0, first)
      .map((cell) => cell.text)
      .join(' '),
    address: text(first),
    user: service < 0 ? '-' : text(service - 1),
    port: service < 0 ? '-' : text(service + 3),
    method: cells[method] ?? NOTHING,
    query: isShort ? NOTHING : (cells[method + 2] ?? NOTHING),
    status: cells[method + (isShort ? 2 : 3)] ?? NOTHING,
  };
  return row;
}

/** `203.0.113.25, client.example.org, 11/23/2026, 18:20:09, SMTPSVC1, MAIL01, 192.0.2.10, 47, 23, 39, 250, 0, EHLO, -, +client.example.org,` */
function commaRow(line: string): Row | undefined {
  if (!/, SMTPSVC\d{1,3}, /.test(line)) return undefined;
  const cells = cellsOf(line, /[^,\s][^,]*/g);
  const text = (index: number) => cells[index]?.text.trim() ?? '-';
  const row: Row = {
    time: text(3),
    address: text(0),
    user: text(1),
    port: '-',
    method: cells[12] ?? NOTHING,
    query: cells[14] ?? NOTHING,
    status: cells[10] ?? NOTHING,
  };
  return row;
}

/** `203.0.113.25 - client.example.org [23/Nov/2026:18:20:09 +0000] "MAIL -?+FROM:<a@example.com> SMTP" 250 19` */
function ncsaRow(line: string): Row | undefined {
  const match =
    /^(\S{3,45}) \S{1,80} (\S{1,255}) \[([^\]]{10,40})\] "([A-Za-z]{4,10}|-) [^\s?]{0,80}(?:\?(\S{0,2000}))? SMTP" (\d{1,3}) \d/.exec(
      line,
    );
  if (!match) return undefined;
  const [, address = '', user = '', time = '', method = '', query = '-', status = ''] = match;
  const from = line.indexOf(' "') + 2;
  const row: Row = {
    time,
    address,
    user,
    port: '-',
    method: { text: method, at: from },
    query: { text: query, at: line.indexOf(query, from + method.length) },
    status: { text: status, at: line.lastIndexOf(`" ${status}`) + 2 },
  };
  return row;
}

/** IIS serves other protocols too, with the same formats. */
function isMail({ user, method, query, status }: Row): boolean {
  if (user.startsWith('OutboundConnection')) return true;
  const verb = method.text.toUpperCase();
  if (verb === 'TIMEOUT') return query.text === '-';
  if (!/^\d{1,3}$/.test(status.text)) return false;
  if (isMailVerb(verb)) return true;
  return isKnownCommand(verb === 'AUTH' ? 'AUTH LOGIN' : verb);
}

function isMailVerb(verb: string): boolean {
  return verb === 'MAIL' || verb === 'RCPT';
}
