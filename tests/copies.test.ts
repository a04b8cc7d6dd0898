import { expect, test } from 'vitest';
import { allOf } from '../lib/detect.ts';
import { hordeSmtp } from '../lib/dialects/horde-smtp.ts';
import { swiftmailer } from '../lib/dialects/swiftmailer.ts';
import { symfonyMailer } from '../lib/dialects/symfony-mailer.ts';
import { linesOf } from '../lib/lines.ts';
import { createSessions } from '../lib/sessions.ts';
import { factsOf } from '../lib/smtp/facts.ts';
import type { Dialect, Session } from '../lib/types.ts';

const sessionsOf = (dialect: Dialect, ...lines: string[]): Session[] => {
  const read = dialect.open();
  const sessions = createSessions(dialect);
  for (const line of linesOf(lines.join('\n'))) sessions.push(line, allOf(read(line.text)));
  return sessions.end();
};

const login = ['>> AUTH LOGIN', '', '<< 334 UGFzc3dvcmQ6', '', '>> c2VjcmV0', '', '<< 535 no', ''];
const log = ['++ Starting Swift_SmtpTransport', '<< 220 mx.example ESMTP', '', ...login];
const refusal = '!! Expected response code 235 but got code "535", with message "535 no';

test('a log that quotes itself is read once', () => {
  const [session, ...more] = sessionsOf(
    swiftmailer,
    ...log,
    refusal,
    '"',
    'Log data:',
    ...log,
    '" (code: 535)',
    '>> RSET',
    '',
    '<< 250 OK',
  );
  expect(more).toEqual([]);
  const verbs = session?.exchanges.map(({ command }) => command?.verb);
  expect(verbs).toEqual([undefined, 'AUTH', '(auth-data)', 'RSET']);
  const copies = session?.entries.filter(({ line }) => line > 14 && line < 26) ?? [];
  expect(copies.map(({ kind, verb, reply }) => verb ?? reply?.code ?? kind)).toEqual([
    'note',
    220,
    'AUTH',
    334,
    '(auth-data)',
    535,
  ]);
  for (const { duplicateOf } of copies) expect(duplicateOf).toBeDefined();
  expect(session?.secrets.map(({ line }) => line)).toEqual([8, 22]);
});

test('a sentence above the dialogue repeats the reply in it', () => {
  const [session] = sessionsOf(
    symfonyMailer,
    'Expected response code "250" but got code "550", with message "550 5.7.1 no".',
    '< 220 mx.example ESMTP',
    '> MAIL FROM:<a@a.example>',
    '< 550 5.7.1 no',
  );
  expect(session?.exchanges).toHaveLength(2);
  expect(session?.entries[0]).toMatchObject({ from: 'tool', duplicateOf: 3 });
});

test('alone it is the reply', () => {
  const [session] = sessionsOf(
    symfonyMailer,
    'Expected response code "250/251/252" but got code "450", with message "450 4.2.0 later".',
  );
  expect(session?.entries).toMatchObject([{ from: 'server', kind: 'reply' }]);
  expect(factsOf(session as Session)).toMatchObject({ outcome: 'deferred', failedAt: 'rcpt' });
});

test('a message that stands bare keeps its blank lines, the tool’s own are none of it', () => {
  const [session] = sessionsOf(
    hordeSmtp,
    '>> Connection to: smtp://mx.example:25',
    'S: 220 mx.example ESMTP',
    'C: DATA',
    'S: 354 go',
    'C: Subject: x',
    '',
    'Hello',
    '',
    'C: .',
    'S: 250 OK',
  );
  const content = session?.entries.filter(({ kind }) => kind === 'content') ?? [];
  expect(content.map((entry) => [entry.line, entry.content])).toEqual([
    [5, 'header'],
    [6, 'separator'],
    [7, 'body'],
    [9, 'end'],
  ]);
});

test('a client that gives up after a refused recipient was refused', () => {
  const [session] = sessionsOf(
    symfonyMailer,
    '< 220 mx.example ESMTP',
    '> MAIL FROM:<a@a.example>',
    '< 250 OK',
    '> RCPT TO:<b@b.example>',
    '< 250 OK',
    '> RCPT TO:<c@c.example>',
    '< 550 5.1.1 unknown',
  );
  expect(factsOf(session as Session)).toMatchObject({ outcome: 'rejected', failedAt: 'rcpt' });
});
