import type { Data, Facts, Session } from '../types.ts';
import { exchangeEntries, hasTriedLogin, indexesOf, lastHello } from './evidence.ts';

/**
 * What stands elsewhere in the log and belongs to the proof of a cause: the server's list without a
 * login, the login that was accepted before the sender was refused, the size that was announced.
 *
 * @param cause slug of the cause
 * @returns indexes of entries, in the order in which they matter
 */
export function circumstances(cause: string, session: Session, facts: Facts): number[] {
  return OF[cause]?.(session, facts) ?? [];
}

/**
 * What the texts on a login that did not come about can add, as `{name}` places without words:
 * `starttlsUnused` (offered, and the connection stayed in the clear), `heloOnly` (the old greeting,
 * which knows no login), `loginOffered` (and not tried), `otherLogin` (a mechanism that few servers
 * can check was refused, and a plain one is offered).
 */
export function loginTraits(session: Session, facts: Facts): Data {
  const { offered, auth, tls } = facts;
  const isPlain = tls !== 'starttls' && tls !== 'implicit';
  const tried = hasTriedLogin(session, facts);
  const list = offered.get('AUTH')?.toUpperCase().split(/\s+/) ?? [];
  const isRare = auth.attempted.length > 0 && auth.attempted.every((one) => RARE.test(one));
  const traits = {
    starttlsUnused: isPlain && offered.has('STARTTLS') && !offered.has('AUTH'),
    heloOnly: fellBack(session),
    loginOffered: offered.has('AUTH') && !tried && auth.result === 'none',
    otherLogin: isRare && ['PLAIN', 'LOGIN'].some((one) => list.includes(one)),
  };
  const held = Object.entries(traits).filter(([, holds]) => holds);
  return Object.fromEntries(held.map(([name]) => [name, '']));
}

/** EHLO refused, HELO accepted: the server's list of features was never seen. */
function fellBack(session: Session): boolean {
  if (lastHello(session)?.command?.verb !== 'HELO') return false;
  return session.exchanges.some(
    ({ command, reply }) => command?.verb === 'EHLO' && reply !== undefined && reply.code >= 400,
  );
}

/** These need the password itself, or a domain network, on the server’s side. */
const RARE = /^(?:CRAM-MD5|DIGEST-MD5|NTLM|GSSAPI|SCRAM-.{1,20})$/i;

type Lines = (session: Session, facts: Facts) => number[];

const OF: Readonly<Record<string, Lines>> = {
  'auth-not-offered': (session, facts) =>
    facts.auth.result === 'accepted' ? [] : listOr(session, ['AUTH', 'STARTTLS']),
  'auth-mechanism-mismatch': (session) => offer(session, ['AUTH']),
  'starttls-not-offered': (session) => listOr(session, ['STARTTLS']),
  'starttls-required': (session) => offer(session, ['STARTTLS']),
  'auth-required': nobodyLoggedIn,
  'relay-denied': nobodyLoggedIn,
  'sender-not-owned': (session, facts) => [...login(session), ...sender(session, facts)],
  'sender-rejected': (session, facts) => sender(session, facts),
  'message-too-large': (session) => offer(session, ['SIZE']),
  'smtputf8-unsupported': (session) => listOr(session, ['SMTPUTF8']),
  'oauth-token-rejected': (session) => indexesOf(session, ({ verb }) => verb === 'AUTH').slice(-1),
  'tls-on-wrong-port': (session) => asking(session),
};

/** Where to the program connects, and how. */
function asking(session: Session): number[] {
  return indexesOf(session, ({ event }) => event === 'connecting' || event === 'connected');
}

/** A login was offered and not tried, or none was offered; after a login there is nothing to add. */
function nobodyLoggedIn(session: Session, { auth }: Facts): number[] {
  return auth.result === 'accepted' ? login(session) : listOr(session, ['AUTH', 'STARTTLS']);
}

/** Lines of the last list of features that offer one of these: `250-AUTH PLAIN LOGIN`. */
function offer(session: Session, keywords: readonly string[]): number[] {
  return exchangeEntries(session, lastHello(session)).filter((index) => {
    const { reply, parts = [] } = session.entries[index] ?? {};
    return [reply, ...parts].some((line) => {
      const keyword = line?.text.split(/[\s=]/, 1)[0]?.toUpperCase() ?? '';
      return keywords.includes(keyword);
    });
  });
}

/** The same; where there is no such line, the first one of the list that lacks it. */
function listOr(session: Session, keywords: readonly string[]): number[] {
  const found = offer(session, keywords);
  const start = lastHello(session)?.reply?.entry;
  return found.length > 0 || start === undefined ? found : [start];
}

/** The reply that accepted the login. */
function login({ exchanges }: Session): number[] {
  const accepted = exchanges.findLast(({ reply }) => reply?.code === 235)?.reply?.entry;
  return accepted === undefined ? [] : [accepted];
}

/** The command that named the sender; some servers judge it only at the recipient. */
function sender({ exchanges }: Session, { deciding }: Facts): number[] {
  const until = deciding === undefined ? exchanges.length : exchanges.indexOf(deciding) + 1;
  const mail = exchanges.slice(0, until).findLast(({ command }) => command?.verb === 'MAIL');
  return mail?.command === undefined ? [] : [mail.command.entry];
}
