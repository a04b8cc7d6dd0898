import { describe, expect, test } from 'vitest';
import { told } from './told.ts';

const ONE = '08DE2A1B3C4D5E6F';
const OTHER = '08DE2A1B3C4D5E70';

/** Rows of a connector that sends, and of one that receives. */
const out = (event: string, data = '', context = '', session = ONE) =>
  `2026-11-23T18:20:09.468Z,Outbound,${session},3,192.0.2.10:51234,198.51.100.20:25,${event},${data},${context}`;
const into = (event: string, data = '', context = '', session = OTHER) =>
  `2026-11-23T18:20:09.468Z,EX\\Default,${session},3,192.0.2.10:587,203.0.113.25:51234,${event},${data},${context}`;

const HELLO =
  '250  mail.corp.test Hello [203.0.113.25] SIZE 37748736 PIPELINING STARTTLS AUTH NTLM LOGIN CHUNKING';

describe('without a header', () => {
  test('both directions, mixed', () => {
    const log = [
      out('*', '', 'attempting to connect'),
      into('+'),
      out('+'),
      into('>', '220 mail.corp.test Microsoft ESMTP MAIL Service ready'),
      out('<', '220 mx.example.net ESMTP'),
      into('<', 'EHLO [10.0.0.1]'),
      out('>', 'EHLO mail.corp.test'),
      into('>', HELLO),
      out('<', '"250  mx.example.net at your service, [192.0.2.10] SIZE 1000 STARTTLS"'),
      out('>', 'STARTTLS'),
      out('<', '220 2.0.0 Ready to start TLS'),
      out('*', '', 'TLS negotiation failed with error UntrustedRoot'),
      out('-', '', 'Remote'),
      into('<', 'AUTH LOGIN'),
      into('>', '334 <authentication response>'),
      into('<', '<Binary Data>'),
      into('>', '334 <authentication response>'),
      into('<', '<Binary Data>'),
      into('*', '', 'Inbound authentication failed because of LogonDenied'),
      into('*', '', 'User Name: jdoe@corp.test'),
      into('*', "Tarpit for '0.00:00:05' due to '535 5.7.3 Authentication unsuccessful'"),
      into('>', '535 5.7.3 Authentication unsuccessful'),
      into('-', '', 'Remote(ConnectionReset)'),
    ];
    expect(told(log.join('\n'))).toMatchObject([
      {
        server: 'mx.example.net:25',
        tls: 'starttls',
        end: 'tls-failed at starttls: tls-certificate-untrusted',
      },
      {
        server: 'mail.corp.test:587',
        tls: 'none',
        user: 'jdoe@corp.test',
        end: 'auth-failed at auth: wrong-credentials',
      },
    ]);
  });

  test('begun in the middle: the words tell whose `>` is', () => {
    const log = [
      into('<', 'MAIL FROM:<a@corp.test> SIZE=100').replace(':587', ':10025'),
      into('<', 'RCPT TO:<b@x.test>').replace(':587', ':10025'),
      into('>', '250 2.1.0 Sender OK').replace(':587', ':10025'),
      into('>', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'),
    ];
    expect(told(log.join('\n'))).toMatchObject([
      { end: 'rejected at rcpt: relay-denied', rejectedTo: ['b@x.test'] },
    ]);
  });
});

test.each([
  [
    'refused',
    '"Failed to connect. Winsock error code: 10061, Win32 error code: 10061, Error Message: No connection could be made because the target machine actively refused it 198.51.100.20:25."',
    'connection-failed at connect: connection-refused',
  ],
  [
    'an older version',
    'Failed connection to 198.51.100.20:25 (ConnectionRefused:0000274D)[TargetHost:mx.example.net:25|MarkedUnhealthy]',
    'connection-failed at connect: connection-refused',
  ],
])('no connection: %s', (_name, words, end) => {
  const log = [
    out('*', 'SendRoutingHeaders', 'Set Session Permissions'),
    out('*', '', 'attempting to connect'),
    out('*', '', words),
  ];
  expect(told(log.join('\n'))).toMatchObject([{ server: '198.51.100.20:25', end }]);
});

test('a login by the program’s words, a message in chunks', () => {
  const log = [
    into('+'),
    into('>', '220 mail.corp.test Microsoft ESMTP MAIL Service ready'),
    into('<', 'EHLO client'),
    into('>', HELLO),
    into('<', 'AUTH NTLM'),
    into('>', '334 <authentication response>'),
    into('*', 'SMTPSubmit SMTPAcceptAnyRecipient', 'Set Session Permissions'),
    into('*', 'CORP\\jdoe', 'authenticated'),
    into('>', '235 <authentication response>'),
    into('<', 'MAIL FROM:<a@corp.test> SIZE=100'),
    into('<', 'RCPT TO:<b@x.test>'),
    into('*', `${OTHER};2026-11-23T18:20:09.468Z;1`, 'receiving message'),
    into('>', '250 2.1.0 Sender OK'),
    into('>', '250 2.1.5 Recipient OK'),
    into('<', 'BDAT 1234 LAST'),
    into('>', '"250 2.6.0 <x@corp.test> [InternalId=123, Hostname=mail.corp.test] Queued mail"'),
    into('<', 'QUIT'),
    into('>', '221 2.0.0 Service closing transmission channel'),
    into('-', '', 'Local'),
  ];
  expect(told(log.join('\n'))).toMatchObject([
    { user: 'CORP\\jdoe', from: 'a@corp.test', to: ['b@x.test'], end: 'accepted' },
  ]);
});

test('columns in another order, as a table that was exported', () => {
  const rows = [
    '"session-id","event","data","context","remote-endpoint","local-endpoint"',
    ...[
      ['>', '220 mail.corp.test ESMTP'],
      ['<', 'EHLO client'],
      ['>', '250 mail.corp.test Hello'],
      ['<', 'MAIL FROM:<a@corp.test>'],
      ['>', '550 5.7.1 Client does not have permissions to send as this sender'],
    ].map(
      ([event, data]) => `"${ONE}","${event}","${data}","","203.0.113.25:5123","192.0.2.10:25"`,
    ),
  ];
  expect(told(rows.join('\n'))).toMatchObject([
    {
      server: 'mail.corp.test:25',
      from: 'a@corp.test',
      end: expect.stringMatching(/^rejected at mail/),
    },
  ]);
});
