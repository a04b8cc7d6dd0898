import type { Ends } from './ends.ts';
import type { Program, ProgramFields } from './knowledge/program.ts';
import { ANY_ORDERS, ANY_PROGRAM } from './knowledge/programs.ts';
import type { Pair, Provider } from './knowledge/provider.ts';
import type { Data, Facts, Session } from './types.ts';

type Values = Record<string, string | undefined>;

/**
 * What fills the places of steps that depend on the program and the provider: names of fields,
 * orders (`{usePair}`: how to switch encryption on in this program), the provider's own rules, and
 * marks that are empty where something holds (`{direct}`) and unknown where it does not. What the
 * log contradicts is unknown too, so that the step is left out.
 */
export function advicePlaces(session: Session, facts: Facts, ends: Ends): Data {
  const { program, role, provider, receiver } = ends;
  const named = program?.fields ?? ANY_PROGRAM;
  const fields: Data = { ...named, userAndPassword: userAndPassword(named) };
  const direct = program?.role === 'mail-server' && role !== 'submission';
  const values: Values = {
    ...orders(session, facts, program, provider),
    ...ofProvider(session, facts, provider),
    ...ofUser(facts, provider),
    receiverStep: receiver?.postmaster,
    noAnswer: '',
    direct: mark(direct),
    viaRelay: mark(!direct),
    serving: mark(ends.serving),
    asAdmin: mark(program?.role === 'mail-server'),
    asOwner: mark(program?.role !== 'mail-server'),
    forSite: mark(program === undefined || program.role === 'site'),
    forWordPress: mark(program?.pages?.some((page) => WORDPRESS.test(page)) === true),
    notForSite: mark(program !== undefined && program.role !== 'site'),
    notSubmission: mark(role !== 'submission'),
    // After a 5xx a mail server gives up and sends a bounce.
    queued: mark(program?.role === 'mail-server' && mayRetry(facts)),
    notQueued: mark(program?.role !== 'mail-server' || !mayRetry(facts)),
    retryStep: program?.role === 'mail-server' && !mayRetry(facts) ? undefined : program?.retryStep,
    mySender: SENDERS[program?.role ?? 'unknown'],
    theHost: HOSTS[program?.role ?? 'unknown'],
  };
  return filled(values, fields);
}

/** Addresses that only screens of WordPress have. */
const WORDPRESS = /^(?:page=|\/wp-admin\/)/;

/** Who sends, as the message's writer calls it. */
const SENDERS = {
  site: 'my site',
  code: 'my program',
  tool: 'my program',
  desktop: 'my mail program',
  'mail-server': 'my mail server',
  unknown: 'my program',
} as const;

/** Who runs the machine and its way out. */
const HOSTS = {
  site: 'your web host',
  code: 'whoever runs the machine and its network',
  tool: 'whoever runs the machine and its network',
  desktop: 'whoever runs your network (or your internet provider)',
  'mail-server': 'whoever runs the network of this server (the data centre or cloud)',
  unknown: 'your web host',
} as const;

function mayRetry(facts: Facts): boolean {
  const { outcome, deciding } = facts;
  if (outcome === 'deferred') return true;
  const code = deciding?.reply?.code ?? 0;
  return code < 500 && (outcome === 'connection-failed' || outcome === 'dropped');
}

/** Which pair of port and encryption the log shows in use. */
function pairInUse(session: Session, facts: Facts): Pair | undefined {
  const port = session.peer?.port ?? facts.server?.port;
  if (facts.tls === 'implicit' || session.peer?.implicitTls === true) {
    return port === undefined || port === 465 ? 'implicitTls' : undefined;
  }
  if (port === 465 && facts.tls === 'unknown') return 'implicitTls';
  if (port === 587 && (facts.tls === 'starttls' || facts.tls === 'unknown')) return 'startTls';
  return undefined;
}

function mayLogIn({ auth }: Facts): boolean {
  return auth.result !== 'accepted' && auth.attempted.length === 0;
}

/** Some programs' order to log in says already where name and password go. */
function loginStep(loginOn: string): string {
  if (/pass/i.test(loginOn)) return `${loginOn}.`;
  return `${loginOn}, and fill in {userAndPassword}.`;
}

/** Both fields, said once where they are in one place: “Name” and “Password” (Settings). */
function userAndPassword({ userField, passwordField }: ProgramFields): string {
  const place = / (?:\([^()]+\)|(?:for|in|of|under|given to) .+)$/.exec(userField)?.[0];
  const isShared = place !== undefined && passwordField.endsWith(place);
  return `${isShared ? userField.slice(0, -place.length) : userField} and ${passwordField}`;
}

/** Ports with a way of encryption of their own. */
const SUBMISSION_PORTS: ReadonlySet<number> = new Set([465, 587]);

