import type { Said } from '../types.ts';
import { remarkIn } from './notes.ts';
import { timeOf } from './stamp.ts';

/** Reads a program's remarks one after the other. */
export interface Remarks {
  /** Reads one line; undefined where it tells nothing of a connection. */
  read(line: string): Said | undefined;
  /** Words were exchanged: a connection stands. */
  talked(): void;
}

/**
 * Follows what a program says of its connection: a later remark may leave out the port that an
 * earlier one has named, or name the address of the host, and both are about one attempt.
 */
export function createRemarks(): Remarks {
  let port: number | undefined;
  /** The host that is being tried. */
  let host: string | undefined;
  /** The program said that it connects, and not yet that it has. */
  let tries = false;
  let hasTalked = false;
  return {
    talked() {
      host = undefined;
      hasTalked = true;
    },
    read(line) {
      const at = line.length - line.trimStart().length;
      const text = line.slice(at).trimEnd();
      const remark = remarkIn(text);
      if (!remark) return undefined;
      const time = timeOf(line);
      const peer = remark.peer && {
        ...remark.peer,
        ...(remark.peer.port === undefined && port !== undefined ? { port } : {}),
      };
      if (peer?.port !== undefined) ({ port } = peer);
      // `connected to host` below the greeting is said late.
      const isLate = remark.event === 'connected' && tries && hasTalked;
      const again = isLate || (remark.event === 'connecting' && host !== undefined);
      if (remark.event === 'connecting' && !again) hasTalked = false;
      tries = remark.event === 'connecting' || (tries && remark.event !== 'connected');
      const isName =
        host === undefined || /^[\d.]+$/.test(host) || !/^[\d.]+$/.test(peer?.host ?? '');
      if (remark.event === 'connecting' || remark.event === 'connected') {
        host = isName ? (peer?.host ?? host) : host;
      }
      return {
        side: 'note',
        text,
        at,
        event: again ? 'remark' : (remark.event ?? 'remark'),
        ...(peer && isName ? { peer } : {}),
        // Nothing was said before: TLS from the first byte. RFC 8314 section 3.3.
        ...(remark.event === 'tls-failed' && port === 465 && !hasTalked
          ? { tls: 'implicit' as const }
          : {}),
        ...(time === undefined ? {} : { time }),
      };
    },
  };
}
