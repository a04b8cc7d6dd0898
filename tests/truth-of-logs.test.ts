import { describe, expect, it } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explain } from '../lib/explain.ts';
import type { ReportFinding } from '../lib/report.ts';
import { at, C, causeOf, read, S } from './reading.ts';

/** Logs as they really come: no sentence tells something that they do not show. */

describe('a login by token', () => {
  const TOKEN = 'dXNlcj1zaG9wQGV4YW1wbGUuY29tAWF1dGg9QmVhcmVyIHlhMjkuYWJjZGVmAQE=';
  const JSON_400 =
    'eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ==';
  const before = [
    `${S}220 smtp.gmail.com ESMTP`,
    `${C}EHLO shop.example.com`,
    `${S}250-smtp.gmail.com`,
    '                   \t                  250 AUTH LOGIN PLAIN XOAUTH2',
    `${C}AUTH XOAUTH2 ${TOKEN}`,
    `${S}334 ${JSON_400}`,
    `SMTP ERROR: AUTH command failed: 334 ${JSON_400}`,
    'SMTP Error: Could not authenticate.',
  ];

  it('that was refused is about the token, not about a password', () => {
    const session = read(...before);
    expect(causeOf(session).id).toBe('oauth-token-rejected');
    expect(at(session, 7).brief).toBe('Repeats line 6: Token refused; the server says why');
    expect(at(session, 7).full).not.toContain('not an error');
    const warning = session.findings.find(({ id }) => id === 'password-visible');
    expect(warning?.title).toBe('The login token of shop@example.com can be read in this log.');
    expect(warning?.fix.join(' ')).not.toContain('change the password');
  });

  it('gets its refusal as the answer to the goodbye', () => {
    const session = read(...before, `${C}QUIT`, `${S}535 5.7.8 Username and Password not accepted`);
    expect(causeOf(session).id).toBe('oauth-token-rejected');
    expect(at(session, 10).brief).toBe('Login refused: token is not valid');
    expect(at(session, 10).full).not.toMatch(/goodbye|password/i);
  });

  it('was tried even where its command is hidden', () => {
    const session = read(
      ...before.map((line) => (line.includes(TOKEN) ? `${C}[credentials hidden]` : line)),
    );
    expect(causeOf(session).id).not.toMatch(/auth-mechanism-mismatch|auth-not-offered/);
    expect(at(session, 8).full).not.toContain('nothing was tried');
  });
});

it('an attempt that another one follows does not decide over the mail', () => {
  const { sessions } = explain(
    analyze(
      [
        'Connection: opening to smtp1.example.com:587, timeout=10, options=array()',
        'SMTP ERROR: Failed to connect to server: Connection refused (111)',
        'Connection: opening to smtp2.example.com:587, timeout=10, options=array()',
        'SMTP ERROR: Failed to connect to server: Connection refused (111)',
      ].join('\n'),
    ),
  );
  expect(sessions.map(({ findings }) => findings[0]?.title.split(':')[0])).toEqual([
    'This attempt failed',
    'The mail was not sent',
  ]);
});

it('a list of features that the log does not hold is not called empty', () => {
  const session = read(
    `${S}220 mail.example.org ESMTP`,
    `${C}EHLO shop.example.com`,
    `${S}250-mail.example.org`,
    `${C}STARTTLS`,
  );
  expect(at(session, 3).full).not.toMatch(/No features|neither a login/);
});

it('the reason decides, not the closing words that repeat it', () => {
  const session = read(
    'Connection: opening to smpt.example.com:587, timeout=300, options=array()',
    'SMTP ERROR: Failed to connect to server: getaddrinfo for smpt.example.com failed (0)',
    'SMTP Error: Could not connect to SMTP host. Failed to connect to server',
    'Mailer Error: SMTP Error: Could not connect to SMTP host. Detail: getaddrinfo for smpt.example.com failed',
  );
  expect(session.entries.map(({ severity }) => severity)).toEqual([
    'info',
    'error',
    'warning',
    'warning',
  ]);
});

it.each([
  ['greylist@example.org:', 'rejected', 'recipient-rejected'],
  ['greylist@example.org: Greylisted, try again later', 'deferred', 'greylisted'],
])('the recipient %s proves nothing by its name', (words, outcome, cause) => {
  const session = read(`SMTP Error: The following recipients failed: ${words}`);
  expect([session.outcome, causeOf(session).id]).toEqual([outcome, cause]);
});

it('the program’s own labels are not the server’s words', () => {
  const words = 'SMTP Error: data not accepted. SMTP server error: DATA END command failed';
  const cause = causeOf(read(words));
  expect(cause.id).toBe('other');
  expect(cause.title).toContain('the sending program says that it failed');
  expect(cause.message).toBeNull();
});

it('a STARTTLS that the server does not know is told from a dead connection', () => {
  const words = 'SMTP Error: Could not connect to SMTP host. STARTTLS command failed';
  expect(causeOf(read(`${words} Error: command not implemented`)).id).toBe('starttls-not-offered');
  expect(causeOf(read(words)).id).toBe('connection-failed');
});

it('a lone dot at the start of a log is the end of a message', () => {
  const session = read(
    `${C}.`,
    S,
    'SMTP ERROR: DATA END command failed: ',
    'SMTP Error: data not accepted.',
    `${C}QUIT`,
    `${S}221 bye`,
  );
  expect(at(session, 1).brief).toBe('A single dot: the message is complete');
});

it('an old wording of a failed handshake is one', () => {
  const session = read(
    'Connection: opening to ssl://mail.example.org:587, timeout=300, options=array()',
    'Connection: Failed to connect to server. Error number 2. "Error notice: stream_socket_client(): SSL operation failed with code 1. OpenSSL Error messages: error:1408F10B:SSL routines:wrong version number',
    'SMTP ERROR: Failed to connect to server:  (0)',
  );
  expect(session.outcome).toBe('tls-failed');
  expect(causeOf(session).id).toBe('tls-on-wrong-port');
});

