import { describe, expect, it } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import { enhancedCodes } from '../lib/knowledge/enhanced-codes.ts';
import { mailParameters } from '../lib/knowledge/mail-parameters.ts';
import { registry } from './knowledge/registry.ts';

/** What the lines of a dialogue say: brief and full together. */
function told(...lines: readonly string[]): readonly string[] {
  const [session] = explain(analyze(lines.join('\n'))).sessions;
  return (session?.entries ?? []).map(({ brief, full }) => `${brief}. ${full}`);
}

/** An EHLO reply with these features. */
function offer(features: readonly string[]): readonly string[] {
  const lines = features.map(
    (feature, index) => `250${index === features.length - 1 ? ' ' : '-'}${feature}`,
  );
  return told(
    '220 mail.example.net ESMTP',
    'EHLO www.example.org',
    '250-mail.example.net',
    ...lines,
  ).slice(3);
}

const UNKNOWN = /not among the registered|private feature|no known command|not a registered/;

describe('a line explains every row of the registries', () => {
  it('service extensions, with what follows the keyword', () => {
    const words: Readonly<Record<string, string>> = {
      size: '35882577',
      mechanisms: 'PLAIN LOGIN',
      limits: 'RCPTMAX=100',
      seconds: '240',
      hold: '86400 2027-01-01T00:00:00Z',
      schemes: 'imap',
      names: 'org.example:adv',
      topics: 'RCPT',
      profile: 'MIXER',
    };
    const rows = registry('service-extensions.csv');
    const features = rows.map(([keyword = '', , parameter = '']) =>
      `${keyword} ${words[parameter] ?? ''}`.trim(),
    );
    const said = offer(features);
    for (const [index, [keyword = '', , parameter = '']] of rows.entries()) {
      expect(said[index], keyword).not.toMatch(UNKNOWN);
      const heard = {
        size: '35.9 MB',
        limits: '100 recipients',
        seconds: '4 minutes',
        hold: '1 day',
      };
      const number = heard[parameter as keyof typeof heard];
      if (number !== undefined) expect(said[index], keyword).toContain(number);
    }
  });

  it('unregistered keywords that are known', () => {
    const keywords = registry('unregistered-extensions.txt').map(([keyword = '']) => keyword);
    for (const [index, said] of offer(keywords).entries()) {
      expect(said, keywords[index]).not.toMatch(UNKNOWN);
    }
  });

  it('login mechanisms', () => {
    for (const [name = ''] of registry('sasl-mechanisms.txt')) {
      const [said] = told(`AUTH ${name}`, '334 ').slice(0, 1);
      expect(said, name).not.toMatch(UNKNOWN);
      expect(said, name).toContain(name);
    }
  });

  it('commands', () => {
    for (const [verb = ''] of registry('commands.csv')) {
      const [, said] = told(
        '220 mail.example.net ESMTP',
        verb === 'AUTH' ? 'AUTH PLAIN' : `${verb} example`,
        '250 2.0.0 OK',
      );
      expect(said, verb).not.toMatch(UNKNOWN);
    }
  });

  it('words behind an address', () => {
    for (const [key, { full }] of Object.entries(mailParameters)) {
      if (key === 'SIZE') continue;
      const word = key.includes('=') ? key : `${key}=x`;
      const [, said] = told('220 mail.example.net ESMTP', `MAIL FROM:<a@example.org> ${word}`);
      expect(said, key).toContain(full);
    }
  });

  it('enhanced codes', () => {
    const clear = Object.entries(enhancedCodes).filter(([code]) => /^[1-6]\.[1-9]/.test(code));
    for (const [code] of clear) {
      const said = told('RCPT TO:<b@example.com>', `550 5.${code} qzx`)[1];
      expect(said, code).not.toMatch(UNKNOWN);
    }
  });

  it('reply codes', () => {
    for (const [code = ''] of registry('reply-codes.csv')) {
      const [, said] = told('220 mail.example.net ESMTP', `${code} qzx`);
      expect(said, code).not.toMatch(UNKNOWN);
    }
  });
});

describe('what no registry has is explained by what is sure', () => {
  it('a private keyword, and one that nobody registered', () => {
    const [own, strange, masked] = offer(['XFOO bar', 'FROBNICATE', 'XXXXXXXA']);
    expect(own).toMatch(/XFOO is a private feature/);
    expect(strange).toMatch(/FROBNICATE is not among the registered features/);
    expect(masked).toMatch(/firewall/);
  });

  it('options of a command', () => {
    const said = told(
      '220 mail.example.net ESMTP',
      'MAIL FROM:<a@example.org> XFOO=secret FOO=secret',
    )[1];
    expect(said).toMatch(/private option \(XFOO\)/);
    expect(said).toMatch(/not a registered one \(FOO\)/);
    expect(said).not.toContain('secret');
  });

  it.each([
    ['RCPT TO:<b@example.com>', '599 5.9.9 qzx', /5\.9\.9 is not a registered/, /final/],
    [
      'RCPT TO:<b@example.com>',
      '450 4.7.650 qzx',
      /4\.7\.650 is about security or policy/,
      /for now/,
    ],
    ['RCPT TO:<b@example.com>', '550 5.1.77 qzx', /5\.1\.77 is about an address/, /final/],
    ['MAIL FROM:<a@example.org>', '499 qzx', /499 is no registered code/, /for now/],
    ['DATA', '598 5.8.1 qzx', /5\.8\.1 is not a registered/, /final/],
    ['.', '577 5.6.99 qzx', /about the content of the message/, /final/],
  ])('%s %s', (command, reply, detail, digit) => {
    const said = told('220 mail.example.net ESMTP', command, reply).at(-1);
    expect(said).toMatch(detail);
    expect(said).toMatch(digit);
  });

  it.each([
    ['499 qzx', 'deferred', 'server-temporary-error'],
    ['599 5.9.9 qzx', 'rejected', 'recipient-rejected'],
  ])('the verdict follows the first digit: %s', (reply, outcome, cause) => {
    const log = ['MAIL FROM:<a@example.org>', '250 OK', 'RCPT TO:<b@example.com>', reply];
    const [session] = explain(analyze(log.join('\n'))).sessions;
    expect(session?.outcome).toBe(outcome);
    expect(session?.findings[0]?.id).toBe(cause);
  });
});
