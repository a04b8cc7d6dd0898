import { createJsonEvents, type JsonEvent } from '../smtp/json-events.ts';
import { readMailEvent, type MailEvent } from '../smtp/mail-event.ts';
import type { Dialect, Event, Reader, Said } from '../types.ts';

/**
 * What mail providers report of a delivery, as JSON: Amazon SES (also wrapped by SNS), SendGrid,
 * Mailgun, Postmark, Brevo, SparkPost, Mandrill, Mailjet, Resend. One event, a list or one for each
 * line, spread over lines or in a single one. Written from the providers' documentation. Each event
 * is a session: it tells of one delivery, and holds the recipient's server's reply.
 *
 *     {"email":"a@example.com","event":"bounce","status":"5.1.1","reason":"550 5.1.1 User unknown"}
 */
export const providerEvent: Dialect = {
  id: 'provider-event',
  title: 'Mail provider’s event',
  open,
};

function open(sample: readonly string[] = []): Reader {
  const events = createJsonEvents();
  /** Line → what it says. Most events are known whole before their first line is asked for. */
  const said = new Map<number, Said[]>();
  let count = 0;
  let number = -1;

  const place = (event: JsonEvent): void => {
    const told = readMailEvent(event);
    if (!told) return;
    count++;
    for (const [line, list] of saidOf(event, told, String(count))) {
      // Behind the sample an event is known at its end.
      const at = Math.max(line, number);
      said.set(at, [...(said.get(at) ?? []), ...list]);
    }
  };
  for (const line of sample) for (const event of events.line(line)) place(event);
  for (const event of events.end()) place(event);

  return (line) => {
    number++;
    if (number >= sample.length) for (const event of events.line(line)) place(event);
    return said.get(number);
  };
}

/** Every line of the event says something: the reply, or a part of the event. */
function saidOf(event: JsonEvent, told: MailEvent, session: string): Map<number, Said[]> {
  const { replies, reason, type, kind } = told;
  const said = new Map<number, Said[]>();
  const add = (line: number, one: Said): void => {
    said.set(line, [...(said.get(line) ?? []), one]);
  };
  const facts = factsOf(told);
  for (const [index, reply] of replies.entries()) {
    add(reply.field.line, {
      side: 'server',
      text: reply.text,
      at: reply.at,
      session,
      ...(index === 0 ? facts : {}),
      ...(reply.answers === undefined ? {} : { answers: reply.answers }),
      ...(reply.repeats ? { repeats: true } : {}),
    });
  }
  for (const { index, text } of event.lines) {
    if (said.has(index)) continue;
    const at = text.length - text.trimStart().length;
    const base = { side: 'note', text: text.trim(), at, session } as const;
    const isTelling = replies.length === 0 && index === (reason?.line ?? event.lines[0]?.index);
    if (!isTelling) {
      add(index, { ...base, event: 'remark' });
      continue;
    }
    if (kind === 'delivered') add(index, { ...base, ...facts, event: 'sent' });
    else
      add(index, {
        ...base,
        ...facts,
        ...refusal(type, reason?.value ?? type),
        at: reason?.at ?? at,
      });
  }
  return said;
}

function factsOf({ kind, from, to, host, tls, replies }: MailEvent): Partial<Said> {
  const verb = replies[0]?.answers?.split(' ', 1)[0];
  const isTo = kind === 'refused' && (replies.length === 0 || verb === 'RCPT');
  return {
    envelope: { to, rejectedTo: isTo ? to : [], ...(from === undefined ? {} : { from }) },
    ...(host === undefined ? {} : { peer: { host } }),
    ...(tls ? { tls: 'starttls' } : {}),
  };
}

/** The provider's own words, where it does not quote a reply. */
function refusal(type: string, reason: string): Pick<Said, 'event' | 'text' | 'quote'> {
  const text = reason === type ? type : `${type}: ${reason}`;
  const isConnection =
    /\bconnect|unable to get mx|no mx\b|\bdns\b|lookup|timed? ?out|unreachable|dial/i.test(reason);
  const event: Event = isConnection ? 'connect-failed' : 'refused';
  return { event, text, ...(isConnection ? {} : { quote: { text: '', at: 0, verb: 'RCPT' } }) };
}
