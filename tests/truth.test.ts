import { describe, expect, it } from 'vitest';
import { verdictTitle } from '../lib/verdict-title.ts';
import type { ReportSession } from '../lib/report.ts';
import { at, C, causeOf, level, read, S } from './reading.ts';

/** No sentence tells something that the log does not show. */

describe('encryption', () => {
  it('holds after STARTTLS in a log of the client alone', () => {
    const session = read(
      `${C}EHLO shop.example.com`,
      `${C}STARTTLS`,
      `${C}EHLO shop.example.com`,
      `${C}AUTH LOGIN`,
      `${C}[credentials hidden]`,
      `${C}[credentials hidden]`,
      `${C}MAIL FROM:<shop@example.com>`,
    );
    expect(session.tls).toBe('starttls');
    expect(at(session, 4).full).toContain('Here it is encrypted.');
    expect(at(session, 4).full).not.toContain('could be read on the way');
  });

  it('is left open where the log does not tell', () => {
    const session = read(
      `${S}220 mail.example.org ESMTP`,
      `${C}EHLO shop.example.com`,
      `${S}250-mail.example.org`,
      '                   \t                  250-AUTH PLAIN LOGIN',
      '                   \t                  250 HELP',
      `${C}AUTH LOGIN`,
      `${S}334 VXNlcm5hbWU6`,
    );
    expect(session.tls).toBe('unknown');
    for (const { full } of session.entries) {
      expect(full).not.toMatch(/is not encrypted|Here it is not/);
    }
    expect(at(session, 3).full).toContain('which this log does not show');
  });
});

describe('a connection', () => {
  const opened = [
    '2026-11-23 18:00:00\tConnection: opening to mail.example.org:587, timeout=10, options=array()',
    '2026-11-23 18:00:00\tConnection: opened',
    `2026-11-23 18:00:00\t${S}`,
    '2026-11-23 18:00:00\tConnection: closing due to error',
    '2026-11-23 18:00:00\tConnection: closed',
    '2026-11-23 18:00:00\tSMTP Error: Could not connect to SMTP host.',
  ];

  it('that was opened is not one that could not be made', () => {
    const cause = causeOf(read(...opened));
    expect(cause.id).toBe('connection-dropped');
    expect(cause.title).toContain('broke before its greeting');
  });

  it('is not said to have broken when only the answer is missing', () => {
    const session = read(
      `${C}EHLO shop.example.com`,
      `${C}MAIL FROM:<shop@example.com>`,
      `${C}RCPT TO:<bob@example.net>`,
      `${C}DATA`,
      `${C}Subject: Order`,
      C,
      `${C}Hello`,
      `${C}.`,
      'SMTP ERROR: DATA END command failed: ',
      'SMTP Error: data not accepted.',
      `${C}QUIT`,
    );
    const cause = causeOf(session);
    expect(session.outcome).toBe('dropped');
    expect(cause.title).toMatch(/not certain.*no answer came from the mail server/);
    expect(cause.fix[0]).toContain('Look first whether the mail arrived');
    expect(at(session, 9).brief).toBe('Program: no reply to this step');
  });

  it('that ended is said to have broken', () => {
    expect(causeOf(level('end-drop.1.echo')).title).toContain('broke');
  });

  it('that ends with a goodbye alone has failed', () => {
    const session = read(`${C}QUIT`, 'SMTP Error: Could not connect to SMTP host.');
    expect(session.outcome).toBe('connection-failed');
    expect(causeOf(session).id).toBe('connection-failed');
    expect(causeOf(session).title).not.toMatch(/took the connection|could be made/);
  });

  it('to an address is told by the name that the server gives itself', () => {
    const session = level('auth-535.3.echo');
    expect(causeOf(session).title).toContain(session.server?.host ?? '?');
    expect(causeOf(session).title).not.toContain('127.0.0.1');
  });
});

describe('a login', () => {
  it('without any answer was not refused', () => {
    for (const name of ['auth-drop.1.echo', 'auth-drop.2.echo']) {
      expect(level(name).auth.result, name).toBe('none');
    }
    expect(level('auth-535.2.echo').auth.result).toBe('rejected');
  });

  it('whose refusal is not in the log is not said to be refused by the server', () => {
    const cause = causeOf(read('SMTP Error: Could not authenticate.'));
    expect(cause.title).toBe('The mail was not sent: the login failed.');
    expect(cause.explanation).toContain('only the program’s own words');
  });

  it('whose refusal is there names the server’s words', () => {
    expect(causeOf(read('535 5.7.8 Error: authentication failed')).title).toContain(
      'refused the user name or password',
    );
  });
});

