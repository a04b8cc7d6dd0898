import { describe, expect, it } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import type { Finding } from '../lib/types.ts';

/** PHPMailer's marks: `S` the server, `C` the client, anything else is a note. */
function phpmailer(...lines: readonly string[]): string {
  return lines
    .map((line) => line.replace(/^S /, 'SERVER -> CLIENT: ').replace(/^C /, 'CLIENT -> SERVER: '))
    .join('\n');
}

function findingsOf(log: string): readonly Finding[] {
  return analyze(log).sessions[0]?.findings ?? [];
}

function causeOf(log: string): string | undefined {
  return findingsOf(log).find(({ severity }) => severity === 'error')?.id;
}

/** The words of the lines that a finding points at. */
function evidence(log: string, id: string): string[] {
  const [found] = analyze(log).sessions;
  const finding = found?.findings.find((one) => one.id === id);
  return (finding?.entries ?? []).map((index) => found?.session.entries[index]?.text ?? '');
}

const CONNECT = 'Connection: opening to mail.example.org:587, timeout=300, options=array()';
const HELLO = ['S 220 mail.example.org ESMTP ready', 'C EHLO www.example.com'];
const MAIL = [
  'C MAIL FROM:<shop@example.com>',
  'S 250 2.1.0 Ok',
  'C RCPT TO:<bob@example.net>',
  'S 250 2.1.5 Ok',
  'C DATA',
  'S 354 End data with <CR><LF>.<CR><LF>',
  'C From: shop@example.com',
  'C ',
  'C Hello',
  'C .',
];
const BYE = ['C QUIT', 'S 221 2.0.0 Bye'];

