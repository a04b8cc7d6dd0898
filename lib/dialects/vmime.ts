import type { Dialect, Event, Peer, Reader, Said } from '../types.ts';

/**
 * The trace of VMime, a mail library for C++ (Zarafa and Kopano use it). Only the client's lines
 * have a mark of their own; what must not be shown is in braces. Written from the library's source
 * and public logs.
 *
 *     smtps:1->(Client)Connecting to mail.example.org, port 465
 *     smtps:1->250-mail.example.org
 *     smtps:1->(Client)EHLO client.example.org
 *     smtps:1->(Client){...SASL exchange: 40 bytes of data...}
 */
export const vmime: Dialect = { id: 'vmime', title: 'VMime', open };

const MARK = /(?:^|\s)((smtps?|maildirsmtp|lmtp):(\d{1,9}))(?:->|: ?|\] ?)(\(Client\) ?)?/;
/** The longest prefix that a program's own logger puts in front. */
const MAX_PREFIX = 120;
const DATA = /^\{\.\.\.(SASL exchange: )?\d{1,12} bytes of data\.\.\.\}$/;
const NOTES: readonly (readonly [words: RegExp, event: Event])[] = [
  [/^Connecting to /, 'connecting'],
  [/^Disconnecting|^Disconnected/, 'closed'],
  [/^Beginning |^Getting peer |^Certificate |^Verifying |^TLS |^SSL /, 'remark'],
];

function open(): Reader {
  /** Connection → the last command. */
  const commands = new Map<string, string>();

  return (line) => {
    const mark = MARK.exec(line.slice(0, MAX_PREFIX));
    if (!mark) return undefined;
    const session = mark[1] ?? '';
    const at = mark.index + mark[0].length;
    const text = line.slice(at).trimEnd();
    if (mark[4] === undefined) return { side: 'server', text, at, session };
    const note = NOTES.find(([words]) => words.test(text));
    if (note) {
      const peer = note[1] === 'connecting' ? peerOf(text, mark[2] === 'smtps') : undefined;
      return { side: 'note', event: note[1], text, at, session, ...(peer ? { peer } : {}) };
    }
    const data = DATA.exec(text);
    if (!data) {
      commands.set(session, text.slice(0, 4).toUpperCase());
      return { side: 'client', text, at, session };
    }
    if (data[1] !== undefined) return { side: 'client', text, at, session, hidden: true };
    // The length of a chunk stands in its command already. RFC 3030.
    return commands.get(session) === 'DATA'
      ? content(text, at, session)
      : { side: 'note', event: 'remark', text, at, session };
  };

  /** What comes after DATA: the message, in one piece or several. */
  function content(text: string, at: number, session: string): Said {
    commands.set(session, '.');
    return { side: 'note', event: 'content', text, at, session };
  }
}

/** `Connecting to mail.example.org, port 465` */
function peerOf(text: string, implicitTls: boolean): Peer | undefined {
  const match = /^Connecting to (\S{1,255}), port (\d{1,5})$/.exec(text);
  if (!match) return undefined;
  const peer = { host: match[1] ?? '', port: Number(match[2]) };
  return implicitTls ? { ...peer, implicitTls } : peer;
}
