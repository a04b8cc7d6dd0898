import { describe, expect, test } from 'vitest';
import { told } from './told.ts';

const USER_UNKNOWN = 'rejected at rcpt: recipient-unknown';
const sns = (event: unknown) => ({ Type: 'Notification', Message: JSON.stringify(event) });
const ses = {
  notificationType: 'Bounce',
  bounce: {
    bouncedRecipients: [
      {
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1 user unknown',
        emailAddress: 'a@example.net',
      },
    ],
  },
  mail: { source: 's@example.com', destination: ['a@example.net', 'b@example.net'] },
};
const mailgun = {
  signature: { token: 'a8ce0e' },
  'event-data': {
    event: 'failed',
    severity: 'permanent',
    reason: 'bounce',
    'delivery-status': {
      tls: true,
      'mx-host': 'mx.example.net',
      code: 550,
      description: '',
      message: '5.1.1 The email account that you tried to reach does not exist.',
    },
    envelope: { sender: 's@example.com', targets: 'a@example.net' },
    message: { headers: { from: 'S <header@example.com>', to: 'A <a@example.net>' } },
    recipient: 'a@example.net',
  },
};

/** Provider, its event, and what is to be read: sender, recipients, end. */
const EVENTS: readonly (readonly [
  name: string,
  event: unknown,
  from: string | null,
  end: string,
])[] = [
  ['SES', ses, 's@example.com', USER_UNKNOWN],
  ['SES in SNS', sns(ses), 's@example.com', USER_UNKNOWN],
  ['SES in SNS in Lambda', { Records: [{ Sns: sns(ses) }] }, 's@example.com', USER_UNKNOWN],
  [
    'SES delay',
    {
      eventType: 'DeliveryDelay',
      deliveryDelay: {
        delayedRecipients: [
          { emailAddress: 'a@example.net', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' },
        ],
      },
      mail: { source: 's@example.com' },
    },
    's@example.com',
    'deferred at rcpt: mailbox-full',
  ],
  [
    'SES delivery',
    {
      notificationType: 'Delivery',
      mail: { source: 's@example.com', destination: ['a@example.net'] },
      delivery: { smtpResponse: '250 2.6.0 Message received' },
    },
    's@example.com',
    'accepted',
  ],
  [
    'SendGrid',
    [{ email: 'a@example.net', event: 'bounce', reason: '550 5.1.1 User unknown', 'smtp-id': 'x' }],
    null,
    USER_UNKNOWN,
  ],
  [
    'SendGrid list of bounces',
    [{ created: 1443651125, email: 'a@example.net', reason: '550 5.1.1 no such user' }],
    null,
    USER_UNKNOWN,
  ],
  [
    'SendGrid drop',
    [{ email: 'a@example.net', event: 'dropped', reason: 'Bounced Address', 'smtp-id': 'x' }],
    null,
    'rejected at rcpt: recipient-rejected',
  ],
  ['Mailgun', mailgun, 's@example.com', USER_UNKNOWN],
  [
    'Mailgun events',
    {
      items: [
        {
          event: 'failed',
          'delivery-status': { message: '450 4.2.0 Greylisted', code: 450 },
          recipient: 'a@example.net',
        },
      ],
      paging: {},
    },
    null,
    'deferred at rcpt: greylisted',
  ],
  [
    'Postmark bounces',
    {
      TotalCount: 1,
      Bounces: [
        {
          Type: 'HardBounce',
          Details: 'action: failed\r\nsmtp;550 5.1.1 no such user',
          Email: 'a@example.net',
          From: 's@example.com',
        },
      ],
    },
    's@example.com',
    USER_UNKNOWN,
  ],
  [
    'Brevo',
    { event: 'soft_bounce', email: 'a@example.net', ts_event: 1, reason: '452 4.2.2 mailbox full' },
    null,
    'deferred at rcpt: mailbox-full',
  ],
  [
    'SparkPost',
    [
      {
        msys: {
          message_event: {
            type: 'bounce',
            error_code: '550',
            raw_reason: '550 5.1.1 MAIL REFUSED no such user',
            rcpt_to: 'a@example.net',
            msg_from: 's@example.com',
          },
        },
      },
    ],
    's@example.com',
    USER_UNKNOWN,
  ],
  [
    'Mandrill',
    [
      {
        event: 'hard_bounce',
        msg: {
          email: 'a@example.net',
          sender: 's@example.com',
          diag: 'smtp;550 5.1.1 no such user',
        },
      },
    ],
    's@example.com',
    USER_UNKNOWN,
  ],
  [
    'Mailjet',
    { event: 'bounce', MessageID: 1, email: 'a@example.net', error: 'user unknown', comment: '' },
    null,
    USER_UNKNOWN,
  ],
  [
    'Mailjet sent',
    {
      event: 'sent',
      email: 'a@example.net',
      smtp_reply: 'sent (250 2.0.0 OK 1433333948 x - gsmtp)',
    },
    null,
    'accepted',
  ],
  [
    'Resend',
    {
      type: 'email.bounced',
      data: {
        email_id: 'y',
        from: 'Acme <s@example.com>',
        to: ['a@example.net'],
        bounce: { message: 'The address is on the suppression list.', type: 'Permanent' },
      },
    },
    's@example.com',
    'rejected at rcpt: recipient-rejected',
  ],
];

const WAYS: readonly (readonly [name: string, write: (event: unknown) => string])[] = [
  ['in one line', (event) => JSON.stringify(event)],
  ['pretty-printed', (event) => JSON.stringify(event, null, 2)],
  ['behind a stamp', (event) => `2026-11-23T18:20:09Z webhook: ${JSON.stringify(event)}`],
  ['in a cell', (event) => `7;"${JSON.stringify(event).replaceAll('"', '""')}";x`],
  ['escaped', (event) => JSON.stringify(JSON.stringify(event)).slice(1, -1)],
];

describe.each(EVENTS)('%s', (_name, event, from, end) => {
  test.each(WAYS)('%s', (_way, write) => {
    const sessions = told(write(event));
    expect(sessions).toMatchObject([
      { dialect: 'provider-event', from, to: ['a@example.net'], end },
    ]);
    expect(sessions[0]?.rejectedTo).toEqual(end === 'accepted' ? [] : ['a@example.net']);
  });
});

test('a reply split in code and words, and the server that gave it', () => {
  expect(told(JSON.stringify(mailgun, null, 2))).toMatchObject([
    { server: 'mx.example.net:?', tls: 'starttls', exchange: ['14 S 550 5.1.1'] },
  ]);
});

test('an event for each line, and lists in a line', () => {
  const bounce = (email: string) =>
    JSON.stringify({ event: 'bounce', email, reason: '550 5.1.1 no such user', 'smtp-id': 'x' });
  const log = [bounce('a@a.example'), `[${bounce('b@b.example')},${bounce('c@c.example')}]`];
  expect(told(log.join('\n')).map(({ to, lines }) => `${lines} ${to.join()}`)).toEqual([
    '1-1 a@a.example',
    '2-2 b@b.example',
    '2-2 c@c.example',
  ]);
});

test('more events than the log’s first lines', () => {
  const line = '{"event":"bounce","email":"a@a.example","reason":"550 5.1.1 no such user"}\n';
  expect(told(line.repeat(4010))).toHaveLength(4010);
});

test('an event of which the beginning or the end is cut off', () => {
  const lines = JSON.stringify(mailgun, null, 2).split('\n');
  expect(told(lines.slice(4).join('\n'))[0]?.exchange).toEqual(['10 S 550 5.1.1']);
  expect(told(lines.slice(0, 20).join('\n'))[0]?.exchange).toEqual(['14 S 550 5.1.1']);
});

test('two recipients of one event', () => {
  const [, second] = [ses.bounce.bouncedRecipients[0], { emailAddress: 'b@example.net' }];
  const event = {
    ...ses,
    bounce: {
      bouncedRecipients: [
        ...ses.bounce.bouncedRecipients,
        { ...second, diagnosticCode: 'smtp; 452 4.2.2 mailbox full' },
      ],
    },
  };
  expect(told(JSON.stringify(event))).toMatchObject([
    {
      rejectedTo: ['a@example.net', 'b@example.net'],
      exchange: ['1 S 550 5.1.1', '1 S 452 4.2.2'],
    },
  ]);
});

test.each([
  '{"event":"processed","email":"a@a.example","smtp-id":"x"}',
  '{"event":"open","email":"a@a.example","smtp-id":"x"}',
  '{"order":1,"event":"delivered","email":"a@a.example"}',
  '{"id":1,"type":"fail","email":"a@a.example","status":"failed"}',
  '{"code":"EAUTH","command":"AUTH","responseCode":535}',
])('%s is no delivery', (line) => {
  expect(told(line)).toEqual([]);
});
