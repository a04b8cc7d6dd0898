import { describe, expect, it } from 'vitest';
import { enhancedCodes } from '../../lib/knowledge/enhanced-codes.ts';
import { extensions } from '../../lib/knowledge/extensions.ts';
import { mailParameters } from '../../lib/knowledge/mail-parameters.ts';
import { mechanisms } from '../../lib/knowledge/mechanisms.ts';
import { privateCodes } from '../../lib/knowledge/private-codes.ts';
import { replyCodes } from '../../lib/knowledge/reply-codes.ts';
import type { ExtensionRow } from '../../lib/knowledge/rows.ts';
import { verbs } from '../../lib/knowledge/verbs.ts';
import { registry } from './registry.ts';

const names = (file: string): string[] => registry(file).map(([name = '']) => name);
const sorted = (list: Iterable<string>): string[] => [...list].toSorted();

describe('each table has the rows of its registry, no more and no less', () => {
  it('enhanced codes', () => {
    expect(sorted(Object.keys(enhancedCodes))).toEqual(sorted(names('enhanced-status-codes.csv')));
  });

  it('reply codes', () => {
    expect(Object.keys(replyCodes)).toEqual(names('reply-codes.csv'));
  });

  it('basic codes that are registered beside an enhanced one', () => {
    const basic = registry('enhanced-status-codes.csv').flatMap(([, codes = '']) =>
      codes.split(' '),
    );
    const known = new Set([...Object.keys(replyCodes), ...Object.keys(privateCodes), 'any', '']);
    expect(basic.filter((code) => !known.has(code))).toEqual([]);
  });

  it('commands', () => {
    expect(sorted(Object.keys(verbs))).toEqual(sorted(names('commands.csv')));
  });

  it('service extensions, but for the unregistered ones', () => {
    const met = names('unregistered-extensions.txt');
    const registered = names('service-extensions.csv');
    expect(met.filter((keyword) => registered.includes(keyword))).toEqual([]);
    expect(sorted(Object.keys(extensions))).toEqual(sorted([...registered, ...met]));
  });

  it('what follows an extension’s keyword', () => {
    const table: Readonly<Record<string, ExtensionRow>> = extensions;
    for (const [keyword = '', , parameter] of registry('service-extensions.csv')) {
      expect(table[keyword]?.parameter ?? '', keyword).toBe(parameter);
    }
  });

  it('commands that extensions add', () => {
    const added = registry('service-extensions.csv').flatMap(([, , , words = '']) =>
      words.split(' '),
    );
    expect(added.filter((verb) => verb !== '' && !(verb in verbs))).toEqual([]);
  });

  it('words that extensions add to MAIL and RCPT', () => {
    const added = registry('service-extensions.csv').flatMap(([, , , , mail = '', rcpt = '']) =>
      `${mail} ${rcpt}`.split(' ').filter(Boolean),
    );
    const known = Object.keys(mailParameters).map((key) => key.split('=', 1)[0] ?? '');
    expect(sorted(new Set(known))).toEqual(sorted(new Set([...added, 'XVERP'])));
  });

  it('login mechanisms, but for the unregistered ones', () => {
    const met = names('unregistered-mechanisms.txt');
    const registered = names('sasl-mechanisms.txt');
    expect(met.filter((name) => registered.includes(name))).toEqual([]);
    expect(sorted(Object.keys(mechanisms))).toEqual(sorted([...registered, ...met]));
  });
});
