import { describe, expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { allOf } from '../../lib/detect.ts';
import { phpmailer } from '../../lib/dialects/phpmailer.ts';

const read = (...lines: string[]) => {
  const reader = phpmailer.open();
  return lines.map((line) => allOf(reader(line))[0]);
};
const stamp = '2026-11-23 18:32:17';

describe('a marked line', () => {
  test.each([
    [`${stamp}\tSERVER -> CLIENT: 220 mx ESMTP`, 'server', '220 mx ESMTP'],
    [`${stamp} SERVER -> CLIENT: 220 mx ESMTP<br>`, 'server', '220 mx ESMTP'],
    [`${stamp} SERVER -&gt; CLIENT: 250 &lt;ok&gt;<br />`, 'server', '250 <ok>'],
    ['CLIENT -> SERVER: EHLO x', 'client', 'EHLO x'],
    ['CLIENT → SERVER: EHLO x', 'client', 'EHLO x'],
    ['CLIENT –> SERVER: EHLO x', 'client', 'EHLO x'],
    [`[23-Nov-2026 18:32:17 UTC] PHP Notice: ${stamp} CLIENT -> SERVER: QUIT`, 'client', 'QUIT'],
    [`web-1  | ${stamp} CLIENT -> SERVER: QUIT`, 'client', 'QUIT'],
    [`${stamp} SERVER -> CLIENT:`, 'server', ''],
  ])('%s', (line, side, text) => expect(read(line)[0]).toMatchObject({ side, text }));

  test.each(['"220 mx"', '“220 mx”', '"220 mx"<br>'])('SMTP INBOUND: %s is a raw copy', (words) => {
    expect(read(`${stamp} SMTP INBOUND: ${words}`)[0]).toMatchObject({
      side: 'server',
      text: '220 mx',
      echo: true,
      time: stamp,
    });
  });

  test('the column is where the words begin', () => {
    const line = `${stamp}\tCLIENT -> SERVER: c2VjcmV0`;
    expect(line.slice(read(line)[0]?.at)).toBe('c2VjcmV0');
  });

  test('hidden credentials', () => {
    expect(read('CLIENT -> SERVER: [credentials hidden]')[0]).toMatchObject({ hidden: true });
  });

  test.each([
    [
      'Connection: opening to mx.example:587, timeout=300, options=array()',
      { host: 'mx.example', port: 587 },
    ],
    [
      'Connection: opening to ssl://mx.example:465, timeout=8',
      { host: 'mx.example', port: 465, implicitTls: true },
    ],
    ['Connection: opening to [2001:db8::1]:25, timeout=8', { host: '[2001:db8::1]', port: 25 }],
  ])('%s', (line, peer) => expect(read(line)[0]).toMatchObject({ event: 'connecting', peer }));

  test.each([
    ['SMTP ERROR: Failed to connect to server: Connection refused (111)', 'connect-failed'],
    ['Connection failed. Error #2: stream_socket_client(): Unable to connect', 'connect-failed'],
    [
      'Connection failed. Error #2: stream_socket_client(): SSL operation failed with code 1.',
      'tls-failed',
    ],
    [
      'SMTP Error: Could not connect to SMTP host. stream_socket_enable_crypto(): SSL operation failed',
      'tls-failed',
    ],
    ['SMTP Error: Could not connect to SMTP host.', 'failed'],
    ['SMTP Error: Could not authenticate.', 'auth-failed'],
    ['SMTP NOTICE: EOF caught while checking if connected', 'lost'],
    ['Message has been sent', 'sent'],
  ])('%s tells "%s"', (line, event) =>
    expect(read(line)[0]).toMatchObject({ side: 'note', event }),
  );

  test('an error quotes the reply and names the command', () => {
    const line = `${stamp}\tSMTP ERROR: DATA END command failed: 550 5.7.1 Spam`;
    const quote = read(line)[0]?.quote;
    expect(quote).toMatchObject({ verb: '.', text: '550 5.7.1 Spam' });
    expect(line.slice(quote?.at)).toBe('550 5.7.1 Spam');
  });

  test.each(['The CLIENT said so', 'SERVER: down', 'Connections: 4', '', 'SERVER -> SERVER: x'])(
    'not %j',
    (line) => expect(read(line)[0]).toBeUndefined(),
  );
});

describe('a line without a mark', () => {
  test('goes on with a reply where it is indented', () => {
    const [, second] = read(
      'SERVER -> CLIENT: 250-a',
      '                   \t                  250 b',
    );
    expect(second).toMatchObject({ side: 'server', text: '250 b', continues: true });
  });

  test('goes on with a reply where a screen has folded the indent', () => {
    const [, second, third] = read('SERVER -> CLIENT: 250-a', '250 b', '250 c');
    expect(second).toMatchObject({ side: 'server', text: '250 b', continues: true });
    expect(third).toBeUndefined();
  });

  test('belongs to nothing after a client line', () => {
    expect(read('CLIENT -> SERVER: QUIT', 'Some text of the page')[1]).toBeUndefined();
  });

  test('goes on with the server detail up to its code', () => {
    const said = read(
      'Mailer Error: SMTP Error: data not accepted.SMTP server error: DATA END command failed Detail: Blocked',
      'for good reasons',
      ' SMTP code: 550',
      'Some text of the page',
    );
    expect(said.map((one) => one?.continues ?? false)).toEqual([false, true, true, false]);
  });
});

describe('debug output of old versions and other levels', () => {
  test('level 4 of version 5.2 shows its read buffer', () => {
    const { sessions } = analyze(
      [
        'SMTP -> get_lines(): $data was ""',
        'SMTP -> get_lines(): $str is "220 mx.example ESMTP',
        '                              "',
        'SERVER -> CLIENT: 220 mx.example ESMTP',
        'CLIENT -> SERVER: EHLO shop.example',
        'SERVER -> CLIENT: 250 mx.example',
        'CLIENT -> SERVER: QUIT',
        'SERVER -> CLIENT: 221 Bye',
      ].join('\n'),
    );
    const [first] = sessions;
    expect(sessions).toHaveLength(1);
    expect(first?.session.exchanges.map(({ reply }) => reply?.code)).toEqual([220, 250, 221]);
  });

  test('level 1 shows the client alone, and the reply in the error', () => {
    const { sessions } = analyze(
      [
        'CLIENT -> SERVER: EHLO shop.example',
        'CLIENT -> SERVER: AUTH LOGIN',
        'CLIENT -> SERVER: [credentials hidden]',
        'CLIENT -> SERVER: [credentials hidden]',
        'SMTP ERROR: Password command failed: 535 5.7.8 Authentication failed',
        'SMTP Error: Could not authenticate.',
        'CLIENT -> SERVER: QUIT',
      ].join('\n'),
    );
    expect(sessions[0]?.facts).toMatchObject({
      outcome: 'auth-failed',
      failedAt: 'auth',
      auth: { mechanism: 'LOGIN', result: 'rejected' },
    });
    expect(sessions[0]?.facts.deciding?.reply).toMatchObject({ code: 535, quoted: true });
  });

  test('level 1 of a sent message', () => {
    const lines = [
      'CLIENT -> SERVER: EHLO shop.example',
      'CLIENT -> SERVER: MAIL FROM:<a@example.com>',
      'CLIENT -> SERVER: RCPT TO:<b@example.com>',
      'CLIENT -> SERVER: DATA',
      'CLIENT -> SERVER: From: A <a@example.com>',
      'CLIENT -> SERVER:',
      'CLIENT -> SERVER: MAIL FROM:<x> is text here',
      'CLIENT -> SERVER: .',
      'CLIENT -> SERVER: QUIT',
    ];
    const alone = analyze(lines.join('\n')).sessions[0];
    expect(alone?.facts.outcome).toBe('incomplete');
    expect(alone?.session.entries.map((entry) => entry.verb)).toEqual(
      'EHLO MAIL RCPT DATA (data) (data) (data) (data) QUIT'.split(' '),
    );
    const told = analyze([...lines, 'Message has been sent'].join('\n')).sessions[0];
    expect(told?.facts.outcome).toBe('accepted');
  });
});
