import type { ClientFailure } from './client-failure-row.ts';
import { numbersOf } from './error-numbers.ts';
import { CERTIFICATE_FAILURES } from './failures/certificate-failures.ts';
import { CONNECTION_FAILURES } from './failures/connection-failures.ts';
import { NAME_FAILURES } from './failures/name-failures.ts';
import { TLS_FAILURES } from './failures/tls-failures.ts';

/** TLS before sockets: a broken handshake is reported together with a vague socket error. */
const ROWS: readonly ClientFailure[] = [
  ...CERTIFICATE_FAILURES,
  ...TLS_FAILURES,
  ...NAME_FAILURES,
  ...CONNECTION_FAILURES,
];

/** Each cause's last row also has the error's numbers. */
export const CLIENT_FAILURES: readonly ClientFailure[] = ROWS.map((row, index) => {
  const isLast = !ROWS.slice(index + 1).some(({ cause }) => cause === row.cause);
  return isLast ? { ...row, phrases: [...row.phrases, ...numbersOf(row.cause)] } : row;
});
