import { answeredBy } from './answered-by.ts';
import { readSendmailFailure } from './sendmail-failure.ts';
import { readSyslog } from './syslog.ts';
import type { Peer, Phase, Reader, Said } from '../types.ts';

/**
 * Reads Sendmail's lines in a system log: one on a message's arrival (`from=`), one for each
 * delivery (`to=`, `stat=`), one for a refused client (`reject=`), tied by the queue's id.
 *
 *     sm-mta[24117]: AANIKAaB024119: ruleset=check_rcpt, arg1=<b@example.com>, relay=[192.0.2.1], reject=550 5.7.1 <b@example.com>... Relaying denied
 *     sendmail[24119]: AANIKAaB024119: to=<b@example.net>, …, relay=mx.example.net. [192.0.2.9], dsn=5.1.1, stat=User unknown
 */
export function createSendmailLog(): Reader {
  /** Id → who wrote, and the deliveries so far. */
  const messages = new Map<string, { from?: string; count: number; last: string }>();
  /** Process → the session that it spoke of last. */
  const processes = new Map<string, string>();
  /** Process → what it said of its client before it gave the message an id. */
  const clients = new Map<string, Pick<Said, 'login' | 'tls' | 'cipher'>>();
  /** Process → what it said of TLS with a server. */
  /** The version of TLS, by process. */
  const encrypted = new Map<string, string>();

  return (line) => {
    const syslog = readSyslog(line);
    if (!syslog || !PROGRAM.test(syslog.program)) return undefined;
    const { text: words, pid } = syslog;
    const id = ID.exec(words);
    const start = id?.[0].length ?? 0;
    const text = words.slice(start);
    const at = syslog.at + start;
    const base: Said = {
      side: 'note',
      event: 'remark',
      text,
      at,
      ...(syslog.time === undefined ? {} : { time: syslog.time }),
    };
    if (id?.[1] === undefined || id[1] === 'NOQUEUE') return unqueued(base, text, pid);
    const known = messages.get(id[1]) ?? { count: 0, last: `in ${id[1]}` };
    messages.set(id[1], known);
    const said = spoken(base, text, id[1], known, pid);
    if (said.session !== undefined) {
      known.last = said.session;
      processes.set(pid, said.session);
    }
    return said;
  };

  function spoken(
    base: Said,
    text: string,
    id: string,
    known: { from?: string; count: number; last: string },
    pid: string,
  ): Said {
    const inbound = { ...base, session: `in ${id}`, ...clients.get(pid) };
    const stranger = /^<([^<>]{1,320})>\.\.\. /.exec(text)?.[1];
    if (stranger !== undefined) {
      const envelope = { to: [stranger], rejectedTo: [stranger] };
      return { ...inbound, event: 'refused', phase: 'rcpt', envelope };
    }
    if (text.startsWith('from=')) {
      const from = addresses(field(text, 'from') ?? '')[0] ?? '';
      known.from = from;
      const isTaken = Number(field(text, 'nrcpts') ?? '0') > 0;
      const isSmtp = /^E?SMTP/i.test(field(text, 'proto') ?? '');
      const tls = isSmtp
        ? ({ tls: /^E?SMTPS/i.test(field(text, 'proto') ?? '') ? 'starttls' : 'none' } as const)
        : {};
      // What a program of this machine hands over is no SMTP.
      if (!isSmtp && isTaken) return { ...base, session: `${id} 1` };
      return {
        ...inbound,
        event: isTaken ? 'sent' : 'remark',
        envelope: { from },
        ...tls,
        ...clients.get(pid),
      };
    }
    if (/\breject=[2-5]\d\d/.test(text)) return rejected(inbound, text);
    if (text.startsWith('to=')) return delivered(base, text, id, known, pid);
    if (text.startsWith('lost input channel')) {
      return { ...inbound, event: 'closed' };
    }
    if (text.startsWith('timeout waiting for input')) {
      const phase =
        STEPS[/ (?:during|after) (?:server )?(\w{2,10})/.exec(text)?.[1] ?? ''] ?? 'ehlo';
      return { ...inbound, event: 'timeout', phase, tls: 'none' };
    }
    return { ...base, session: known.last };
  }

  /** `ruleset=check_rcpt, arg1=<b@example.com>, relay=[192.0.2.1], reject=550 5.7.1 …` */
  function rejected(base: Said, text: string): Said {
    const start = text.search(/\breject=[2-5]\d\d/) + 'reject='.length;
    const words = text.slice(start);
    const ruleset = field(text, 'ruleset') ?? '';
    const path = addresses(field(text, 'arg1') ?? '')[0];
    const verb = RULESETS[ruleset];
    const answers =
      verb === 'RCPT' && path !== undefined
        ? `RCPT TO:<${path}>`
        : verb === 'MAIL' && path !== undefined
          ? `MAIL FROM:<${path}>`
          : (verb ?? answeredBy(words) ?? 'RCPT');
    return { ...server(base, words, (base.at ?? 0) + start, answers), tls: 'none' };
  }

  /** `to=<b@example.net>, ctladdr=…, delay=…, mailer=esmtp, pri=…, relay=mx.example.net. [192.0.2.9], dsn=…, stat=…` */
  function delivered(
    base: Said,
    text: string,
    id: string,
    known: { from?: string; count: number; last: string },
    pid: string,
  ): Said {
    const stat = text.search(/\bstat=/);
    const reason = stat < 0 ? '' : text.slice(stat + 'stat='.length);
    const mailer = field(text, 'mailer') ?? '';
    const to = addresses(field(text, 'to') ?? '');
    // Waiting for a queue run: nothing was tried.
    if (stat < 0 || reason === 'queued') return { ...base, session: known.last };
    const isSent = /^Sent\b/.test(reason);
    const isLocal = /^(?:local|cyrus|procmail|prog|\*file\*|dovecot)/.test(mailer);
    if (isLocal && isSent) {
      return {
        ...base,
        session: known.last,
        ...(known.last.startsWith('in ') ? { envelope: { to } } : {}),
      };
    }
    const session = `${id} ${++known.count}`;
    const peer = peerOf(field(text, 'relay'));
    const dsn = field(text, 'dsn') ?? '';
    const version = encrypted.get(pid);
    encrypted.delete(pid);
    const said: Said = {
      ...base,
      session,
      envelope: { ...(known.from === undefined ? {} : { from: known.from }), to },
      ...(peer ? { peer } : {}),
      ...(version === undefined ? {} : { tls: 'starttls', cipher: version }),
    };
    const retries = reason.startsWith('Deferred') ? { retries: true } : {};
    const reply = text.search(/\breply=[2-5]\d\d[ -]/);
    const column = base.at ?? 0;
    if (reply >= 0) {
      const words = text.slice(reply + 'reply='.length, stat).replace(/, $/, '');
      return {
        ...server(said, words, column + reply + 'reply='.length, stepOf(words, to)),
        ...retries,
      };
    }
    const at = column + stat + 'stat='.length;
    const quoted =
      /^(?:Deferred|Service unavailable|User unknown|Data format error)?(?:: )?(?=[245]\d\d[ -])/.exec(
        reason,
      )?.[0];
    if (quoted !== undefined && !isSent) {
      const words = reason.slice(quoted.length);
      return { ...server(said, words, at + quoted.length, stepOf(words, to)), ...retries };
    }
    if (isSent) return { ...said, event: 'sent' };
    return { ...said, ...readSendmailFailure(reason, dsn, to, said.envelope ?? {}), at };
  }

  /** Lines without a message: `STARTTLS=client, relay=mx.example.net., version=TLSv1.3, verify=FAIL, …` */
  function unqueued(base: Said, text: string, pid: string): Said | undefined {
    const session = processes.get(pid);
    if (text.startsWith('STARTTLS=client')) {
      if (/\bversion=TLS|\bverify=/.test(text)) encrypted.set(pid, field(text, 'version') ?? '');
      return undefined;
    }
    if (/\breject=[2-5]\d\d/.test(text)) return rejected({ ...base, session: `in ${pid}` }, text);
    if (/^(?:STARTTLS|AUTH)=server/.test(text)) {
      const user = field(text, 'authid');
      const mechanism = field(text, 'mech');
      const known = { ...clients.get(pid) };
      if (text.startsWith('STARTTLS')) {
        known.tls = 'starttls';
        known.cipher = field(text, 'version') ?? '';
      } else if (mechanism !== undefined) {
        known.login = { mechanism, result: 'accepted', ...(user === undefined ? {} : { user }) };
      }
      clients.set(pid, known);
      return undefined;
    }
    return session === undefined ? undefined : { ...base, session };
  }
}

