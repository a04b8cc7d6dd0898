import type { Rule } from './rule.ts';

const HELLO = new Set(['EHLO', 'HELO']);

/** The client's name in EHLO is no full host name and no address in brackets. RFC 5321 section 4.1.1.1. */
export const ehloNameInvalid: Rule = {
  id: 'ehlo-name-invalid',
  severity: 'info',
  *check(session, facts) {
    if (facts.failedAt === 'ehlo') return;
    for (const { command } of session.exchanges) {
      if (!command || !HELLO.has(command.verb)) continue;
      const name = command.argument;
      // In a log of the server's side alone its name stands nowhere.
      if (session.entries[command.entry]?.from !== 'client' || isComplete(name)) continue;
      yield { entries: [command.entry], data: name === '' ? { nameless: '' } : { helo: name } };
      return;
    }
  },
};

function isComplete(name: string): boolean {
  if (name.startsWith('[') || name.includes('*')) return true;
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)) return false;
  // Names within a private network end so; an underscore is no letter of a host's name.
  if (/_|^localhost\.|\.(?:local|localdomain|lan|internal|home|localhost)$/i.test(name))
    return false;
  return name.includes('.');
}
