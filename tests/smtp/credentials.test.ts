import { expect, test } from 'vitest';
import { decodeBase64 } from '../../lib/smtp/base64.ts';
import { readCredential } from '../../lib/smtp/credentials.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const step = (mechanism: string, answered = 0, prompt?: string) => ({
  mechanism,
  answered,
  ...(prompt === undefined ? {} : { prompt: base64(prompt) }),
});

test.each([
  [base64('lab@example.com'), 'lab@example.com'],
  [base64('größe'), 'größe'],
  ['////', '\u00ff\u00ff\u00ff'],
  ['TGFi', 'Lab'],
  ['not base64!', undefined],
  ['', undefined],
  ['A', undefined],
])('decodes %j', (words, text) => expect(decodeBase64(words)).toBe(text));

test('LOGIN asks for the name, then for the password', () => {
  expect(readCredential(base64('ann@example.com'), step('LOGIN', 0, 'Username:'))).toEqual({
    kind: 'user',
    user: 'ann@example.com',
  });
  expect(readCredential(base64('geheim'), step('LOGIN', 1, 'Password:'))).toEqual({
    kind: 'password',
    secret: 'password',
  });
});

test('LOGIN without prompts goes by the order', () => {
  expect(readCredential(base64('ann'), step('LOGIN')).kind).toBe('user');
  expect(readCredential(base64('geheim'), step('LOGIN', 1)).secret).toBe('password');
});

test('a password is one even where it is no Base64', () => {
  expect(readCredential('geheim!', step('LOGIN', 1, 'Password:')).secret).toBe('password');
});

test('PLAIN holds both', () => {
  expect(readCredential(base64('\0ann@example.com\0geheim'), step('PLAIN'))).toEqual({
    kind: 'both',
    user: 'ann@example.com',
    secret: 'user-and-password',
  });
});

test('CRAM-MD5 holds a name and an answer', () => {
  expect(readCredential(base64(`ann ${'0'.repeat(32)}`), step('CRAM-MD5'))).toEqual({
    kind: 'response',
    user: 'ann',
    secret: 'response',
  });
});

test('XOAUTH2 and OAUTHBEARER hold a token', () => {
  expect(
    readCredential(
      base64('user=ann@example.com\u0001auth=Bearer ya29.x\u0001\u0001'),
      step('XOAUTH2'),
    ),
  ).toEqual({ kind: 'token', user: 'ann@example.com', secret: 'token' });
  expect(
    readCredential(
      base64('n,a=ann@example.com,\u0001auth=Bearer t\u0001\u0001'),
      step('OAUTHBEARER'),
    ).user,
  ).toBe('ann@example.com');
});

test('SCRAM: the name first, then a proof', () => {
  expect(readCredential(base64('n,,n=ann,r=abc'), step('SCRAM-SHA-256'))).toEqual({
    kind: 'user',
    user: 'ann',
  });
  expect(readCredential(base64('c=biws,r=abc,p=xyz'), step('SCRAM-SHA-256', 1)).secret).toBe(
    'response',
  );
});

test.each([
  '****',
  '****** [16]',
  '[credentials hidden]',
  '<redacted>',
  '/* secret */',
  'xxxxxxxx',
])('%s hides a secret and is none', (words) =>
  expect(readCredential(words, step('PLAIN'))).toEqual({ kind: 'hidden' }),
);

test.each([
  ['*', 'cancel'],
  ['', 'empty'],
  ['=', 'empty'],
])('%j is no credential', (words, kind) =>
  expect(readCredential(words, step('PLAIN'))).toEqual({ kind }),
);
