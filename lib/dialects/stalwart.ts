import type { Dialect, Reader, Said } from '../types.ts';
import { readStalwartEvent } from '../smtp/stalwart-event.ts';

/**
 * Stalwart's log. At level trace it has the dialogue, `read` being the client; above it the
 * events tell of senders, recipients, logins and deliveries. Up to 0.9 in the form of Rust's tracing,
 * from 0.10 with each event's name in brackets. Written from public documentation and logs of 0.5 to
 * 0.15. Connections are told apart by the client's address and port, deliveries by the queue's number.
 *
 *     2026-11-23T18:20:09.468000Z TRACE session{instance="smtp" remote.ip="203.0.113.25" remote.port=36002}: smtp::inbound::session: event="read" data="EHLO client.example.org\r\n" size=27
 *     2026-11-23T18:20:09Z TRACE Raw SMTP input received (smtp.raw-input) listenerId = "smtp", remoteIp = 203.0.113.25, remotePort = 36002, size = 27, contents = "EHLO client.example.org\r\n"
 *     2026-11-23T18:20:11Z INFO SMTP RCPT TO rejected (delivery.rcpt-to-rejected) queueId = 197417664021987369, hostname = "mx.example.net", to = "a@example.net", code = 550, details = "User unknown"
 */
export const stalwart: Dialect = { id: 'stalwart', title: 'Stalwart', open };

/** `(smtp.raw-input) listenerId = "smtp", …`, with the event's title before it. */
const EVENT =
  /(?:^|[ |](?:TRACE|DEBUG|INFO|WARN|ERROR) )([A-Z][^()"=]{2,80}) \(([a-z][a-z-]{2,30}\.[a-z][a-z0-9-]{2,50})\)(?: |$)/;
const MODULE = /\b(smtp::[a-z_][a-z_:]{2,60}): /;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?=Z|[+-]\d\d:)/g;

function open(): Reader {
  /** Connections whose client sends a message. */
  const messages = new Set<string>();
  /** Queue number → attempts so far. */
  const attempts = new Map<string, number>();
  /** Deliveries whose reply stands in the log. */
  const settled = new Set<string>();

  return (line) => {
    const event = EVENT.exec(line);
    const module = event ? null : MODULE.exec(line);
    const mark = event ?? module;
    if (!mark) return undefined;
    const fields = fieldsOf(line);
    const start = mark.index + (event ? mark[0].indexOf(mark[1] ?? '') : 0);
    const time = [...line.slice(0, start).matchAll(TIME)].at(-1)?.[0];
    const session = keyOf(fields, event?.[2], attempts);
    if (session === undefined) return undefined;
    const base = { session, ...(time === undefined ? {} : { time }) };
    const wire = dialogue(line, event?.[2], fields, messages, session);
    if (wire) return wire.map((said) => ({ ...said, ...base }));
    const name = event?.[2] ?? `${fields.get('context') ?? ''}.${fields.get('event') ?? ''}`;
    const said = readStalwartEvent(name, fields, settled.has(session));
    if (said.side === 'server') settled.add(session);
    const { text = line.slice(start).trimEnd(), ...rest } = said;
    return { at: start, ...rest, text, ...base };
  };
}

/** `remoteIp = 203.0.113.25, to = "a@example.net"`, `remote.port=36002 data="…"` */
function fieldsOf(line: string): Map<string, string> {
  const fields = new Map<string, string>();
  const pattern =
    /\b([A-Za-z][A-Za-z_.]{0,30}) ?= ?("(?:[^"\\]|\\.)*"|\[[^\]]*\]|[^\s,{}"[\]][^\s,{}"]*)/g;
  for (const [, name = '', value = ''] of line.matchAll(pattern)) {
    // Of two values with one name the later one is the event's own.
    fields.set(name, value.startsWith('"') ? value.slice(1, -1) : value);
  }
  return fields;
}

/** What ties the lines of a connection or of a delivery attempt together; nothing: not on mail's way. */
function keyOf(
  fields: ReadonlyMap<string, string>,
  name: string | undefined,
  attempts: Map<string, number>,
): string | undefined {
  const port = fields.get('remotePort') ?? fields.get('remote.port');
  const listener = fields.get('listenerId') ?? fields.get('instance');
  const isDelivery = name === undefined ? fields.has('return_path') : name.startsWith('delivery.');
  const queue = fields.get('queueId') ?? (isDelivery ? fields.get('id') : undefined);
  if (queue !== undefined && listener === undefined) {
    if (name === 'delivery.attempt-start') attempts.set(queue, (attempts.get(queue) ?? 0) + 1);
    const attempt = fields.get('attempt_number') ?? String(attempts.get(queue) ?? 0);
    return `queue ${queue} ${attempt}`;
  }
  if (port !== undefined)
    return `${fields.get('remoteIp') ?? fields.get('remote.ip') ?? ''} ${port}`;
  return name === undefined || /^(?:smtp|auth)\./.test(name) ? 'smtp' : undefined;
}

/** What went over the wire: a reply with all of its lines, or what came in at once. */
function dialogue(
  line: string,
  name: string | undefined,
  fields: ReadonlyMap<string, string>,
  messages: Set<string>,
  session: string,
): Said[] | undefined {
  const way =
    name === undefined ? fields.get('event') : /^smtp\.raw-(input|output)$/.exec(name)?.[1];
  const opening = /\b(?:data=|contents = )"/.exec(line);
  if (!opening || way === undefined || !WAYS.has(way)) return undefined;
  const at = opening.index + opening[0].length;
  const end = line.lastIndexOf('"');
  const words = line.slice(at, end < at ? line.length : end);
  if (way === 'write' || way === 'output') {
    // As many blanks as the escapes have characters: columns stay those of the line.
    const text = words.replaceAll('\\r\\n', '    ').trimEnd();
    if (text.startsWith('354')) messages.add(session);
    else messages.delete(session);
    return [{ side: 'server', text, at }];
  }
  if (messages.has(session)) {
    const text = words.replaceAll('\\r\\n', '\n').replaceAll('\\"', '"');
    return [{ side: 'client', event: 'content', text, at }];
  }
  const said: Said[] = [];
  let from = at;
  for (const piece of words.split('\\r\\n')) {
    if (piece !== '' || said.length === 0) said.push({ side: 'client', text: piece, at: from });
    from += piece.length + '\\r\\n'.length;
  }
  return said;
}

const WAYS = new Set(['read', 'write', 'input', 'output']);