describe('a refusal', () => {
  const dialogue = (refusal: string): ReportSession =>
    read(
      `${S}220 mail.example.org ESMTP`,
      `${C}EHLO shop.example.com`,
      `${S}250-mail.example.org`,
      '                   \t                  250-SIZE 52428800',
      '                   \t                  250 STARTTLS',
      `${C}MAIL FROM:<shop@example.com>`,
      `${S}250 2.1.0 Ok`,
      `${C}RCPT TO:<bob@example.net>`,
      `${S}${refusal}`,
      `SMTP ERROR: RCPT TO command failed: ${refusal}`,
    );
  const line = 9;

  it('does not call final what may pass, nor the other way round', () => {
    const full = dialogue('552 5.2.2 Mailbox full');
    expect(causeOf(full).temporary).toBe(true);
    expect(at(full, line).full).not.toContain('trying again unchanged will not help');
    const nameless = dialogue('450 4.7.25 Client host rejected: cannot find your hostname');
    expect(causeOf(nameless).temporary).toBe(false);
    expect(at(nameless, line).full).not.toContain('a later attempt may work');
  });

  it('for size does not prove that the message is over the limit in the list', () => {
    const cause = causeOf(dialogue('552 5.3.4 Message size exceeds fixed limit'));
    expect(cause.title).not.toContain('MB');
    expect(cause.explanation).toContain('52.4 MB');
  });

  it('that only says “later” is not called a fault', () => {
    const cause = causeOf(dialogue('451 4.7.1 Temporarily rejected. Try again later.'));
    expect(cause.title).not.toMatch(/fault|overloaded/);
    expect(cause.message).toContain('Is there a known fault?');
    expect(cause.message).toMatch(/: 451 4\.7\.1 Temporarily rejected\. Try again later\.$/m);
  });

  it('that names two addresses does not prove which is the sender’s', () => {
    const one = causeOf(
      dialogue('554 5.7.1 Client host [203.0.113.9] blocked using zen.spamhaus.org'),
    );
    expect(one.title).toContain('(203.0.113.9)');
    const two = causeOf(
      dialogue('554 5.7.1 [192.0.2.4] Client host [203.0.113.9] blocked using zen.spamhaus.org'),
    );
    expect(two.title).not.toMatch(/192\.0\.2\.4|203\.0\.113\.9/);
  });

  it('for SPF is about the domain of the envelope', () => {
    const session = read(
      `${S}220 mail.example.org ESMTP`,
      `${C}MAIL FROM:<bounce@mailer.example>`,
      `${S}250 Ok`,
      `${C}RCPT TO:<bob@example.net>`,
      `${S}250 Ok`,
      `${C}DATA`,
      `${S}354 go`,
      `${C}From: Shop <shop@example.com>`,
      C,
      `${C}Hi`,
      `${C}.`,
      `${S}550 5.7.23 Sender Policy Framework violation`,
    );
    expect(causeOf(session).title).toContain('the domain mailer.example');
  });
});

it('the dot at the end is not called uncertain where the program says that it was sent', () => {
  const session = read(
    `${C}EHLO shop.example.com`,
    `${C}MAIL FROM:<shop@example.com>`,
    `${C}RCPT TO:<bob@example.net>`,
    `${C}DATA`,
    `${C}Subject: Order`,
    C,
    `${C}.`,
    `${C}QUIT`,
    'Message has been sent',
  );
  expect(session.outcome).toBe('accepted');
  expect(at(session, 7).full).toMatch(/what the program says in line 9\./);
  expect(at(session, 7).full).not.toContain('not certain');
});

it('advises a fuller log only where there is one to be had', () => {
  const tls = (...before: readonly string[]): string =>
    causeOf(
      read(
        ...before,
        `${S}220 mail.example.org ESMTP`,
        `${C}EHLO shop.example.com`,
        `${S}250 STARTTLS`,
        `${C}STARTTLS`,
        `${S}220 Ready`,
        'SMTP Error: Could not connect to SMTP host.',
      ),
    ).fix.join(' ');
  expect(tls()).toContain('SMTPDebug = 3');
  expect(tls('Connection: opening to mail.example.org:587, timeout=9')).not.toContain('SMTPDebug');
});

it('a message to others ends its sentences once', () => {
  for (const words of ['go away', 'go away.', 'go away!']) {
    const cause = causeOf(
      read(`${S}554 5.7.1 ${words}`, 'SMTP Error: Could not connect to SMTP host.'),
    );
    expect(cause.message ?? '').not.toMatch(/[a-z]” [A-Z]|[.!]”\./);
  }
});

it('html output copied as source is read to its last feature', () => {
  const session = read(
    'SERVER -&gt; CLIENT: 220 mail.example.org ESMTP<br>',
    'CLIENT -&gt; SERVER: EHLO shop.example.com<br>',
    'SERVER -&gt; CLIENT: 250-mail.example.org<br>',
    '                   \t                  250-STARTTLS<br>',
    '                   \t                  250 AUTH LOGIN<br>',
    'CLIENT -&gt; SERVER: AUTH LOGIN<br>',
  );
  expect(session.tls).toBe('none');
  expect(at(session, 4).brief).toBe('Offers encryption (STARTTLS)');
});

it('the sentence of the verdict never contradicts the outcome', () => {
  const session = level('greeting-554.1.echo');
  expect(verdictTitle(session)).toMatch(/^The mail was not sent/);
});
