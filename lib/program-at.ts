import { PROGRAMS } from './knowledge/programs.ts';

/**
 * The program whose screen stands at an address: `/wp-admin/admin.php?page=wp-mail-smtp-logs` is WP
 * Mail SMTP's. Looks at path, query and fragment, never at the host.
 *
 * @param url the page's address, as the browser tells it
 * @returns the program's id; undefined where the address is of no known screen
 */
export function programAt(url: string): string | undefined {
  const host = HOST.exec(url)?.[0];
  if (host === undefined) return undefined;
  const address = url.slice(host.length).toLowerCase();
  return PROGRAMS.find(({ pages }) => pages?.some((piece) => isThere(address, piece)))?.id;
}

/** What stands before the path. */
const HOST = /^https?:\/\/[^/?#]+/i;

/** `page=x` stands for the whole value or its first words: `page=fluent-mail`, not `page=fluent-mailing`. */
function isThere(address: string, piece: string): boolean {
  const at = address.indexOf(piece);
  if (at < 0) return false;
  if (!piece.startsWith('page=')) return true;
  const before = address.charAt(at - 1);
  const after = address.charAt(at + piece.length);
  return (before === '?' || before === '&') && !/[a-z0-9]/.test(after);
}
