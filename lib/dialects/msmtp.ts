import type { Dialect, Event, Peer, Reader, Said } from '../types.ts';

/**
 * msmtp --debug. Checked with 1.8. The settings come first, commands are pipelined, and the
 * program's own lines on the error stream may come before or after the dialogue.
 *
 *     host = mail.example.net
 *     port = 587
 *     --> EHLO client.example.org
 *     <-- 250-mail.example.net
 *     msmtp: authentication failed (method PLAIN)
 */
export const msmtp: Dialect = { id: 'msmtp', title: 'msmtp', open };

interface Memory {
  /** The log has the dialogue, so that a quoted reply says nothing new. */
  dialogue: boolean;
  /** The settings are being listed. */
  settings: boolean;
  peer: Peer | undefined;
  tls: boolean;
  /** What the sentence before was about. */
  answers: string | undefined;
}

function open(sample: readonly string[] = []): Reader {
  const memory: Memory = {
    dialogue: sample.some((line) => /^<-- \d{3}/.test(line)),
    settings: false,
    peer: undefined,
    tls: false,
    answers: undefined,
  };
  // Elsewhere the same arrows point the other way.
  const first = sample.find((line) => /^\s{0,4}(?:<--|-->) /.test(line)) ?? '';
  const isOther = /--> [2-5]\d\d[ -]|<-- (?:EHLO|HELO) /i.test(first);
  return (line) => (isOther ? undefined : read(line, memory));
}

function read(line: string, memory: Memory): Said | undefined {
  const arrow = /^\s{0,4}(<--|-->)(?: |$)/.exec(line);
  if (arrow) {
    memory.settings = false;
    const side = arrow[1] === '<--' ? 'server' : 'client';
    return { side, text: line.slice(arrow[0].length).trimEnd(), at: arrow[0].length };
  }
  const text = line.trim();
  if (text.startsWith('msmtp: ')) return error(text, line.indexOf('msmtp: '), memory);
  const remark = { side: 'note', event: 'remark', text } as const;
  if (/^using account |^loaded (?:user|system) configuration file /.test(text)) {
    memory.settings = true;
    memory.peer = undefined;
    memory.tls = false;
    return remark;
  }
  const setting = /^([a-z_]{1,30}(?: [a-z]{1,10})?)\s{1,20}= (.*)$/.exec(text);
  if (setting && memory.settings)
    return settingOf(setting[1] ?? '', setting[2] ?? '', { line, remark }, memory);
  if (/^TLS (?:session parameters|certificate information):$/.test(text)) return remark;
  if (memory.settings && text !== '') return remark;
  return undefined;
}

/** `passwordeval = echo secret`: the command holds the password itself. */
function spoken(command: string, line: string, remark: Said): Said {
  const password = /^(?:echo|printf)(?: -n)? {1,4}(["']?)(\S{1,200})\1$/.exec(command)?.[2];
  if (password === undefined) return remark;
  const start = line.lastIndexOf(password);
  const secret = { start, end: start + password.length, what: 'password' } as const;
  return { ...remark, text: remark.text.replace(password, '…'), secret };
}

function settingOf(
  name: string,
  value: string,
  { line, remark }: { line: string; remark: Said },
  memory: Memory,
): Said {
  switch (name) {
    case 'host':
      memory.peer = value.startsWith('(') ? undefined : { host: value };
      return remark;
    case 'port':
      if (!memory.peer) return remark;
      memory.peer = { ...memory.peer, port: Number(value) };
      return { ...remark, event: 'connecting', peer: memory.peer };
    case 'tls':
      memory.tls = value === 'on';
      return remark;
    case 'tls_starttls':
      return memory.tls && value === 'off' ? { ...remark, tls: 'implicit' } : remark;
    case 'passwordeval':
      return spoken(value, line, remark);
    default:
      return remark;
  }
}

function error(text: string, at: number, memory: Memory): Said {
  memory.settings = false;
  const words = text.slice('msmtp: '.length);
  const note = { side: 'note', text, at } as const;
  const quoted = /^(?:LMTP )?server message: ([2-5]\d\d(?:[ -].*)?)$/.exec(words)?.[1];
  if (quoted !== undefined) {
    if (memory.dialogue) return { ...note, event: 'remark' };
    const start = at + text.length - quoted.length;
    const { answers } = memory;
    return { side: 'server', text: quoted, at: start, ...(answers ? { answers } : {}) };
  }
  memory.answers = ABOUT.find(([about]) => about.test(words))?.[1];
  const to = /^cannot (?:connect to|locate host) ([^\s,:]+)(?:, port (\d{1,5}))?:/.exec(words);
  if (to) {
    const peer = { host: to[1] ?? '', ...(to[2] === undefined ? {} : { port: Number(to[2]) }) };
    return { ...note, event: 'connect-failed', ...(memory.peer ? {} : { peer }) };
  }
  const event = eventOf(words);
  // Whoever does not answer has been reached.
  const isFirst = event === 'silence' && !memory.dialogue;
  return { ...note, event, ...(isFirst ? { phase: 'greeting' } : {}) };
}

/** msmtp's sentence → the command whose reply the next line quotes. */
const ABOUT: readonly (readonly [words: RegExp, verb: string])[] = [
  [/^authentication failed/, 'AUTH'],
  [/^envelope from address|^envelope-from/, 'MAIL'],
  [/^recipient address/, 'RCPT'],
  [/did not accept the mail/, '.'],
  [/^command STARTTLS|STARTTLS/, 'STARTTLS'],
  [/^command DATA/, 'DATA'],
  [/^command EHLO|^SMTP server does not/, 'EHLO'],
];

function eventOf(words: string): Event {
  if (/^could not send mail|^server message/.test(words)) return 'failed';
  if (/certificate|^TLS |STARTTLS|cannot set .{0,20}TLS/.test(words)) return 'tls-failed';
  if (/authentication|^no secure/.test(words)) return 'auth-failed';
  if (/empty reply/.test(words)) return 'silence';
  if (/network (?:read|write) error|cannot (?:read|write)/.test(words)) {
    return /timed? ?out/i.test(words) ? 'timeout' : 'lost';
  }
  if (/timed? ?out/i.test(words)) return 'timeout';
  return 'remark';
}
