/**
 * The words of the project. `Said` is what a dialect reads off one line, `Session` what the
 * engine makes of a log (plain data, no prose); what every surface draws is in report.ts.
 *
 * Lines count from 1 and end with LF. Columns count UTF-16 units from 0, ends are exclusive.
 */

/** Who speaks in a line: one of the two ends of the wire, or the program that wrote the log. */
export type Side = 'client' | 'server' | 'note';

/** The steps of a session, in the order of RFC 5321 section 3. */
export type Phase =
  | 'connect'
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'message'
  | 'quit';

/** The server that the log names. */
export interface Peer {
  host: string;
  port?: number;
  /** TLS from the first byte (port 465 as a rule): the tool said `ssl://`, `smtps:` or alike. */
  implicitTls?: boolean;
}

/** What a note of the logging program tells, in words that all dialects share. */
export type Event =
  /** The program is about to connect; `peer` says where to. */
  | 'connecting'
  /** A TCP connection stands. */
  | 'connected'
  /** No connection, or the connection broke while it was set up; the text says why, if anything does. */
  | 'connect-failed'
  /** TLS could not be set up; the text says why. */
  | 'tls-failed'
  /** The connection is closed in an orderly way, or the program closes it. */
  | 'closed'
  /** The connection is gone without a word: EOF, reset, broken pipe. */
  | 'lost'
  /** The program waited for the server in vain. */
  | 'timeout'
  /** The login mechanism that the program was told to use. */
  | 'auth-requested'
  /** The mechanisms that the server offers. */
  | 'auth-available'
  /** The requested mechanism is not offered. */
  | 'auth-unavailable'
  /** The mechanism that the program picked. */
  | 'auth-selected'
  /** The program says that the login failed, with or without a reply. */
  | 'auth-failed'
  /** The program tells of a refusal in words of its own; `quote` names the command, if it is known. */
  | 'refused'
  /** A command got a reply that the program did not expect; `quote` holds the reply if there was one. */
  | 'command-failed'
  /** The program's own closing sentence on a failure: it repeats what stands above, often vaguely. */
  | 'failed'
  /** The program says that the message was handed over. */
  | 'sent'
  /** Bytes that are no text: what is left of a TLS record, as a rule. */
  | 'garbage'
  /** The server's line is empty: nothing came back. */
  | 'silence'
  /** One note stands for the message's whole content. */
  | 'content'
  /** Any other remark of the program. */
  | 'remark';

/** A reply that a note quotes. */
export interface Quote {
  /** The reply as quoted, code first: `450 4.2.0 <a@b>: Greylisted`. */
  text: string;
  /** Column where it begins. */
  at: number;
  /** The command that it answers, where the note says so: `RCPT`. `.` stands for the message's end. */
  verb?: string;
}

/** What a program's own words tell of the login, where its lines are not in the log or hidden. */
export interface LoginFacts {
  /** In capitals. */
  mechanism?: string;
  user?: string;
  result?: 'accepted' | 'rejected';
}

/** What a dialect reads off one line. */
export interface Said {
  side: Side;
  /** The words, with marks and time stamps taken off. */
  text: string;
  /** Column where the words begin; 0 if left out. */
  at?: number;
  /** The line's own time stamp, as written. */
  time?: string;
  /** What ties the lines of one connection together where several are interleaved. */
  session?: string;
  /** The server, where this line names it. */
  peer?: Peer;
  /** The line continues the one before it: the same reply, the same note. */
  continues?: boolean;
  /** A rawer copy of the reply that comes right after; of the client: an answer before its encoding. */
  echo?: boolean;
  /** For a server line: it says in another form what the reply just before it said (smtplib's `retcode`). */
  repeats?: boolean;
  /**
   * For a server line that stands alone: the command that it answered, by its own words: `AUTH
   * LOGIN`; `CONNECT` for a greeting, also that of a further server.
   */
  answers?: string;
  /** For a note: what it tells. */
  event?: Event;
  /** For a note: the step that it belongs to, where the program's words tell. */
  phase?: Phase;
  /** For a note: the reply that it quotes. */
  quote?: Quote;
  /** What the tool's own words tell of the login. */
  login?: LoginFacts;
  /** Who wrote to whom, by the tool's own words. */
  envelope?: Partial<Facts['envelope']>;
  /** How TLS came about, where the tool's words tell and a STARTTLS command or the port may not. */
  tls?: Exclude<Facts['tls'], 'unknown'>;
  /** The version of TLS and the cipher, where the line names them beside other things: `TLS1.3:…`. */
  cipher?: string;
  /** For a client line: the tool has hidden the words (`[credentials hidden]`). */
  hidden?: boolean;
  /** For a note: where it shows a credential, which `text` must not repeat. */
  secret?: Pick<Secret, 'start' | 'end' | 'what'>;
  /**
   * The line belongs to another session, or to none: this one, which its key names, only learns
   * from it (who got the message that came in).
   */
  aside?: boolean;
  /**
   * The program keeps the message and tries again, whatever class a server line's code has; for a
   * note on a refusal: whether it does.
   */
  retries?: boolean;
  /** The tool shows its log once more: how many lines above this one the same line stands. */
  copyOf?: number;
}

