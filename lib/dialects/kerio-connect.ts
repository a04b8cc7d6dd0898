import { answeredBy } from '../smtp/answered-by.ts';
import type { Dialect, Reader, Said } from '../types.ts';

/**
 * Kerio Connect's mail log: one line for a message that came in, one for each delivery. Neither
 * shows the dialogue. Written from public documentation and logs. The queue's number ties a
 * delivery to the sender in the line on the arrival.
 *
 *     [23/Nov/2026 18:20:09] Recv: Queue-ID: 6923509a-00000001, Service: SMTP, From: <a@example.com>, To: <b@example.net>, …
 *     [23/Nov/2026 18:20:11] Sent: Queue-ID: 6923509a-00000001, Recipient: <b@example.net>, Result: failed, Status: 5.1.1 550 …
 */
export const kerioConnect: Dialect = { id: 'kerio-connect', title: 'Kerio Connect', open };

const PREFIX =
  /^\[\d\d\/[A-Z][a-z]{2}\/\d{4} (\d\d:\d\d:\d\d)\] (Recv|Sent): Queue-ID: ([\w-]{1,40}), /;

function open(): Reader {
  /** Queue number → who wrote. */
  const senders = new Map<string, string>();
  let count = 0;

  return (line) => {
    const prefix = PREFIX.exec(line);
    if (!prefix) return undefined;
    const [mark, time = '', kind, id = ''] = prefix;
    count++;
    const said = {
      side: 'note',
      event: 'sent',
      text: line.slice(line.indexOf(']') + 2).trimEnd(),
      at: line.indexOf(']') + 2,
      time,
      session: `${id} ${count}`,
    } as const;
    const fields = line.slice(mark.length);
    if (kind === 'Recv') {
      const from = address(fields, 'From');
      if (from !== undefined) senders.set(id, from);
      const user = /(?:^|, )User: ([^,\s]{1,320})/.exec(fields)?.[1];
      return {
        ...said,
        envelope: { ...(from === undefined ? {} : { from }), to: recipients(fields) },
        ...(user === undefined ? {} : { login: { user, result: 'accepted' } }),
      };
    }
    const from = senders.get(id);
    const to = address(fields, 'Recipient');
    const envelope = { ...(from === undefined ? {} : { from }), to: to === undefined ? [] : [to] };
    // An address names no server; a name does.
    const host = /(?:^|, )Remote-Host: (?=[\w.-]{0,254}[A-Za-z])([\w.-]{1,255})/.exec(fields)?.[1];
    const sent = { ...said, envelope, ...(host === undefined ? {} : { peer: { host } }) };
    if (/(?:^|, )Result: delivered\b/.test(fields)) return sent;
    return refusal(sent, fields, to ?? '', mark.length);
  };
}

/** `Result: failed, Status: 5.1.1 550 5.1.1 <…>: User unknown, Remote-Host: …` */
function refusal(said: Said, fields: string, to: string, column: number): Said {
  const rejected = { ...said.envelope, rejectedTo: to === '' ? [] : [to] };
  const status = /(?:^|, )Status: (?:[245]\.\d{1,3}\.\d{1,3} )?/.exec(fields);
  const start = (status?.index ?? 0) + (status?.[0].length ?? 0);
  const end = fields.lastIndexOf(', Remote-Host: ');
  const words = fields.slice(start, end < start ? fields.length : end).trimEnd();
  if (!status || !/^[45]\d\d[ -]/.test(words)) {
    const isConnection = /connect|resolve|timed? ?out|unreachable/i.test(words);
    const event = isConnection ? 'connect-failed' : 'refused';
    const from = (status?.index ?? 0) + (status ? status[0].indexOf('Status') : 0);
    const text = fields.slice(from, end < from ? fields.length : end).replace('Status: ', '');
    const at = column + from + (status ? 'Status: '.length : 0);
    return { ...said, event, text, at, ...(isConnection ? {} : { envelope: rejected }) };
  }
  // What is said of the message came after it.
  const isLate = answeredBy(words) === '.';
  const late = isLate ? {} : { envelope: rejected };
  const answers = isLate ? '.' : `RCPT TO:<${to}>`;
  return { ...said, side: 'server', text: words, at: column + start, ...late, answers };
}

function address(fields: string, name: string): string | undefined {
  const at = fields.indexOf(`${name}: <`);
  if (at < 0) return undefined;
  const start = at + name.length + ': <'.length;
  const end = fields.indexOf('>', start);
  return end < 0 ? undefined : fields.slice(start, end);
}

/** `To: <a@example.net>, <b@example.net>, Size: …` */
function recipients(fields: string): string[] {
  const list = /(?:^|, )To: ((?:<[^>]{0,320}>(?:, ?)?){1,100})/.exec(fields)?.[1] ?? '';
  return [...list.matchAll(/<([^>]{1,320})>/g)].map((match) => match[1] ?? '');
}
