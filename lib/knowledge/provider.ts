/** The two ways of encrypting: 587 with STARTTLS, 465 with TLS from the first byte. RFC 8314 section 3.3. */
export type Pair = 'startTls' | 'implicitTls';

/** A mail service, a web host or the software of one, and what it asks of those who send through it or to it. */
export interface Provider {
  id: string;
  /** The name for people. */
  name: string;
  /** Endings of the host names that people enter for sending. */
  hosts: readonly string[];
  /** Endings of the names with which its servers greet, where these are certain. */
  greets?: readonly string[];
  /** Endings of the names of its servers for incoming mail, which say nothing of sending. */
  incoming?: readonly string[];
  /** Pieces of its greetings and refusals that nobody else writes, lower case. */
  words?: readonly string[];
  /** Its server for sending, where there is one for everybody. */
  server?: string;
  /** The pairs of port and encryption that this server takes, the better one first. */
  pairs?: readonly Pair[];
  /** Which user name it wants, as a step. */
  user?: string;
  /** The user name itself, where it is the same for everybody. */
  userName?: string;
  /** Whether the user name is, or may be, something else than an address. */
  userIsNoAddress?: boolean;
  /** Which password it wants from programs and where to get it, as a step. */
  password?: string;
  /** Where the owner confirms a login, as a step. */
  signIn?: string;
  /** Where sending by programs is switched on, as a step. */
  switchOn?: string;
  /** Which senders it takes, and where one is added, as a step. */
  sender?: string;
  /** Where its limits stand, as a step. */
  limits?: string;
  /** How an account that may not send is released, as a step. */
  release?: string;
  /** What it asks of strangers who send to its mailboxes, and where to complain, as a step. */
  postmaster?: string;
  /** How a domain is signed with DKIM there, as a step. */
  dkim?: string;
  /** Where faults are announced, as a step. */
  status?: string;
  /** Steps for a cause, above the general ones. */
  steps?: Readonly<Record<string, readonly string[]>>;
}
