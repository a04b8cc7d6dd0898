import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import { corpus } from './corpus.ts';

const cases = corpus();
const anyLog = fc.constantFrom(...cases.map((item) => item.text));

/** Reads a text, and checks what must be true of any report. */
function check(text: string): void {
  const report = explain(analyze(text));
  for (const session of report.sessions) {
    expect(session.firstLine).toBeGreaterThan(0);
    expect(session.lastLine).toBeGreaterThanOrEqual(session.firstLine);
    let next = session.firstLine;
    for (const { line, endLine, brief, full } of session.entries) {
      // A command and its reply may share a line.
      expect(line === next || line === next - 1).toBe(true);
      next = endLine + 1;
      expect(brief.length).toBeLessThanOrEqual(60);
      expect(brief.trim()).not.toBe('');
      expect(full.trim()).not.toBe('');
      expect(`${brief}${full}`).not.toMatch(/undefined|\[object|NaN/);
    }
    expect(next).toBe(session.lastLine + 1);
  }
}

describe('any text is read without an exception', () => {
  test('any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), check));
  });

  test('words of SMTP in any order', () => {
    const words = fc.constantFrom(
      ...'SERVER -> CLIENT: |CLIENT -> SERVER: |SMTP INBOUND: "|SMTP ERROR: |250-|250 |334 |354 |421 |535 5.7.8 '.split(
        '|',
      ),
      ...'EHLO a|AUTH LOGIN|AUTH PLAIN AGEAYg==|MAIL FROM:<>|RCPT TO:<a@b>|DATA|.|QUIT|STARTTLS| command failed: '.split(
        '|',
      ),
      ...'\n|\n|\n|\r\n|\t|\u0000|\ufffd|\ud800'.split('|'),
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 60 }).map((all) => all.join('')),
        check,
      ),
      {
        numRuns: 400,
      },
    );
  });

  test('logs cut anywhere, at both ends', () => {
    fc.assert(
      fc.property(
        anyLog,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, from, to) =>
          check(
            text.slice(
              Math.floor(text.length * from * 0.5),
              Math.ceil(text.length * (0.5 + to / 2)),
            ),
          ),
      ),
    );
  });

  test('logs with lines taken out, doubled and shuffled', () => {
    fc.assert(
      fc.property(anyLog, fc.infiniteStream(fc.nat(5)), (text, dice) => {
        const lines = text.split('\n').flatMap((line) => {
          const roll = dice.next().value;
          return roll === 0 ? [] : roll === 1 ? [line, line] : [line];
        });
        check(lines.join('\n'));
      }),
    );
  });
});

test('no secret of any case is in its report', () => {
  let secrets = 0;
  for (const { text, sessions } of cases) {
    const words = JSON.stringify(explain(analyze(text)));
    for (const secret of sessions.flatMap((session) => session.secrets)) {
      secrets++;
      expect(words).not.toContain(secret);
      const plain = Buffer.from(secret, 'base64').toString().split('\0').at(-1) ?? '';
      expect(words).not.toContain(plain);
    }
  }
  expect(secrets).toBeGreaterThan(3);
});

describe('a hostile line is read before the test runs out of time', () => {
  test.each([
    ['blanks', ' '],
    ['codes', '250-'],
    ['brackets', '('],
    ['digits', '5'],
    ['at signs', '@'],
    ['breaks', '<br>'],
    ['arrows', 'SERVER -> CLIENT: '],
  ])('%s', (_name, piece) => {
    const line = `SERVER -> CLIENT: 250-${piece.repeat(200_000)}`;
    const log = [
      'CLIENT -> SERVER: EHLO a.example',
      line,
      `CLIENT -> SERVER: ${piece.repeat(200_000)}`,
      line,
    ];
    check(Array.from({ length: 5 }, () => log.join('\n')).join('\n'));
  });
});