describe('causes that no single reply tells', () => {
  it('starttls-not-offered: tried and not known', () => {
    const log = phpmailer(
      ...HELLO,
      'S 250-mail.example.org',
      'S 250 SIZE 1000000',
      'C STARTTLS',
      'S 502 5.5.1 Error: command not implemented',
      'SMTP ERROR: STARTTLS command failed: 502 5.5.1 Error: command not implemented',
      'SMTP Error: Could not connect to SMTP host.',
      ...BYE,
    );
    expect(causeOf(log)).toBe('starttls-not-offered');
    expect(evidence(log, 'starttls-not-offered')[0]).toContain('502 5.5.1');
  });

  it('auth-not-offered: the list holds no AUTH', () => {
    const log = phpmailer(
      ...HELLO,
      'S 250-mail.example.org',
      'S 250 SIZE 1000000',
      'SMTP Error: Could not authenticate.',
      ...BYE,
    );
    expect(causeOf(log)).toBe('auth-not-offered');
  });

  it('auth-mechanism-mismatch: the list holds only others', () => {
    const log = phpmailer(
      ...HELLO,
      'S 250-mail.example.org',
      'S 250 AUTH GSSAPI NTLM',
      'SMTP Error: Could not authenticate.',
      ...BYE,
    );
    expect(causeOf(log)).toBe('auth-mechanism-mismatch');
    expect(evidence(log, 'auth-mechanism-mismatch').join()).toContain('AUTH GSSAPI NTLM');
  });

  it('wrong-credentials: the same note after a refused login', () => {
    const log = phpmailer(
      ...HELLO,
      'S 250-mail.example.org',
      'S 250 AUTH LOGIN',
      'C AUTH LOGIN',
      'S 334 VXNlcm5hbWU6',
      'C [credentials hidden]',
      'S 334 UGFzc3dvcmQ6',
      'C [credentials hidden]',
      'S 535 5.7.8 Error: authentication failed:',
      'SMTP ERROR: Password command failed: 535 5.7.8 Error: authentication failed:',
      'SMTP Error: Could not authenticate.',
      ...BYE,
    );
    expect(causeOf(log)).toBe('wrong-credentials');
    expect(evidence(log, 'wrong-credentials')[0]).toBe('535 5.7.8 Error: authentication failed:');
  });

  it('oauth-token-rejected: the same reply to a token', () => {
    const log = phpmailer(
      ...HELLO,
      'S 250-mail.example.org',
      'S 250 AUTH LOGIN XOAUTH2',
      'C AUTH XOAUTH2 dXNlcj1zaG9wQGV4YW1wbGUuY29tAWF1dGg9QmVhcmVyIGFiYwEB',
      'S 535 5.7.8 Username and Password not accepted',
      'SMTP ERROR: AUTH command failed: 535 5.7.8 Username and Password not accepted',
      'SMTP Error: Could not authenticate.',
      ...BYE,
    );
    expect(causeOf(log)).toBe('oauth-token-rejected');
  });

  it('firewall-inspection: the greeting is stars', () => {
    const log = phpmailer(
      'S 220 ****************************************',
      'C EHLO www.example.com',
      'S 250-mail.example.org',
      'S 250 XXXXXXXA',
      'C STARTTLS',
      'S 500 5.5.1 Command unrecognized: "XXXX"',
      'SMTP ERROR: STARTTLS command failed: 500 5.5.1 Command unrecognized: "XXXX"',
      ...BYE,
    );
    expect(causeOf(log)).toBe('firewall-inspection');
  });

  it('hosting-blocks-smtp: Google is asked, somebody else greets', () => {
    const login = (greeting: string): string =>
      phpmailer(
        CONNECT.replace('mail.example.org', 'smtp.gmail.com'),
        'Connection: opened',
        `S 220 ${greeting} ESMTP`,
        'C EHLO www.example.com',
        'S 250-hello',
        'S 250 AUTH LOGIN',
        'C AUTH LOGIN',
        'S 334 VXNlcm5hbWU6',
        'C [credentials hidden]',
        'S 334 UGFzc3dvcmQ6',
        'C [credentials hidden]',
        'S 535 Incorrect authentication data',
        ...BYE,
      );
    expect(causeOf(login('server7.hosting.example'))).toBe('hosting-blocks-smtp');
    expect(causeOf(login('smtp.gmail.com'))).toBe('wrong-credentials');
    expect(causeOf(login('mx.google.com'))).toBe('wrong-credentials');
  });

  it('hosting-blocks-smtp is not guessed from another name of an unknown server', () => {
    const log = phpmailer(
      CONNECT,
      'S 220 server7.hosting.example ESMTP',
      'C EHLO www.example.com',
      'S 250 hello',
      'C MAIL FROM:<shop@example.com>',
      'S 530 Authentication required',
      ...BYE,
    );
    expect(causeOf(log)).toBe('auth-required');
  });

  it('connection-dropped and client-timeout: silence at the end of the message', () => {
    const silence = [...HELLO, 'S 250 mail.example.org', ...MAIL, 'S '];
    const failed = ['SMTP ERROR: DATA END command failed: ', 'SMTP Error: data not accepted.'];
    const gone = 'SMTP NOTICE: EOF caught while checking if connected';
    expect(causeOf(phpmailer(...silence, ...failed, gone))).toBe('connection-dropped');
    const late = ['C QUIT', 'S 250 OK id=1eLbvZ-0006oj-5m'];
    expect(causeOf(phpmailer(...silence, ...failed, ...late))).toBe('client-timeout');
  });

  it('protocol-sequence: by hand, nothing sent', () => {
    const log = [
      '220 mail.example.org ESMTP ready',
      'RCPT TO:<bob@example.net>',
      '503 5.5.1 Error: need MAIL command',
      'HELO www.example.com',
      '250 mail.example.org',
      'QUIT',
      '221 2.0.0 Bye',
    ].join('\n');
    expect(causeOf(log)).toBe('protocol-sequence');
  });
});

