import { events } from '../knowledge/events.ts';
import { mechanisms } from '../knowledge/mechanisms.ts';
import { ports } from '../knowledge/ports.ts';
import { remarksOf } from '../knowledge/remarks-of.ts';
import type { MechanismRow, RemarkRow, Row } from '../knowledge/rows.ts';
import type { Event } from '../types.ts';
import { isWithoutReply, switchesChecksOff } from '../smtp/words.ts';
import { hasServer, lineOf, stageOf, type Context } from './context.ts';
import { explainPrompt } from './login.ts';
import { decision, explainRefusal } from './refusal.ts';
import { severityOf } from './severity.ts';
import { clip, duration, join, list } from './words.ts';

const MECHANISMS: Readonly<Record<string, MechanismRow>> = mechanisms;
const PORTS: Readonly<Record<number, Row>> = ports;

/** What a remark of the logging program means here. */
export function explainNote(context: Context): { brief: string; full: string } {
  const { entry, session } = context;
  const told = explainEvent(context, entry.event ?? 'remark');
  const decided = severityOf(context) === 'error' ? decision(context) : '';
  const original = entry.duplicateOf === undefined ? undefined : lineOf(session, entry.duplicateOf);
  const sumsUp = entry.event !== undefined && SUMS_UP.has(entry.event);
  const pointer = sumsUp && original === undefined ? cause(context) : '';
  const again = original === undefined || entry.reply ? '' : `It repeats line ${original}.`;
  return {
    brief: told.brief,
    full: join(told.full, again, pointer, told.full.includes(decided) ? '' : decided),
  };
}

const NO_GREETING = {
  brief: 'No greeting came from the server',
  full: 'The connection was open, but the server’s greeting, with which every conversation begins, did not come.',
};

const OTHER_SERVICE = {
  brief: 'Another service answers: no mail server for sending',
  full: 'A mail server greets with “220”. These are the words of another kind of server, such as one for fetching mail or a web server.',
};

/** Notes that repeat a failure when they stand behind it. */
const SUMS_UP: ReadonlySet<Event> = new Set([
  'failed',
  'auth-failed',
  'connect-failed',
  'tls-failed',
]);

/** Where the lines are that the program's vague words stand for. */
function cause({ facts, session, index }: Context): string {
  const { decidingEntry } = facts;
  if (decidingEntry === undefined || decidingEntry >= index) return '';
  return `The deciding line is line ${lineOf(session, decidingEntry)}.`;
}

function explainEvent(context: Context, event: Event): { brief: string; full: string } {
  switch (event) {
    case 'connecting':
      return connecting(context);
    case 'auth-requested':
      return requested(context);
    case 'auth-available':
      return available(context);
    case 'auth-unavailable':
      return unavailable(context);
    case 'auth-selected':
      return selected(context);
    case 'command-failed':
      return commandFailed(context);
    case 'silence':
      return silence(context);
    case 'lost':
    case 'garbage':
      return aftermath(context, event);
    case 'closed':
      return closed(context);
    case 'auth-failed':
      return authFailed(context);
    case 'failed':
      return /could not authenticate/i.test(context.entry.text)
        ? authFailed(context)
        : (remarkOf(context) ?? events.failed);
    case 'content':
      return events.content;
    case 'sent':
      return remarkOf(context) ?? events.sent;
    case 'connect-failed':
      if (context.entry.from === 'server') return OTHER_SERVICE;
      return context.entry.told === true && context.entry.phase === 'greeting'
        ? NO_GREETING
        : (remarkOf(context) ?? events[event]);
    default:
      return remarkOf(context) ?? events[event];
  }
}

/** The row whose words the remark holds. */
function remarkOf({ entry, session }: Context): RemarkRow | undefined {
  const words = entry.text.toLowerCase();
  return remarksOf(session.dialect).find(
    ({ starts, holds }) =>
      (starts !== undefined && words.startsWith(starts)) ||
      (holds !== undefined && words.includes(holds)),
  );
}

// ── Connecting ──────────────────────────────────────────────────────────────────────────────────

