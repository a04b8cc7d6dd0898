import { expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';

/** Each session as `host:port tls from > to !refused outcome phase cause`. */
function read(text: string): string[] {
  return explain(analyze(text)).sessions.map((session) => {
    const { server, tls, envelope, outcome, failedAt, findings } = session;
    const cause = findings.find(({ severity }) => severity === 'error')?.id ?? '-';
    const where = `${server?.host ?? '-'}:${server?.port ?? '-'}`;
    const who = `${envelope.from ?? '?'} > ${envelope.to.join(',')} !${envelope.rejectedTo.join(',')}`;
    expect(session.dialect).toBe('exim-mainlog');
    return `${where} ${tls} ${who} ${outcome} ${failedAt ?? '-'} ${cause}`;
  });
}

test('each host that was tried is a session of its own', () => {
  const id = '2026-11-23 20:01:53.123 +0000 [778] 1xVaEb-0000000006z-1J2K';
  expect(
    read(
      [
        `${id} <= a@example.org U=root P=local S=372`,
        `${id} H=mx1.example.net [192.0.2.14]: Connection refused`,
        `${id} H=mx2.example.net [192.0.2.15]: SMTP timeout after initial connection: Connection timed out`,
        `${id} => b@example.net R=x T=y H=mx3.example.net [192.0.2.17] C="250 OK id=1xVaEp-00070v-0c"`,
        `${id} -> c@example.net R=x T=y H=mx3.example.net [192.0.2.17] C="250 OK id=1xVaEp-00070v-0c"`,
        `${id} Completed`,
      ].join('\n'),
    ),
  ).toEqual([
    'mx1.example.net:- unknown a@example.org >  ! connection-failed connect connection-refused',
    'mx2.example.net:- unknown a@example.org >  ! connection-failed greeting greeting-timeout',
    'mx3.example.net:- unknown a@example.org > b@example.net,c@example.net ! accepted - -',
  ]);
});

test('old versions name the host in the words, and without H=', () => {
  expect(
    read(
      `2012-10-18 10:05:00 1TOtoW-00055W-Er mx.example.net [192.0.2.9] Connection timed out
2012-10-18 10:05:00 1TOtoW-00055W-Er == b@example.net R=lookuphost T=remote_smtp defer (110): Connection timed out
2012-10-18 10:05:00 1TOtoW-00055W-Er ** b@example.net: retry timeout exceeded
2012-10-18 10:05:09 1TOtoX-00055W-Er ** b@example.com R=r T=t: SMTP error from remote mail server after RCPT TO:<b@example.com>: host mx.example.com [192.0.2.8]: 550 No such user`,
    ),
  ).toEqual([
    'mx.example.net:- unknown ? > b@example.net ! connection-failed connect connection-timeout',
    'mx.example.com:- unknown ? > b@example.com !b@example.com rejected rcpt recipient-unknown',
  ]);
});

test.each([
  [
    '== b@example.net R=r T=t defer (-1): host lookup did not complete',
    'connection-failed connect dns-failure',
  ],
  [
    '** b@example.net R=r T=t: all relevant MX records point to non-existent hosts',
    'connection-failed connect domain-not-found',
  ],
  [
    '== b@example.net R=r T=t defer (-53): retry time not reached for any host',
    'deferred connect retry-time-not-reached',
  ],
  ['** b@example.net: Unrouteable address', 'rejected rcpt domain-not-found'],
  [
    '** b@example.net R=enforce_mail_permissions: Domain example.org has exceeded the max emails per hour (51/50 (102%)) allowed.  Message discarded.',
    'rejected rcpt sending-quota-exceeded',
  ],
  [
    '== b@example.net R=r T=t defer (-18) H=mx.example.net [192.0.2.1]: Remote host closed connection in response to end of data',
    'dropped message connection-dropped',
  ],
  [
    '== b@example.net R=r T=t defer (-37) H=mx.example.net [192.0.2.1]: TLS session: (gnutls_handshake): A TLS fatal alert has been received.',
    'tls-failed starttls tls-handshake-failed',
  ],
  [
    '** b@example.net R=r T=t H=mx.example.net [192.0.2.1] X=TLS1.2:x:128 DN="/C=US: x/CN=b": SMTP error from remote mail server after DATA: 554 5.7.1 spam',
    'rejected data spam-content',
  ],
  [
    '== b@example.net R=r T=t defer (-46) H=mx.example.net [2001:db8::1a]: SMTP error from remote mail server after pipelined sending data block: 451 4.7.1 Greylisting in action',
    'deferred message greylisted',
  ],
])('%s', (words, end) => {
  const [session = ''] = read(`2026-11-23 20:01:58 1xVaEr-0006zz-3D ${words}`);
  expect(session.endsWith(end), session).toBe(true);
});

test.each([
  [
    'H=[192.0.2.6]:22 rejected connection in "connect" ACL: Your host is blacklisted',
    'rejected greeting blocklisted-ip',
  ],
  [
    'rejected EHLO from [192.0.2.7]:1111: syntactically invalid argument(s): foo_bar',
    'rejected ehlo helo-rejected',
  ],
  [
    'SMTP call from (x) [192.0.2.9]:22 dropped: too many syntax or protocol errors (last command was "FOO")',
    'rejected ehlo too-many-errors',
  ],
  [
    'TLS error on connection from (x.example) [192.0.2.10]:22 (SSL_accept): error:14094418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca',
    'tls-failed starttls tls-certificate-untrusted',
  ],
  [
    'unexpected disconnection while reading SMTP command from (x) [192.0.2.11]:22 D=2s',
    'dropped ehlo connection-dropped',
  ],
  [
    'SMTP data timeout (message abandoned) on connection from (x) [192.0.2.13]:22 F=<a@example.org>',
    'dropped message idle-timeout',
  ],
  [
    'H=(x) [192.0.2.15]:22 rejected MAIL <a@example.org>: Sender verify failed',
    'rejected mail sender-rejected',
  ],
  [
    'rejected from <a@example.org> H=(x) [192.0.2.16]:22: message too big: read=60000000 max=52428800',
    'rejected message message-too-large',
  ],
  [
    'H=(x) [192.0.2.16]:22 F=<a@example.org> temporarily rejected RCPT <b@example.com>: greylisted, try later',
    'deferred rcpt greylisted',
  ],
])('%s', (words, end) => {
  const [session = ''] = read(`2026-11-23 20:02:06 ${words}`);
  expect(session.endsWith(end), session).toBe(true);
});

test('a connection is told by the client’s address and port', () => {
  const client = 'H=(client.example.org) [192.0.2.4]:5555';
  expect(
    read(
      [
        '2026-11-23 20:02:13 SMTP connection from [192.0.2.4]:5555 (TCP/IP connection count = 1)',
        `2026-11-23 20:02:14 ${client} F=<a@example.org> rejected RCPT <x@example.com>: relay not permitted`,
        '2026-11-23 20:02:14 login authenticator failed for (y) [192.0.2.5]:1: 535 Incorrect authentication data (set_id=y)',
        `2026-11-23 20:02:15 1xVaEp-00070v-0c <= a@example.org ${client} P=esmtp S=532`,
        '2026-11-23 20:02:15 1xVaEp-00070v-0c => alice <alice@example.com> R=local T=file',
        '2026-11-23 20:02:16 SMTP connection from (client.example.org) [192.0.2.4]:5555 closed by QUIT',
      ].join('\n'),
    ),
  ).toEqual([
    '-:- none a@example.org > x@example.com,alice@example.com !x@example.com partially-accepted rcpt relay-denied',
    '-:- none ? >  ! auth-failed auth wrong-credentials',
  ]);
});

test('what an authenticator says goes on without a date', () => {
  const [session] = explain(
    analyze(`2026-11-23 20:01:53 1xVaEb-0006zB-1J plain_c authenticator failed H=smtp.example.com [192.0.2.14] 535-5.7.8 Username and Password not accepted. Learn more at
535 5.7.8  https://support.webmail.test/mail/?p=BadCredentials abc - wsmtp
2026-11-23 20:01:53 1xVaEb-0006zB-1J == b@example.net R=smart T=remote defer (-42) H=smtp.example.com [192.0.2.14]: authentication required but authentication attempt(s) failed`),
  ).sessions;
  expect(session?.auth).toEqual({ mechanism: 'PLAIN', result: 'rejected', user: null });
  expect(session?.outcome).toBe('auth-failed');
  expect(session?.entries.map(({ code }) => code)).toEqual([535, 535, null]);
});

test('grep, syslog and a brought message that goes on to another server', () => {
  expect(
    read(
      `Nov 23 20:01:57 host exim[123]: 2023-05-01 10:00:00 1ptAbC-0004xy-2z <= a@example.com H=(x) [192.0.2.3]:5555 P=esmtpsa X=TLS1.3:x:256 A=dovecot_plain:a@example.com S=16442 T="Waiting for you" for b@example.net
/var/log/exim_mainlog:2023-05-01 10:00:01 1ptAbC-0004xy-2z => b@example.net R=dkim_lookuphost T=dkim_remote_smtp H=mx.example.net [192.0.2.27]:465 X=TLS1.3:x:256 CV=yes C="250 2.0.0 OK" QT=2s DT=1s`,
    ),
  ).toEqual([
    '-:- starttls a@example.com > b@example.net ! accepted - -',
    'mx.example.net:465 implicit a@example.com > b@example.net ! accepted - -',
  ]);
});
