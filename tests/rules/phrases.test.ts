import { describe, expect, it } from 'vitest';
import { hasPhrase, normalise } from '../../lib/rules/phrases.ts';

describe('normalise', () => {
  it('masks addresses, which say nothing about the reason', () => {
    expect(normalise('550 <spam@virus.example>: User Unknown')).toBe('550 <a@b>: user unknown');
  });

  it('takes the inner reply where .NET puts its own words in front', () => {
    const words =
      'The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.1.1 User unknown';
    expect(normalise(words).trim()).toBe('5.1.1 user unknown');
  });

  it('makes quotes plain and blanks single', () => {
    expect(normalise('user’s\n\tmailbox')).toBe("user's mailbox");
  });
});

describe('hasPhrase', () => {
  it.each([
    ['mailbox of that user is full', 'mailbox*=full', true],
    ['mailbox fully migrated', 'mailbox*=full', false],
    ['spf check failed', '=spf', true],
    ['server mxspf2 says no', '=spf', false],
    [`mailbox ${'x'.repeat(60)} full`, 'mailbox*full', false],
    ['mailbox a, the mailbox b is full', 'mailbox*full', true],
  ])('%s ~ %s: %s', (text, phrase, expected) => {
    expect(hasPhrase(text, phrase)).toBe(expected);
  });

  it('comes to an end on words that fit everywhere', () => {
    const hostile = normalise('mailbox '.repeat(100_000));
    expect(hasPhrase(hostile, 'mailbox*mailbox*mailbox*=full')).toBe(false);
  });
});
