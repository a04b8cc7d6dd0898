import { describe, expect, it } from 'vitest';
import { extensions } from '../../lib/knowledge/extensions.ts';
import { mechanisms } from '../../lib/knowledge/mechanisms.ts';
import { expectRows, expectSentences } from './rows.ts';

describe('extensions', () => {
  it('have words and a source', () => {
    expectRows(extensions);
    expectSentences(extensions);
  });

  it('say which have a parameter', () => {
    expect(extensions.SIZE.parameter).toBe('size');
    expect(extensions.AUTH.parameter).toBe('mechanisms');
    expect(extensions.LIMITS.parameter).toBe('limits');
    expect(extensions.PIPELINING.parameter).toBeUndefined();
  });
});

describe('login mechanisms', () => {
  it('have words and a source', () => {
    expectRows(mechanisms);
    expectSentences(mechanisms);
  });

  it('tell which of them send the password itself', () => {
    const open = Object.entries(mechanisms).filter(([, { carries }]) => carries === 'password');
    expect(open.map(([name]) => name)).toEqual(['PLAIN', 'LOGIN', 'PLAIN-CLIENTTOKEN']);
    expect(mechanisms.XOAUTH2.carries).toBe('token');
    expect(mechanisms['CRAM-MD5'].carries).toBe('proof');
  });
});
