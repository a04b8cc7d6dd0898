import { describe, expect, it } from 'vitest';
import { causePhrases } from '../../lib/knowledge/cause-phrases.ts';
import { events } from '../../lib/knowledge/events.ts';
import { headers } from '../../lib/knowledge/headers.ts';
import { ports } from '../../lib/knowledge/ports.ts';
import { mailServerRemarks } from '../../lib/knowledge/mail-server-remarks.ts';
import { remarks as clientRemarks } from '../../lib/knowledge/remarks.ts';
import { verbs } from '../../lib/knowledge/verbs.ts';
import { remarksOf } from '../../lib/knowledge/remarks-of.ts';
import { reportRemarks } from '../../lib/knowledge/report-remarks.ts';
import type { RemarkRow } from '../../lib/knowledge/rows.ts';
import { expectRows, expectSentences } from './rows.ts';

describe('verbs', () => {
  it('have words, a source, and what may go wrong', () => {
    expectRows(verbs);
    expectSentences(verbs);
    for (const [verb, row] of Object.entries(verbs)) expect(row.risk, verb).toMatch(/^[A-Z].*\.$/);
  });
});

describe('headers', () => {
  it('include those of every message', () => {
    const common =
      'from to cc subject date message-id mime-version content-type content-transfer-encoding ' +
      'x-mailer dkim-signature received reply-to return-path list-unsubscribe';
    for (const name of common.split(' ')) expect(Object.keys(headers)).toContain(name);
    for (const name of Object.keys(headers)) expect(name).toBe(name.toLowerCase());
  });

  it('have words and a source', () => {
    expectRows(headers);
    expectSentences(headers);
  });
});

describe('events and remarks', () => {
  const remarks: readonly RemarkRow[] = [
    ...clientRemarks,
    ...Object.values(mailServerRemarks).flat(),
    ...reportRemarks,
  ];

  it('have words and a source', () => {
    expectRows(events);
    expectSentences(events);
    const table = Object.fromEntries(remarks.map((row, index) => [String(index), row]));
    expectRows(table);
    expectSentences(table);
  });

  it('know their words in lower case, each once', () => {
    const words = remarks.map((row) => ('starts' in row ? row.starts : row.holds) ?? '');
    for (const word of words) expect(word).toBe(word.toLowerCase());
    expect(new Set(words).size).toBe(words.length);
    expect(words).not.toContain('');
  });

  it('are not hidden behind a row above them', () => {
    const words = remarks.map((row) => ('starts' in row ? row.starts : row.holds) ?? '');
    for (const [at, word] of words.entries()) {
      const above = words.slice(0, at).filter((_, index) => remarks[index]?.holds !== undefined);
      expect(
        above.filter((other) => word.includes(other)),
        word,
      ).toEqual([]);
    }
  });
});

describe('remarks of one program', () => {
  it('are not told of another', () => {
    const words = (dialect: string) => remarksOf(dialect).map(({ brief }) => brief);
    expect(words('postfix-maillog')).toContain('Message taken and queued');
    expect(words('haraka')).toContain('Haraka asks its plugins');
    for (const dialect of ['swaks', 'generic', 'nodemailer']) {
      expect(words(dialect).filter((brief) => /Haraka|Postfix|queued/.test(brief))).toEqual([]);
    }
  });
});

describe('ports', () => {
  it('know the ports of mail', () => {
    for (const port of ['25', '465', '587', '2525']) expect(Object.keys(ports)).toContain(port);
    expectRows(ports);
    expectSentences(ports);
    expect(ports[465].full).toMatch(/first byte/);
    expect(ports[587].full).toMatch(/STARTTLS/);
  });
});

describe('phrases for causes', () => {
  it('fit behind the longest head of a badge', () => {
    for (const [slug, phrase] of Object.entries(causePhrases)) {
      expect(`Recipient put off for now: ${phrase}`.length, slug).toBeLessThanOrEqual(60);
      expect(phrase, slug).toMatch(/^(?:[a-z]|PHP|SPF|DKIM)/);
    }
  });
});
