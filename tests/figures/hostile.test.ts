import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { corpus } from '../corpus.ts';

const cases = corpus();
const anyLog = fc.constantFrom(...cases.map((item) => item.text));

/** Reads a text, and checks what must be true of any report. */
function check(text: string): void {
  const report = explain(analyze(text));
  for (const session of report.sessions) {
    expect(session.firstLine).toBeGreaterThan(0);
    expect(session.lastLine).toBeGreaterThanOrEqual(session.firstLine);
    let before = session.firstLine;
    for (const { line, endLine, brief, full } of session.entries) {
      // A command and its reply may share a line, a whole session may; between two lines of a
      // mail server's log may stand another connection's, or another program's.
      expect(line).toBeGreaterThanOrEqual(before);
      expect(endLine).toBeGreaterThanOrEqual(line);
      expect(endLine).toBeLessThanOrEqual(session.lastLine);
      before = line;
      expect(brief.length).toBeLessThanOrEqual(60);
      expect(brief.trim()).not.toBe('');
      expect(full.trim()).not.toBe('');
      expect(`${brief}${full}`).not.toMatch(/undefined|\[object|NaN/);
    }
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
        numRuns: 200,
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

test('a secret is found as often as it stands in the log, in whatever spelling', () => {
  const login = [
    'SERVER -> CLIENT: 220 a.example ESMTP',
    'CLIENT -> SERVER: AUTH LOGIN dXNlckBleGFtcGxlLmNvbQ==',
    'SERVER -> CLIENT: 334 UGFzc3dvcmQ6',
  ];
  const hidden = (...rest: string[]): string[] => {
    const lines = [...login, ...rest];
    const { sessions } = explain(analyze(lines.join('\n')));
    return sessions
      .flatMap(({ secrets }) => secrets)
      .map(({ line, start, end }) => `${line} ${lines[line - 1]?.slice(start, end)}`);
  };
  const words = 'c2VjcmV0c2VjcmV0';
  expect(
    hidden(`CLIENT -> SERVER: ${words}`, `SERVER -> CLIENT: 535 5.7.8 ${words}, ${words}`),
  ).toEqual([`4 ${words}`, `5 ${words}`, `5 ${words}`]);
  expect(hidden('CLIENT -> SERVER: a&amp;b&lt;c', 'SERVER -> CLIENT: 535 no')).toEqual([
    '4 a&amp;b&lt;c',
  ]);
});

test('a log that begins with the answer to a login does not give it away', () => {
  const words = 'c2VjcmV0c2VjcmV0';
  const log = [
    `CLIENT -> SERVER: ${words}`,
    'SERVER -> CLIENT: 535 5.7.8 Bad credentials',
    'SMTP ERROR: Password command failed: 535 5.7.8 Bad credentials',
  ];
  const { sessions } = explain(analyze(log.join('\n')));
  expect(sessions).toMatchObject([
    { outcome: 'auth-failed', secrets: [{ line: 1, start: 18, end: 18 + words.length }] },
  ]);
  expect(JSON.stringify(sessions)).not.toContain(words);
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

describe('a long log is read before the test runs out of time', () => {
  // A search through the whole log for each of its lines would take minutes.
  const many = 15_000;
  const server = 'SERVER -> CLIENT: ';
  const client = 'CLIENT -> SERVER: ';
  const start = `${server}220 a.example ESMTP\n${client}EHLO b.example\n`;
  const login = [
    `${client}AUTH LOGIN`,
    `${server}334 VXNlcm5hbWU6`,
    `${client}dXNlckBleGFtcGxlLmNvbQ==`,
    `${server}334 UGFzc3dvcmQ6`,
    `${client}c2VjcmV0c2VjcmV0`,
    `${server}535 5.7.8 no\n`,
  ].join('\n');
  test.each([
    ['one reply', `${start}${`${server}250-FOO\n`.repeat(many)}${server}250 HELP\n`],
    [
      'its raw copy first',
      `${start}${'SMTP INBOUND: "250-FOO"\n'.repeat(many)}${`${server}250-FOO\n`.repeat(many)}`,
    ],
    ['refused greetings', start + `${client}EHLO x\n${server}502 5.5.1 no\n`.repeat(many / 3)],
    ['logins', `${start}${server}250 AUTH LOGIN\n${login.repeat(many / 3)}`],
    [
      'closing words',
      start + Array.from({ length: many }, (_, at) => `SMTP Error: Could not do ${at}.`).join('\n'),
    ],
  ])('%s', { timeout: 15_000 }, (_name, log) => {
    expect(explain(analyze(log)).sessions).toHaveLength(1);
  });
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
