import { expect, test } from 'vitest';
import { delivered } from './delivered.ts';

const TO = 'to=<b@example.net>, delay=00:00:02, xdelay=00:00:02, mailer=esmtp, pri=120812';
const RELAY = 'relay=mx.example.net. [192.0.2.9]';

test.each([
  [`${RELAY}, dsn=2.0.0, stat=Sent (Ok: queued as 4GK8RqJY4x)`, 'accepted - -'],
  [`${RELAY}, dsn=5.1.1, stat=User unknown`, 'rejected rcpt recipient-unknown'],
  [
    `${RELAY}, dsn=5.1.1, reply=550 5.1.1 <b@example.net>: No such user, stat=User unknown`,
    'rejected rcpt recipient-unknown',
  ],
  [
    `${RELAY}, dsn=4.0.0, stat=Deferred: Connection refused by mx.example.net.`,
    'connection-failed connect connection-refused',
  ],
  [
    `${RELAY}, dsn=4.2.0, stat=Deferred: 450 4.2.0 <b@example.net>: Greylisted`,
    'deferred rcpt greylisted',
  ],
  [
    'relay=example.net, dsn=5.1.2, stat=Host unknown (Name server: example.net: host not found)',
    'connection-failed connect dns-failure',
  ],
  [
    `${RELAY}, dsn=4.4.2, stat=Deferred: Connection reset by mx.example.net.`,
    'connection-failed greeting connection-dropped',
  ],
])('%s', (words, end) => {
  const [session = ''] = delivered(
    `Nov 23 18:20:11 mail sm-mta[24121]: 4ANIK9bB024110: ${TO}, ${words}`,
  );
  expect(session.endsWith(end), session).toBe(true);
});

test('a message that a program hands over, that comes in and goes out', () => {
  const log = `sendmail[24117]: 4ANIK9aB024117: from=root, size=612, class=0, nrcpts=1, msgid=<x@y>, relay=root@localhost
sm-mta[24119]: STARTTLS=server, relay=localhost [127.0.0.1], version=TLSv1.3, verify=NO, cipher=x, bits=256/256
sm-mta[24119]: 4ANIK9bB024119: from=<root@mail.example.org>, size=812, class=0, nrcpts=1, msgid=<x@y>, proto=ESMTPS, daemon=MTA-v4, relay=localhost [127.0.0.1]
sendmail[24117]: 4ANIK9aB024117: to=b@example.net, ctladdr=root (0/0), delay=00:00:00, xdelay=00:00:00, mailer=relay, pri=30612, relay=[127.0.0.1] [127.0.0.1], dsn=2.0.0, stat=Sent (4ANIK9bB024119 Message accepted for delivery)
sm-mta[24121]: STARTTLS=client, relay=mx.example.net., version=TLSv1.3, verify=FAIL, cipher=x, bits=256/256
sm-mta[24121]: 4ANIK9bB024119: ${TO}, ${RELAY}, dsn=2.0.0, stat=Sent (Ok: queued)`;
  expect(delivered(log.replace(/^/gm, 'Nov 23 18:20:09 mail '))).toEqual([
    '127.0.0.1:- unknown - root > b@example.net ! accepted - -',
    '-:- starttls - root@mail.example.org >  ! accepted - -',
    'mx.example.net:- starttls - root@mail.example.org > b@example.net ! accepted - -',
  ]);
});

test('clients that were refused or fell silent', () => {
  const log = `sm-mta[24117]: AUTH=server, relay=x.example [203.0.113.25], authid=lab@example.com, mech=LOGIN, bits=0
sm-mta[24117]: 4ANIK9bB024120: timeout waiting for input from [203.0.113.25] during server cmd read
sm-mta[24119]: 4ANIK9bB024122: ruleset=check_relay, arg1=[203.0.113.25], arg2=203.0.113.25, relay=[203.0.113.25], reject=554 5.7.1 Rejected 203.0.113.25 found in zen.spamhaus.org
sm-mta[24120]: 4ANIK9bB024123: <nosuch@example.org>... User unknown
sm-mta[24120]: 4ANIK9bB024123: from=<a@b.example>, size=0, class=0, nrcpts=0, proto=ESMTP, daemon=MTA, relay=x [203.0.113.25]`;
  expect(delivered(log.replace(/^/gm, 'Nov 23 18:20:09 mail '))).toEqual([
    '-:- none LOGIN=accepted ? >  ! dropped ehlo idle-timeout',
    '-:- none - ? >  ! rejected greeting blocklisted-ip',
    '-:- none - a@b.example > nosuch@example.org !nosuch@example.org rejected rcpt recipient-unknown',
  ]);
});

test('a report: an answer behind DATA that was given to RCPT', () => {
  expect(
    delivered(`   ----- Transcript of session follows -----
... while talking to mx.example.net.:
>>> DATA
<<< 550-5.1.1 The email account that you tried to reach does not exist. Please try
<<< 550 5.1.1 double-checking the address
550 5.1.1 <b@example.net>... User unknown
<<< 503 5.5.1 RCPT first. x - wsmtp`),
  ).toEqual(['mx.example.net:- unknown - ? >  ! rejected rcpt recipient-unknown']);
});

test('a report and a dialogue without a reply', () => {
  expect(
    delivered(`   ----- Transcript of session follows -----
550 5.1.2 <b@nohost.example>... Host unknown (Name server: nohost.example: host not found)`),
  ).toEqual(['-:- unknown - ? > b@nohost.example ! connection-failed connect dns-failure']);
  expect(
    delivered(`b@example.net... Connecting to mx.example.net. port 587 via esmtp...
b@example.net... Deferred: Connection refused by mx.example.net.
Closing connection to mx.example.net.`),
  ).toEqual([
    'mx.example.net:587 unknown - ? > b@example.net ! connection-failed connect connection-refused',
  ]);
});