const PROGRAM = /^(?:sendmail|sm-mta|sm-msp-queue|sm-que|mta|msp|sSMTP)$/;
/** `AANIKAaB024119: `: year, month, day… in base 60, then the process. */
const ID = /^((?:[0-9A-Za-z]{6,10}\d{4,10})|NOQUEUE|[a-z]{3}[A-Z]{3}\w{2}\d{4,8}): /;

const RULESETS: Readonly<Record<string, string>> = {
  check_relay: 'CONNECT',
  check_mail: 'MAIL',
  check_rcpt: 'RCPT',
  check_data: 'DATA',
  check_eom: '.',
  check_compat: 'RCPT',
  trust_auth: 'AUTH',
  tls_client: 'MAIL',
};

const STEPS: Readonly<Record<string, Phase>> = {
  cmd: 'ehlo',
  command: 'ehlo',
  startup: 'ehlo',
  mail: 'mail',
  rcpt: 'rcpt',
  data: 'message',
  message: 'message',
};

/** `name=value` up to the next comma; addresses may hold one. */
function field(text: string, name: string): string | undefined {
  const start = text.startsWith(`${name}=`) ? 0 : text.indexOf(`, ${name}=`) + 2;
  if (start === 1) return undefined;
  const rest = text.slice(start + name.length + 1);
  const next = rest.search(/, [A-Za-z][\w-]{0,20}=/);
  return next < 0 ? rest : rest.slice(0, next);
}

/** `<a@example.net>,<b@example.net>`, or a name alone. */
function addresses(words: string): string[] {
  const list = [...words.matchAll(/<([^<>]{0,320})>/g)].map((match) => match[1] ?? '');
  if (list.length > 0) return list;
  return words
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** `mx.example.net. [192.0.2.9]`, `[127.0.0.1] [127.0.0.1]` */
function peerOf(relay: string | undefined): Peer | undefined {
  const match = /^([^\s,[\]]{1,255}?)\.?(?= |$)|^\[([0-9A-Fa-f.:]{2,60})\]/.exec(relay ?? '');
  const host = match?.[1] ?? match?.[2];
  return host === undefined || host === 'local' ? undefined : { host };
}

function server(said: Said, words: string, at: number, answers: string | undefined): Said {
  const text = words.replace(/^(\d{3})-/, '$1 ');
  return { ...said, side: 'server', text, at, ...(answers === undefined ? {} : { answers }) };
}

function stepOf(words: string, to: readonly string[]): string | undefined {
  const verb = words.startsWith('2') ? '.' : answeredBy(words);
  return verb === 'RCPT' && to[0] !== undefined ? `RCPT TO:<${to[0]}>` : verb;
}
