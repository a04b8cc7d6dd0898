import { mechanisms } from '../knowledge/mechanisms.ts';
import type { MechanismRow, VerbRow } from '../knowledge/rows.ts';
import { verbs } from '../knowledge/verbs.ts';
import { pathOf } from '../smtp/command.ts';
import {
  exchangeIndex,
  hasServer,
  isEncrypted,
  isReadable,
  lineOf,
  silenceAfter,
  type Context,
} from './context.ts';
import { explainCredential } from './login.ts';
import { explainParameters } from './parameters.ts';
import { bytes, join } from './words.ts';

const VERBS: Readonly<Record<string, VerbRow>> = verbs;
const MECHANISMS: Readonly<Record<string, MechanismRow>> = mechanisms;

/** What a command says and asks, what came of it, or what may go wrong. */
export function explainCommand(context: Context): { brief: string; full: string } {
  const { entry, exchange } = context;
  const verb = exchange?.command?.verb ?? entry.verb ?? '';
  const argument = exchange?.command?.argument ?? '';
  if (entry.credential !== undefined && verb !== 'AUTH') return explainCredential(context);
  if (verb === '(auth-data)') return explainCredential(context);
  const row = VERBS[verb];
  if (!row) return unknown(context, verb);
  const { brief, what } = inDetail(context, verb, argument, row);
  return { brief, full: join(what, outcome(context, row.risk)) };
}

function inDetail(
  context: Context,
  verb: string,
  argument: string,
  row: VerbRow,
): { brief: string; what: string } {
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return hello(context, verb, argument, row);
    case 'MAIL':
      return mail(argument, row);
    case 'RCPT':
      return recipient(argument, row);
    case 'AUTH':
      return auth(context, argument);
    case 'BDAT': {
      const size = Number.parseInt(argument, 10);
      const last = /\bLAST$/i.test(argument);
      const which = last ? 'last block of the message' : 'block of the message';
      return {
        brief: Number.isNaN(size) ? row.brief : `Client sends the ${which}: ${bytes(size)}`,
        what: row.full,
      };
    }
    case 'RSET':
      return { brief: 'Client starts over, forgetting this message', what: row.full };
    default:
      return { brief: row.brief, what: row.full };
  }
}

function hello(
  context: Context,
  verb: string,
  argument: string,
  row: VerbRow,
): { brief: string; what: string } {
  const name = argument.split(/\s/, 1)[0] ?? '';
  const again = greetedBefore(context);
  const brief = again
    ? `Client introduces itself again, as ${name}`
    : verb === 'HELO'
      ? `Client introduces itself as ${name}, the old way`
      : `Client introduces itself as ${name}`;
  const as = name === '' ? '' : `Here the client’s name is ${name}.`;
  if (again === 'tls') {
    return {
      brief,
      what: join(
        'The client introduces itself once more, because the connection is encrypted now. The first list of features no longer counts. The server gives a new one, and often only this one has the login.',
        as,
      ),
    };
  }
  if (again === 'fallback') {
    return {
      brief: `Client tries the older HELO, as ${name}`,
      what: join('The server did not accept EHLO, so the client falls back to HELO.', row.full, as),
    };
  }
  const local = /^(?:localhost|localhost\.localdomain|\[?127\.0\.0\.1\]?)$/i.test(name)
    ? 'Such a name tells the server nothing, and some servers refuse it.'
    : '';
  return { brief: name === '' ? row.brief : brief, what: join(row.full, as, local) };
}

/** Whether the client has introduced itself before, and why it does so again. */
function greetedBefore(context: Context): 'tls' | 'fallback' | 'again' | undefined {
  const { session, entry, exchange } = context;
  let tls = false;
  for (let at = (exchangeIndex(session, entry) ?? 0) - 1; at >= 0; at--) {
    const { command, reply } = session.exchanges[at] ?? {};
    if (command?.verb === 'STARTTLS') tls = true;
    if (!/^(?:EHLO|HELO|LHLO)$/.test(command?.verb ?? '')) continue;
    if (tls) return 'tls';
    const refused = (reply?.code ?? 0) >= 400;
    return refused && exchange?.command?.verb === 'HELO' ? 'fallback' : 'again';
  }
  return undefined;
}

