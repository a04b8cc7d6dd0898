/** What a table of knowledge says of one thing. `brief` is a phrase, `full` one to three sentences. */
export interface Row {
  brief: string;
  full: string;
  /** Where it is written down: an RFC's section, a registry, a program's source. */
  source: string;
}

/** A reply code or a command. */
export interface NamedRow extends Row {
  /** Its name in the standard; empty where no standard has it. */
  name: string;
}

/** What a reply means at one step of the session. */
export interface StageRow {
  brief: string;
  full: string;
  /** What may go wrong at this step; said last, and only when it went well. */
  risk?: string;
}

/** A command of the client. */
export interface VerbRow extends NamedRow {
  /** What may go wrong here. */
  risk: string;
}

/** A keyword in the reply to EHLO. */
export interface ExtensionRow extends Row {
  /** What the words after the keyword are. */
  parameter?:
    | 'size'
    | 'mechanisms'
    | 'limits'
    | 'seconds'
    | 'hold'
    | 'schemes'
    | 'names'
    | 'topics'
    | 'profile';
}

/** A word behind the address in MAIL FROM or RCPT TO. */
export type ParameterRow = Pick<Row, 'full' | 'source'>;

/** A way of logging in. */
export interface MechanismRow extends Row {
  /** What travels: the password itself, a proof of it, a token, a ticket, or nothing secret. */
  carries: 'password' | 'proof' | 'token' | 'ticket' | 'nothing';
}

/** Words by which a program's remark is recognised, in lower case, and what it means. */
export interface RemarkRow extends Row {
  /** How the remark begins, or a part of it. */
  starts?: string;
  holds?: string;
}
