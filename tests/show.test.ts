import { describe, expect, it } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import { show } from '../lib/show.ts';
import type { Shown } from '../lib/shown.ts';

function shownOf(text: string): Shown {
  return show(explain(analyze(text)), text);
}

const refused = [
  '10:00:01 220 mx.example.com ESMTP',
  '10:00:01 EHLO shop.example.org',
  '10:00:01 250 mx.example.com',
  '10:00:01 MAIL FROM:<shop@example.org>',
  '10:00:02 250 2.1.0 Ok',
  '10:00:02 RCPT TO:<nobody@example.com>',
  '10:00:02 550 5.1.1 User unknown',
].join('\n');

describe('a report ready to be drawn', () => {
  const shown = shownOf(refused);
  const [session] = shown.sessions;

  it('is the report, and what else is needed', () => {
    expect(shown).toMatchObject(explain(analyze(refused)));
    expect(session?.entries.map(({ text }) => text).at(-1)).toBe('550 5.1.1 User unknown');
    expect(session?.entries[0]?.time).toBe('10:00:01');
    expect(session?.decided).toBe(7);
    expect(session?.sentence).toBe(session?.findings[0]?.title);
    expect(session?.next).toEqual([]);
    expect(session?.copy).toContain(session?.sentence);
  });

  it('stays the same on its way to a page', () => {
    expect(JSON.parse(JSON.stringify(shown))).toEqual(shown);
  });

  it('says what comes next where nothing failed', () => {
    const accepted = refused
      .replace('550 5.1.1 User unknown', '250 Ok')
      .concat('\nDATA\n354 go on\nSubject: hi\n.\n250 2.0.0 Ok: queued as ABC123\nQUIT\n221 bye');
    const [good] = shownOf(accepted).sessions;
    expect(good?.outcome).toBe('accepted');
    expect(good?.next.join()).toContain('ABC123');
    expect(good?.entries.find(({ line }) => line === good.decided)?.text).toContain('queued as');
  });

  it('knows the steps of a session that stands in one paragraph, by column', () => {
    const paragraph = [
      '220 mx.example.com ESMTP Postfix EHLO shop.example.org 250-mx.example.com 250 8BITMIME',
      'MAIL FROM:<shop@example.org> 250 2.1.0 Ok RCPT TO:<nobody@example.com>',
      '550 5.1.1 User unknown QUIT 221 2.0.0 Bye',
    ].join(' ');
    const analysis = analyze(paragraph);
    const [one] = show(explain(analysis), paragraph, analysis).sessions;
    const entries = one?.entries ?? [];
    expect(entries.length).toBeGreaterThan(7);
    expect(entries.map(({ step }) => step)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    const refusal = entries.find(({ severity }) => severity === 'error');
    expect(refusal?.text).toBe('550 5.1.1 User unknown');
    expect(one?.decided).toBe(refusal?.at);
    expect(paragraph.slice(0, refusal?.end?.column).trimEnd()).toMatch(/User unknown$/);
    // Lines tell nothing where all is one.
    expect(one?.findings.flatMap(({ lines }) => lines)).toEqual([]);
  });
});
