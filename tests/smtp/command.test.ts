import { describe, expect, test } from 'vitest';
import { isKnownCommand, parseCommand, pathOf } from '../../lib/smtp/command.ts';

test.each([
  ['EHLO client.example', { verb: 'EHLO', argument: 'client.example' }],
  ['mail from:<a@example.com>', { verb: 'MAIL', argument: 'from:<a@example.com>' }],
  ['  QUIT ', { verb: 'QUIT', argument: '' }],
  ['EHLOO x', { verb: 'EHLOO', argument: 'x' }],
])('%s', (words, command) => expect(parseCommand(words)).toEqual(command));

test('an empty line is no command', () => expect(parseCommand('  ')).toBeUndefined());

describe('a command is known', () => {
  test.each([
    'EHLO x',
    'ehlo x',
    'MAIL FROM:<>',
    'RCPT TO: <a@b.example>',
    'DATA',
    'AUTH PLAIN AGEAYg==',
    'AUTH LOGIN',
    'XCLIENT NAME=x',
    'NOOP',
    'Data',
  ])('%s', (words) => expect(isKnownCommand(words)).toBe(true));

  test.each([
    'Mail from the shop arrived',
    'Help yourself to the cake now',
    'Send me the file please',
    'data are missing',
    'hello there',
    'GET / HTTP/1.1',
    '',
  ])('not %j', (words) => expect(isKnownCommand(words)).toBe(false));
});

test.each([
  ['FROM:<a@example.com>', 'a@example.com'],
  ['FROM:<a@example.com> SIZE=100 BODY=8BITMIME', 'a@example.com'],
  ['FROM:<>', ''],
  ['TO: <b@example.com> NOTIFY=NEVER', 'b@example.com'],
  ['TO:b@example.com', 'b@example.com'],
  ['TO:<@relay.example:b@example.com>', 'b@example.com'],
  ['TO:<"a>b"@example.com>', '"a>b"@example.com'],
  ['FROM:[email protected]', '[email protected]'],
  ['FROM:', undefined],
  ['FROM: SIZE=100', undefined],
  ['nonsense', undefined],
])('the path of %s', (argument, path) => expect(pathOf(argument)).toBe(path));
