import type { Event, Phase } from '../types.ts';

/** What qmail says itself, without a reply. */
const OWN: readonly (readonly [words: RegExp, event: Event, phase: Phase])[] = [
  [/wasn't able to establish an SMTP connection/, 'connect-failed', 'connect'],
  [
    /couldn't find (?:any host|a mail exchanger)|CNAME lookup failed|isn't set up to talk/,
    'connect-failed',
    'connect',
  ],
  [/DNS (?:lookup|problem)|[Nn]o (?:route|connection)/, 'connect-failed', 'connect'],
  [/connection died|Connected to .{1,80}but connection/, 'lost', 'message'],
  [/TLS|SSL/, 'tls-failed', 'starttls'],
  [/[Cc]onnected to .{1,80}greeting failed/, 'lost', 'greeting'],
];

/**
 * What happened, by qmail's own words: in its log, and in the reports that it sends.
 *
 *     Sorry, I couldn't find any host named example.net. (#5.1.2)
 *
 * @param words with blanks where its log has underscores
 * @returns undefined for a refusal by qmail itself, or by a program that it runs
 */
export function readQmailReason(words: string): { event: Event; phase: Phase } | undefined {
  const row = OWN.find(([pattern]) => pattern.test(words));
  return row && { event: row[1], phase: row[2] };
}
