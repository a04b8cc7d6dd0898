import { expect, test } from 'vitest';
import { told } from './told.ts';

const into = (words: string) => {
  const [title = '', rest = ''] = words.split(' | ');
  return `2026-11-23T12:03:49Z INFO ${title} listenerId = "smtp", localPort = 25, remoteIp = 203.0.113.25, remotePort = 59010${rest && `, ${rest}`}`;
};
const out = (words: string) => {
  const [title = '', rest = ''] = words.split(' | ');
  return `2026-11-23T12:03:49Z INFO ${title} queueId = 3330, from = "a@example.com", to = ["b@example.net"], size = 189, total = 1${rest && `, ${rest}`}`;
};
const MX = 'hostname = "mx.example.net"';
const START = out('Delivery attempt started (delivery.attempt-start)');

test('a message that came in and was delivered here', () => {
  const log = [
    into('SMTP EHLO command (smtp.ehlo) | domain = "client.example.org"'),
    into('TLS handshake (tls.handshake) | version = "TLSv1_3"'),
    into('SMTP MAIL FROM command (smtp.mail-from) | from = "a@example.com"'),
    into('SMTP RCPT TO command (smtp.rcpt-to) | to = "b@example.net"'),
    into('Queued message for delivery (queue.queue-message) | queueId = 3330, size = 6046'),
    START,
    out(
      `DSN success notification (delivery.dsn-success) | to = "b@example.net", hostname = "localhost", code = 250, details = "OK"`,
    ),
    out('Delivery attempt ended (delivery.attempt-end) | elapsed = 5ms'),
  ];
  expect(told(log.join('\n'))).toMatchObject([
    {
      tls: 'starttls',
      from: 'a@example.com',
      to: ['b@example.net'],
      end: 'accepted',
      exchange: [],
    },
    { to: ['b@example.net'], end: 'accepted', exchange: ['7 S 250 -'] },
  ]);
});

test('one session for each attempt; what repeats the reply is a remark', () => {
  const log = [
    START,
    out(
      `Connecting to remote server (delivery.connect) | ${MX}, remoteIp = 192.0.2.20, remotePort = 25`,
    ),
    out(
      `SMTP RCPT TO rejected (delivery.rcpt-to-rejected) | ${MX}, to = "b@example.net", code = 451, details = "4.7.1 Greylisted"`,
    ),
    out(
      `DSN temporary failure (delivery.dsn-temp-fail) | to = "b@example.net", ${MX}, code = 451, details = "4.7.1 Greylisted"`,
    ),
    out('Message rescheduled for delivery (queue.rescheduled) | nextRetry = 2026-11-23T12:05:49Z'),
    START,
    out(
      `Message delivered (delivery.delivered) | ${MX}, to = "b@example.net", code = 250, details = "OK"`,
    ),
  ];
  expect(told(log.join('\n'))).toMatchObject([
    {
      server: 'mx.example.net:25',
      rejectedTo: ['b@example.net'],
      end: 'deferred at rcpt: greylisted',
      exchange: ['3 S 451 4.7.1'],
    },
    { end: 'accepted', rejectedTo: [] },
  ]);
});

test.each([
  [
    out(
      `DSN permanent failure notification (delivery.dsn-perm-fail) | to = "b@example.net", ${MX}, details = "Unexpected response for RCPT TO:<b@example.net>: Code: 550, Enhanced code: 5.1.1, Message: User unknown", total = 0`,
    ),
    'rejected at rcpt: recipient-unknown',
  ],
  [
    out(
      `Connection error (delivery.connect-error) | ${MX}, remotePort = 25, causedBy = SMTP error occurred (smtp.error) { details = "I/O Error", reason = "Connection refused (os error 111)" }`,
    ),
    'connection-failed at connect: connection-refused',
  ],
  [
    into('Relay not allowed (smtp.relay-not-allowed) | to = "b@example.net"'),
    'rejected at rcpt: relay-denied',
  ],
  [
    into('Authentication failed (auth.failed) | accountName = "jane"'),
    'auth-failed at auth: wrong-credentials',
  ],
  [
    '2024-02-17T16:55:13.211405Z  INFO delivery{id=159 return_path="a@example.com" nrcpt=1 size=2059}:attempt{domain="example.net" attempt_number=0}: smtp::outbound::delivery: context="tls" event="unavailable" mx="mx.example.net" reason="STARTTLS was not advertised by host"',
    'tls-failed at starttls: starttls-not-offered',
  ],
])('%s', (line, end) => {
  expect(told(line)).toMatchObject([{ dialect: 'stalwart', end }]);
});

test.each([
  [
    'since 0.10',
    (way: string, words: string) =>
      into(`Raw SMTP (smtp.raw-${way}) | size = 9, contents = "${words}"`).replace('INFO', 'TRACE'),
  ],
  [
    'before, with its beginning cut off',
    (way: string, words: string) =>
      `smtp::inbound::session: event="${way === 'input' ? 'read' : 'write'}" data="${words}" size=9`,
  ],
])('the dialogue, commands in one piece, the message: %s', (_name, line) => {
  const log = [
    line('output', '220 mail.example.org Stalwart ESMTP\\r\\n'),
    line('input', 'EHLO me\\r\\n'),
    line('output', '250-mail.example.org you had me at EHLO\\r\\n250 STARTTLS\\r\\n'),
    line('input', 'MAIL FROM:<a@b.example>\\r\\nRCPT TO:<c@d.example>\\r\\nDATA\\r\\n'),
    line('output', '250 2.1.0 OK\\r\\n'),
    line('output', '250 2.1.5 OK\\r\\n'),
    line('output', '354 Start mail input\\r\\n'),
    line('input', 'Subject: \\"x\\"\\r\\n\\r\\n250 no reply\\r\\n.\\r\\n'),
    line('output', '250 2.0.0 Message queued for delivery.\\r\\n'),
  ];
  expect(told(log.join('\n'))).toMatchObject([
    {
      server: 'mail.example.org:?',
      to: ['c@d.example'],
      end: 'accepted',
      exchange: [
        '1 S 220 -',
        '2 C EHLO',
        '3 S 250 -',
        '4 C MAIL',
        '4 C RCPT',
        '4 C DATA',
        '5 S 250 2.1.0',
        '6 S 250 2.1.5',
        '7 S 354 -',
        '8 C (data)',
        '9 S 250 2.0.0',
      ],
    },
  ]);
});
