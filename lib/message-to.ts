import { pathOf } from './smtp/command.ts';
import { textOf } from './smtp/facts.ts';
import type { Facts, Party, Session } from './types.ts';

/** Longest quotation of an answer in a message, in characters. */
const LONGEST_QUOTE = 600;
/** Recipients that are named, at most. */
const RECIPIENTS = 3;

/**
 * A message to whoever must act: what is asked, and the facts that this person needs to find the
 * case in the own logs. Secrets are left out; nothing stands in it that the log does not say.
 *
 * @param body what happened and what is asked, in whole sentences
 * @param party who gets it; the mail provider learns the account's name too
 * @param ip the sender's address, where the log names it
 */
export function messageTo(
  body: string,
  party: Party,
  session: Session,
  facts: Facts,
  ip?: string,
): string {
  const details = detailsOf(party, session, facts, ip)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
  return [
    'Hello,',
    body.charAt(0).toUpperCase() + body.slice(1),
    ...(details === '' ? [] : [`From the log:\n${details}`]),
    'Thank you.',
  ].join('\n\n');
}

function detailsOf(
  party: Party,
  session: Session,
  facts: Facts,
  ip?: string,
): [name: string, value: string][] {
  const host = facts.server?.host ?? session.peer?.host;
  const port = session.peer?.port ?? facts.server?.port;
  const { from } = facts.envelope;
  const answer = quoted(facts);
  const isReply = (facts.deciding?.reply?.code ?? 0) >= 400;
  const rows: [name: string, value: string | undefined][] = [
    ['Time', session.startedAt],
    [
      'Server',
      host === undefined ? undefined : `${host}${port === undefined ? '' : `, port ${port}`}`,
    ],
    ['Address of the sending machine', ip],
    ['Account', party === 'mail-provider' ? facts.auth.user : undefined],
    ['Sender', from === '' ? undefined : from],
    ['Recipient', recipientsOf(facts)],
    [isReply ? 'Answer of the server' : 'Error message', answer],
    ['Number of the message (queue ID)', facts.queueId],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** Whom the refusal is about; else everybody to whom the message was to go. */
function recipientsOf({ deciding, envelope }: Facts): string | undefined {
  const refused =
    deciding?.command?.verb === 'RCPT' ? pathOf(deciding.command.argument) : undefined;
  const all = refused === undefined ? envelope.to : [refused];
  if (all.length === 0) return undefined;
  const more = all.length - RECIPIENTS;
  return `${all.slice(0, RECIPIENTS).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The deciding words as the log has them, codes included, on one line. */
function quoted(facts: Facts): string | undefined {
  const reply = facts.deciding?.reply;
  const words =
    reply !== undefined && reply.code >= 400
      ? [reply.code, reply.enhanced, textOf(reply)].filter((part) => part !== undefined).join(' ')
      : facts.decidingText;
  const text = harmless(words, facts.failedAt === 'auth');
  if (text === '') return undefined;
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/**
 * Takes out what is nobody's business: control characters, the path of a script, and in a login
 * every long word in Base64, which may be a credential that the server repeats.
 */
function harmless(words: string, isLogin: boolean): string {
  const text = words
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffd\s]+/g, ' ')
    .replace(/\[[^\]]{1,300} line \d{1,6}\]/, '')
    .replace(
      /(?: (?:at|in))? ?(?:[A-Z]:\\|\/(?:home|root|usr|var|srv|opt|www|Users)\/)[^\s"'<>]{1,300}/g,
      '',
    )
    // The fields of a JSON record that come after the words.
    .replace(/" ?, ?"[\w-]{1,40}" ?:.*$/, '')
    .trim()
    .replace(/:$/, '');
  if (!isLogin) return text;
  return text.replace(/(?<![\w+/.@-])[A-Za-z0-9+/]{16,}={0,2}(?![\w.@-])/g, (word) =>
    /[a-z]/.test(word) && /[A-Z]/.test(word) && (/\d/.test(word) || word.endsWith('='))
      ? '(left out)'
      : word,
  );
}