function connecting({ entry, session }: Context): { brief: string; full: string } {
  const peer = session.peer;
  const wait = Number(/timeout=(\d{1,6})/i.exec(entry.text)?.[1] ?? Number.NaN);
  const port = peer?.port === undefined ? undefined : PORTS[peer.port];
  const where =
    peer === undefined
      ? 'the mail server'
      : peer.port === undefined
        ? peer.host
        : `${peer.host}, port ${peer.port}`;
  const tls = peer?.implicitTls === true ? encryptedAtOnce(peer.port) : '';
  return {
    brief: peer === undefined ? events.connecting.brief : `Connecting to ${where}`,
    full: join(
      `The program is about to connect to ${where}.`,
      port?.full ??
        (peer?.port === undefined
          ? ''
          : `Port ${peer.port} is not a usual port for mail; use it only if the provider’s instructions name it.`),
      tls,
      settings(entry.text, wait),
      'If the name is wrong or a firewall blocks the port, the connection fails here.',
    ),
  };
}

/** `ssl://` before the host: right on 465, a mismatch on ports that begin in the clear. */
function encryptedAtOnce(port: number | undefined): string {
  if (port === 465 || port === 2465) return '';
  return port === 25 || port === 587 || port === 2525 || port === 2587
    ? 'But here the program encrypts from the start, which this port as a rule does not understand. Port 465 is the one for that.'
    : 'The program encrypts from the start.';
}

/** How long the program waits, and what its options do. */
function settings(text: string, wait: number): string {
  const waits = Number.isNaN(wait) ? '' : `It waits up to ${duration(wait)} for an answer`;
  if (switchesChecksOff(text)) {
    return join(waits === '' ? '' : `${waits}.`, CHECKS_OFF);
  }
  const plain = /options=array ?\( ?\)/.test(text);
  if (waits === '')
    return plain ? '“options=array()” means that no special settings are used.' : '';
  return plain
    ? `${waits}; “options=array()” means that no special settings are used.`
    : `${waits}.`;
}

const CHECKS_OFF =
  'The options switch the check of the server’s certificate off: the connection is encrypted, but nobody checks with whom. It is safer to put the certificate or the server name right, and to switch the check on again.';

function closed(context: Context): { brief: string; full: string } {
  const row = remarkOf(context) ?? events.closed;
  const outcome = context.facts.outcome;
  return {
    brief: row.brief,
    full: join(
      row.full,
      outcome === 'accepted' ? 'The message was accepted before, and stays accepted.' : '',
    ),
  };
}

/** Silence, losses and garbage: the fault itself, or what follows one. */
function aftermath(context: Context, event: 'lost' | 'garbage'): { brief: string; full: string } {
  const row = event === 'lost' ? lossOf(context) : events.garbage;
  return { brief: row.brief, full: join(row.full, after(context)) };
}

/** A program that reports no reply at all need not know why: a time-out looks the same. */
function lossOf(context: Context): Row {
  return isWithoutReply(context.entry.text) ? NO_REPLY : (remarkOf(context) ?? events.lost);
}

const NO_REPLY: Row = {
  brief: 'Program: no reply to this step',
  full: 'The program waited for the server’s reply to this step, and none came. The server hung up or took too long, or the network in between failed.',
  source: 'PHPMailer SMTP.php',
};

function silence(context: Context): { brief: string; full: string } {
  const stage = stageOf(context);
  const what =
    stage === '.'
      ? 'It is not certain whether the server took the message: look whether it arrived before you send it again.'
      : '';
  return { brief: events.silence.brief, full: join(events.silence.full, what, after(context)) };
}

function after({ facts, session, index }: Context): string {
  const decided = facts.decidingEntry;
  if (decided === undefined || decided >= index) return '';
  const line = lineOf(session, decided);
  return facts.outcome === 'accepted'
    ? 'The message was accepted before, so this does no harm.'
    : `It follows from what happened in line ${line}.`;
}

// ── Logging in ──────────────────────────────────────────────────────────────────────────────────

function wordsAfterColon(text: string): string {
  const at = text.indexOf(':');
  return at < 0 ? '' : text.slice(at + 1).trim();
}

