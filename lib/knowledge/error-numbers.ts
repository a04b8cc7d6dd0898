// Source: errno(3): asm-generic/errno.h of Linux, sys/errno.h of macOS; Microsoft, Windows Sockets Error Codes.

/** What an error's number stands for, on each system; programs log it beside a text in any language. */
interface ErrorNumber {
  name: string;
  linux: number;
  macos: number;
  /** Left out where Windows has none for sockets. */
  windows?: number;
  cause: string;
}

/** The numbers that a failed connection has. */
export const ERROR_NUMBERS: readonly ErrorNumber[] = [
  { name: 'EPERM', linux: 1, macos: 1, cause: 'local-policy-blocked' },
  { name: 'EACCES', linux: 13, macos: 13, windows: 10013, cause: 'local-policy-blocked' },
  { name: 'EPIPE', linux: 32, macos: 32, cause: 'connection-dropped' },
  { name: 'EADDRNOTAVAIL', linux: 99, macos: 49, windows: 10049, cause: 'network-unreachable' },
  { name: 'EAFNOSUPPORT', linux: 97, macos: 47, windows: 10047, cause: 'network-unreachable' },
  { name: 'ENETDOWN', linux: 100, macos: 50, windows: 10050, cause: 'network-unreachable' },
  { name: 'ENETUNREACH', linux: 101, macos: 51, windows: 10051, cause: 'network-unreachable' },
  { name: 'ENETRESET', linux: 102, macos: 52, windows: 10052, cause: 'connection-dropped' },
  { name: 'ECONNABORTED', linux: 103, macos: 53, windows: 10053, cause: 'connection-dropped' },
  { name: 'ECONNRESET', linux: 104, macos: 54, windows: 10054, cause: 'connection-dropped' },
  { name: 'ENOTCONN', linux: 107, macos: 57, windows: 10057, cause: 'connection-dropped' },
  { name: 'ESHUTDOWN', linux: 108, macos: 58, windows: 10058, cause: 'connection-dropped' },
  { name: 'ETIMEDOUT', linux: 110, macos: 60, windows: 10060, cause: 'connection-timeout' },
  { name: 'ECONNREFUSED', linux: 111, macos: 61, windows: 10061, cause: 'connection-refused' },
  { name: 'EHOSTDOWN', linux: 112, macos: 64, windows: 10064, cause: 'network-unreachable' },
  { name: 'EHOSTUNREACH', linux: 113, macos: 65, windows: 10065, cause: 'network-unreachable' },
  { name: 'EINPROGRESS', linux: 115, macos: 36, windows: 10036, cause: 'connection-timeout' },
];

/** How programs write the names and numbers of one cause, as phrases of refusal-row.ts. */
export function numbersOf(cause: string): readonly string[] {
  const rows = ERROR_NUMBERS.filter((row) => row.cause === cause);
  if (rows.length === 0) return [];
  const errno = [...new Set(rows.flatMap(({ linux, macos }) => [linux, macos]))].join(',');
  // `Verbindungsaufbau abgelehnt (111)`; a small number in brackets may count anything.
  const linux = rows.map((row) => row.linux).filter((number) => number > 12);
  const windows = rows.flatMap((row) => row.windows ?? []);
  return [
    `=errno {${errno}}`,
    `=errno={${errno}}`,
    ...linux.map((number) => `(${number})`),
    // `Socket Error # 10061`, `[WinError 10061]`, `(10061)`
    ...windows.map((number) => `=${number}`),
    ...rows.flatMap(({ name }) => (ON_THE_WAY.has(name) ? [] : `=${name.toLowerCase()}`)),
  ];
}

/** `TFO mode sendto, no data: EINPROGRESS`, then `connected` (Exim): no failure by itself. */
const ON_THE_WAY = new Set(['EINPROGRESS']);
