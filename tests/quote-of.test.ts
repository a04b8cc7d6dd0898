import { expect, it } from 'vitest';
import { quoteOf } from '../lib/quote-of.ts';

const quote = (text: string, code: number | null = null): string =>
  quoteOf({ code, brief: 'Server says nothing' }, text);

const postfix = 'Nov 20 10:01:13 web1 postfix/smtp[4123]: 4F2A1C0D: to=<a@example.com>, relay=mx.';

it('begins with the answer', () => {
  expect(
    quote(`${postfix} (host mx.[192.0.2.7] said: 550-5.7.26 Blocked (in reply to X))`, 550),
  ).toBe('550-5.7.26 Blocked (in reply to X))');
  expect(quote(`${postfix}, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 0AF1)`, 250)).toBe(
    '250 2.0.0 Ok: queued as 0AF1',
  );
  expect(quote('535 5.7.8 Error: authentication failed', 535)).toBe(
    '535 5.7.8 Error: authentication failed',
  );
});

it('takes no other number for the answer', () => {
  const line = 'x=[192.0.2.550] size=550 said: 550 5.1.1 No such user';
  expect(quote(line, 550)).toBe('550 5.1.1 No such user');
});

it('begins with what became of the mail, where nobody answered', () => {
  expect(quote(`${postfix}, status=deferred (connect to mx[192.0.2.7]:25: timed out)`)).toBe(
    'status=deferred (connect to mx[192.0.2.7]:25: timed out)',
  );
  expect(quote('== a@example.com R=byhost T=remote defer (-37) H=mx: TLS session: failed')).toBe(
    'defer (-37) H=mx: TLS session: failed',
  );
  expect(quote('Nov 20 10:01:13 web1 postfix/smtp[4123]: warning: no route')).toBe(
    'warning: no route',
  );
});

it('takes the words out of a JSON record', () => {
  expect(quote('"message": "SMTP Error: Could not \\"connect\\".",\n "errors": []')).toBe(
    'SMTP Error: Could not \\"connect\\".',
  );
});

it('tells a line without words in ours', () => {
  expect(quote(' \n')).toBe('Server says nothing');
});
