import type { ClientFailure } from './client-failure-row.ts';
import { CONNECTION_FAILURES } from './failures/connection-failures.ts';
import { NAME_FAILURES } from './failures/name-failures.ts';
import { TLS_FAILURES } from './failures/tls-failures.ts';

/** TLS before sockets: a broken handshake is reported together with a vague socket error. */
export const CLIENT_FAILURES: readonly ClientFailure[] = [
  ...TLS_FAILURES,
  ...NAME_FAILURES,
  ...CONNECTION_FAILURES,
];
