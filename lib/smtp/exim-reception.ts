import type { Event, Phase, Said } from '../types.ts';
import { parseCommand } from './command.ts';
import { mechanismOf, readEximHost, type EximHost } from './exim-line.ts';
import { phaseOf } from './phase.ts';

/** What Exim's log says of a client's connection. */
export interface EximReception {
  said: Said;
  host: EximHost;
  /** The connection is over. */
  ends: boolean;
}

/**
 * Reads a line on a client that Exim serves: refusals, failed logins, connections that broke. What
 * the client was answered is not logged, but for failed logins.
 *
 *     H=(client.example.org) [192.0.2.1]:49612 F=<a@example.org> rejected RCPT <b@example.com>: relay not permitted
 *     login_c authenticator failed for (client.example.org) [192.0.2.1]:49626: 535 Incorrect authentication data (set_id=lab)
 *
 * @param words the line's words
 * @param at their column
 * @returns undefined where it is about something else
 */
export function readEximReception(words: string, at: number): EximReception | undefined {
  return login(words, at) ?? rejection(words, at) ?? broken(words, at) ?? remark(words, at);
}

function login(words: string, at: number): EximReception | undefined {
  const name = /^([\w.-]{1,80}) authenticator failed for (?:H=)?/.exec(words);
  const host = name ? readEximHost(words, name[0].slice(-2) === 'H=' ? 'H=' : 'failed for ') : null;
  if (!name || !host) return undefined;
  const start = words.search(/: [45]\d\d[ -]/);
  const mechanism = mechanismOf(name[1] ?? '');
  const user = /\(set_id=([^)]{1,320})\)\s*$/.exec(words)?.[1];
  const facts = {
    login: {
      result: 'rejected',
      ...(mechanism === undefined ? {} : { mechanism }),
      ...(user === undefined ? {} : { user }),
    },
    ...tlsOf(words),
  } as const;
  if (start < 0) {
    return {
      host,
      ends: false,
      said: { side: 'note', event: 'auth-failed', text: words, at, ...facts },
    };
  }
  const answers = mechanism === undefined ? 'AUTH' : `AUTH ${mechanism}`;
  const text = words.slice(start + 2);
  return {
    host,
    ends: false,
    said: { side: 'server', text, at: at + start + 2, answers, ...facts },
  };
}

/** What was refused → the step. */
const REJECTED: readonly (readonly [start: string, phase: Phase])[] = [
  ['RCPT', 'rcpt'],
  ['MAIL', 'mail'],
  ['after DATA', 'message'],
  ['during MIME', 'message'],
  ['DKIM', 'message'],
  ['from <', 'message'],
  ['DATA', 'data'],
  ['predata', 'data'],
  ['EHLO', 'ehlo'],
  ['HELO', 'ehlo'],
  ['AUTH', 'auth'],
  ['STARTTLS', 'starttls'],
  ['connection', 'greeting'],
];

function rejection(words: string, at: number): EximReception | undefined {
  const mark = words.search(/(?:temporarily |^|[ ,])(?:rejected|discarded) /);
  if (mark < 0) return undefined;
  const start = mark + (words[mark] === ' ' || words[mark] === ',' ? 1 : 0);
  const text = words.slice(start);
  const what = text.replace(/^(?:temporarily )?\S{1,12} /, '');
  const host = words.includes('H=') ? readEximHost(words, 'H=') : readEximHost(words, ' from ');
  if (!host) return undefined;
  const phase = what.startsWith('"')
    ? (phaseOf(parseCommand(what.slice(1))?.verb) ?? 'ehlo')
    : REJECTED.find(([begin]) => what.startsWith(begin))?.[1];
  if (phase === undefined) return undefined;
  const path =
    /^(?:RCPT|MAIL) <?([^\s<>]{0,320}@[^\s<>:]{1,255}|"[^"]{0,64}"@[^\s<>:]{1,255})/.exec(
      what,
    )?.[1];
  const sender = / F=<([^>]{0,320})>/.exec(words)?.[1] ?? /^from <([^>]{0,320})>/.exec(what)?.[1];
  const from = phase === 'mail' ? (path ?? sender) : sender;
  const to = phase === 'rcpt' && path !== undefined ? [path] : [];
  // The reason alone would be a sentence about nothing: what was refused stands before it.
  return {
    host,
    ends: phase === 'greeting',
    said: {
      side: 'note',
      event: phase === 'auth' ? 'auth-failed' : 'refused',
      phase,
      text: before(words, start) + text,
      at: at + start,
      envelope: { ...(from === undefined ? {} : { from }), to, rejectedTo: to },
      ...tlsOf(words),
    },
  };
}

