import { offerLines } from '../smtp/offer-lines.ts';
import type { Exchange, ReplyLine } from '../types.ts';
import {
  explainCapability,
  isRegistered,
  nameOf,
  parseCapability,
  type Capability,
} from './capability.ts';
import { isEncrypted, isReadable, lineOf, placeInReply, stageOf, type Context } from './context.ts';
import { explainPrompt } from './login.ts';
import { detailOf, explainRefusal, meaningOf } from './refusal.ts';
import { clip, join, list } from './words.ts';

/** What a line of a reply says, in the light of the command that it answers. */
export function explainReply(context: Context): { brief: string; full: string } {
  const { entry, session } = context;
  const original = lineOf(session, entry.duplicateOf);
  const told = explainWords(original === undefined ? context : { ...context, terse: true });
  if (original === undefined) return told;
  const raw = original > entry.line ? ', as it came over the network' : ' once more';
  return {
    brief: told.brief,
    full: join(`The same reply as in line ${original}${raw}.`, told.full),
  };
}

function explainWords(context: Context): { brief: string; full: string } {
  const { entry, exchange } = context;
  const reply = entry.reply;
  if (!reply) return { brief: 'A reply of the server', full: 'The server answers.' };
  const stage = stageOf(context);
  const place = placeInReply(context);
  const isHello = (stage === 'EHLO' || stage === 'LHLO') && reply.code < 300;
  if (reply.code === 334) return explainPrompt(context);
  if (isHello && entry.parts) return glued(context, entry.parts);
  if (isHello) return hello(context, reply, place);
  if (reply.code >= 400) {
    return place.at === 0
      ? explainRefusal(context, stage)
      : refusalGoesOn(context, stage, place.at);
  }
  if (stage === 'greeting' && isBanner(reply.text)) return banner();
  if (place.at > 0) return goesOn(stage, reply, place.at, exchange);
  return accepted(context, stage, reply);
}

// ── EHLO ────────────────────────────────────────────────────────────────────────────────────────

function hello(
  context: Context,
  reply: ReplyLine,
  place: { at: number; last: boolean },
): { brief: string; full: string } {
  const capability = parseCapability(reply.text);
  // A log that was cut may begin in the middle of the list.
  const cut = capability !== undefined && isRegistered(capability);
  if (place.at === 0 && !cut) return serverName(context, reply);
  if (!capability) {
    return {
      brief: place.last ? 'Friendly words; end of the list' : 'Friendly words of the server',
      full: join(
        'A sentence of the server in its list of features. It is meant for people and says nothing to the client.',
        place.last ? 'With it the list ends.' : '',
      ),
    };
  }
  const told = explainCapability(capability, offerOf(context, capability));
  return {
    brief: told.brief,
    full: join(told.full, place.last ? 'With this line the list ends.' : ''),
  };
}

function offerOf(
  context: Context,
  { keyword }: Capability,
): { encrypted: boolean; readable: boolean; usedIn?: number } {
  const { session, exchange } = context;
  const at = exchange ? session.exchanges.indexOf(exchange) : session.exchanges.length;
  const later = session.exchanges.slice(at + 1);
  const again = later.findIndex(({ command }) => command?.verb === 'EHLO');
  const until = again < 0 ? later : later.slice(0, again);
  const use = until.find(({ command }) => command?.verb === keyword)?.command;
  const usedIn = lineOf(session, use?.entry);
  const offer = { encrypted: isEncrypted(context), readable: isReadable(context) };
  return usedIn === undefined ? offer : { ...offer, usedIn };
}

/** The first line of the reply to EHLO: RFC 5321 section 4.1.1.1 puts the server's name there. */
function serverName(context: Context, reply: ReplyLine): { brief: string; full: string } {
  const name = /^(?:\[[^\]]{3,60}\]|[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)/.exec(reply.text)?.[0];
  const names = capabilitiesOf(context.exchange).map(nameOf);
  const isCut = (context.exchange?.reply?.lines.at(-1) ?? reply).more;
  const isJoined = names.length > 0 && context.exchange?.reply?.lines.length === 1;
  const features =
    names.length === 0
      ? isCut
        ? 'The hyphen after the code says that a list of features follows, but this log does not hold it.'
        : 'No features are listed, so the server offers neither a login nor encryption here.'
      : isJoined
        ? `The log joins the lines of this reply, each of which names a feature. It offers ${clip(list(names), 200)}.`
        : `Each further line of this reply names a feature. It offers ${clip(list(names), 220)}.`;
  const some = isJoined ? 'features are listed' : 'features follow';
  const follow = names.length > 0 || isCut ? some : 'no features are listed';
  const after =
    names.length > 0 && isEncrypted(context)
      ? 'This list holds inside the encryption and replaces any earlier one.'
      : '';

  return {
    brief:
      name === undefined ? `Introduction accepted; ${follow}` : `Accepted by ${name}; ${follow}`,
    full: join(
      `The server accepts the introduction${name === undefined ? '' : ` and gives its own name, ${name}`}.`,
      features,
      after,
      context.terse || names.length === 0 || isCut ? '' : lacks(context),
      context.terse ? '' : meaningOf(250, 'EHLO').risk,
    ),
  };
}

/** What a reader may look for in the list and not find. */
function lacks(context: Context): string {
  const has = (keyword: string): boolean =>
    capabilitiesOf(context.exchange).some((one) => one.keyword === keyword);
  if (isEncrypted(context)) {
    return has('AUTH')
      ? ''
      : 'A login (AUTH) is not in the list, so the client cannot log in here.';
  }
  if (!has('STARTTLS')) {
    return isReadable(context)
      ? 'Encryption (STARTTLS) is not in the list, so a client that insists on it has to stop.'
      : 'Encryption (STARTTLS) is not in the list. Perhaps the connection was encrypted from the start, which this log does not show. Else a client that insists on encryption has to stop.';
  }
  return has('AUTH')
    ? ''
    : 'A login (AUTH) is not in the list yet; many servers offer it only once the connection is encrypted.';
}

