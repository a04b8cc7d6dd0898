import type { Event, Facts, Outcome, Session } from '../types.ts';
import { classifyFailure, type ClientVerdict } from './client-failure.ts';
import { decidingEntries } from './evidence.ts';
import type { Rule } from './rule.ts';

/** TLS, name, route, port: what the program's own notes say of a connection that failed. */
export const clientFailures: Rule = {
  id: 'client-failures',
  severity: 'error',
  *check(session, facts) {
    const { outcome } = facts;
    const isQueued = outcome === 'deferred' && facts.failedAt === 'connect';
    if (!STOPPED.has(outcome) && !isQueued) return;
    const said = readNotes(
      session,
      outcome === 'connection-failed' || facts.failedAt === 'connect',
    );
    // Many machines have no IPv6: that decides only where nothing else failed.
    const others = said.filter(({ cause, index }) => !isWithoutIpv6(cause, session, index));
    // OpenSSL's words on a connection that it did not get are no handshake.
    const fitting = outcome === 'connection-failed' ? others.filter(isOfNetwork) : others;
    const known = fitting.length > 0 ? fitting : others;
    const [best] = (known.length > 0 ? known : said).toSorted(
      (one, other) => one.rank - other.rank,
    );
    if (!best) return;
    const id = inContext(best, said, session, facts);
    if (id === undefined) return;
    const same = said.filter(({ cause }) => cause === best.cause).map(({ index }) => index);
    const entries = [...new Set([...decidingEntries(session, facts), ...same])];
    yield { id, entries, data: best.isUnanswered ? { unanswered: '' } : {} };
  },
};

function isOfNetwork({ cause }: ClientVerdict): boolean {
  return !cause.startsWith('tls-') && !cause.startsWith('certificate-');
}

const STOPPED = new Set<Outcome>(['connection-failed', 'tls-failed', 'dropped']);

/** Notes on what is about to happen or went well: `opening to …, timeout=300` is no time-out. */
const NO_REASON: ReadonlySet<Event> = new Set([
  'connecting',
  'connected',
  'closed',
  'sent',
  'auth-requested',
  'auth-available',
  'auth-selected',
  'garbage',
]);

/** The search for the server's own name: nothing else was tried. */
const LOOKUP = /host name lookup failure|Name server: \S{1,255}: /i;

/** Failures stand at the end; a log that grows for days does not make the verdict slow. */
const MAX_NOTES = 1000;

/**
 * What each note says of a failure, if anything: the vaguer, the higher its rank. Once a server
 * answered, it is of no account that another one did not.
 */
function readNotes(
  { entries }: Session,
  isConnecting: boolean,
): (ClientVerdict & { index: number })[] {
  const notes = entries.flatMap(({ kind, event }, index) =>
    kind === 'note' &&
    !(event && NO_REASON.has(event)) &&
    (isConnecting || event !== 'connect-failed')
      ? [index]
      : [],
  );
  return notes.slice(-MAX_NOTES).flatMap((index) => {
    const verdict = classifyFailure(entries[index]?.text ?? '');
    return verdict ? [{ ...verdict, index }] : [];
  });
}

function inContext(
  { cause, isUnanswered }: ClientVerdict,
  said: readonly ClientVerdict[],
  session: Session,
  facts: Facts,
): string | undefined {
  const port = facts.server?.port ?? session.peer?.port;
  // `Deferred: Name server: mx.example.net.: host name lookup failure`
  if (cause === 'connection-failed' && LOOKUP.test(facts.decidingText)) return 'dns-failure';
  if (facts.outcome === 'dropped') {
    if (cause === 'connection-timeout') return 'client-timeout';
    // Encryption was there before the connection broke.
    if (cause === 'tls-handshake-failed' && facts.tls !== 'unknown') return undefined;
    return cause === 'connection-failed' ? undefined : cause;
  }
  // A connection stands, and it was the greeting that did not come.
  if (facts.failedAt === 'greeting' && cause === 'connection-timeout') return 'greeting-timeout';
  // Nothing comes back from the port that hosts block: that is the block, see RFC 5068 section 3.1.
  // Where one address gives no answer, another one that has no way there is a machine without IPv6.
  const isSilent =
    cause === 'connection-timeout' ||
    (cause === 'network-unreachable' && said.some((one) => one.cause === 'connection-timeout'));
  if (isSilent && port === 25 && facts.failedAt === 'connect') {
    return 'port-blocked';
  }
  if (cause === 'dns-failure' && !isUnanswered && isOwnDomain(facts)) return 'domain-not-found';
  // The port spoke SMTP before it broke off.
  if (cause === 'tls-on-wrong-port' && facts.tls === 'starttls') return 'tls-handshake-failed';
  // "Could not connect" sums up what another rule knows better.
  const isSummary = cause === 'connection-failed';
  if (isSummary && (facts.outcome === 'tls-failed' || facts.failedAt === 'greeting')) {
    return undefined;
  }
  return cause;
}

/** Postfix looked for the recipient's own domain, and the answer was final: it does not exist. */
function isOwnDomain({ decidingText, envelope }: Facts): boolean {
  const name = /Name service error for name=([^\s]{1,255}) type=/.exec(decidingText)?.[1];
  if (name === undefined) return false;
  return envelope.to.some((address) => address.toLowerCase().endsWith(`@${name.toLowerCase()}`));
}

/** `connect to mx.example.net[2001:db8::1]:25: Network is unreachable` */
function isWithoutIpv6(cause: string, { entries }: Session, index: number): boolean {
  const text = entries[index]?.text ?? '';
  return cause === 'network-unreachable' && /\[[0-9a-f]{0,4}:[0-9a-f:.]{1,40}\]/i.test(text);
}
