import type { Dialect, Event, Said } from '../types.ts';

/**
 * The debug log of Postal's own SMTP server: `=>` is what it sent. Many connections at a time, told
 * apart by their ids. Written from the program's source and public logs of versions 1 and 2.
 *
 *     [smtp.1:3377] [2019-01-03T10:16:50.667] DEBUG -- : [XW2YUG]    Connection opened from 192.0.2.23
 *     [smtp.1:3377] [2019-01-03T10:16:51.785] DEBUG -- : [XW2YUG] <= EHLO client.example.org
 *     [smtp.1:3377] [2019-01-03T10:16:51.786] DEBUG -- : [XW2YUG] => 250-My capabilities are
 */
export const postal: Dialect = { id: 'postal', title: 'Postal', open: () => read };

const MARK =
  /(?:(?:DEBUG|INFO|WARN|ERROR|FATAL)(?: -- :)?|^) ?\[([A-Z0-9]{6,8})\] {1,2}(=> ?|<= ?| {1,3})(?=\S)/;
/** What a process manager and the logger put in front. */
const MAX_PREFIX = 240;

function read(line: string): Said | undefined {
  const mark = MARK.exec(line.slice(0, MAX_PREFIX));
  if (!mark) return undefined;
  const [all, session = '', arrow = ''] = mark;
  const at = mark.index + all.length;
  const text = line.slice(at).trimEnd();
  const time = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?/.exec(line.slice(0, at))?.[0];
  const said = { text, at, session, ...(time === undefined ? {} : { time }) };
  if (arrow.startsWith('=>')) return { ...said, side: 'server' };
  if (arrow.startsWith('<=')) {
    const hidden = /^(?:\[?(?:redacted|filtered|hidden|\.{3,8})\]?|\*{3,40})$/i.test(text);
    return { ...said, side: 'client', ...(hidden ? { hidden } : {}) };
  }
  return { ...said, side: 'note', event: eventOf(text) };
}

/** What the server says of a connection. */
function eventOf(text: string): Event {
  if (text.startsWith('Connection opened')) return 'connected';
  if (text.startsWith('Connection closed')) return 'closed';
  if (/reset|broken pipe|EOF|lost/i.test(text)) return 'lost';
  if (/TLS|SSL/.test(text) && /fail|error/i.test(text)) return 'tls-failed';
  if (/timed? ?out/i.test(text)) return 'timeout';
  return text.startsWith('Authentication failure') ? 'auth-failed' : 'remark';
}