/** `SMTP protocol synchronization error (…): ` stands before the refusal that it explains. */
function before(words: string, start: number): string {
  return words.startsWith('SMTP protocol') ? words.slice(0, start) : '';
}

/** What Exim says of a connection's end → how it ended; and what stands before the client. */
const ENDS: readonly (readonly [words: RegExp, event: Event, mark: string, phase?: Phase])[] = [
  [/^SMTP command timeout on /, 'timeout', 'connection from '],
  [/^SMTP data timeout /, 'timeout', 'connection from ', 'message'],
  [/^unexpected (?:disconnection|EOF) /, 'lost', ' from '],
  [/^SMTP connection from .{1,400} lost while reading message data/, 'lost', ' from ', 'message'],
  [/^SMTP connection from .{1,400} lost\b/, 'lost', ' from '],
  [/^SMTP connection from .{1,400} closed /, 'closed', ' from '],
  [/^SMTP connection from .{1,400}connection count/, 'connected', ' from '],
  [
    /^(?:[Cc]onnection from|refused connection from) .{1,400}refused/,
    'refused',
    ' from ',
    'greeting',
  ],
  [/^refused connection from /, 'refused', ' from ', 'greeting'],
  [/^SMTP call from .{1,400} dropped: /, 'refused', ' from '],
  [/^SMTP (?:syntax|protocol|protocol synchronization) error /, 'refused', 'H='],
  [/^TLS error on connection from /, 'tls-failed', ' from ', 'starttls'],
];

function broken(words: string, at: number): EximReception | undefined {
  const row = ENDS.find(([start]) => start.test(words));
  if (!row) return undefined;
  const [, event, mark, step] = row;
  const host = readEximHost(words, words.includes(' H=') ? ' H=' : mark);
  if (!host) return undefined;
  const command = /(?:command was |error in )"([A-Za-z]{4,8})/.exec(words)?.[1]?.toUpperCase();
  const phase =
    step ?? phaseOf(command ?? 'HELP') ?? (host.helo === undefined ? 'greeting' : 'ehlo');
  const from = / F=<([^>]{0,320})>/.exec(words)?.[1];
  const isOver = event !== 'connected' && event !== 'closed';
  // What is no command at all was answered, and the client can go on.
  const isNone = words.startsWith('SMTP syntax error') && phaseOf(command ?? 'HELP') === undefined;
  return {
    host,
    ends: event !== 'connected' && !/^SMTP (?:protocol|syntax) error/.test(words),
    said: {
      side: 'note',
      event: isNone ? 'remark' : event === 'refused' && phase === 'auth' ? 'auth-failed' : event,
      text: words,
      at,
      ...(isOver ? { phase } : {}),
      ...(from === undefined ? {} : { envelope: { from } }),
      ...tlsOf(words),
    },
  };
}

/** `H=mx.example.org [192.0.2.1] Warning: …`, `no MAIL in SMTP connection from (x) [192.0.2.1] D=1s` */
function remark(words: string, at: number): EximReception | undefined {
  const isWarning = /^H=.{1,400}? (?:Warning: |sender verify |F=<|incomplete transaction)/.test(
    words,
  );
  const host = isWarning
    ? readEximHost(words, 'H=')
    : words.startsWith('no MAIL in ')
      ? readEximHost(words, ' from ')
      : undefined;
  return host && { host, ends: false, said: { side: 'note', event: 'remark', text: words, at } };
}

/** Exim logs it where a connection is encrypted: `X=TLS1.3:…`, or `on TLS connection from`. */
function tlsOf(words: string): Pick<Said, 'tls'> {
  return { tls: / X=\S|\bTLS (?:connection|error)/.test(words) ? 'starttls' : 'none' };
}
