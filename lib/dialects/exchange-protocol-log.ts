import { isKnownCommand } from '../smtp/command.ts';
import { cellsOf, type Cell } from '../smtp/csv.ts';
import type { Dialect, Event, Peer, Reader, Said, Side } from '../types.ts';

/**
 * Exchange's protocol logs, one for the connectors that receive and one for those that send: a row
 * for each line of the dialogue, `>` what Exchange sent and `<` what it got, `*` its remarks, `+` and
 * `-` the connection's ends. The rows of several sessions are mixed and told apart by their number.
 * Written from public documentation and logs of Exchange 2007 to 2019; the message and the answers
 * to a 334 are not shown.
 *
 *     2026-11-23T18:20:09.542Z,EXCH01\Default Frontend EXCH01,08DE2A1B3C4D5E6F,2,192.0.2.10:25,203.0.113.25:51234,>,"220 mail.example.org ESMTP",
 */
export const exchangeProtocolLog: Dialect = {
  id: 'exchange-protocol-log',
  title: 'Exchange protocol log',
  open,
};

/** Where a row has what. */
interface Columns {
  time: number;
  session: number;
  local: number;
  remote: number;
  event: number;
  data: number;
  context: number;
}

const NAMES: Readonly<Record<string, keyof Columns>> = {
  'date-time': 'time',
  'session-id': 'session',
  'local-endpoint': 'local',
  'remote-endpoint': 'remote',
  event: 'event',
  data: 'data',
  context: 'context',
};

/** What is known of a session. */
interface Known {
  /** Whose words `>` marks. */
  sent?: Side | undefined;
  /** Somebody said goodbye. */
  ended: boolean;
}

const SESSION = /^[0-9A-F]{16}$/i;

function open(): Reader {
  const sessions = new Map<string, Known>();
  /** The header tells whose log it is: `#Log-type: SMTP Send Protocol Log`. */
  let whole: Side | undefined;
  let columns: Columns | undefined;

  return (line) => {
    const type = /^\s*#Log-type: SMTP (Receive|Send) Protocol Log/i.exec(line)?.[1];
    if (type !== undefined) whole = type.toLowerCase() === 'send' ? 'client' : 'server';
    if (!/[,\t;]/.test(line)) return undefined;
    const cells = cellsOf(line, line.includes('\t') ? '\t' : line.includes(',') ? ',' : ';');
    const header = columnsOf(cells);
    if (header) {
      columns = header;
      return undefined;
    }
    const places =
      columns && fits(cells, columns)
        ? columns
        : (inferred(cells) ?? tail(cells, sessions.has('')));
    if (!places) return undefined;
    const row = rowOf(cells, places);
    const session = row.session.text;
    const known = sessions.get(session) ?? { sent: whole, ended: false };
    sessions.set(session, known);
    known.sent ??= sideOf(row);
    if (session === '') return read(row, known);
    return { ...read(row, known), time: row.time.text, session };
  };
}