function capabilitiesOf(exchange: Exchange | undefined): Capability[] {
  const lines = exchange?.reply ? offerLines(exchange.reply) : [];
  return lines.map(({ text }) => parseCapability(text)).filter((one) => one !== undefined);
}

/** The whole reply in one line, because the line breaks got lost. */
function glued(context: Context, parts: readonly ReplyLine[]): { brief: string; full: string } {
  const [first] = parts;
  const told = serverName(context, first ?? { code: 250, text: '', more: false });
  const names = parts
    .slice(1)
    .map((part) => parseCapability(part.text))
    .filter((one) => one !== undefined)
    .map(nameOf);
  return {
    brief: names.length === 0 ? told.brief : `Server offers ${names.join(', ')}`,
    full: join(
      'The whole reply to the introduction in one line; the line breaks in it were lost.',
      told.full,
    ),
  };
}

// ── Other replies ───────────────────────────────────────────────────────────────────────────────

function accepted(
  context: Context,
  stage: string,
  reply: ReplyLine,
): { brief: string; full: string } {
  const meaning = meaningOf(reply.code, stage);
  const { facts, entry } = context;
  const id =
    stage === '.' && facts.queueId !== undefined && reply.text.includes(facts.queueId)
      ? facts.queueId
      : undefined;
  const name =
    stage === 'greeting' ? /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+/.exec(reply.text)?.[0] : undefined;
  const brief =
    id !== undefined && `${meaning.brief}, number ${id}`.length <= 60
      ? `${meaning.brief}, number ${id}`
      : name !== undefined
        ? `Server ${name} greets the client`
        : meaning.brief;
  const masked =
    stage === 'greeting' && /\*{6,}/.test(reply.text)
      ? 'The stars show that a firewall on the way rewrites the conversation. It may hide encryption and login as well.'
      : '';
  return {
    brief,
    full: join(
      meaning.full,
      name === undefined ? '' : `Here its name is ${name}.`,
      id === undefined
        ? ''
        : `The server’s number for this message is ${id}. Give it when you ask the provider what became of the mail.`,
      detailOf(entry.reply?.enhanced).phrase === undefined
        ? ''
        : detailOf(entry.reply?.enhanced).full,
      stage === 'QUIT' && facts.outcome.includes('accepted')
        ? 'What it accepted before stays accepted.'
        : '',
      masked,
      context.terse ? '' : meaning.risk,
    ),
  };
}

function isBanner(text: string): boolean {
  return /do not authori[sz]e|unsolicited|bulk e-?mail/i.test(text);
}

function banner(): { brief: string; full: string } {
  return {
    brief: 'House rule against spam, shown to everybody; harmless',
    full: 'A notice that many servers of web hosts (cPanel) show to every client: they do not want to be used for spam. It is not a refusal, and the session goes on as usual.',
  };
}

function goesOn(
  stage: string,
  reply: ReplyLine,
  at: number,
  exchange: Exchange | undefined,
): { brief: string; full: string } {
  const of = exchange?.reply?.lines.length;
  const what = `Line ${at + 1}${of === undefined || of <= at ? '' : ` of ${of}`} of the same reply.`;
  const meaning = meaningOf(reply.code, stage);
  if (stage === 'greeting') {
    return {
      brief: 'The greeting goes on',
      full: join(
        what,
        'More words of the greeting, for people; they have no effect on the session.',
      ),
    };
  }
  return { brief: `${meaning.brief} (goes on)`, full: join(what, meaning.full) };
}

function refusalGoesOn(
  { entry, exchange }: Context,
  stage: string,
  at: number,
): { brief: string; full: string } {
  const reply = entry.reply ?? { code: 0, text: '', more: false };
  const of = exchange?.reply?.lines.length ?? 0;
  const place = of > at ? `line ${at + 1} of ${of}` : `line ${at + 1}`;
  const own = TOPICS.find(({ words }) => words.test(reply.text));
  const empty = reply.text.trim() === '' ? 'an empty line' : undefined;
  return {
    brief: `Refusal goes on: ${own?.brief ?? empty ?? place}`,
    full: join(
      `This is ${place} of one refusal; its lines are read together.`,
      own?.full,
      meaningOf(reply.code, stage).full,
    ),
  };
}

/** What a further line of a refusal is about. */
const TOPICS: readonly { words: RegExp; brief: string; full: string }[] = [
  {
    words: /https?:\/\//i,
    brief: 'a link that explains it',
    full: 'The link leads to an explanation by whoever refused; it is often worth reading.',
  },
  {
    words: /\bSPF\b/i,
    brief: 'about SPF',
    full: 'It is about SPF: the list, kept by the sender’s domain, of servers that may send for it.',
  },
  {
    words: /\bDKIM\b/i,
    brief: 'about DKIM',
    full: 'It is about DKIM: the signature by which the sender’s domain vouches for a message.',
  },
  {
    words: /\bDMARC\b/i,
    brief: 'about DMARC',
    full: 'It is about DMARC: the rule of the sender’s domain for mail that passes neither SPF nor DKIM.',
  },
  {
    words: /\b(?:blacklist|blocklist|blocked|listed|spamhaus|dnsbl|rbl)/i,
    brief: 'about a blocklist',
    full: 'It is about a list of senders whose mail is not taken.',
  },
];
