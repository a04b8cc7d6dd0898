import type { Dialect, Peer, Reader, Said } from '../types.ts';
import { createBareMessage } from '../smtp/bare-message.ts';

/**
 * Roundcube's `logs/smtp.log` (`smtp_debug`), which is Net_SMTP's dialogue with Roundcube's own
 * stamp, session id and mask for passwords. Checked with Roundcube 1.6.5. A message is one entry:
 * its lines after the first are bare.
 *
 *     [23-Nov-2026 19:59:00 +0000]: <a1b2c3d4> Connecting to tls://mail.example.org:587...
 *     [23-Nov-2026 19:59:00 +0000]: <a1b2c3d4> Recv: 220 mail.example.org ESMTP
 *     [23-Nov-2026 19:59:00 +0000]: <a1b2c3d4> Send: ****** [16]
 */
export const roundcube: Dialect = { id: 'roundcube', title: 'Roundcube', open };

/** Day first, as PHP's error log has it; the format is a setting, and so is the session id. */
const STAMP =
  /^\s{0,8}(?:\[(\d{1,2}-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d(?:\.\d{1,6})?|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,6})?)[^\]]{0,12}\]:|\S.{0,60} roundcube(?:\[\d{1,10}\])?:) {1,3}(?:<([\w-]{1,64})> )?/;
/**
 * What the page itself says, in whatever language: `SMTP Error (250): Authentication failed.` The
 * last reply was the one to EHLO, so that no login was tried: no kind of it is known to both sides.
 */
const TITLE = /^\s{0,8}SMTP \S{3,12} \(250\): \S/;
const MASKED = /^\*{3,} \[\d+\]$/;

function open(): Reader {
  const message = createBareMessage();
  let session: string | undefined;

  return (line) => {
    const stamp = STAMP.exec(line);
    const words = stamp ? line.slice(stamp[0].length) : '';
    const mark = /^(?:Send|Recv):(?: |$)/.exec(words)?.[0] ?? '';
    const connecting = mark === '' && words.startsWith('Connecting to ');
    const title = TITLE.exec(line);
    if (title) return { side: 'note', event: 'auth-unavailable', text: line.trim() };
    if (!stamp || (mark === '' && !connecting)) {
      if (!message.goesOn(line)) return undefined;
      return { side: 'client', text: line, continues: true, ...keyed(session) };
    }
    session = stamp[2];
    const at = stamp[0].length + mark.length;
    const text = line.slice(at);
    const base = { text, at, ...timed(stamp[1]), ...keyed(session) };
    if (connecting) return { side: 'note', event: 'connecting', ...base, ...peerOf(text) };
    if (mark.startsWith('Recv')) {
      message.server(text);
      return { side: 'server', ...base };
    }
    message.client(text);
    return { side: 'client', ...base, ...(MASKED.test(text) ? { hidden: true } : {}) };
  };
}

function keyed(session: string | undefined): Pick<Said, 'session'> {
  return session === undefined ? {} : { session };
}

function timed(time: string | undefined): Pick<Said, 'time'> {
  return time === undefined ? {} : { time };
}

/** `Connecting to ssl://mail.example.org:465...`; `tls://` stands for STARTTLS. */
function peerOf(text: string): { peer?: Peer } {
  const match =
    /^Connecting to (?:([a-z]{2,5}):\/\/)?(\[[0-9a-f:.]+\]|[^\s:/]+?)(?::(\d{1,5}))?\.{3}/i.exec(
      text,
    );
  if (!match) return {};
  return {
    peer: {
      host: match[2] ?? '',
      ...(match[3] === undefined ? {} : { port: Number(match[3]) }),
      ...(match[1] === 'ssl' || match[1] === 'smtps' ? { implicitTls: true } : {}),
    },
  };
}
