import { describe, expect, it } from 'vitest';
import { analyze } from '../lib/analyze.ts';
import { explainEntry, explainPart, type LineText } from '../lib/explain-lines.ts';
import type { Entry, Exchange, Facts, Session } from '../lib/types.ts';

/** The article's session in small: level 4, STARTTLS, LOGIN, accepted. */
const ACCEPTED = `2026-11-23 10:49:15 Connection: opening to smtp.example.com:587, timeout=300, options=array()
2026-11-23 10:49:15 Connection: opened
2026-11-23 10:49:15 SMTP INBOUND: "220 smtp.example.com Welcome to our mail server"
2026-11-23 10:49:15 SERVER -> CLIENT: 220 smtp.example.com Welcome to our mail server
2026-11-23 10:49:15 CLIENT -> SERVER: EHLO lab.example.org
2026-11-23 10:49:15 SMTP INBOUND: "250-smtp.example.com"
2026-11-23 10:49:15 SMTP INBOUND: "250-8BITMIME"
2026-11-23 10:49:15 SMTP INBOUND: "250-STARTTLS"
2026-11-23 10:49:15 SMTP INBOUND: "250 2.0.0 Hi lab.example.org. Nice to meet you."
2026-11-23 10:49:15 SERVER -> CLIENT: 250-smtp.example.com250-8BITMIME250-STARTTLS250 2.0.0 Hi lab.example.org. Nice to meet you.
2026-11-23 10:49:15 CLIENT -> SERVER: STARTTLS
2026-11-23 10:49:15 SERVER -> CLIENT: 220 Ready to start TLS
2026-11-23 10:49:15 CLIENT -> SERVER: EHLO lab.example.org
2026-11-23 10:49:15 SERVER -> CLIENT: 250-smtp.example.com250-SIZE 35882577250-AUTH LOGIN PLAIN250 HELP
2026-11-23 10:49:15 Auth method requested: UNSPECIFIED
2026-11-23 10:49:15 Auth methods available on the server: LOGIN,PLAIN
2026-11-23 10:49:15 Requested auth method not available:
2026-11-23 10:49:15 Auth method selected: LOGIN
2026-11-23 10:49:15 CLIENT -> SERVER: AUTH LOGIN
2026-11-23 10:49:15 SERVER -> CLIENT: 334 VXNlcm5hbWU6
2026-11-23 10:49:15 CLIENT -> SERVER: bGFiQGV4YW1wbGUuY29t
2026-11-23 10:49:15 SERVER -> CLIENT: 334 UGFzc3dvcmQ6
2026-11-23 10:49:15 CLIENT -> SERVER: TGFiLXMzY3JldC05
2026-11-23 10:49:16 SERVER -> CLIENT: 235 2.7.0 Authentication successful
2026-11-23 10:49:16 CLIENT -> SERVER: MAIL FROM:<lab@example.com> SIZE=1200
2026-11-23 10:49:16 SERVER -> CLIENT: 250 OK
2026-11-23 10:49:16 CLIENT -> SERVER: RCPT TO:<alice@example.net>
2026-11-23 10:49:16 SERVER -> CLIENT: 250 2.1.5 Recipient accepted.
2026-11-23 10:49:16 CLIENT -> SERVER: DATA
2026-11-23 10:49:16 SERVER -> CLIENT: 354 End data with <CR><LF>.<CR><LF>
2026-11-23 10:49:16 CLIENT -> SERVER: Subject: Test email
2026-11-23 10:49:16 CLIENT -> SERVER: X-Shop-Order: 7
2026-11-23 10:49:16 CLIENT -> SERVER: 
2026-11-23 10:49:16 CLIENT -> SERVER: 550 looks like a refusal
2026-11-23 10:49:16 CLIENT -> SERVER: .
2026-11-23 10:49:16 SERVER -> CLIENT: 250 2.0.0 Ok: queued as 4XyzAB12345
2026-11-23 10:49:16 CLIENT -> SERVER: QUIT
2026-11-23 10:49:16 SERVER -> CLIENT: 221 Bye
2026-11-23 10:49:16 Connection: closed`;

