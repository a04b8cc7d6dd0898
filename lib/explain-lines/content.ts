import { events } from '../knowledge/events.ts';
import { headers } from '../knowledge/headers.ts';
import type { Row } from '../knowledge/rows.ts';
import { lineOf, silenceAfter, type Context } from './context.ts';
import { clip, join } from './words.ts';

const HEADERS: Readonly<Record<string, Row>> = headers;

/** What a line of the message is: header, empty line, text, or the dot at its end. */
export function explainContent(context: Context): { brief: string; full: string } {
  const { entry, session, index } = context;
  const opens = session.entries[index - 1]?.kind !== 'content';
  const begins = opens
    ? 'Here the message itself begins, sent line by line: first the headers, then an empty line, then the text.'
    : '';
  switch (entry.content) {
    case 'header':
      return header(entry.header ?? '', begins);
    case 'folded':
      return {
        brief: 'Header goes on',
        full: join(
          begins,
          'A long header that goes on in the next line. The space at its beginning marks that.',
        ),
      };
    case 'separator':
      return {
        brief: 'Empty line: headers end, text begins',
        full: join(
          begins,
          'An empty line ends the headers of the message. Everything up to the single dot is its text, attachments included.',
        ),
      };
    case 'end':
      return end(context);
    case 'whole':
      return { brief: events.content.brief, full: events.content.full };
    default:
      if (opens && session.entries[index + 1]?.content === 'end') return inOneLine();
      return {
        brief: 'Text of the message',
        full: join(
          begins,
          'A line of the message’s text, or of an attachment. The server only passes it on; what looks like a code or a command here is none.',
        ),
      };
  }
}

function header(name: string, begins: string): { brief: string; full: string } {
  const row = HEADERS[name.toLowerCase()];
  if (row) {
    return {
      brief: `Header ${name}: ${row.brief}`,
      full: join(begins, described(row.full)),
    };
  }
  const own = /^x-/i.test(name);
  return {
    brief:
      name === ''
        ? 'A header line of the message'
        : `Header ${clip(name, 40)}${own ? ', a private one' : ''}`,
    full: join(
      begins,
      own
        ? 'A header line of the message. Names that begin with X- are private ones; mail programs ignore those that they do not know.'
        : 'A header line of the message. Its name is not a common one; mail programs ignore headers that they do not know.',
    ),
  };
}

/** Nothing but one line between 354 and the dot: as a rule, words that stand for the message. */
function inOneLine(): { brief: string; full: string } {
  return {
    brief: 'The message itself, shown as one line',
    full: 'Here the client sends the message: headers, text and attachments, line by line. The log holds a single line in its place, so the message was very short or was left out of the log.',
  };
}

/** Our rows begin with a noun ("The sender that…"), a verb ("Says what…") or a whole sentence. */
function described(full: string): string {
  const lower = full.charAt(0).toLowerCase() + full.slice(1);
  if (/^(?:Says|Names|Marks|Asks|Describes) /.test(full))
    return `A header line of the message. It ${lower}`;
  return full.startsWith('With ')
    ? `A header line of the message. ${full}`
    : `A header line of the message: ${lower}`;
}

function end(context: Context): { brief: string; full: string } {
  const { session, exchange } = context;
  const reply = exchange?.reply;
  const line = lineOf(session, reply?.entry);
  const risk =
    'If the message is malformed or looks like spam, or the server has a fault, it refuses the message now.';
  const silent = silenceAfter(context);
  const came =
    silent && exchange
      ? `Here no answer came, as line ${silent.line} shows, so it is not certain whether the server took the message.`
      : reply === undefined || line === undefined
        ? `${unanswered(context)} ${risk}`
        : reply.code >= 400
          ? `Here the server ${reply.code < 500 ? 'puts the message off' : 'refuses the message'}, in line ${line}.`
          : `The reply in line ${line} says whether the server takes it. ${risk}`;
  return {
    brief: 'A single dot: the message is complete',
    full: join(
      'A line with nothing but a dot tells the server that the message is complete.',
      came,
    ),
  };
}

/** The log holds no reply to the message's end; the program may have told of it. */
function unanswered({ session, facts }: Context): string {
  const sent = session.entries.findIndex(({ event }) => event === 'sent');
  const line = lineOf(session, sent < 0 ? undefined : sent);
  return facts.outcome === 'accepted' && line !== undefined
    ? `No answer to it is in the log. That the server took the message is what the program says in line ${line}.`
    : 'No answer to it is in the log, so it is not certain whether the server took the message.';
}
