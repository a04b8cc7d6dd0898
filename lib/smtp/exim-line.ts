/** What stands before the words of a line of Exim's logs. */
export interface EximStamp {
  /** Column of the words. */
  at: number;
  time?: string;
  pid?: string;
  /** The message's id. */
  id?: string;
}

/** A host in a line: the other end of the connection. */
export interface EximHost {
  name?: string;
  /** What it called itself in EHLO or HELO. */
  helo?: string;
  address: string;
  port?: number;
}

/** Six, six (eleven from 4.97 on) and two (four) characters of base 62. */
const ID = '[0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4})';

/** A quotation, a comment or a string of code. */
const MARKS = /^[\s>#*'"`]{0,12}(?:\/\/ ?)?/;
/** `exim_mainlog:`, `12:`, or syslog's own stamp, host and program. */
const BEFORE =
  /^(?:(?:\/|\.\/|[\w.-]{1,60}\/)?[\w./-]{0,200}log[\w.-]{0,40}:(?:\d{1,9}:)?|\d{1,9}:|(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT[\d:.]{8,15}(?:Z|[+-]\d\d:\d\d)) \S{1,255} exim\d?(?:\[\d{1,10}\])?: )/;
const STAMP =
  /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)(?: [+-]\d{4}| (?:UTC|[A-Z]{2,4}T)(?= ))?(?: \[(\d{1,10})\])? /;
const MESSAGE = new RegExp(`^(${ID}) `);

/**
 * Takes date, process and message id off a line of Exim's main, reject or panic log.
 *
 *     2026-11-23 20:01:51.123 +0000 [4711] 1xVaEZ-0006yh-1E <= a@example.org …
 *
 * @returns undefined where neither a date nor an id stands there
 */
export function readEximStamp(line: string): EximStamp | undefined {
  const marks = MARKS.exec(line)?.[0].length ?? 0;
  const before = marks + (BEFORE.exec(line.slice(marks))?.[0].length ?? 0);
  const rest = line.slice(before);
  const stamp = STAMP.exec(rest);
  const inner = stamp?.[0].length ?? 0;
  const id = MESSAGE.exec(rest.slice(inner));
  if (!stamp && !id && !/\bexim\d?(?:\[\d{1,10}\])?: $/.test(line.slice(0, before))) {
    return undefined;
  }
  const [, time, pid] = stamp ?? [];
  return {
    at: before + inner + (id?.[0].length ?? 0),
    ...(time === undefined ? {} : { time }),
    ...(pid === undefined ? {} : { pid }),
    ...(id?.[1] === undefined ? {} : { id: id[1] }),
  };
}

/**
 * Reads the host of a line: `H=mx.example.net [198.51.100.7]:25` of a delivery,
 * `(client.example.org) [192.0.2.1]:49612` of a connection that came in.
 *
 * @param words the line's words
 * @param mark what stands before it: `H=`, `from `
 */
export function readEximHost(words: string, mark: string): EximHost | undefined {
  const start = words.indexOf(mark);
  if (start < 0) return undefined;
  const match =
    /^(?:([\w.-]{1,255}) )?(?:\(([^)\s]{0,255})\) )?\[([0-9A-Fa-f.:]{2,60})\](?::(\d{1,5}))?/.exec(
      words.slice(start + mark.length),
    );
  if (!match) return undefined;
  const [, name, helo, address = '', port] = match;
  return {
    address,
    ...(name === undefined ? {} : { name }),
    ...(helo === undefined ? {} : { helo }),
    ...(port === undefined ? {} : { port: Number(port) }),
  };
}

/** One of a line's fields, ` X=TLS1.3:…`, without its mark; quotes and what they escape taken off. */
export function eximField(words: string, name: string): string | undefined {
  const start = words.indexOf(` ${name}=`);
  if (start < 0) return undefined;
  const from = start + name.length + 2;
  if (words[from] !== '"') return /^\S{1,500}/.exec(words.slice(from))?.[0];
  const end = closingQuote(words, from + 1);
  return words.slice(from + 1, end);
}

/** Where a quoted field ends: `\"` does not end it. */
function closingQuote(words: string, from: number): number {
  for (let at = from; at < words.length; at++) {
    if (words[at] === '\\') at++;
    else if (words[at] === '"') return at;
  }
  return words.length;
}

/**
 * Parts a delivery's fields from the words on its failure: `R=r T=t DN="CN=x: y": SMTP error …`.
 *
 * @returns column of the words, or -1 where there are none
 */
export function failureStart(words: string): number {
  for (let at = 0; at < words.length; at++) {
    if (words[at] === '"') at = closingQuote(words, at + 1);
    else if (words[at] === ':' && words[at + 1] === ' ') return at + 2;
  }
  return -1;
}

/** Words in the names that people give to Exim's authenticators → the mechanism. */
const MECHANISMS: readonly (readonly [word: RegExp, mechanism: string])[] = [
  [/cram|md5/i, 'CRAM-MD5'],
  [/scram.*256/i, 'SCRAM-SHA-256'],
  [/scram/i, 'SCRAM-SHA-1'],
  [/xoauth/i, 'XOAUTH2'],
  [/oauthbearer/i, 'OAUTHBEARER'],
  [/plain/i, 'PLAIN'],
  [/login/i, 'LOGIN'],
  [/ntlm|spa/i, 'NTLM'],
  [/gssapi|krb/i, 'GSSAPI'],
  [/external|cert/i, 'EXTERNAL'],
];

/** The mechanism that an authenticator's name tells: `dovecot_login`, `plain_server`. */
export function mechanismOf(authenticator: string): string | undefined {
  return MECHANISMS.find(([word]) => word.test(authenticator))?.[1];
}