/** Explains a log; the answer is asked by the line's number. */
function explained(log: string): (line: number) => LineText {
  const lines = new Map<number, LineText>();
  for (const { session, facts, findings } of analyze(log).sessions) {
    for (const [index, entry] of session.entries.entries()) {
      lines.set(entry.line, explainEntry(session, facts, index, findings));
    }
  }
  return (line) => lines.get(line) ?? { brief: '', full: '', severity: 'info' };
}

/** Explains a log without marks, whose lines are easier to write. */
function raw(...lines: readonly string[]): (line: number) => LineText {
  return explained(lines.join('\n'));
}

const HELLO = ['220 mail.example.org ESMTP', 'EHLO client.example.org'] as const;

describe('a session that went well', () => {
  const at = explained(ACCEPTED);

  it('leaves no line without a phrase and sentences, and none of them is red', () => {
    for (const [index] of ACCEPTED.split('\n').entries()) {
      const { brief, full, severity } = at(index + 1);
      expect(brief, `line ${index + 1}`).not.toBe('');
      expect(brief.length, brief).toBeLessThanOrEqual(60);
      expect(brief).not.toMatch(/\.$/);
      expect(full, `line ${index + 1}`).toMatch(/^[A-Z0-9“].*[.)”]$/);
      expect(severity).not.toBe('error');
    }
  });

  it('never tells the password', () => {
    for (const [index] of ACCEPTED.split('\n').entries()) {
      const { brief, full } = at(index + 1);
      expect(`${brief} ${full}`).not.toMatch(/TGFiLXMzY3JldC05|Lab-s3cret/);
    }
    expect(at(23).brief).toMatch(/Password/);
    expect(at(23).full).toMatch(/not encryption/);
  });

  it('names host and port and what the port is for', () => {
    expect(at(1).brief).toBe('Connecting to smtp.example.com, port 587');
    expect(at(1).full).toMatch(/STARTTLS/);
    expect(at(1).full).toMatch(/5 minutes/);
    expect(at(1).full).toMatch(/firewall/);
    expect(at(2).full).toMatch(/greeting comes next/);
  });

  it('tells a copy from its original', () => {
    expect(at(3).full).toMatch(/line 4, as it came/);
    expect(at(3).brief).toBe(at(4).brief);
    expect(at(4).full).not.toMatch(/same reply/);
    expect(at(6).full).toMatch(/line 10/);
    expect(at(4).full).toMatch(/not the name that you asked for/);
    expect(at(3).full).not.toMatch(/not the name that you asked for/);
  });

  it('explains the introduction, its fallback, and the second one', () => {
    expect(at(5).brief).toBe('Client introduces itself as lab.example.org');
    expect(at(5).full).toMatch(/HELO/);
    expect(at(13).brief).toBe('Client introduces itself again, as lab.example.org');
    expect(at(13).full).toMatch(/encrypted now/);
  });

  it('explains a glued list of features and what is missing from it', () => {
    expect(at(10).brief).toBe('Server offers 8BITMIME, STARTTLS');
    expect(at(10).full).toMatch(/line breaks in it were lost/);
    expect(at(10).full).toMatch(/AUTH\) is not in the list yet/);
    expect(at(14).brief).toBe('Server offers SIZE (35.9 MB), AUTH LOGIN PLAIN, HELP');
    expect(at(8).full).toMatch(/makes use of it in line 11/);
    expect(at(9).brief).toMatch(/Friendly words/);
  });

  it('says that the handshake may fail after STARTTLS', () => {
    expect(at(11).full).toMatch(/support TLS/);
    expect(at(12).brief).toBe('Server is ready to encrypt');
    expect(at(12).full).toMatch(/handshake can fail/);
  });

  it('calls the missing login method harmless when none was asked for', () => {
    expect(at(15).brief).toBe('Settings name no login method');
    expect(at(17).brief).toMatch(/harmless/);
    expect(at(17).severity).toBe('info');
    expect(at(18).brief).toBe('Login method chosen: LOGIN');
  });

  it('decodes the questions of the login and the user name', () => {
    expect(at(20).brief).toBe('Server asks for the user name');
    expect(at(20).full).toMatch(/“Username:”/);
    expect(at(20).full).toMatch(/not an error/);
    expect(at(20).severity).toBe('ok');
    expect(at(21).brief).toBe('User name: lab@example.com');
    expect(at(22).full).toMatch(/“Password:”/);
    expect(at(24).brief).toBe('Login accepted');
    expect(at(19).full).toMatch(/Here it is encrypted/);
    expect(at(23).full).toMatch(/encrypted connection protects it/);
    expect(at(14).full).toMatch(/inside the encryption/);
    expect(at(10).full).not.toMatch(/inside the encryption/);
    expect(at(24).full).toMatch(/535/);
  });

  it('explains sender, recipient and message', () => {
    expect(at(25).brief).toBe('Sender: lab@example.com');
    expect(at(25).full).toMatch(/1\.2 kB/);
    expect(at(27).brief).toBe('Recipient: alice@example.net');
    expect(at(28).full).toMatch(/this recipient gets nothing/);
    expect(at(30).full).toMatch(/single dot|nothing but a dot/);
    expect(at(31).brief).toBe('Header Subject: the subject');
    expect(at(31).full).toMatch(/message itself begins/);
    expect(at(32).brief).toBe('Header X-Shop-Order, a private one');
    expect(at(33).brief).toMatch(/Empty line/);
    expect(at(34).brief).toBe('Text of the message');
    expect(at(35).full).toMatch(/line 36/);
  });

  it('says accepted, not delivered, and gives the queue number', () => {
    expect(at(36).brief).toBe('Message accepted for delivery, number 4XyzAB12345');
    expect(at(36).full).toMatch(/not yet in the recipient’s inbox/);
    expect(at(36).full).toMatch(/malformed/);
    expect(at(37).full).toMatch(/stays accepted/);
    expect(at(38).brief).toBe('Server says goodbye');
    expect(at(39).full).toMatch(/accepted before/);
  });
});

