import { extensions } from '../knowledge/extensions.ts';
import { mechanisms } from '../knowledge/mechanisms.ts';
import type { ExtensionRow, MechanismRow } from '../knowledge/rows.ts';
import { bytes, clip, duration, grouped, join, list } from './words.ts';

const EXTENSIONS: Readonly<Record<string, ExtensionRow>> = extensions;
const MECHANISMS: Readonly<Record<string, MechanismRow>> = mechanisms;

/** A line of an EHLO reply, taken apart. */
export interface Capability {
  /** In capitals. */
  keyword: string;
  parameter: string;
}

/**
 * Reads a line of an EHLO reply as a feature. RFC 5321 section 4.1.1.1; `AUTH=LOGIN` is an old
 * spelling of `AUTH LOGIN`.
 *
 * @param text the line's words without code and enhanced code
 * @returns undefined where the words are a sentence and no feature
 */
export function parseCapability(text: string): Capability | undefined {
  const words = text.trim();
  const word = /^[A-Za-z0-9*][A-Za-z0-9_*-]*(?=[ =]|$)/.exec(words)?.[0];
  if (word === undefined) return undefined;
  const keyword = word.toUpperCase();
  const known = EXTENSIONS[keyword] !== undefined || isMasked(keyword);
  // Keywords are written in capitals everywhere; "Hi client.example.org" is none.
  return known || word === keyword
    ? { keyword, parameter: words.slice(word.length + 1).trim() }
    : undefined;
}

/** Whether the keyword is one that the tables know. */
export function isRegistered({ keyword }: Capability): boolean {
  return EXTENSIONS[keyword] !== undefined;
}

/** Where the connection stands when the feature is offered. */
export interface Offer {
  encrypted: boolean;
  /** The log shows that it is not encrypted. */
  readable: boolean;
  /** The line in which the client makes use of it, if it does. */
  usedIn?: number | undefined;
}

/** What a feature is and what its parameter says. */
export function explainCapability(
  { keyword, parameter }: Capability,
  offer: Offer,
): { brief: string; full: string } {
  if (isMasked(keyword)) {
    return {
      brief: 'A feature that a firewall has overwritten',
      full: 'A firewall on the way has overwritten this word, as some devices that inspect mail do. Often STARTTLS or the login is hidden like this: by the network, not by the server. Whoever runs the network can switch this inspection off.',
    };
  }
  const row = EXTENSIONS[keyword];
  if (!row) return unknown(keyword, parameter);
  const told = parameterOf(keyword, parameter, row);
  return { brief: told.brief ?? row.brief, full: join(row.full, told.full, note(keyword, offer)) };
}

/** The feature's name for an enumeration: `SIZE (35.9 MB)`, `AUTH LOGIN PLAIN`. */
export function nameOf({ keyword, parameter }: Capability): string {
  if (isMasked(keyword)) return 'an overwritten word';
  if (keyword === 'SIZE' && /^[1-9]\d{0,14}$/.test(parameter))
    return `SIZE (${bytes(Number(parameter))})`;
  return keyword === 'AUTH' && parameter !== '' ? `AUTH ${clip(parameter, 60)}` : keyword;
}

function isMasked(keyword: string): boolean {
  return /^X{4,}[A-Z]?$/.test(keyword) || /^\*{3,}/.test(keyword);
}

function note(keyword: string, { encrypted, readable, usedIn }: Offer): string {
  const used = usedIn === undefined ? '' : `The client makes use of it in line ${usedIn}.`;
  if (keyword === 'STARTTLS') {
    if (encrypted) return 'It is odd to offer this inside an encrypted connection, but harmless.';
    return used === ''
      ? 'If a client needs encryption and this line is missing, it has to stop.'
      : used;
  }
  if (keyword === 'AUTH') {
    return !readable
      ? used
      : join(
          used,
          'The connection is not encrypted at this point, so a password sent now could be read on the way.',
        );
  }
  return '';
}

function parameterOf(
  keyword: string,
  parameter: string,
  row: ExtensionRow,
): { brief?: string; full: string } {
  const words = parameter.split(/[\s,]+/).filter(Boolean);
  switch (row.parameter) {
    case 'size':
      return size(parameter);
    case 'mechanisms':
      return methods(keyword, words);
    case 'limits':
      return limits(words);
    case 'seconds':
      return /^\d{1,9}$/.test(parameter)
        ? { full: `The shortest time it takes is ${duration(Number(parameter))}.` }
        : { full: '' };
    case 'hold':
      return /^\d{1,9}$/.test(words[0] ?? '')
        ? { full: `It holds a message for ${duration(Number(words[0]))} at most.` }
        : { full: '' };
    case 'schemes':
      return words.length === 0 ? { full: '' } : { full: `It fetches from: ${list(words)}.` };
    case 'topics':
    case 'profile':
    case 'names':
      return words.length === 0 ? { full: '' } : { full: `It names ${clip(list(words), 160)}.` };
    default:
      return { full: '' };
  }
}

function size(parameter: string): { brief: string; full: string } {
  if (!/^\d{1,15}$/.test(parameter) || Number(parameter) === 0) {
    return {
      brief: 'Names no fixed size limit (SIZE)',
      full: 'Here it names no fixed limit. It may still refuse a message that is too large for the mailbox.',
    };
  }
  const limit = Number(parameter);
  return {
    brief: `Takes messages up to ${bytes(limit)}`,
    full: `Here the limit is ${grouped(limit)} bytes, about ${bytes(limit)}. Attachments grow by a third on the way, so files may have about ${bytes(Math.floor(limit * 0.73))} in all.`,
  };
}

function methods(keyword: string, words: readonly string[]): { brief: string; full: string } {
  if (words.length === 0) {
    return {
      brief: 'Offers login, but names no method',
      full: 'Here the list of methods is empty.',
    };
  }
  const names = words.map((word) => word.toUpperCase());
  const told = names.slice(0, 8).map((name) => {
    const row = MECHANISMS[name];
    return row ? `${name} (${row.brief})` : name;
  });
  const rest = names.length > 8 ? ` and ${names.length - 8} more` : '';
  const lead = keyword === 'AUTH' ? 'Offers login' : `Offers ${keyword}`;
  return {
    brief: `${lead}: ${names.join(', ')}`,
    full: `The methods listed are ${rest === '' ? list(told) : `${told.join(', ')}${rest}`}.`,
  };
}

const LIMITS: Readonly<Record<string, string>> = {
  MAILMAX: 'messages in one session',
  RCPTMAX: 'recipients of one message',
  RCPTDOMAINMAX: 'recipient domains of one message',
};

function limits(words: readonly string[]): { full: string } {
  const told = words.map((word) => {
    const [name = '', value = ''] = word.toUpperCase().split('=');
    const what = LIMITS[name];
    return what !== undefined && /^\d+$/.test(value)
      ? `at most ${grouped(Number(value))} ${what}`
      : word;
  });
  return { full: told.length === 0 ? '' : `Here: ${list(told)}.` };
}

function unknown(keyword: string, parameter: string): { brief: string; full: string } {
  const own = keyword.startsWith('X');
  return {
    brief: own ? `A private feature of the server (${keyword})` : `A feature named ${keyword}`,
    full: join(
      own
        ? `${keyword} is a private feature: names that begin with X are not standardised, and only programs that know the server use them.`
        : `${keyword} is not among the registered features of mail servers; it may be new or the server’s own.`,
      parameter === '' ? '' : 'The words after it belong to it.',
      'A client that does not know it leaves it alone, so it does no harm.',
    ),
  };
}