describe('connections that fail', () => {
  const failed = (connect: string, ...notes: readonly string[]): string =>
    phpmailer(connect, ...notes, 'SMTP Error: Could not connect to SMTP host.');
  const tls = (words: string): string =>
    `Connection failed. Error #2: stream_socket_client(): ${words} [/var/www/SMTP.php line 388]`;

  it.each([
    ['connection-refused', CONNECT, 'Connection refused (111)'],
    ['connection-timeout', CONNECT, 'Connection timed out (110)'],
    ['port-blocked', CONNECT.replace('587', '25'), 'Connection timed out (110)'],
    ['network-unreachable', CONNECT, 'Network is unreachable (101)'],
    ['local-policy-blocked', CONNECT, 'Permission denied (13)'],
    [
      'dns-failure',
      CONNECT,
      'php_network_getaddresses: getaddrinfo failed: Name or service not known (0)',
    ],
    ['wrong-host-or-port', CONNECT.replace('587', '110'), 'Connection timed out (110)'],
    ['connection-failed', CONNECT, ' (0)'],
  ])('%s', (cause, connect, reason) => {
    const log = failed(connect, `SMTP ERROR: Failed to connect to server: ${reason}`);
    expect(causeOf(log)).toBe(cause);
  });

  it.each([
    [
      'tls-on-wrong-port',
      'SSL operation failed with code 1. OpenSSL Error messages: error:0A00010B:SSL routines::wrong version number',
    ],
    [
      'tls-certificate-untrusted',
      'SSL operation failed with code 1. OpenSSL Error messages: error:0A000086:SSL routines::certificate verify failed',
    ],
    [
      'certificate-hostname-mismatch',
      "Peer certificate CN=`server7.hosting.example' did not match expected CN=`mail.example.org'",
    ],
    [
      'tls-version-mismatch',
      'SSL operation failed with code 1. OpenSSL Error messages: error:0A000102:SSL routines::unsupported protocol',
    ],
    ['tls-handshake-failed', 'SSL operation failed with code 1.'],
  ])('%s', (cause, words) => {
    const log = failed(
      CONNECT.replace('mail.', 'ssl://mail.'),
      tls(words),
      tls('Failed to enable crypto'),
      tls('Unable to connect to ssl://mail.example.org:587 (Unknown error)'),
      'SMTP ERROR: Failed to connect to server:  (0)',
    );
    expect(causeOf(log)).toBe(cause);
  });

  it('greeting-timeout: connected, and not a word', () => {
    const silent = ['Connection: opened', 'S ', 'Connection: closed'];
    expect(causeOf(failed(CONNECT, ...silent))).toBe('greeting-timeout');
    const plainTo465 = CONNECT.replace('587', '465');
    expect(causeOf(failed(plainTo465, ...silent))).toBe('tls-on-wrong-port');
  });
});

describe('sessions that end well', () => {
  const sent = phpmailer(
    ...HELLO,
    'S 250-mail.example.org',
    'S 250 STARTTLS',
    'C STARTTLS',
    'S 220 2.0.0 Ready to start TLS',
    'C EHLO www.example.com',
    'S 250 mail.example.org',
    ...MAIL,
    'S 250 2.0.0 Ok: queued as 4XyZ12AbCd',
    ...BYE,
  );

  it('have no finding at all', () => {
    expect(findingsOf(sent)).toEqual([]);
  });

  it('have none where EHLO was refused and HELO taken', () => {
    const log = sent
      .replace('250-mail.example.org\nSERVER -> CLIENT: 250 STARTTLS', '502 Not implemented')
      .replace('CLIENT -> SERVER: STARTTLS\nSERVER -> CLIENT: 220 2.0.0 Ready to start TLS\n', '')
      .replace(/(502[^]*)EHLO/, '$1HELO');
    expect(log).toContain('HELO www');
    expect(findingsOf(log)).toEqual([]);
  });
});

describe('partly accepted', () => {
  const log = phpmailer(
    ...HELLO,
    'S 250 mail.example.org',
    'C MAIL FROM:<shop@example.com>',
    'S 250 2.1.0 Ok',
    'C RCPT TO:<busy@example.net>',
    'S 450 4.2.0 <busy@example.net>: Recipient address rejected: Greylisted for 300 seconds',
    'C RCPT TO:<nosuch@example.net>',
    'S 550 5.1.1 <nosuch@example.net>: Recipient address rejected: User unknown in virtual mailbox table',
    ...MAIL.slice(2),
    'S 250 2.0.0 Ok: queued as 4XyZ12AbCd',
    ...BYE,
  );

  it('has the cause of the first refusal for good, and names the rest', () => {
    const [cause, ...rest] = findingsOf(log);
    expect(cause).toMatchObject({
      id: 'recipient-unknown',
      severity: 'error',
      data: { recipient: 'nosuch@example.net' },
    });
    expect(rest).toMatchObject([
      { id: 'some-recipients-refused', data: { refusedCount: 2, recipientCount: 3 } },
    ]);
  });
});