describe('refusals', () => {
  it('are red where they decided, and their copies are not', () => {
    const at = raw(
      ...HELLO,
      '250 mail.example.org',
      'MAIL FROM:<a@example.com>',
      '250 2.1.0 Ok',
      'RCPT TO:<nosuch@example.net>',
      '550-5.1.1 The account does not exist. Please try',
      '550 5.1.1 https://support.example.net/nosuchuser',
      'QUIT',
      '221 2.0.0 Bye',
    );
    expect(at(6).severity).toBe('ok');
    expect(at(6).full).toMatch(/in line 7/);
    expect(at(7).brief).toBe('Recipient refused: no such mailbox');
    expect(at(7).severity).toBe('error');
    expect(at(7).full).toMatch(/5\.1\.1/);
    expect(at(7).full).toMatch(/stopped the mail/);
    expect(at(8).severity).toBe('error');
    expect(at(8).brief).toBe('Refusal goes on: a link that explains it');
    expect(at(10).severity).toBe('ok');
  });

  it('tell a wrong password and the harmless word behind it', () => {
    const at = raw(
      ...HELLO,
      '250-mail.example.org',
      '250 AUTH LOGIN',
      'AUTH LOGIN',
      '334 VXNlcm5hbWU6',
      'bGFiQGV4YW1wbGUuY29t',
      '334 UGFzc3dvcmQ6',
      'TGFiLXMzY3JldC05',
      '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
      'QUIT',
      '221 Bye',
    );
    expect(at(10).brief).toBe('Login refused');
    expect(at(10).full).toMatch(/app password/);
    expect(at(10).full).toMatch(/harmless and no secret/);
    expect(at(10).severity).toBe('error');
    expect(at(12).severity).toBe('ok');
  });

  it('say "for now" of a 4, and read 454 by its step', () => {
    const tls = raw(
      ...HELLO,
      '250-mail.example.org',
      '250 STARTTLS',
      'STARTTLS',
      '454 4.7.0 TLS not available',
    );
    expect(tls(6).brief).toMatch(/Encryption not available/);
    expect(tls(6).full).toMatch(/for now/);
    const login = raw(
      ...HELLO,
      '250-mail.example.org',
      '250 AUTH PLAIN',
      'AUTH PLAIN AGEAYg==',
      '454 4.7.0 Temporary authentication failure',
    );
    expect(login(6).brief).toMatch(/Login not possible right now/);
  });

  it('to the message itself are told at its dot', () => {
    const at = raw(
      ...HELLO,
      '250 mail.example.org',
      'MAIL FROM:<a@example.com>',
      '250 Ok',
      'RCPT TO:<b@example.net>',
      '250 Ok',
      'DATA',
      '354 Go ahead',
      'Subject: x',
      '',
      '.',
      '554 5.7.1 Spam message rejected',
      'QUIT',
      '221 Bye',
    );
    expect(at(12).full).toMatch(/refuses the message, in line 13/);
    expect(at(13).brief).toBe('Message refused: taken for spam');
    expect(at(13).severity).toBe('error');
  });

  it('speak of the cause that the verdict names', () => {
    const [found] = analyze(
      [
        ...HELLO,
        '250 mail.example.org',
        'MAIL FROM:<a@example.com>',
        '250 Ok',
        'RCPT TO:<b@example.net>',
        '550 No',
      ].join('\n'),
    ).sessions;
    if (!found) throw new Error('no session');
    const index = found.session.entries.findIndex(({ line }) => line === 7);
    const finding = { id: 'mailbox-full', severity: 'error', entries: [index] } as const;
    const { brief, full } = explainEntry(found.session, found.facts, index, [finding]);
    expect(brief).toBe('Recipient refused: mailbox full');
    expect(full).toMatch(/points to this reason: mailbox full/);
  });

  it('are of no weight where HELO goes well after EHLO', () => {
    const at = raw(
      ...HELLO,
      '502 Command not implemented',
      'HELO client.example.org',
      '250 mail.example.org',
      'MAIL FROM:<a@example.com>',
      '250 Ok',
      'RCPT TO:<b@example.net>',
      '250 Ok',
      'DATA',
      '354 Go ahead',
      'Subject: x',
      '',
      '.',
      '250 Ok',
      'QUIT',
      '221 Bye',
    );
    expect(at(3).severity).toBe('info');
    expect(at(3).full).toMatch(/no harm/);
    expect(at(4).brief).toBe('Client tries the older HELO, as client.example.org');
  });

  it('are warnings where the session went on for others', () => {
    const at = raw(
      ...HELLO,
      '250 mail.example.org',
      'MAIL FROM:<a@example.com>',
      '250 Ok',
      'RCPT TO:<busy@example.net>',
      '450 4.2.0 <busy@example.net>: Greylisted for 60 seconds',
      'RCPT TO:<b@example.net>',
      '250 Ok',
      'DATA',
      '354 Go ahead',
      'Subject: x',
      '',
      '.',
      '250 Ok',
      'QUIT',
      '221 Bye',
    );
    expect(at(7).brief).toBe('Recipient put off for now: greylisted, try again later');
    expect(at(15).severity).toBe('ok');
  });

  it('call the cPanel banner harmless', () => {
    const at = raw(
      '220-host.example.org ESMTP Exim 4.96',
      '220-We do not authorize the use of this system to transport unsolicited,',
      '220 and/or bulk e-mail.',
      'EHLO client.example.org',
      '250 host.example.org Hello',
      'QUIT',
      '221 Bye',
    );
    expect(at(1).brief).toBe('Server host.example.org greets the client');
    expect(at(2).brief).toMatch(/harmless/);
    expect(at(3).severity).toBe('ok');
    expect(at(3).full).toMatch(/not a refusal/);
  });
});

