import type { Event, Phase } from '../types.ts';

const PHASES: Readonly<Record<string, Phase>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  LHLO: 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  '(auth-data)': 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  '(data)': 'message',
  '.': 'message',
  BDAT: 'message',
  BURL: 'message',
  QUIT: 'quit',
};

/**
 * The step of a session that a command belongs to. RFC 5321 section 3.
 *
 * @param verb in capitals; undefined stands for the greeting
 * @returns undefined for a command that can stand anywhere (RSET, NOOP, VRFY…)
 */
export function phaseOf(verb: string | undefined): Phase | undefined {
  return verb === undefined ? 'greeting' : PHASES[verb];
}

/** Where a note belongs whatever stands around it. */
export const EVENT_PHASES: Readonly<Partial<Record<Event, Phase>>> = {
  connecting: 'connect',
  connected: 'connect',
  'auth-requested': 'auth',
  'auth-available': 'auth',
  'auth-unavailable': 'auth',
  'auth-selected': 'auth',
  'auth-failed': 'auth',
  content: 'message',
  closed: 'quit',
};
