import { describe, expect, it } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explainFindings } from '../lib/explain-findings.ts';
import { CAUSES } from '../lib/knowledge/causes.ts';
import { PROGRAMS } from '../lib/knowledge/programs.ts';
import { PROVIDERS } from '../lib/knowledge/providers.ts';
import { WARNINGS } from '../lib/knowledge/warnings.ts';
import type { Facts, Outcome, Session } from '../lib/types.ts';

/** A session of which nothing is known. */
const EMPTY: Session = {
  dialect: 'raw',
  title: '',
  firstLine: 1,
  lastLine: 1,
  entries: [],
  exchanges: [],
  secrets: [],
  message: {},
};

function factsWith(outcome: Outcome): Facts {
  return {
    tls: 'unknown',
    auth: { attempted: [], result: 'none' },
    envelope: { to: [], rejectedTo: [] },
    outcome,
    offered: new Map(),
    offeredBeforeTls: new Map(),
    decidingText: '',
  };
}

const KNOWN: Session = {
  ...EMPTY,
  dialect: 'phpmailer',
  peer: { host: 'smtp.gmail.com', port: 587 },
  user: 'shop@example.com',
  message: { from: 'shop@example.com', mailer: 'WPMailSMTP/Mailer/smtp 4.7.1' },
};

const KNOWN_FACTS: Facts = {
  ...factsWith('rejected'),
  failedAt: 'rcpt',
  server: { host: 'smtp.gmail.com', port: 587 },
  auth: { attempted: ['LOGIN'], mechanism: 'LOGIN', result: 'rejected', user: 'shop@example.com' },
  envelope: { from: 'shop@example.com', to: ['bob@example.net'], rejectedTo: ['bob@example.net'] },
  offered: new Map([
    ['SIZE', '35882577'],
    ['AUTH', 'LOGIN PLAIN'],
  ]),
  decidingText: 'Greylisted for 300 seconds [203.0.113.9], see https://example.net/why.',
};

describe.each(Object.keys(CAUSES))('the cause %s', (id) => {
  const finding = { id, severity: 'error', entries: [] } as const;

  it.each([
    ['nothing known', EMPTY, factsWith('rejected')],
    ['much known', KNOWN, KNOWN_FACTS],
  ])('reads well with %s', (_, session, facts) => {
    const [words] = explainFindings(session, facts, [finding]);
    const all = [
      words?.title,
      words?.explanation,
      ...(words?.fix ?? []),
      words?.message ?? '',
    ].join('\n');
    expect(all).not.toMatch(/undefined|null|NaN|[{}]|\s[.,:;]|\.\.(?!\.)| {2}/);
    expect(words?.title).toMatch(/^The mail was not sent: .{10,}\.$/);
    expect(words?.title.slice(0, -1)).not.toContain('. ');
    expect(words?.title.length).toBeLessThanOrEqual(200);
    expect(words?.explanation).toMatch(/^[A-Z].{30,}\.$/s);
    expect(words?.fix.length).toBeGreaterThan(0);
    for (const step of words?.fix ?? []) expect(step).toMatch(/^[A-Z“].*[.!?”]$/s);
  });

  it('cites where it is from', () => {
    expect(CAUSES[id]?.references.length).toBeGreaterThan(0);
  });
});

it('never advises to switch checks off', () => {
  const texts = JSON.stringify([CAUSES, PROVIDERS, PROGRAMS]);
  expect(texts).not.toMatch(/verify_peer|allow_self_signed|SMTPAutoTLS|disable.{0,20}verif/i);
});

it('writes to others where others must act, and else only where a step speaks of it', () => {
  for (const [id, { party, message, fix }] of Object.entries(CAUSES)) {
    const speaks = JSON.stringify(fix).includes('message below');
    if (party === 'nobody') expect(message, id).toBeUndefined();
    else if (party === 'you') expect(message !== undefined, id).toBe(speaks);
    else expect([message !== undefined, speaks], id).toEqual([true, true]);
  }
});