describe('features of the server', () => {
  const brief = (line: string): LineText =>
    raw(...HELLO, '250-mail.example.org', `250-${line}`, '250 HELP', 'QUIT', '221 Bye')(4);

  it('explains the parameter', () => {
    expect(brief('SIZE 35882577').brief).toBe('Takes messages up to 35.9 MB');
    expect(brief('SIZE 35882577').full).toMatch(/35,882,577/);
    expect(brief('SIZE 0').brief).toMatch(/no fixed size limit/);
    expect(brief('SIZE').brief).toMatch(/no fixed size limit/);
    expect(brief('AUTH PLAIN XOAUTH2').brief).toBe('Offers login: PLAIN, XOAUTH2');
    expect(brief('AUTH=LOGIN PLAIN').brief).toBe('Offers login: LOGIN, PLAIN');
    expect(brief('LIMITS RCPTMAX=100').full).toMatch(/at most 100 recipients/);
    expect(brief('FUTURERELEASE 86400 2030-01-01T00:00:00Z').full).toMatch(/1 day/);
  });

  it('is honest about what it does not know', () => {
    expect(brief('XFANCY 1 2').brief).toBe('A private feature of the server (XFANCY)');
    expect(brief('FANCY').full).toMatch(/not among the registered/);
    expect(brief('XXXXXXXA').brief).toMatch(/firewall/);
    expect(brief('STARTTLS').brief).toBe('Offers encryption (STARTTLS)');
  });

  it('warns that a login before encryption can be read', () => {
    const log = [...HELLO, '250-mail.example.org', '250-AUTH PLAIN', '250 STARTTLS', 'QUIT'];
    expect(raw(...log)(4).full).toMatch(/not encrypted at this point/);
    // Without STARTTLS in the list the connection may be encrypted from the start.
    expect(brief('AUTH PLAIN').full).not.toMatch(/not encrypted/);
  });
});