function orders(session: Session, facts: Facts, program?: Program, provider?: Provider): Values {
  const { startTls, implicitTls, loginOn } = program ?? ANY_ORDERS;
  const pairs = provider?.pairs ?? (['startTls', 'implicitTls'] as const);
  // What fits the port that is set stands first: then one setting less has to be changed.
  const fitting = (session.peer?.port ?? facts.server?.port) === 465 ? 'implicitTls' : 'startTls';
  const isSet = SUBMISSION_PORTS.has(session.peer?.port ?? facts.server?.port ?? 0);
  const takes = isSet
    ? pairs.toSorted((one, other) => Number(other === fitting) - Number(one === fitting))
    : pairs;
  const words: Record<Pair, string> = { startTls, implicitTls };
  const inUse = pairInUse(session, facts);
  const isEncrypted = facts.tls === 'starttls' || facts.tls === 'implicit';
  const others = takes.filter((pair) => pair !== inUse);
  const all = takes.map((pair) => words[pair]).join('; or ');
  return {
    notEncrypted: mark(!isEncrypted),
    usePair: isEncrypted ? undefined : `${all.charAt(0).toUpperCase()}${all.slice(1)}.`,
    setPair: all,
    startTlsOrder: startTls,
    otherPair: others.length === 0 ? undefined : others.map((pair) => words[pair]).join('; or '),
    useImplicitTls:
      takes.includes('implicitTls') && inUse !== 'implicitTls' ? words.implicitTls : undefined,
    loginStep: mayLogIn(facts) ? loginStep(loginOn) : undefined,
  };
}

function ofProvider(session: Session, facts: Facts, provider?: Provider): Values {
  return {
    providerName: provider?.name,
    noProvider: mark(provider === undefined),
    providerServer: provider && serverStep(session, facts, provider),
    maybeWrong: mark(provider?.server === undefined && !fits(session, facts, provider)),
    providerPassword: isByToken(facts) ? undefined : provider?.password,
    noProviderPassword: mark(provider?.password === undefined),
    hasProviderPassword: mark(provider?.password !== undefined),
    providerSignIn: provider?.signIn,
    providerSwitch: provider?.switchOn,
    providerSender: provider?.sender,
    hasProviderSender: mark(provider?.sender !== undefined),
    noProviderSender: mark(provider?.sender === undefined),
    providerLimits: provider?.limits,
    providerRelease: provider?.release,
    providerDkim: provider?.dkim,
    providerStatus: provider?.status,
  };
}

/** The server for sending, where the log asks for another one, another port or another encryption. */
function serverStep(session: Session, facts: Facts, provider: Provider): string | undefined {
  if (provider.server === undefined || fits(session, facts, provider)) return undefined;
  const pairs = (provider.pairs ?? []).map((pair) => PAIRS[pair]).join(' or ');
  const own = `${provider.server}${pairs === '' ? '' : `, with ${pairs}`}`;
  return `Compare {hostField}, {portField} and {encryptionField} with what ${provider.name} gives for sending: ${own}.`;
}

const PAIRS: Record<Pair, string> = {
  startTls: 'port 587 and TLS (STARTTLS)',
  implicitTls: 'port 465 and SSL',
};

/** Server, port and encryption are those that the provider names. */
function fits(session: Session, facts: Facts, provider?: Provider): boolean {
  const inUse = pairInUse(session, facts);
  if (inUse === undefined || provider?.pairs?.includes(inUse) !== true) return false;
  const host = (session.peer?.host ?? facts.server?.host ?? '').toLowerCase();
  return provider.server === undefined
    ? provider.hosts.some((ending) => host.endsWith(`.${ending}`))
    : host === provider.server;
}

function ofUser(facts: Facts, provider?: Provider): Values {
  const { user } = facts.auth;
  const isAddress = user?.includes('@') === true;
  const misfits =
    user !== undefined &&
    provider?.user !== undefined &&
    (provider.userName === undefined
      ? !isAddress && provider.userIsNoAddress !== true
      : user !== provider.userName);
  const byPassword = !isByToken(facts);
  return {
    // The log proves that the name is not of the provider's form.
    userMisfit: misfits ? provider.user : undefined,
    sawUser: misfits ? ` The log shows a login as “${user}”.` : undefined,
    userHint:
      misfits || provider?.user === undefined || (user !== undefined && !isUnsure(provider))
        ? undefined
        : provider.user,
    userUnknown: mark(user === undefined && provider?.user === undefined),
    userShort: mark(user !== undefined && !isAddress && provider?.user === undefined),
    userFits: mark(user !== undefined && !misfits && (isAddress || provider?.user !== undefined)),
    byPassword: mark(byPassword),
    byToken: mark(!byPassword),
  };
}

function isUnsure({ userIsNoAddress }: Provider): boolean {
  return userIsNoAddress === true;
}

function isByToken({ auth }: Facts): boolean {
  return /^(?:XOAUTH2|OAUTHBEARER)$/i.test(auth.mechanism ?? '');
}

function mark(holds: boolean): string | undefined {
  return holds ? '' : undefined;
}

/** The provider's steps name fields of the program. */
function filled(values: Values, fields: Data): Data {
  const out: Record<string, string | number> = { ...fields };
  for (const [name, text] of Object.entries(values)) {
    if (text === undefined) continue;
    out[name] = text.replace(/\{(\w+)\}/g, (place, field: string) =>
      String(fields[field] ?? place),
    );
  }
  return out;
}
