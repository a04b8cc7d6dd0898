import type { Dialect, Reader, Said } from '../types.ts';

/**
 * MailEnable's activity log, in and out, and the same in W3C's format: a row has the verb, the
 * command and its reply, of which the first line alone is kept. `{blank}` stands for the answers to
 * a 334; the message is not shown. Written from public logs of versions 3 to 10.
 *
 *     11/23/26 18:20:09⇥SMTP-IN⇥9C1F4E2A7B3D4C.MAI⇥1204⇥203.0.113.25⇥EHLO⇥EHLO client.example.org⇥250-mx.example.net⇥64⇥23⇥
 */
export const mailenable: Dialect = { id: 'mailenable', title: 'MailEnable', open: () => read };

interface Cell {
  text: string;
  at: number;
}

/** What a row holds, whatever parts its columns. */
interface Row {
  time: string;
  session: string;
  verb: string;
  command: Cell;
  reply: Cell;
}

const read: Reader = (line) => {
  const row = rowOf(line);
  if (!row) return undefined;
  const { time, session, verb, command, reply } = row;
  const base = { time, session };
  const said: Said[] = [];
  const hidden = command.text === '{blank}';
  if (command.text !== '' && !(hidden && verb !== 'AUTH')) {
    said.push({ ...base, side: 'client', ...command, ...(hidden ? { hidden } : {}) });
  }
  if (/^[2-5]\d\d(?:[ -]|$)/.test(reply.text)) said.push({ ...base, side: 'server', ...reply });
  if (said.length > 0) return said;
  return { ...base, side: 'note', event: 'remark', text: reply.text || verb, at: reply.at };
};

const PREFIX =
  /^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4} \d{1,2}:\d\d:\d\d(?: [AP]M)?)[\t ](SMTP-(?:IN|OU))[\t ](\S{1,80})[\t ](\d{1,12})[\t ]([0-9a-fA-F:.]{2,45})(?:[\t ]|$)/;
const W3C =
  /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) ([0-9a-fA-F:.]{2,45}) (SMTP-(?:IN|OU)) \S{1,80} \S{1,45} (\d{1,12}) /;

function rowOf(line: string): Row | undefined {
  const w3c = W3C.exec(line);
  if (w3c) {
    const [mark, time = '', ip = '', way = '', number = ''] = w3c;
    const [verb, command, reply] = cellsOf(line, mark.length, / /g);
    const session = `${way} ${number} ${ip}`;
    return {
      time,
      session,
      verb: verb?.text ?? '',
      command: blanks(command),
      reply: blanks(reply),
    };
  }
  const prefix = PREFIX.exec(line);
  if (!prefix) return undefined;
  const [mark, time = '', way = '', , number = '', ip = ''] = prefix;
  const session = `${way} ${number} ${ip}`;
  if (mark.includes('\t')) {
    const [verb, command = NONE, reply = NONE] = cellsOf(line, mark.length, /\t/g);
    return { time, session, verb: verb?.text ?? '', command, reply };
  }
  return { time, session, ...untabbed(line, mark.length) };
}

const NONE: Cell = { text: '', at: 0 };

function cellsOf(line: string, from: number, delimiter: RegExp): Cell[] {
  const cells: Cell[] = [];
  let at = from;
  for (const text of line.slice(from).split(delimiter)) {
    cells.push({ text: text.trim(), at });
    at += text.length + 1;
  }
  return cells;
}

/** `MAIL+FROM:<a@example.com>`; a lone hyphen is nothing. */
function blanks(cell: Cell = NONE): Cell {
  return { ...cell, text: cell.text === '-' ? '' : cell.text.replaceAll('+', ' ') };
}

/** The tabs got lost: a reply begins at its number, and two sizes stand at the end. */
function untabbed(line: string, from: number): Pick<Row, 'verb' | 'command' | 'reply'> {
  const rest = line.slice(from).trimEnd();
  const verb = /^[A-Z]{4,8}(?= )/.exec(rest)?.[0] ?? '';
  const start = rest.search(/(?:^| )[2-5]\d\d(?:-| (?!\d{1,9}(?: |$)))/);
  const code = start < 0 ? rest.length : start + (rest.startsWith(' ', start) ? 1 : 0);
  const words = rest.slice(verb.length, code);
  const indent = words.length - words.trimStart().length;
  const reply = rest.slice(code).replace(/ \d{1,9} \d{1,9}(?: [^\s@]{1,64}@\S{1,255})?$/, '');
  return {
    verb,
    command: { text: words.trim(), at: from + verb.length + indent },
    reply: { text: reply, at: from + code },
  };
}