describe('what no dialect has shown yet', () => {
  const facts: Facts = {
    tls: 'unknown',
    auth: { attempted: [], result: 'none' },
    envelope: { to: [], rejectedTo: [] },
    outcome: 'incomplete',
    offered: new Map(),
    offeredBeforeTls: new Map(),
    decidingText: '',
  };

  function one(entry: Partial<Entry>, exchanges: Exchange[] = []): LineText {
    const whole: Entry = {
      line: 1,
      endLine: 1,
      from: 'tool',
      kind: 'note',
      phase: 'connect',
      text: '',
      at: 0,
      ...entry,
    };
    const session: Session = {
      dialect: 'other',
      title: 'Other',
      firstLine: 1,
      lastLine: 1,
      entries: [whole],
      exchanges,
      secrets: [],
      message: {},
    };
    return explainEntry(session, facts, 0, []);
  }

  it('always has words', () => {
    const events = [
      'connecting',
      'connected',
      'connect-failed',
      'tls-failed',
      'closed',
      'lost',
      'timeout',
      'auth-requested',
      'auth-available',
      'auth-unavailable',
      'auth-selected',
      'auth-failed',
      'command-failed',
      'failed',
      'sent',
      'garbage',
      'silence',
      'content',
      'remark',
    ] as const;
    for (const event of events) {
      const { brief, full } = one({ event });
      expect(brief, event).not.toBe('');
      expect(full, event).toMatch(/\.$/);
    }
    expect(one({}).brief).toBe('A remark of the program');
    expect(
      explainEntry({ entries: [], exchanges: [] } as unknown as Session, facts, 3, []).brief,
    ).not.toBe('');
  });

  it('reads any code by class and step', () => {
    for (let code = 200; code < 600; code++) {
      for (const phase of [
        'greeting',
        'ehlo',
        'starttls',
        'auth',
        'mail',
        'rcpt',
        'data',
        'message',
        'quit',
      ] as const) {
        const reply = { code, text: '', more: false };
        const { brief, full } = one({ from: 'server', kind: 'reply', phase, reply });
        expect(brief.length, `${code} ${phase}`).toBeLessThanOrEqual(60);
        expect(brief, `${code} ${phase}`).not.toBe('');
        expect(full, `${code} ${phase}`).toMatch(/\.$/);
      }
    }
    const odd = { code: 588, text: 'Nope', more: false };
    expect(one({ from: 'server', kind: 'reply', phase: 'rcpt', reply: odd }).full).toMatch(
      /588 is no registered code/,
    );
  });

  it('composes a meaning for an enhanced code that is not registered', () => {
    const reply = { code: 550, enhanced: '5.7.606', text: 'Access denied', more: false };
    const { full } = one({ from: 'server', kind: 'reply', phase: 'rcpt', reply });
    expect(full).toMatch(/5\.7\.606 is about security or policy/);
    expect(full).toMatch(/not a registered one/);
  });

  it('shows an unknown command only if it is a plain word', () => {
    const shown = (verb: string): LineText =>
      one({ from: 'client', kind: 'command', phase: 'mail', verb, exchange: 0 }, [
        { command: { verb, argument: '', entry: 0 } },
      ]);
    expect(shown('XFOO').brief).toMatch(/XFOO/);
    expect(shown('XFOO').full).toMatch(/private/);
    expect(shown('EHLOO').full).toMatch(/EHLO was meant/);
    expect(shown('TGFILXMZY3JLDC05').brief).not.toMatch(/TGFI/);
    expect(shown('TGFILXMZY3JLDC05').full).not.toMatch(/TGFI/);
  });

  it('warns where the options switch certificate checks off', () => {
    const log = (check: boolean): string =>
      `2026-11-23 10:49:15 Connection: opening to mail.example.org:465, timeout=10, options=array ( 'ssl' => array ( 'verify_peer' => ${check}, ), )
2026-11-23 10:49:15 Connection: opened`;
    expect(explained(log(false))(1).severity).toBe('warning');
    expect(explained(log(false))(1).full).toMatch(/certificate off/);
    expect(explained(log(true))(1).severity).toBe('info');
  });

  it('sees that encryption at once and port 587 do not fit', () => {
    const log = (host: string): string =>
      `2026-11-23 10:49:15 Connection: opening to ${host}, timeout=30, options=array()
2026-11-23 10:49:15 SMTP ERROR: Failed to connect to server:  (0)
2026-11-23 10:49:15 SMTP Error: Could not connect to SMTP host.`;
    expect(explained(log('ssl://smtp.example.com:587'))(1).full).toMatch(
      /Port 465 is the one for that/,
    );
    expect(explained(log('ssl://smtp.example.com:465'))(1).full).not.toMatch(/does not understand/);
    expect(explained(log('smtp.example.com:587'))(1).full).not.toMatch(/at once/);
  });

  it('tells what is behind a token, a puzzle and hidden words', () => {
    const login = (credential: NonNullable<Entry['credential']>): LineText =>
      one({ from: 'client', kind: 'command', phase: 'auth', verb: '(auth-data)', credential });
    expect(login('token').full).toMatch(/do not share/);
    expect(login('response').brief).toBe('Client answers the puzzle');
    expect(login('hidden').full).toMatch(/nothing secret can be read/);
    expect(login('cancel').full).toMatch(/501/);
    const failed = { code: 334, text: 'eyJzdGF0dXMiOiI0MDEifQ==', more: false };
    expect(one({ from: 'server', kind: 'reply', phase: 'auth', reply: failed }).severity).toBe(
      'warning',
    );
    expect(one({ from: 'server', kind: 'reply', phase: 'auth', reply: failed }).brief).toMatch(
      /Token refused/,
    );
  });

  it('explains each part of a reply without line breaks', () => {
    const [found] = analyze(ACCEPTED).sessions;
    const index = found?.session.entries.findIndex(({ line }) => line === 14) ?? -1;
    const parts = found?.session.entries[index]?.parts ?? [];
    const briefs = parts.map(
      (part) => found && explainPart(part, found.session, found.facts, index),
    );
    expect(briefs).toEqual([
      'Accepted by smtp.example.com',
      'Takes messages up to 35.9 MB',
      'Offers login: LOGIN, PLAIN',
      'Offers a help command (HELP)',
    ]);
  });

  it('cuts long names between words', () => {
    const path = `FROM:<${'a'.repeat(60)}@example.com>`;
    const { brief } = one(
      { from: 'client', kind: 'command', phase: 'mail', verb: 'MAIL', exchange: 0 },
      [{ command: { verb: 'MAIL', argument: path, entry: 0 } }],
    );
    expect(brief.length).toBeLessThanOrEqual(60);
    expect(brief).toMatch(/…$/);
  });
});