/** `#Fields: date-time,connector-id,…`, also as the header of an exported table. */
function columnsOf(cells: readonly Cell[]): Columns | undefined {
  const names = cells.map(({ text }) => text.replace(/^#Fields: ?/i, '').toLowerCase());
  if (!names.includes('session-id') || !names.includes('event')) return undefined;
  const columns: Columns = { ...NONE };
  for (const [index, name] of names.entries()) {
    const column = NAMES[name];
    if (column !== undefined) columns[column] = index;
  }
  return columns;
}

const NONE: Columns = {
  time: -1,
  session: -1,
  local: -1,
  remote: -1,
  event: -1,
  data: -1,
  context: -1,
};

function fits(cells: readonly Cell[], { session, event }: Columns): boolean {
  return SESSION.test(cells[session]?.text ?? '') && /^[-+<>*]$/.test(cells[event]?.text ?? '');
}

/** The last cells alone: `>,250 mail.example.org Hello`. */
function tail([event, data]: readonly Cell[], isKnown: boolean): Columns | undefined {
  const words = data?.text ?? '';
  const isStep = /^[<>]$/.test(event?.text ?? '') && isSpoken(words);
  const isRemark = isKnown && event?.text === '*' && words !== '';
  return isStep || isRemark ? { ...NONE, event: 0, data: 1, context: 2 } : undefined;
}

function isSpoken(words: string): boolean {
  return /^[2-5]\d\d(?:[ -]|$)/.test(words) || isKnownCommand(words);
}

/** The header is cut away: the session's number, a count and the event stand at fixed distances. */
function inferred(cells: readonly Cell[]): Columns | undefined {
  for (let session = 0; session < 4; session++) {
    const columns = {
      time: session - 2,
      session,
      local: session + 2,
      remote: session + 3,
      event: session + 4,
      data: session + 5,
      context: session + 6,
    };
    const isCount = /^\d{1,7}$/.test(cells[session + 1]?.text ?? '');
    if (isCount && fits(cells, columns)) return columns;
  }
  return undefined;
}

type Row = Record<keyof Columns, Cell>;

function rowOf(cells: readonly Cell[], columns: Columns): Row {
  const cell = (name: keyof Columns) => cells[columns[name]] ?? { text: '', at: 0 };
  return {
    time: cell('time'),
    session: cell('session'),
    local: cell('local'),
    remote: cell('remote'),
    event: cell('event'),
    data: cell('data'),
    context: cell('context'),
  };
}

/** A log may begin anywhere: what a row says tells whose it is, and the ports do. */
function sideOf({ event, data, context, local, remote }: Row): Side | undefined {
  if (/attempting to connect|sending message/i.test(context.text)) return 'client';
  if (/receiving message/i.test(context.text)) return 'server';
  if (event.text === '<' || event.text === '>') {
    const isReply = /^[2-5]\d\d(?:[ -]|$)/.test(data.text);
    if (!isReply && !isKnownCommand(data.text)) return undefined;
    return isReply === (event.text === '>') ? 'server' : 'client';
  }
  const ports = [local, remote].map(({ text }) => SERVER_PORTS.has(peerOf(text)?.port ?? 0));
  if (ports[0] === ports[1]) return undefined;
  return ports[0] === true ? 'server' : 'client';
}

/** Ports of SMTP, and those that Exchange's own services use. */
const SERVER_PORTS = new Set([25, 465, 475, 587, 717, 2525]);

function read(row: Row, known: Known): Said {
  const { event, data, context } = row;
  const peer = peerOf(known.sent === 'client' ? row.remote.text : row.local.text);
  const server = known.sent !== undefined && peer ? { peer } : {};
  if (event.text === '<' || event.text === '>') {
    const isServer = (event.text === '>') === (known.sent !== 'client');
    if (/^(?:QUIT|221|421)\b/i.test(data.text)) known.ended = true;
    if (isServer) return { side: 'server', text: data.text, at: data.at, ...server };
    const hidden = /^<Binary Data>$|^<authentication/i.test(data.text) ? { hidden: true } : {};
    // Exchange's servers have a STARTTLS of their own among themselves.
    const tls = /^X-ANONYMOUSTLS\b/i.test(data.text) ? ({ tls: 'starttls' } as const) : {};
    return { side: 'client', text: data.text, at: data.at, ...hidden, ...tls, ...server };
  }
  const text = [data.text, context.text].filter((part) => part.trim() !== '').join(': ');
  const at = data.text.trim() === '' ? context.at : data.at;
  if (event.text === '+') {
    return { side: 'note', event: 'connected', text: text === '' ? '+' : text, at, ...server };
  }
  if (event.text === '-') return { side: 'note', event: endOf(context.text, known), text, at };
  return { side: 'note', text, at, ...remark(row), ...server };
}

/** `Local`, `Remote`, `Remote(ConnectionReset)`: who closed the connection. */
function endOf(words: string, known: Known): Event {
  if (/timed? ?out/i.test(words)) return known.ended ? 'closed' : 'timeout';
  const isBroken = /\(|reset|abort|error/i.test(words);
  const left = words.startsWith('Remote') && !known.ended;
  return (isBroken || left) && !known.ended ? 'lost' : 'closed';
}

function remark({ data, context }: Row): Pick<Said, 'event' | 'tls' | 'login'> {
  const words = `${data.text} ${context.text}`;
  if (context.text === 'authenticated' && data.text !== '') {
    return { event: 'remark', login: { user: data.text, result: 'accepted' } };
  }
  const user = /\bUser Name: (\S{1,320})/.exec(words)?.[1];
  if (user !== undefined) return { event: 'remark', login: { user } };
  const event = EVENTS.find(([pattern]) => pattern.test(words))?.[1] ?? 'remark';
  const isTls = /TLS negotiation succeeded|TLS protocol SP_PROT\w{1,40} negotiation suc/i.test(
    words,
  );
  return { event, ...(isTls ? { tls: 'starttls' as const } : {}) };
}

/** What Exchange's remarks hold, and what they tell. */
const EVENTS: readonly (readonly [words: RegExp, event: Event])[] = [
  [/attempting to connect/i, 'connecting'],
  [/Failed to connect|Failed connection to|Unable to connect|DNS query failed/i, 'connect-failed'],
  [
    /TLS negotiation failed|(?:certificate|TLS).{0,80}\b(?:failed|failure|invalid|expired)\b/i,
    'tls-failed',
  ],
  [/\bauthentication failed\b|AUTH \w{1,20} failed/i, 'auth-failed'],
  [/connection (?:was )?(?:reset|aborted)|ConnectionReset/i, 'lost'],
];

/** `192.0.2.10:25`, `[2001:db8::10]:25`, `fe80::1%4:25` */
function peerOf(words: string): Peer | undefined {
  const match = /^\[?([0-9A-Za-z.:%-]{1,60}?)\]?:(\d{1,5})$/.exec(words);
  return match ? { host: match[1] ?? '', port: Number(match[2]) } : undefined;
}