it('a reply that was pasted from a table is read to its end', () => {
  const session = read(
    '  | SERVER -> CLIENT: 220 mail.example.org ESMTP',
    '  | CLIENT -> SERVER: EHLO shop.example.com',
    '  | SERVER -> CLIENT: 250-mail.example.org',
    '  | 250-STARTTLS',
    '  | 250 HELP',
  );
  expect(session.entries).toHaveLength(5);
  expect(at(session, 4).brief).toBe('Offers encryption (STARTTLS)');
});

it('Microsoft’s verdict on outgoing mail is about the account', () => {
  const words = (verdict: string): string =>
    causeOf(
      read(
        `${S}220 mail.example.org ESMTP`,
        `${C}.`,
        `${S}554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; WASCL UserAction verdict is not None. Actual verdict is ${verdict}`,
      ),
    ).id;
  expect(words('RefuseQuota')).toBe('sending-quota-exceeded');
  expect(words('Suspend')).toBe('sender-suspended');
});

it('a server that greets the client by name does not bear that name', () => {
  const session = read(
    `${S}220 ESMTP ready`,
    `${C}EHLO shop.example.com`,
    `${S}250-Hello shop.example.com`,
    '                   \t                  250 STARTTLS',
    `${C}MAIL FROM:<shop@example.com>`,
    `${S}550 5.7.1 go away`,
  );
  expect(session.server).toBeNull();
  const named = read(`${C}EHLO mail.example.org`, `${S}250-mail.example.org hello`, `${S}250 DSN`);
  expect(named.server?.host).toBe('mail.example.org');
  expect(causeOf(session).title).not.toContain('shop.example.com');
});

it('a firewall’s masks and the line that stopped the mail are both shown', () => {
  const session = read(
    `${S}220 ****************************************`,
    `${C}EHLO shop.example.com`,
    `${S}250-mail.example.org`,
    '                   \t                  250 XXXXXXXA',
    'SMTP Error: Could not authenticate.',
  );
  const cause = causeOf(session);
  expect(cause.id).toBe('firewall-inspection');
  expect(cause.lines).toEqual([1, 4, 5]);
  expect(at(session, 3).full).not.toContain('XXXX');
});

it('a refusal before any mail was offered is not about the mail', () => {
  const early = causeOf(
    read(
      `${S}220 mail.example.org ESMTP`,
      `${C}EHLO shop.example.com`,
      `${S}554 5.7.1 go away`,
      'SMTP ERROR: EHLO command failed: 554 5.7.1 go away',
    ),
  );
  expect(early.title).toContain('turned the sending machine away');
  expect(early.fix.join(' ')).not.toContain('content');
  expect(early.message).not.toContain('my mail');
});

it('the sender’s own address is not advised to who uses it', () => {
  const session = read(
    `${S}220 mail.example.org ESMTP`,
    `${C}EHLO shop.example.com`,
    `${S}250 AUTH LOGIN`,
    `${C}AUTH LOGIN`,
    `${S}334 VXNlcm5hbWU6`,
    `${C}c2hvcEBleGFtcGxlLmNvbQ==`,
    `${S}334 UGFzc3dvcmQ6`,
    `${C}c2VjcmV0LTEyMw==`,
    `${S}235 ok`,
    `${C}MAIL FROM:<shop@example.com>`,
    `${S}553 5.7.1 Sender address rejected: not owned by user shop@example.com`,
  );
  expect(causeOf(session).id).toBe('sender-not-owned');
  expect(causeOf(session).fix[0]).toContain('already');
});

it.each([
  ['MAIL FROM', '501 <shop@example.com>: domain missing or malformed', /sender’s address/],
  ['Password', '535 5.7.8 Account is locked for security reasons', /has locked the login/],
  ['Password', '421 4.7.0 Too many login attempts', /too many login attempts/],
  ['RCPT TO', '550 Unrouteable address', /knows no way/],
  ['EHLO', '554 smtp.example.net ESMTP not accepting messages', /does not take mail at present/],
])('a refusal of %s with “%s” is told as it stands', (step, words, title) => {
  expect(causeOf(read(`SMTP ERROR: ${step} command failed: ${words}`)).title).toMatch(title);
});

describe('after a login', () => {
  const login = (answer: string, ...after: readonly string[]): ReportFinding =>
    causeOf(
      read(
        `${S}220 mail.example.org ESMTP`,
        `${C}EHLO shop.example.com`,
        `${S}250-mail.example.org`,
        '                   \t                  250-STARTTLS',
        '                   \t                  250 AUTH LOGIN PLAIN',
        `${C}AUTH LOGIN`,
        `${S}334 VXNlcm5hbWU6`,
        `${C}[credentials hidden]`,
        `${S}334 UGFzc3dvcmQ6`,
        `${C}[credentials hidden]`,
        `${S}${answer}`,
        ...after,
      ),
    );

  it('that was tried it is not said that none was', () => {
    const cause = login('504 5.7.4 Unrecognized authentication type');
    expect(cause.id).toBe('auth-mechanism-mismatch');
    expect(cause.title).toContain('(LOGIN)');
    expect(cause.explanation).not.toMatch(/knows none|no password was sent/);
  });

  it('that was accepted it is not said to be missing', () => {
    const mail = [`${C}MAIL FROM:<shop@example.com>`, `${S}530 5.7.57 Client not authenticated`];
    const cause = login('235 2.7.0 Authentication successful', ...mail);
    expect(cause.id).toBe('auth-required');
    expect(cause.explanation).toContain('The login was accepted');
  });
});