it('names only causes in the steps of providers and programs', () => {
  for (const { steps = {} } of [...PROVIDERS, ...PROGRAMS]) {
    for (const id of Object.keys(steps)) expect(Object.keys(CAUSES)).toContain(id);
  }
});

it.each(Object.keys(WARNINGS))('the remark %s has a title without data', (id) => {
  const [words] = explainFindings(KNOWN, KNOWN_FACTS, [
    {
      id,
      severity: 'warning',
      entries: [],
      data: {
        helo: 'localhost',
        seconds: 12,
        refusedCount: 1,
        recipientCount: 2,
        refusedList: 'a',
        headerFrom: 'b',
        version: 'TLS 1.0',
        testServer: 'MailHog',
        writtenSender: 'a@gmail.com',
        owner: 'Google',
        domain: 'gmail.com',
      },
    },
  ]);
  expect(words?.title).toMatch(/^[A-Z0-9].*\.$/);
  expect(words?.title).not.toMatch(/[{}]|undefined/);
});

describe('the program and the provider', () => {
  it('name the field and the page', () => {
    const [words] = explainFindings(KNOWN, { ...KNOWN_FACTS, outcome: 'auth-failed' }, [
      { id: 'wrong-credentials', severity: 'error', entries: [3] },
    ]);
    expect(words?.fix[0]).toContain('myaccount.google.com/apppasswords');
    expect(words?.fix.join('\n')).toContain('“SMTP Username” (WP Mail SMTP → Settings)');
    expect(words?.entries).toEqual([3]);
  });

  it('are not guessed', () => {
    const [words] = explainFindings(EMPTY, factsWith('auth-failed'), [
      { id: 'wrong-credentials', severity: 'error', entries: [] },
    ]);
    expect(words?.fix.join('\n')).not.toMatch(/google|WP Mail|\$mail/i);
  });
});

it('fills in what the log says', () => {
  const [grey] = explainFindings(KNOWN, { ...KNOWN_FACTS, outcome: 'deferred' }, [
    { id: 'greylisted', severity: 'error', entries: [] },
  ]);
  expect(grey?.fix[0]).toContain('Wait 5 minutes,');
  expect(grey).toMatchObject({ party: 'nobody', temporary: true, message: null });
  const [listed] = explainFindings(KNOWN, KNOWN_FACTS, [
    { id: 'blocklisted-ip', severity: 'error', entries: [] },
  ]);
  expect(listed?.title).toContain('203.0.113.9');
  expect(listed?.fix.join('\n')).toContain('https://example.net/why');
  expect(listed?.message).toContain('Greylisted for 300 seconds');
});

it('keeps paths of the web server out of texts to others', () => {
  const facts = {
    ...factsWith('tls-failed'),
    decidingText: 'certificate verify failed [/home/u1/public_html/wp-includes/SMTP.php line 467]',
  };
  const [words] = explainFindings(EMPTY, facts, [
    { id: 'tls-certificate-untrusted', severity: 'error', entries: [] },
  ]);
  expect(words?.message).toContain('certificate verify failed');
  expect(words?.message).not.toContain('/home');
});

it('quotes no credential', () => {
  const log = [
    '220 mail.example.org ESMTP',
    'EHLO shop.example.com',
    '250-mail.example.org',
    '250 AUTH PLAIN LOGIN',
    'AUTH PLAIN AGxhYkBleGFtcGxlLmNvbQBMYWItczNjcmV0LTk=',
    '535 5.7.8 Error: authentication failed',
    'QUIT',
    '221 2.0.0 Bye',
  ].join('\n');
  const [found] = analyze(log).sessions;
  expect(found?.findings.map(({ id }) => id)).toContain('password-visible');
  const words = found && explainFindings(found.session, found.facts, found.findings);
  expect(JSON.stringify(words)).not.toMatch(/AGxhY|Lab-s3/);
});