function mail(argument: string, row: VerbRow): { brief: string; what: string } {
  const path = pathOf(argument);
  const size = Number(/\sSIZE=(\d{1,15})/i.exec(argument)?.[1] ?? Number.NaN);
  const announced = Number.isNaN(size) ? '' : `The client announces ${bytes(size)} (SIZE).`;
  const options = explainParameters(argument);
  if (path === '') {
    return {
      brief: 'Sender is left empty, as in error reports',
      what: join(
        'MAIL FROM begins a message. The sender is empty on purpose: such mail is a report, and nothing is to come back.',
        announced,
        options,
      ),
    };
  }
  return path === undefined
    ? { brief: row.brief, what: join(row.full, announced, options) }
    : {
        brief: `Sender: ${path}`,
        what: join(row.full, `Here the sender is ${path}.`, masked(path), announced, options),
      };
}

function recipient(argument: string, row: VerbRow): { brief: string; what: string } {
  const path = pathOf(argument);
  const options = explainParameters(argument);
  return path === undefined || path === ''
    ? { brief: row.brief, what: join(row.full, options) }
    : {
        brief: `Recipient: ${path}`,
        what: join(row.full, `Here the recipient is ${path}.`, masked(path), options),
      };
}

/** Some pages write this in place of every address, to hide it from collectors. */
function masked(path: string): string {
  return /^\[email\s?protected\]$/i.test(path)
    ? 'These words are a mask: the page that shows the log hides the address.'
    : '';
}

function auth(context: Context, argument: string): { brief: string; what: string } {
  const name = (argument.split(/\s/, 1)[0] ?? '').toUpperCase();
  const row = MECHANISMS[name];
  const login = context.entry.credential === undefined ? undefined : explainCredential(context);
  const clear = row?.carries === 'password' ? protection(context) : '';
  return {
    brief:
      login?.brief ??
      (name === '' ? 'Client begins the login' : `Client begins to log in (${name})`),
    what: join(
      login
        ? ''
        : name === ''
          ? 'The client begins to log in.'
          : `The client begins to log in by the method ${name}.`,
      login
        ? ''
        : (row?.full ??
            (name === ''
              ? ''
              : 'This method is not a registered one; the server has its own rules for it.')),
      login?.full ?? clear,
    ),
  };
}

function protection(context: Context): string {
  if (isEncrypted(context)) return 'Here it is encrypted.';
  return isReadable(context) ? 'Here it is not, so the password could be read on the way.' : '';
}

/** What came of the command; where nothing went wrong, what may. */
function outcome(context: Context, risk: string): string {
  const { session, exchange } = context;
  const reply = exchange?.reply;
  if (!exchange) return risk;
  if (!reply) {
    const silent = silenceAfter(context);
    if (silent) return `Here no answer came, as line ${silent.line} shows.`;
    return hasServer(session)
      ? `No answer to it is in the log. ${risk}`
      : `This log does not show the server’s answers. ${risk}`;
  }
  if (reply.code < 400) return risk;
  const line = lineOf(session, reply.entry);
  const when = reply.code < 500 ? 'refuses for now' : 'refuses';
  return line === undefined
    ? `Here the server ${when}.`
    : `Here the server ${when}, in line ${line}.`;
}

function unknown(context: Context, verb: string): { brief: string; full: string } {
  // A line that is no command may be anything, a password included: only a plain word is shown.
  const word = /^[A-Z][A-Z-]{1,9}$/.test(verb) ? verb : '';
  const near = word === '' ? undefined : Object.keys(VERBS).find((known) => word.startsWith(known));
  const meant = near === undefined ? '' : `Perhaps ${near} was meant.`;
  const own = word.startsWith('X')
    ? 'Commands that begin with X are private ones, agreed between two programs.'
    : 'It is no known command of the mail protocol: a private one, a typing mistake, or the rest of another line.';
  return {
    brief:
      word === ''
        ? 'Client sends something that is no known command'
        : `Client sends ${word}, which is no known command`,
    full: join(
      `The client sends ${word === '' ? 'this line' : word} to the server.`,
      own,
      meant,
      outcome(context, 'A server that does not know it answers with 500 or 502.'),
    ),
  };
}
