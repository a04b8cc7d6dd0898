import { describe, expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';

const dialogue = [
  '220 mx.example ESMTP',
  'EHLO a.example',
  '250-mx.example',
  '250 AUTH LOGIN',
  'AUTH LOGIN',
  '334 VXNlcm5hbWU6',
  'YW5uQGV4YW1wbGUuY29t',
  '334 UGFzc3dvcmQ6',
  'Z2VoZWlt',
  '235 ok',
  'MAIL FROM:<a@a.example>',
  '250 OK',
  'RCPT TO:<b@b.example>',
  '250 OK',
  'DATA',
  '354 go',
  'Subject: x',
  '',
  '12:00:00 is noon',
  '550 is text',
  '.',
  '250 OK id=1rXyzA-0001Bc-2d',
  'QUIT',
  '221 bye',
];

const shape = (text: string) =>
  analyze(text).sessions[0]?.session.entries.map(
    ({ from, verb, reply }) => `${from} ${verb ?? reply?.code}`,
  );

describe('a dialogue without marks', () => {
  test('is told apart by its words', () => {
    const [first] = analyze(dialogue.join('\n')).sessions;
    expect(first?.facts).toMatchObject({
      outcome: 'accepted',
      auth: { mechanism: 'LOGIN', user: 'ann@example.com', result: 'accepted' },
      queueId: '1rXyzA-0001Bc-2d',
    });
    expect(first?.session.secrets).toEqual([{ line: 9, start: 0, end: 8, what: 'password' }]);
  });

  test.each([
    [
      'a time and a tab',
      (line: string, i: number) => `12:00:${String(i).padStart(2, '0')}\t${line}`,
    ],
    [
      'a date and a blank',
      (line: string, i: number) => `2026-11-23 12:00:${String(i).padStart(2, '0')} ${line}`,
    ],
    ['brackets', (line: string, i: number) => `[12:00:${String(i).padStart(2, '0')}.250] ${line}`],
  ])('is the same behind time stamps: %s', (_name, stamp) => {
    const log = dialogue.map(stamp).join('\n');
    expect(shape(log)).toEqual(shape(dialogue.join('\n')));
    const session = analyze(log).sessions[0]?.session;
    expect(session?.durationMs).toBe(23_000);
    const [secret] = session?.secrets ?? [];
    expect(log.split('\n')[8]?.slice(secret?.start, secret?.end)).toBe('Z2VoZWlt');
  });

  test('a time in the message is no stamp', () => {
    const entries = analyze(dialogue.join('\n')).sessions[0]?.session.entries ?? [];
    expect(entries.filter((entry) => entry.verb === '(data)')).toHaveLength(5);
  });

  test('a mistyped command is one', () => {
    expect(
      shape(
        ['220 mx.example ESMTP', 'EHLOO a.example', '502 what', 'HELO a.example', '250 ok'].join(
          '\n',
        ),
      ),
    ).toEqual(['server 220', 'client EHLOO', 'server 502', 'client HELO', 'server 250']);
  });

  test('text around it stays outside', () => {
    const { sessions } = analyze(
      ['Dear all,', 'here is the log:', '', ...dialogue, '', 'Thank you'].join('\n'),
    );
    expect([sessions[0]?.session.firstLine, sessions[0]?.session.lastLine]).toEqual([4, 27]);
  });

  test('Post SMTP names the server first', () => {
    const { sessions } = analyze(
      ['smtp:tls:login://mail.example.com:587', '', ...dialogue].join('\n'),
    );
    expect(sessions[0]?.facts.server).toEqual({ host: 'mail.example.com', port: 587 });
  });
});
