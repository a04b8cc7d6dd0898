import { answeredBy } from '../smtp/answered-by.ts';
import { cellsOf, type Cell } from '../smtp/csv.ts';
import type { Dialect, Reader, Said } from '../types.ts';

/**
 * Exchange's message tracking log, as a file or as an exported table: a row for each thing that
 * happened to a message, of which those on SMTP's way are read. Each is a session: one message that
 * came in, one delivery. Written from public documentation and logs of Exchange 2010 to 2019.
 *
 *     #Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,recipient-address,recipient-status,…
 *     2026-11-23T18:20:09.468Z,,EXCH01,,,,,SMTP,FAIL,12,<1@example.com>,a@example.net,550 5.1.1 User unknown,…
 */
export const exchangeMessageTracking: Dialect = {
  id: 'exchange-message-tracking',
  title: 'Exchange message tracking',
  open,
};

type Row = (name: string) => Cell;

/** How the file, and the command that reads it, name a column. */
const ALIASES: Readonly<Record<string, string>> = {
  timestamp: 'datetime',
  recipients: 'recipientaddress',
  sender: 'senderaddress',
};

function open(): Reader {
  let columns: readonly string[] | undefined;
  let count = 0;

  return (line) => {
    if (!/[,\t;]/.test(line)) return undefined;
    const cells = cellsOf(line, line.includes('\t') ? '\t' : line.includes(',') ? ',' : ';');
    const names = cells.map(({ text }) => nameOf(text));
    if (names.includes('eventid') && names.includes('recipientaddress')) {
      columns = names;
      return undefined;
    }
    if (!columns) return undefined;
    const places = columns;
    const said = read((name) => cells[places.indexOf(name)] ?? { text: '', at: 0 });
    if (said.length === 0) return undefined;
    const session = String(++count);
    const time = cells[places.indexOf('datetime')]?.text;
    return said.map((one) => ({ ...one, session, ...(time === undefined ? {} : { time }) }));
  };
}

/** `#Fields: date-time`, `"EventId"` */
function nameOf(words: string): string {
  const name = words
    .replace(/^\s*#Fields: ?/i, '')
    .replace(/-/g, '')
    .toLowerCase();
  return ALIASES[name] ?? name;
}

function read(row: Row): Said[] {
  const event = row('eventid').text.toUpperCase();
  const { text: sender } = row('senderaddress');
  const to = [...row('recipientaddress').text.matchAll(/[^\s;,{}<>"]{1,64}@[^\s;,{}<>"]{1,255}/g)];
  const recipients = to.map(([address]) => address);
  const isSmtp = /^SMTP$/i.test(row('source').text);
  if (!/^(?:RECEIVE|SEND|SENDEXTERNAL|FAIL|DEFER)$/.test(event)) return [];
  if (!isSmtp && event !== 'FAIL' && event !== 'DEFER') return [];
  const host = row('serverhostname').text;
  const facts = {
    ...(sender === '' ? {} : { envelope: { from: sender.replace(/^<|>$/g, ''), to: recipients } }),
    ...(isSmtp && host.includes('.') ? { peer: { host } } : {}),
  };
  const words = [event, row('source').text, row('recipientstatus').text, row('sourcecontext').text];
  const note: Said = {
    side: 'note',
    ...facts,
    text: words.filter(Boolean).join(' '),
    at: row('eventid').at,
  };
  if (event === 'RECEIVE') return [{ ...note, event: 'sent' }];
  const reply = replyIn(row('recipientstatus')) ?? replyIn(row('sourcecontext'));
  const recipient = recipients[0];
  const command = recipient === undefined ? 'RCPT' : `RCPT TO:<${recipient}>`;
  if (event.startsWith('SEND')) {
    const taken: Said[] = reply ? [{ side: 'server', ...reply, answers: command }] : [];
    return [...taken, { ...note, event: 'sent' }];
  }
  const envelope = { ...facts.envelope, to: recipients, rejectedTo: recipients };
  if (!reply) {
    const later = event === 'DEFER' ? 'deferred: ' : '';
    const quote = { text: '', at: 0, verb: 'RCPT' };
    return [{ ...note, event: 'refused', envelope, text: `${later}${note.text}`, quote }];
  }
  const verb = answeredBy(reply.text) ?? 'RCPT';
  const isTo = verb === 'RCPT';
  return [
    {
      side: 'server',
      ...facts,
      ...reply,
      envelope: { ...envelope, rejectedTo: isTo ? recipients : [] },
      answers: isTo ? command : verb,
    },
  ];
}

/** `550 5.1.1 User unknown`; `[{LED=550 5.4.1 Recipient address rejected};{MSG=};{FQDN=mx.example.net}]` */
function replyIn({ text, at }: Cell): { text: string; at: number } | undefined {
  const match = /(?:^[\s['"{]{0,4}|LED=)(?=[245]\d\d[ -])/.exec(text);
  if (!match) return undefined;
  const from = match.index + match[0].length;
  const end = match[0].endsWith('LED=') ? text.indexOf('}', from) : -1;
  const words = text.slice(from, end < 0 ? text.length : end).replace(/['"}\]]{1,4}$/, '');
  return { text: words, at: at + from };
}
