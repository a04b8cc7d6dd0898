import { describe, expect, test } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import type { Facts } from '../lib/types.ts';

/** `C: words` and `S: words` as PHPMailer would log them; other lines as they stand. */
const talk = (...lines: string[]) =>
  lines
    .map((line) =>
      line.replace(/^C: ?/, 'CLIENT -> SERVER: ').replace(/^S: ?/, 'SERVER -> CLIENT: '),
    )
    .join('\n');
const factsOf = (...lines: string[]): Facts => {
  const { sessions } = analyze(talk(...lines));
  expect(sessions).toHaveLength(1);
  return sessions[0]?.facts as Facts;
};

const hello = [
  'S: 220 mx.example ESMTP',
  'C: EHLO a.example',
  'S: 250-mx.example',
  'S: 250 AUTH PLAIN',
];
const mail = ['C: MAIL FROM:<a@a.example>', 'S: 250 OK'];
const rcpt = ['C: RCPT TO:<b@b.example>', 'S: 250 OK'];
const data = ['C: DATA', 'S: 354 go', 'C: Subject: x', 'C:', 'C: 550 is text', 'C: .'];

describe('outcomes', () => {
  test.each<[string, string, string | undefined, string[]]>([
    [
      'the end got a 250',
      'accepted',
      undefined,
      [...hello, ...mail, ...rcpt, ...data, 'S: 250 OK'],
    ],
    [
      'the end got a 5xx',
      'rejected',
      'message',
      [...hello, ...mail, ...rcpt, ...data, 'S: 554 spam'],
    ],
    [
      'the end got a 4xx',
      'deferred',
      'message',
      [...hello, ...mail, ...rcpt, ...data, 'S: 451 later'],
    ],
    ['the greeting is a 5xx', 'rejected', 'greeting', ['S: 554 5.7.1 go away', 'C: QUIT']],
    [
      'the greeting is a 421',
      'deferred',
      'greeting',
      ['Connection: opening to mx.example:25', 'S: 421 busy'],
    ],
    [
      'the login is refused',
      'auth-failed',
      'auth',
      [...hello, 'C: AUTH PLAIN', 'S: 334', 'C: AGEAYg==', 'S: 535 no', 'C: QUIT', 'S: 221 bye'],
    ],
    ['a log ends early', 'incomplete', undefined, [...hello, ...mail]],
    [
      'a login without a mail',
      'incomplete',
      undefined,
      [...hello, 'C: AUTH PLAIN AGEAYg==', 'S: 235 ok', 'C: QUIT', 'S: 221 bye'],
    ],
    [
      'MAIL wants a login',
      'rejected',
      'mail',
      [...hello, 'C: MAIL FROM:<a@a.example>', 'S: 530 5.7.0 Authentication required'],
    ],
    [
      'STARTTLS is refused',
      'tls-failed',
      'starttls',
      [...hello, 'C: STARTTLS', 'S: 454 not now', 'C: QUIT'],
    ],
    [
      'silence after the message',
      'dropped',
      'message',
      [...hello, ...mail, ...rcpt, ...data, 'S:', 'SMTP Error: data not accepted.'],
    ],
    [
      'silence in place of a greeting',
      'connection-failed',
      'greeting',
      ['S:', 'SMTP Error: Could not connect to SMTP host.'],
    ],
    [
      '421 in the middle',
      'deferred',
      'mail',
      [...hello, 'C: MAIL FROM:<a@a.example>', 'S: 421 4.4.2 timeout'],
    ],
  ])('%s: %s', (_what, outcome, failedAt, lines) => {
    expect(factsOf(...lines)).toMatchObject({ outcome, ...(failedAt ? { failedAt } : {}) });
    expect(factsOf(...lines).failedAt).toBe(failedAt);
  });

  test('a refused recipient among accepted ones', () => {
    const facts = factsOf(
      ...hello,
      ...mail,
      ...rcpt,
      'C: RCPT TO:<x@b.example>',
      'S: 450 later',
      'C: RCPT TO:<y@b.example>',
      'S: 550 5.1.1 no',
      ...data,
      'S: 250 OK',
    );
    expect(facts).toMatchObject({
      outcome: 'partially-accepted',
      failedAt: 'rcpt',
      envelope: {
        to: ['b@b.example', 'x@b.example', 'y@b.example'],
        rejectedTo: ['x@b.example', 'y@b.example'],
      },
    });
    expect(facts.deciding?.reply?.code, 'a permanent refusal counts first').toBe(550);
  });

  test('554 to DATA after refused recipients is a consequence', () => {
    const facts = factsOf(
      ...hello,
      ...mail,
      'C: RCPT TO:<x@b.example>',
      'S: 550 5.1.1 unknown',
      'C: DATA',
      'S: 554 no valid recipients',
      'C: QUIT',
      'S: 221 bye',
    );
    expect(facts).toMatchObject({ outcome: 'rejected', failedAt: 'rcpt' });
  });

  test('what the session got over does not count', () => {
    const facts = factsOf(
      'S: 220 mx.example ESMTP',
      'C: EHLO a.example',
      'S: 502 what',
      'C: HELO a.example',
      'S: 250 mx.example',
      ...mail,
      ...rcpt,
      ...data,
      'S: 250 OK',
    );
    expect(facts).toMatchObject({ outcome: 'accepted' });
    expect(facts.failedAt).toBeUndefined();
  });

  test('a second mechanism succeeds', () => {
    const facts = factsOf(
      ...hello,
      'C: AUTH CRAM-MD5',
      'S: 334 PDE+',
      'C: eA==',
      'S: 535 no',
      'C: AUTH PLAIN AGEAYg==',
      'S: 235 ok',
      ...mail,
      ...rcpt,
      ...data,
      'S: 250 OK',
    );
    expect(facts).toMatchObject({
      outcome: 'accepted',
      auth: { mechanism: 'PLAIN', attempted: ['CRAM-MD5', 'PLAIN'], result: 'accepted' },
    });
  });

  test('a failure to say goodbye changes nothing', () => {
    const facts = factsOf(
      ...hello,
      ...mail,
      ...rcpt,
      ...data,
      'S: 250 OK',
      'C: QUIT',
      'S:',
      'SMTP NOTICE: EOF caught while checking if connected',
    );
    expect(facts.outcome).toBe('accepted');
  });

  test('nothing but an error after 220 to STARTTLS is a broken handshake', () => {
    const facts = factsOf(
      ...hello,
      'C: STARTTLS',
      'S: 220 go',
      'SMTP Error: Could not connect to SMTP host.',
      'C: QUIT',
    );
    expect(facts).toMatchObject({ outcome: 'tls-failed', failedAt: 'starttls', tls: 'starttls' });
  });
});