/**
 * Reads one line of one format: what it says (several things where a command and its reply share
 * a line), or undefined when the line is not of this format.
 */
export type Reader = (line: string) => Said | readonly Said[] | undefined;

/** A log format. `open` gives a fresh reader, which may remember the lines before. */
export interface Dialect {
  /** The slug, which is the file's name too. */
  id: string;
  /** The name for people. */
  title: string;
  /** For texts of one reply or error alone; tried when no other dialect fits. */
  alone?: boolean;
  /** Its marks are found out from the text: it gives way to a dialect that reads the log as well. */
  inferred?: boolean;
  /** Its lines bear no marks: it gives way to a dialect that tells both sides apart. */
  unmarked?: boolean;
  /** @param sample the log's first lines, for a format whose marks have to be found out */
  open(sample?: readonly string[]): Reader;
}

/** One physical line of a reply: code, enhanced code and the words after them. RFC 5321 section 4.2. */
export interface ReplyLine {
  code: number;
  /** RFC 3463, such as `5.7.8`. */
  enhanced?: string;
  text: string;
  /** A hyphen follows the code: more lines of this reply come. */
  more: boolean;
}

/** A reply line that shares its log line with others, where the line breaks got lost. */
export interface ReplyPart extends ReplyLine {
  start: number;
  end: number;
}

/** A command as the client sent it. RFC 5321 section 4.1. */
export interface Command {
  /** In capitals. */
  verb: string;
  /** What follows the verb, trimmed; never a credential. */
  argument: string;
  /** Index of its entry in the session. */
  entry: number;
}

/** A whole reply, all of its lines joined. */
export interface Reply {
  code: number;
  enhanced?: string;
  lines: readonly ReplyLine[];
  /** Index of its first entry in the session. */
  entry: number;
  /** Known only from a note that quotes it. */
  quoted?: boolean;
  /** By the log's own words the message is kept and tried again, whatever class the code has. */
  retries?: boolean;
}

/**
 * A command and its reply. A greeting answers no command; a lost connection leaves a command
 * without a reply. An answer to a 334 is a command with the verb `(auth-data)`, the end of a
 * message one with the verb `.`.
 */
export interface Exchange {
  /** The client turned to another server, which this reply greets. */
  isGreeting?: boolean;
  command?: Command;
  reply?: Reply;
}

/** What kind of thing a line of the log is. */
export type Kind = 'command' | 'reply' | 'content' | 'note';

/** One line of the log, or one thing that wraps over several, as the engine understood it. */
export interface Entry {
  line: number;
  endLine: number;
  from: 'server' | 'client' | 'tool';
  kind: Kind;
  phase: Phase;
  /** The line's words: for content nothing is kept, for credentials the user name at most. */
  text: string;
  /** Column where the words begin. */
  at: number;
  /** The step is told by the program's own words. */
  told?: boolean;
  /** By the log's own words: whether a mail server keeps the message in its queue and tries again. */
  retries?: boolean;
  /** Index of the exchange that this line belongs to. */
  exchange?: number;
  /** `EHLO`; `(auth-data)` for an answer to a 334; `(data)` for a line of the message. */
  verb?: string;
  reply?: ReplyLine;
  parts?: readonly ReplyPart[];
  /** Index of the entry that says the same. */
  duplicateOf?: number;
  event?: Event;
  /** For an `(auth-data)` or AUTH entry: what it holds. */
  credential?: 'user' | 'password' | 'both' | 'token' | 'response' | 'hidden' | 'cancel' | 'empty';
  /** For content: which part of the message the line is. */
  content?: 'header' | 'folded' | 'separator' | 'body' | 'end' | 'whole';
  /** For a header line: its name. */
  header?: string;
  /** Milliseconds since the session's first time stamp. */
  ms?: number;
  /**
   * Where it was cut out of a line that the page shows as one: its columns, the second one on line
   * `to`.
   */
  cut?: { start: number; end: number; to: number };
}

