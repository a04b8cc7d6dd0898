import { describe, expect, it } from 'vitest';
import { normalise } from '../../lib/rules/normalise.ts';
import { Phrase } from '../../lib/rules/phrase.ts';
import { indexPhrases } from '../../lib/rules/phrase-index.ts';

describe('normalise', () => {
  it('masks addresses, which say nothing about the reason', () => {
    expect(normalise('550 <spam@virus.example>: User Unknown')).toBe('550 <a@b>: user unknown');
  });

  it('masks the addresses and names of hosts, which say nothing either, but not those of lists', () => {
    expect(normalise('Mail from [192.0.2.10] refused')).toBe('mail from [0.0.0.0] refused');
    expect(normalise('relay.site.example antispam.com')).toBe('host.example host.example');
    expect(normalise('It is spam.Please stop')).toBe('it is spam.please stop');
    for (const words of ['zen.spamhaus.org answers 127.0.0.2', 'code 5.7.1', 'version 1.2.3']) {
      expect(normalise(words)).toBe(words);
    }
  });

  it('takes the inner reply where .NET puts its own words in front', () => {
    const words =
      'The SMTP server requires a secure connection or the client was not authenticated. The server response was: 5.1.1 User unknown';
    expect(normalise(words).trim()).toBe('5.1.1 user unknown');
  });

  it('makes quotes plain and blanks single', () => {
    expect(normalise('user’s\n\tmailbox')).toBe("user's mailbox");
    expect(normalise("can`t  create 'x'")).toBe("can't create 'x'");
  });

  it('takes accents off', () => {
    expect(normalise('Empfänger größer, Łódź, échec, não')).toBe(
      'empfanger grosser, lodz, echec, nao',
    );
  });

  it('undoes UTF-8 that was read as another set', () => {
    expect(normalise('EmpfÃ¤nger unbekannt')).toBe('empfanger unbekannt');
    expect(normalise('Ð¿Ð¾Ñ‡Ñ‚Ð°')).toBe('почта');
    expect(normalise('Ã as it is, 5 Â')).toBe('a as it is, 5 a');
  });

  it('cuts what is longer than any reason', () => {
    expect(normalise('x'.repeat(50_000)).length).toBeLessThanOrEqual(4096);
  });
});

/** Text, phrase, whether it is in. */
const PAIRS: readonly (readonly [string, string, boolean])[] = [
  ['mailbox of that user is full', 'mailbox*=full', true],
  ['mailbox fully migrated', 'mailbox*=full', false],
  ['spf check failed', '=spf', true],
  ['server mxspf2 says no', '=spf', false],
  [`mailbox ${'x'.repeat(60)} full`, 'mailbox*full', false],
  ['mailbox a, the mailbox b is full', 'mailbox*full', true],
  ['no such mailbox', 'no such {user,mailbox}', true],
  ['no such luck', 'no such {user,mailbox}', false],
  ['fails to pass', 'fail{s,ed,} to pass', true],
  ['fail to pass', 'fail{s,ed,} to pass', true],
  ['failing to pass', 'fail{s,ed,} to pass', false],
  ['the user anna is unknown', '{user,account}*{unknown,not found}', true],
  ['unknown user', '{user,account}*{unknown,not found}', false],
  ['listed in pbl', '={pbl,xbl}', true],
  ['republic', '={pbl,ubl}', false],
  ['邮箱空间已满', '已满', true],
];

describe('a phrase', () => {
  it.each(PAIRS)('%s ~ %s: %s', (text, phrase, expected) => {
    expect(new Phrase(phrase).isIn(text)).toBe(expected);
  });

  it.each(PAIRS)('is found by the index too: %s ~ %s: %s', (text, phrase, expected) => {
    expect(indexPhrases([{ phrases: [phrase] }])(text)).toBe(expected ? 0 : -1);
  });

  it('comes to an end on words that fit everywhere', () => {
    const hostile = normalise('mailbox '.repeat(100_000));
    expect(new Phrase('mailbox*mailbox*mailbox*=full').isIn(hostile)).toBe(false);
    expect(new Phrase('{the ,}inbox').isIn(hostile)).toBe(false);
    expect(new Phrase('mailbox*{is ,}full').isIn(hostile)).toBe(false);
  });
});

describe('an index of phrases', () => {
  const rows = [
    { phrases: ['user unknown'], only: 5 },
    { phrases: ['=spf', 'unknown'], only: 0 },
    { phrases: ['user'], only: 0 },
  ];
  const find = indexPhrases(rows);

  it('gives the first row', () => {
    expect(find('the user unknown to us, spf')).toBe(0);
    expect(find('user: spf')).toBe(1);
    expect(find('a user')).toBe(2);
    expect(find('nothing')).toBe(-1);
    expect(find('')).toBe(-1);
  });

  it('passes over rows that do not fit', () => {
    expect(find('user unknown', ({ only }) => only === 0)).toBe(1);
  });
});