describe('sessions are told apart', () => {
  const whole = [...hello, ...mail, ...rcpt, ...data, 'S: 250 OK', 'C: QUIT', 'S: 221 bye'];

  test('a greeting that nobody asked for', () => {
    expect(
      analyze(talk(...whole, ...whole)).sessions.map(({ session }) => [
        session.firstLine,
        session.lastLine,
      ]),
    ).toEqual([
      [1, whole.length],
      [whole.length + 1, 2 * whole.length],
    ]);
  });

  test('a second connection after a failed one', () => {
    const { sessions } = analyze(
      talk(
        'Connection: opening to ssl://mx.example:465, timeout=8, options=array()',
        'SMTP ERROR: Failed to connect to server: Connection timed out (110)',
        'Connection: opening to mx.example:587, timeout=8, options=array()',
        'Connection: opened',
        ...whole,
      ),
    );
    expect(sessions.map(({ facts }) => [facts.outcome, facts.server?.port])).toEqual([
      ['connection-failed', 465],
      ['accepted', 587],
    ]);
  });

  test('two messages over one connection are one session', () => {
    const again = [...mail, ...rcpt, ...data, 'S: 250 OK'];
    const facts = factsOf(
      ...hello,
      ...again,
      'C: RSET',
      'S: 250 OK',
      ...again,
      'C: QUIT',
      'S: 221 bye',
    );
    expect(facts.outcome).toBe('accepted');
  });

  test('remarks in between belong to the session, text after it does not', () => {
    const { sessions, otherLines } = analyze(
      talk(...hello, 'some remark', ...mail, 'Thank you', 'for reading'),
    );
    expect(
      sessions[0]?.session.entries.map((entry) => entry.from).filter((from) => from === 'tool'),
    ).toHaveLength(1);
    expect(sessions[0]?.session.lastLine).toBe(hello.length + 1 + mail.length);
    expect(otherLines).toBe(2);
  });

  test('blank lines belong to the entry before', () => {
    const { sessions } = analyze(talk(...hello, '', ...mail).replaceAll('\n', '\n\n'));
    const entries = sessions[0]?.session.entries ?? [];
    expect(entries.map((entry) => entry.endLine - entry.line)).toEqual([1, 1, 1, 3, 1, 0]);
  });
});

