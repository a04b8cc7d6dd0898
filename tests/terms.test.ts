import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import { glossaryOf } from '../lib/glossary.ts';
import { show } from '../lib/show.ts';
import { termMarker } from '../lib/terms.ts';
import { corpus } from './corpus.ts';

/** A text with its terms in brackets. */
function bracketed(...texts: string[]): string[] {
  const marked = termMarker(glossaryOf(texts));
  return texts.map((text) =>
    marked(text)
      .map((part) => (typeof part === 'string' ? part : `[${part.words}]`))
      .join(''),
  );
}

describe('terms of a text', () => {
  it('are marked where they come first, whatever their form', () => {
    expect(bracketed('Servers ask. The server answers, and the mail server too.')).toEqual([
      '[Servers] ask. The server answers, and the mail server too.',
    ]);
    expect(bracketed('TLS, then SSL.', 'TLS again, with STARTTLS.')).toEqual([
      '[TLS], then SSL.',
      'TLS again, with [STARTTLS].',
    ]);
  });

  it('are the longest that fit', () => {
    expect(bracketed('The mail server has reverse DNS and an app password.')).toEqual([
      'The [mail server] has [reverse DNS] and an [app password].',
    ]);
  });

  it('are not half of another word', () => {
    expect(bracketed('Your web server asks the mail server.')).toEqual([
      'Your [web server] asks the [mail server].',
    ]);
  });

  it.each([
    'mx.server.example.com',
    'port.example.com:25',
    'login@example.com',
    'relay-1.example.com',
    'https://example.com/queue',
    'SIZE=1000',
    'my_server',
    'servers1',
    '“SMTP Port”',
    '“the server says: relay denied”',
    '<spam>',
    '$mail->Timeout',
    'Let’s Encrypt',
    'WP Mail SMTP',
  ])('are none of %s', (text) => {
    expect(bracketed(`It says ${text} there.`)).toEqual([`It says ${text} there.`]);
  });

  it('are found behind a quotation, and a quotation that never ends holds none back for long', () => {
    expect(bracketed('It said “no relay” to the relay.')).toEqual([
      'It said “no relay” to the [relay].',
    ]);
    expect(bracketed('It said “no and left the relay.')).toEqual([
      'It said “no and left the [relay].',
    ]);
  });

  it('never take names from elsewhere for terms', () => {
    expect(bracketed('constructor toString __proto__')).toEqual(['constructor toString __proto__']);
  });
});

test('the parts of every text are the text', () => {
  const words = fc.constantFrom('server', 'TLS', '“', '”', '.', '@', ' ', 'relay', '\n', '-', 'x');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      const marked = termMarker(glossaryOf([text]))(text);
      expect(marked.map((part) => (typeof part === 'string' ? part : part.words)).join('')).toBe(
        text,
      );
    }),
  );
});

test('a report brings the terms of its texts, and no others', () => {
  const item = corpus().find(({ text }) => text.includes('535')) ?? corpus()[0];
  const text = item?.text ?? '';
  const report = explain(analyze(text));
  const { glossary, ...shown } = show(report, text);
  const texts = shown.sessions.flatMap(({ findings, entries, next }) => [
    ...findings.flatMap(({ explanation, fix }) => [explanation, ...fix]),
    ...entries.map(({ full }) => full),
    ...next,
  ]);
  expect(Object.keys(glossary.definitions)).toContain('login');
  for (const form of Object.keys(glossary.definitions)) {
    expect(
      texts.some((one) => one.includes(form)),
      form,
    ).toBe(true);
  }
  expect(report).not.toHaveProperty('glossary');
});

test('finding terms takes time in proportion to the text', () => {
  for (const piece of ['“', 'serve', 'mail ', 'a.', 'reverse ', 'x']) {
    const took = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const start = performance.now();
      glossaryOf([text]);
      return performance.now() - start;
    };
    took(20_000);
    expect(took(400_000), piece).toBeLessThan(20 * took(40_000) + 100);
  }
});
