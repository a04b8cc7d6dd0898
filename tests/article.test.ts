import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import type { ReportEntry } from '../lib/report.ts';

/** The two logs of the article that started the project. */
const read = (name: string) => readFileSync(new URL(`seeds/${name}.log`, import.meta.url), 'utf8');

/** What the article's host puts in place of an address; the blank is a non-breaking one. */
const masked = '[email\u00a0protected]';

describe.each([
  { name: 'article', queueId: null, lastLine: 63, secret: { line: 34, words: 'UDZsTjhHNTNHUGpM' } },
  {
    name: 'article-table',
    queueId: '1234567890ABCDEF',
    lastLine: 101,
    secret: { line: 63, words: 'dGhpczE1bXlwNHNzdzByZA==' },
  },
])('$name', ({ name, queueId, lastLine, secret }) => {
  const text = read(name);
  const lines = text.split('\n');
  const report = explain(analyze(text));
  const [session] = report.sessions;
  if (!session) throw new Error('no session');

  test('is one session that ended well', () => {
    expect(report.sessions).toHaveLength(1);
    expect(session).toMatchObject({
      dialect: 'phpmailer',
      title: 'PHPMailer',
      firstLine: 1,
      lastLine,
      server: { host: 'smtp.speedymx.com', port: 587 },
      tls: 'starttls',
      auth: { mechanism: 'LOGIN', result: 'accepted', user: 'lab@nanopo.st' },
      envelope: { from: masked, to: [masked], rejectedTo: [] },
      outcome: 'accepted',
      failedAt: null,
      queueId,
      durationMs: 1000,
    });
    expect(session.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  test('its password is found and never repeated', () => {
    expect(session.secrets.map((s) => [s.line, lines[s.line - 1]?.slice(s.start, s.end)])).toEqual([
      [secret.line, secret.words],
    ]);
    const all = JSON.stringify(report);
    expect(all).not.toContain(secret.words);
    expect(all).not.toContain(Buffer.from(secret.words, 'base64').toString());
  });

  test('warns that the password can be read in the log', () => {
    expect(session.findings.map((finding) => finding.id)).toContain('password-visible');
  });

  const entry = (find: (line: string) => boolean, from = 0): ReportEntry => {
    const line = lines.findIndex((words, index) => index >= from && find(words)) + 1;
    const found = session.entries.find((one) => one.line === line);
    if (!found) throw new Error(`no entry for line ${line}`);
    return found;
  };

  // What the article's right-hand column and its notes say, as facts.
  test.each<[string, (line: string) => boolean, RegExp[]]>([
    ['the connection', (l) => l.includes('opening to'), [/smtp\.speedymx\.com/, /587/]],
    ['the greeting', (l) => l.includes('SERVER -> CLIENT: 220 smtp'), [/greet|welcome|hello/i]],
    [
      'EHLO',
      (l) => l.includes('EHLO'),
      [/lab\.nanopo\.st/, /HELO/, /refuse|reject|error|not accept/i],
    ],
    ['a capability', (l) => l.includes('250-8BITMIME"') || l.includes('250-8BITMIME”'), [/8/]],
    ['STARTTLS is offered', (l) => /250-STARTTLS["”]/.test(l), [/encrypt|TLS/]],
    ['STARTTLS', (l) => l.endsWith('SERVER: STARTTLS'), [/encrypt/i, /fail|refuse|not/i]],
    ['TLS may begin', (l) => l.includes('CLIENT: 220 Ready'), [/TLS|encrypt/, /fail/i]],
    ['the mechanism', (l) => l.includes('selected: LOGIN'), [/LOGIN/]],
    ['AUTH', (l) => l.endsWith('AUTH LOGIN'), [/log ?in|login/i]],
    ['the user name is asked for', (l) => l.includes('CLIENT: 334 VXN'), [/user name/i, /base64/i]],
    ['the user name', (l) => l.includes('bGFiQG5hbm9wby5zdA=='), [/lab@nanopo\.st/, /base64/i]],
    ['the password is asked for', (l) => l.includes('CLIENT: 334 UGF'), [/password/i, /base64/i]],
    ['the password', (l) => l.includes(secret.words), [/password/i]],
    ['the login is accepted', (l) => l.includes('CLIENT: 235'), [/log(?:ged|in)/i]],
    ['MAIL', (l) => l.includes('MAIL FROM'), [/sender|from/i, /refuse|reject/i]],
    ['RCPT', (l) => l.includes('RCPT TO'), [/recipient/i, /refuse|reject|not exist/i]],
    ['the recipient is accepted', (l) => l.includes('CLIENT: 250 2.0.0 Recipient'), [/recipient/i]],
    ['DATA', (l) => l.endsWith('SERVER: DATA'), [/message/i]],
    ['the server waits for the message', (l) => l.includes('CLIENT: 354'), [/dot|period/i]],
    ['the end of the message', (l) => l.endsWith('SERVER: .'), [/complete|end/i]],
    [
      'the message is queued',
      (l) => /CLIENT: 250 2.0.0 (?:OK: q|Email q)/.test(l),
      [/accepted|took|taken/i, /deliver/i],
    ],
    ['QUIT', (l) => l.endsWith('SERVER: QUIT'), [/goodbye|end|clos/i]],
    ['the goodbye', (l) => l.includes('CLIENT: 221'), [/clos|end|goodbye/i]],
    ['the end', (l) => l.endsWith('Connection: closed'), [/closed|over|end/i]],
  ])('explains %s', (_step, find, facts) => {
    const { brief, full } = entry(find);
    for (const fact of facts) expect(`${brief}\n${full}`).toMatch(fact);
  });

  test('calls nothing an error', () => {
    expect(session.entries.filter((one) => one.severity === 'error')).toEqual([]);
  });
});

test('the raw copy of a reply names the line that says the same', () => {
  const session = explain(analyze(read('article'))).sessions[0];
  const copies = session?.entries.filter((entry) => entry.duplicateOf !== null) ?? [];
  expect(copies.map((entry) => [entry.line, entry.duplicateOf])).toEqual([
    [3, 4],
    ...[6, 7, 8, 9, 10, 11].map((line) => [line, 12]),
    [14, 15],
    ...[17, 18, 19, 20, 21, 22].map((line) => [line, 23]),
    ...[29, 32, 35, 38, 41, 44, 58, 61].map((line) => [line, line + 1]),
  ]);
});

test('a glued reply has a part for each of its lines', () => {
  const session = explain(analyze(read('article'))).sessions[0];
  const words = read('article').split('\n')[11] ?? '';
  const parts = session?.entries.find((entry) => entry.line === 12)?.parts ?? [];
  expect(parts.map((part) => words.slice(part.start, part.end))).toEqual([
    '250-smtp.speedymx.com',
    '250-8BITMIME',
    '250-SMTPUTF8',
    '250-STARTTLS',
    '250-HELP',
    '250 2.0.0 Hi lab.nanopo.st (2a01:7e00::f03c:93ff:fe3b:a774). Nice to meet you, my name is smtp.speedymx.com. - SpeedyMX',
  ]);
});