describe('pairing', () => {
  test('pipelined commands get their replies in order', () => {
    const { sessions } = analyze(
      [
        '220 mx.example ESMTP',
        'EHLO a.example',
        '250-mx.example',
        '250 PIPELINING',
        'MAIL FROM:<a@a.example>',
        'RCPT TO:<b@b.example>',
        'RCPT TO:<c@b.example>',
        'DATA',
        '250 OK',
        '550 5.1.1 no',
        '250 OK',
        '354 go',
        'x',
        '.',
        '250 OK',
      ].join('\n'),
    );
    expect(
      sessions[0]?.session.exchanges.map(({ command, reply }) => `${command?.verb} ${reply?.code}`),
    ).toEqual([
      'undefined 220',
      'EHLO 250',
      'MAIL 250',
      'RCPT 550',
      'RCPT 250',
      'DATA 354',
      '. 250',
    ]);
  });

  test('LMTP answers the message once for each recipient', () => {
    const { sessions } = analyze(
      [
        '220 mx.example LMTP',
        'LHLO a.example',
        '250-mx.example',
        '250 PIPELINING',
        'MAIL FROM:<a@a.example>',
        '250 OK',
        'RCPT TO:<b@b.example>',
        '250 OK',
        'RCPT TO:<c@b.example>',
        '250 OK',
        'DATA',
        '354 go',
        'x',
        '.',
        '250 OK',
        '552 5.2.2 full',
      ].join('\n'),
    );
    expect(sessions[0]?.facts).toMatchObject({
      outcome: 'partially-accepted',
      failedAt: 'message',
      envelope: { rejectedTo: ['c@b.example'] },
    });
  });

  test('a time stamp each second', () => {
    const { sessions } = analyze(
      [
        '2026-11-23 23:59:58 SERVER -> CLIENT: 220 mx.example ESMTP',
        '2026-11-24 00:00:03 CLIENT -> SERVER: EHLO a.example',
        '2026-11-24 00:00:03 SERVER -> CLIENT: 250 mx.example',
      ].join('\n'),
    );
    expect(sessions[0]?.session.durationMs).toBe(5000);
    expect(sessions[0]?.session.entries.map((entry) => entry.ms)).toEqual([0, 5000, 5000]);
  });
});

describe('facts', () => {
  test.each<[string, Facts['tls'], string[]]>([
    ['STARTTLS was sent', 'starttls', [...hello, 'C: STARTTLS', 'S: 220 go']],
    [
      'TLS from the start',
      'implicit',
      ['Connection: opening to ssl://mx.example:465, timeout=8', ...hello],
    ],
    [
      'STARTTLS was offered and not used',
      'none',
      [
        'S: 220 mx.example ESMTP',
        'C: EHLO a.example',
        'S: 250-mx.example',
        'S: 250 STARTTLS',
        ...mail,
      ],
    ],
    [
      'the port is known and nothing encrypts',
      'none',
      ['Connection: opening to mx.example:25, timeout=8', ...hello],
    ],
    ['nothing tells', 'unknown', hello],
  ])('tls: %s', (_what, tls, lines) => expect(factsOf(...lines).tls).toBe(tls));

  test.each([
    ['2.0.0 Ok: queued as 4Xyz12', '4Xyz12'],
    ['OK id=1abcDE-000123-4F', '1abcDE-000123-4F'],
    ['2.0.0 OK  1700000000 abc12-20020a.123 - gsmtp', 'abc12-20020a.123'],
    ['2.0.0 31ABcdef012345 Message accepted for delivery', '31ABcdef012345'],
    [
      'Ok 0100018c1234abcd-12345678-1234-1234-1234-123456789012-000000',
      '0100018c1234abcd-12345678-1234-1234-1234-123456789012-000000',
    ],
    ['2.0.0 Email queued for delivery.', undefined],
    ['OK', undefined],
  ])('the number in "%s"', (words, id) => {
    expect(factsOf(...hello, ...mail, ...rcpt, ...data, `S: 250 ${words}`).queueId).toBe(id);
  });
});
