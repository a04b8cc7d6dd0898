import type { Dialect, Event, Reader, Said } from '../types.ts';

/**
 * Postfix' notice to the postmaster with the transcript of a session. `In:` is what Postfix read
 * and `Out:` what it wrote: as the SMTP server of the session or as its client, which the subject
 * says. A long line goes on behind five blanks. Checked with Postfix 3.7.11.
 *
 *     Transcript of session follows.
 *
 *      Out: 220 mx.example.org ESMTP Postfix
 *      In:  EHLO client.example.org
 */
export const postfixTranscript: Dialect = {
  id: 'postfix-transcript',
  title: 'Postfix session transcript',
  open,
};

const MARK = /^[> ]{0,4}(Out: |In: {1,2})/;

function open(): Reader {
  /** Postfix is the server: what it wrote are the replies. */
  let isServer: boolean | undefined;
  /** The server that Postfix called, as the notice names it. */
  let peer: Said['peer'];
  let begun = false;
  /** The line before, which a folded line goes on with. */
  let last: Said | undefined;

  return (line) => {
    const mark = MARK.exec(line);
    const before = last;
    last = undefined;
    if (!mark) return outside(line, before);
    const at = mark[0].length;
    const text = line.slice(at);
    const isOut = mark[1] === 'Out: ';
    isServer ??= /^[2-5]\d\d(?:[ -]|$)/.test(text) === isOut;
    begun = true;
    last = { side: isOut === isServer ? 'server' : 'client', text, at };
    return last;
  };

  function outside(line: string, before: Said | undefined): Said | undefined {
    const text = line.trim();
    const at = line.length - line.trimStart().length;
    if (before && at >= 4 && text !== '') {
      last = { ...before, text, at, continues: true };
      return before.side === 'server' ? last : folded(before, text, at);
    }
    if (begun) return ending(text, at);
    const subject = /\bSMTP (server|client): errors from (\S{1,255})/.exec(line);
    if (subject) isServer = subject[1] === 'server';
    const unexpected =
      /^(?:Subject: .{0,80}client: errors from|Unexpected response from) (\S{1,300}?)\.?$/.exec(
        text,
      );
    const named = /^([^\s[\]]{1,255})\[([^\]]{1,60})\](?::(\d{1,5}))?$/.exec(unexpected?.[1] ?? '');
    if (!named) return undefined;
    isServer = false;
    const [, host = '', address = ''] = named;
    peer = { host: host === 'unknown' ? address : host, ...portOf(named[3]) };
    return { side: 'note', event: 'connected', text, at, peer };
  }
}

function portOf(digits: string | undefined): { port?: number } {
  return digits === undefined ? {} : { port: Number(digits) };
}

/** The rest of a long command: parameters, or the credential behind `AUTH PLAIN`. */
function folded(before: Said, text: string, at: number): Said {
  const said = { side: 'note', event: 'remark', at } as const;
  if (!/^AUTH\s/i.test(before.text)) return { ...said, text };
  return { ...said, text: '…', secret: { start: at, end: at + text.length, what: 'token' } };
}

/** `Session aborted, reason: timeout` */
function ending(text: string, at: number): Said | undefined {
  const reason = /^Session aborted, reason: (.{1,200})$/.exec(text)?.[1];
  if (reason === undefined) return undefined;
  const event: Event = /time/.test(reason) ? 'timeout' : /lost/.test(reason) ? 'lost' : 'remark';
  return { side: 'note', event, text, at };
}
