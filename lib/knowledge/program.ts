/** What a program calls the settings that a fix speaks of, each as a noun phrase. */
export interface ProgramFields {
  hostField: string;
  portField: string;
  encryptionField: string;
  authField: string;
  mechanismField: string;
  userField: string;
  passwordField: string;
  /** The address in the `From:` line. */
  fromField: string;
  /** The envelope's sender, where bounces go. */
  returnField: string;
  /** The name in EHLO. */
  heloField: string;
  timeoutField: string;
}

/**
 * Who reads its logs: the owner of a `site`, someone who writes `code`, tries a `tool` out or uses a
 * `desktop` program; all of them have set up one server to send through. A `mail-server` keeps a
 * queue and finds the recipient's server by itself, and its readers are administrators.
 */
export type ProgramRole = 'site' | 'code' | 'tool' | 'desktop' | 'mail-server';

/** A program that sends mail, or a screen of one, and its words for what a fix speaks of. */
export interface Program {
  id: string;
  /** The name for people. */
  name: string;
  role: ProgramRole;
  /** Beginnings of `X-Mailer` or `User-Agent`, lower case, without blanks. */
  mailers?: readonly string[];
  /** Dialects that only this program writes. */
  dialects?: readonly string[];
  /** Pieces of notes that only this program writes: a path, a class, a prefix; lower case. */
  words?: readonly string[];
  /**
   * Addresses of its own screens: a piece of path or query, lower case. `page=x` fits the whole
   * value or its beginning up to `-`, `_` or `/`.
   */
  pages?: readonly string[];
  fields: ProgramFields;
  /** Port 587 and STARTTLS, as an order: `set “SMTP Port” to 587 and “Encryption” to “TLS”`. */
  startTls: string;
  /** Port 465 and TLS from the first byte, likewise. */
  implicitTls: string;
  /** The login switched on, likewise: `switch “Authentication” on`. */
  loginOn: string;
  /** How to get a fuller log, as a step. */
  debugStep?: string;
  /** What becomes of a mail that was put off, as a step. */
  retryStep?: string;
  /** Steps of this program for a cause, above the general ones. */
  steps?: Readonly<Record<string, readonly string[]>>;
}
