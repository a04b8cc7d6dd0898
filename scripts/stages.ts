import type { Phase } from '../lib/types.ts';

/** The steps of a session as tables of replies name them. */
export const STAGES: Readonly<Record<string, Phase>> = {
  CONN: 'greeting',
  EHLO: 'ehlo',
  HELO: 'ehlo',
  STARTTLS: 'starttls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'message',
};
