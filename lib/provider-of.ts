import type { Program } from './knowledge/program.ts';
import type { Provider } from './knowledge/provider.ts';
import { PROVIDERS, RECEIVERS } from './knowledge/providers.ts';
import { textOf } from './smtp/facts.ts';
import type { Facts, Session } from './types.ts';

/** Ports on which servers take mail from people who log in. RFC 6409, RFC 8314; 2525 by custom. */
const SUBMISSION: ReadonlySet<number> = new Set([465, 587, 2525]);

/**
 * What the server of a session is to the sender: the one it sends through (`submission`), the one
 * that takes mail for the recipient (`receiving`), or undefined where the log doesn't tell.
 */
export function serverRole(
  session: Session,
  facts: Facts,
  program?: Program,
): 'submission' | 'receiving' | undefined {
  const host = hostOf(session, facts);
  // Nobody logs in at a server for incoming mail.
  if (facts.auth.result === 'accepted' || facts.auth.attempted.length > 0) return 'submission';
  if (host !== undefined && PROVIDERS.some(({ incoming = [] }) => endsInOneOf(host, incoming))) {
    return 'receiving';
  }
  const port = session.peer?.port ?? facts.server?.port;
  if (port !== undefined && SUBMISSION.has(port)) return 'submission';
  if (host !== undefined && /^(?:mx|mxs|mxa|mxb)[\d-]{0,4}\./i.test(host)) return 'receiving';
  // A queue that gives its mail to a server without a login gives it to the recipient's.
  if (program?.role === 'mail-server' && host !== undefined) return 'receiving';
  return undefined;
}

/**
 * Whether the log is of the server itself, and the other end a client of it: a mail server's log that
 * names no server and no delivery.
 */
export function isServing({ peer, entries }: Session, program?: Program): boolean {
  if (program?.role !== 'mail-server') return false;
  if (entries.some(({ text }) => text.includes('Set Session Permissions'))) return true;
  return peer === undefined && !entries.some(({ text }) => DELIVERY.test(text));
}

/** Postfix and Sendmail: `status=deferred`, `relay=mx.example.net`, `stat=Sent`; Exim: `=>`, `==`. */
const DELIVERY = /\b(?:status|relay|stat)=|(?:^|\s)(?:=>|->|==|\*\*)\s/;

/** Whose server the session sends through, by its name, its greeting, then its words. */
export function providerOf(session: Session, facts: Facts): Provider | undefined {
  const host = hostOf(session, facts);
  const isLogin = facts.auth.attempted.length > 0 || facts.failedAt === 'auth';
  const named =
    host !== undefined && (isLogin || !isIncoming(host))
      ? PROVIDERS.find(({ hosts }) => endsInOneOf(host, hosts))
      : undefined;
  if (named) return named;
  const greeting = greetingOf(session);
  const name = /^[\w.-]{1,255}/.exec(greeting)?.[0] ?? '';
  return (
    PROVIDERS.find(
      ({ greets = [] }) => (isLogin || !isIncoming(name)) && endsInOneOf(name, greets),
    ) ?? byWords(PROVIDERS, `${greeting}\n${decidingWords(facts)}`)
  );
}

/** Who stands before the recipient's mailbox: by the words of the refusal, then the server's name. */
export function receiverOf(session: Session, facts: Facts): Provider | undefined {
  const host = hostOf(session, facts);
  return (
    byWords(RECEIVERS, decidingWords(facts)) ??
    (host === undefined
      ? undefined
      : PROVIDERS.find(
          ({ hosts, incoming = [] }) => endsInOneOf(host, incoming) || endsInOneOf(host, hosts),
        ))
  );
}

function byWords(providers: readonly Provider[], text: string): Provider | undefined {
  const lower = withoutMailboxes(text).toLowerCase();
  return providers.find(({ words }) => words?.some((word) => lower.includes(word)));
}

/** A recipient's address names a domain, and not who wrote the refusal. */
function withoutMailboxes(text: string): string {
  return text.replace(/[^\s<>@"]{1,64}@[A-Za-z0-9.-]{1,255}/g, '@');
}

function isIncoming(host: string): boolean {
  return PROVIDERS.some(({ incoming = [] }) => endsInOneOf(host, incoming));
}

function hostOf(session: Session, facts: Facts): string | undefined {
  return (session.peer?.host ?? facts.server?.host)?.toLowerCase();
}

function greetingOf({ exchanges }: Session): string {
  const [first] = exchanges;
  return first?.reply && !first.command && first.reply.code === 220 ? textOf(first.reply) : '';
}

function decidingWords({ deciding, decidingText }: Facts): string {
  return deciding?.reply ? textOf(deciding.reply) : decidingText;
}

function endsInOneOf(host: string, endings: readonly string[]): boolean {
  const name = host.toLowerCase();
  return endings.some((ending) => name === ending || name.endsWith(`.${ending}`));
}
