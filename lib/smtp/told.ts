import type { Facts, Said, Session } from '../types.ts';

/**
 * Keeps what a program's own words tell of a session: which server it is, how TLS came about, who
 * logged in, who wrote to whom.
 */
export function learn(session: Session, said: Said): void {
  if (said.peer) {
    // Its port may stand in the line on the connection alone.
    const port = session.peer?.host === said.peer.host ? session.peer.port : undefined;
    session.peer = { ...(port === undefined ? {} : { port }), ...said.peer };
  }
  // A mail log tells of TLS in one line and passes over it in the others.
  if (said.cipher !== undefined) session.cipher = said.cipher;
  if (said.tls && (said.tls !== 'none' || session.tls === undefined)) session.tls = said.tls;
  if (said.login) session.login = { ...session.login, ...said.login };
  if (said.envelope) session.envelope = joined(session.envelope, said.envelope);
}

/** Two views of an envelope as one: nobody is lost, the first view's sender and order stay. */
export function joined(
  one: Facts['envelope'] | undefined,
  other: Partial<Facts['envelope']>,
): Facts['envelope'] {
  const from = one?.from ?? other.from;
  return {
    ...(from === undefined ? {} : { from }),
    to: [...new Set([...(one?.to ?? []), ...(other.to ?? [])])],
    rejectedTo: [...new Set([...(one?.rejectedTo ?? []), ...(other.rejectedTo ?? [])])],
  };
}