describe('remarks', () => {
  const login = (first: string, ...options: readonly string[]): string =>
    phpmailer(
      first,
      ...options,
      ...HELLO,
      'S 250-mail.example.org',
      'S 250 AUTH LOGIN',
      'C AUTH LOGIN',
      'S 334 VXNlcm5hbWU6',
      'C bGFiQGV4YW1wbGUuY29t',
      'S 334 UGFzc3dvcmQ6',
      'C TGFiLXMzY3JldC05',
      'S 235 2.7.0 Authentication successful',
      ...MAIL,
      'S 250 2.0.0 Ok: queued as 4XyZ12AbCd',
      ...BYE,
    );
  const ids = (log: string): string[] => findingsOf(log).map(({ id }) => id);

  it('password-visible and login-without-encryption, in this order', () => {
    expect(ids(login(CONNECT))).toEqual(['password-visible', 'login-without-encryption']);
  });

  it('say nothing of encryption with TLS from the start, or on the own machine', () => {
    expect(ids(login(CONNECT.replace('mail.', 'ssl://mail.')))).toEqual(['password-visible']);
    expect(ids(login(CONNECT.replace('mail.example.org', 'localhost')))).toEqual([
      'password-visible',
    ]);
  });

  it('certificate-checks-off', () => {
    const off = CONNECT.replace('array()', "array('ssl'=>array('verify_peer'=>false))");
    expect(ids(login(off))).toContain('certificate-checks-off');
    const on = CONNECT.replace('array()', "array('ssl'=>array('verify_peer'=>true))");
    expect(ids(login(on))).not.toContain('certificate-checks-off');
  });

  it.each([
    ['localhost', true],
    ['localhost.localdomain', true],
    ['WEB01', true],
    ['203.0.113.9', true],
    ['DESKTOP-5K2QJ1F', true],
    ['shop_server.example.com', true],
    ['MacBook-Pro.local', true],
    ['[203.0.113.9]', false],
    ['www.example.com', false],
  ])('ehlo-name-invalid: %s %s', (name, expected) => {
    const log = login(CONNECT).replace('www.example.com', name);
    expect(ids(log).includes('ehlo-name-invalid')).toBe(expected);
  });

  it('from-differs-from-envelope: another domain, not a part of the same', () => {
    const log = login(CONNECT);
    const header = 'From: shop@example.com';
    expect(ids(log.replace(header, 'From: visitor@example.net'))).toContain(
      'from-differs-from-envelope',
    );
    expect(ids(log.replace(header, 'From: a@mail.example.com'))).not.toContain(
      'from-differs-from-envelope',
    );
  });

  it('slow-step: the longest pause', () => {
    const at = (time: string, line: string): string => `2026-11-23 18:32:${time}\t${line}`;
    const lines = login(CONNECT).split('\n');
    const stamped = lines.map((line, index) => at(index < lines.length - 3 ? '10' : '31', line));
    const slow = findingsOf(stamped.join('\n')).find(({ id }) => id === 'slow-step');
    expect(slow?.data).toEqual({ seconds: 21, messageStep: '', serverStep: '' });
    const quick = lines.map((line) => at('10', line)).join('\n');
    expect(ids(quick)).not.toContain('slow-step');
  });

  it('session-not-closed: no QUIT and no word about the end', () => {
    const open = login(CONNECT).replace(/\n.*QUIT\n.*Bye/, '');
    expect(ids(open)).toContain('session-not-closed');
    expect(ids(`${open}\nConnection: closed`)).not.toContain('session-not-closed');
  });

  it('log-too-thin: one side only, and no verdict', () => {
    const client = login(CONNECT)
      .split('\n')
      .filter((line) => line.startsWith('CLIENT'))
      .join('\n');
    expect(ids(client)).toContain('log-too-thin');
  });
});

it('never finds more than one cause, and puts it first', () => {
  const log = phpmailer(
    CONNECT,
    ...HELLO,
    'S 250 mail.example.org',
    'C MAIL FROM:<shop@example.com>',
    'S 250 2.1.0 Ok',
    'C RCPT TO:<bob@example.net>',
    'S 550 5.1.1 User unknown',
    'C DATA',
    'S 554 5.5.1 Error: no valid recipients',
    ...BYE,
  );
  const errors = findingsOf(log).map(({ severity }) => severity === 'error');
  expect(errors.filter(Boolean)).toHaveLength(1);
  expect(errors[0]).toBe(true);
  expect(causeOf(log)).toBe('recipient-unknown');
});