/** A piece of the log that must never be shared. */
export interface Secret {
  line: number;
  start: number;
  end: number;
  what: 'password' | 'user-and-password' | 'token' | 'response';
}

/** What the message's own header says, as far as the log shows it. */
export interface MessageFacts {
  /** The address in `From:`. */
  from?: string;
  /** The program that wrote the message: `X-Mailer` or `User-Agent`. */
  mailer?: string;
  subject?: boolean;
}

/** One SMTP connection as the log shows it. Plain data: it crosses workers and messages. */
export interface Session {
  dialect: string;
  title: string;
  firstLine: number;
  lastLine: number;
  /** From the tool's connection note; the server's own name is in greeting and EHLO reply. */
  peer?: Peer;
  entries: Entry[];
  exchanges: Exchange[];
  secrets: Secret[];
  /** The login's user name, plain, where the log gives it away. */
  user?: string;
  /** What the program's notes tell: how TLS came about, who logged in, who wrote to whom. */
  tls?: Exclude<Facts['tls'], 'unknown'>;
  cipher?: string;
  login?: LoginFacts;
  envelope?: Facts['envelope'];
  message: MessageFacts;
  /** The first time stamp, as written. */
  startedAt?: string;
  durationMs?: number;
}

export type Outcome =
  | 'accepted'
  | 'partially-accepted'
  | 'rejected'
  | 'deferred'
  | 'connection-failed'
  | 'tls-failed'
  | 'auth-failed'
  | 'dropped'
  | 'incomplete';

/** What is true of a session, derived once from its exchanges and notes (smtp/facts.ts). */
export interface Facts {
  server?: Peer;
  tls: 'none' | 'starttls' | 'implicit' | 'unknown';
  auth: {
    mechanism?: string;
    /** Every mechanism tried, in order. */
    attempted: readonly string[];
    result: 'accepted' | 'rejected' | 'none';
    user?: string;
  };
  envelope: { from?: string; to: readonly string[]; rejectedTo: readonly string[] };
  outcome: Outcome;
  failedAt?: Phase;
  queueId?: string;
  /** Extensions in the last EHLO reply, keyword in capitals → its parameters. Empty after HELO. */
  offered: ReadonlyMap<string, string>;
  /** What the EHLO reply before STARTTLS offered. */
  offeredBeforeTls: ReadonlyMap<string, string>;
  /** The exchange whose reply (or lack of one) decided the outcome. */
  deciding?: Exchange;
  /** The entry that decided: the first line of the reply, or the note. Index into entries. */
  decidingEntry?: number;
  /** The deciding reply's words, all lines joined by blanks, codes taken off; or the note's text. */
  decidingText: string;
}

export type Severity = 'error' | 'warning' | 'info';
export type Party = 'you' | 'web-host' | 'mail-provider' | 'recipient' | 'nobody';
/** Values for the `{name}` places in a text. */
export type Data = Readonly<Record<string, string | number>>;

/** What a rule found, without prose. */
export interface Finding {
  /** Slug of the cause (lib/knowledge/causes/) or of the warning. */
  id: string;
  severity: Severity;
  /** Indexes into the session's entries, the deciding one first. */
  entries: readonly number[];
  data?: Data;
}

/** What the engine found in a text, without prose. */
export interface Analysis {
  sessions: readonly { session: Session; facts: Facts; findings: readonly Finding[] }[];
  /** Lines that belong to no session. */
  otherLines: number;
}

/** How much a surface says: nothing, problems only, a remark on each line, everything. */
export type Verbosity = 'off' | 'problems' | 'brief' | 'full';