function requested({ entry }: Context): { brief: string; full: string } {
  const name = wordsAfterColon(entry.text).toUpperCase();
  if (name === '' || name === 'UNSPECIFIED') {
    return {
      brief: 'Settings name no login method',
      full: 'The program’s settings do not ask for a particular login method. That is usual: it picks one from the server’s list.',
    };
  }
  return {
    brief: `Settings ask for the login method ${clip(name, 24)}`,
    full: join(
      `The program’s settings ask for the login method ${clip(name, 40)}.`,
      MECHANISMS[name]?.full,
      'If the server does not offer it, the program looks for another or gives up.',
    ),
  };
}

function available({ entry }: Context): { brief: string; full: string } {
  const names = wordsAfterColon(entry.text)
    .split(/[\s,]+/)
    .filter(Boolean);
  if (names.length === 0) {
    return {
      brief: 'Server offers no login method',
      full: 'The program found no login method in the server’s list. Without one it cannot log in.',
    };
  }
  return {
    brief: `Server’s login methods: ${names.join(', ')}`,
    full: `The server’s own list has these login methods: ${clip(list(names), 160)}. Client and server have to agree on one of them.`,
  };
}

function unavailable({ entry }: Context): { brief: string; full: string } {
  const name = wordsAfterColon(entry.text);
  if (name === '' || name.toUpperCase() === 'UNSPECIFIED') {
    return {
      brief: 'No particular login method was asked for; harmless',
      full: 'This looks like an error, but is none: the settings ask for no particular login method, so none is named after the colon. The program picks one from the server’s list.',
    };
  }
  // A sentence of some program's, and not the name of a method.
  if (!/^[\w-]{3,32}$/.test(name)) {
    return {
      brief: 'No login method in common',
      full: 'The program found no login method that it may use here and that the server accepts. No password was sent.',
    };
  }
  return {
    brief: `Login method ${clip(name, 24)} is not offered`,
    full: `The settings ask for the login method ${clip(name, 40)}, which is not in the server’s list. The program looks for another; if there is none in common, the login fails.`,
  };
}

function selected({ entry }: Context): { brief: string; full: string } {
  const name = wordsAfterColon(entry.text).toUpperCase();
  return {
    brief: name === '' ? events['auth-selected'].brief : `Login method chosen: ${clip(name, 32)}`,
    full: join(
      'Client and server have a login method in common, and the program takes it.',
      MECHANISMS[name]?.full,
    ),
  };
}

// ── Failures ────────────────────────────────────────────────────────────────────────────────────

/** `SMTP Error: Could not authenticate.`: after a refusal, or without any attempt. */
function authFailed(context: Context): { brief: string; full: string } {
  const row = remarkOf(context) ?? events['auth-failed'];
  const { exchanges } = context.session;
  const tried = exchanges.some(({ command }) =>
    /^(?:AUTH|\(auth-data\))$/.test(command?.verb ?? ''),
  );
  if (tried || !hasServer(context.session)) return row;
  return {
    brief: 'Program: login failed before it was tried',
    full: 'The program says that the login failed, but there is no AUTH command before it: nothing was tried, and no password was refused. Most often the server offers no login at this point, or no method that the program knows.',
  };
}

function commandFailed(context: Context): { brief: string; full: string } {
  const { entry, session } = context;
  const reply = entry.reply;
  if (!reply) return remarkOf(context) ?? silentFailure(context);
  const terse = entry.duplicateOf !== undefined;
  const told =
    reply.code === 334
      ? explainPrompt(context)
      : explainRefusal({ ...context, terse }, stageOf(context));
  if (entry.duplicateOf !== undefined) {
    const line = lineOf(session, entry.duplicateOf);
    return {
      brief: `Repeats line ${line}: ${told.brief}`,
      full: join(
        `The program repeats the server’s reply from line ${line}; it is the same ${reply.code < 400 ? 'reply' : 'refusal'}, not a second one.`,
        told.full,
      ),
    };
  }
  return {
    brief: told.brief,
    full: join(
      `The program quotes the server’s reply, ${reply.code}; the reply itself is not in the log.`,
      told.full,
    ),
  };
}

/** `SMTP ERROR: DATA END command failed: ` with nothing behind it. */
function silentFailure(context: Context): { brief: string; full: string } {
  return {
    brief: 'Program: no usable reply to this step',
    full: join(
      'The program did not get the reply that it waited for, and has no words of the server to show.',
      after(context),
    ),
  };
}
