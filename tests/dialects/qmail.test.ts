import { expect, test } from 'vitest';
import { delivered } from './delivered.ts';

test('Plesk: stamps of the system log, several recipients, a local one', () => {
  const log = [
    'new msg 41',
    'info msg 41: bytes 612 from <a@example.com> qp 24117 uid 89',
    'starting delivery 7: msg 41 to remote b@example.net',
    'starting delivery 8: msg 41 to remote c@example.org',
    'starting delivery 9: msg 41 to local x-d@example.com',
    'status: local 1/10 remote 2/20',
    'delivery 8: failure: 198.51.100.20_failed_after_I_sent_the_message./Remote_host_said:_552-5.7.0_This_message_was_blocked/552_5.7.0_https://support.example/spam/',
    'delivery 9: success: did_0+0+1/',
    'delivery 7: deferral: Connected_to_198.51.100.21_but_sender_was_rejected./Remote_host_said:_451_4.1.8_Domain_of_sender_does_not_resolve/',
    'end msg 41',
  ];
  const stamped = log.map((words) => `Nov 23 18:20:09 host qmail: 1700000000.123456 ${words}`);
  expect(delivered(stamped.join('\n'))).toEqual([
    '-:- unknown - a@example.com > b@example.net ! deferred mail sender-rejected',
    '-:- unknown - a@example.com > c@example.org ! rejected message spam-content',
  ]);
});

test.each([
  [
    "failure: Sorry,_I_couldn't_find_any_host_named_nohost.example._(#5.1.2)/",
    'connection-failed connect domain-not-found',
  ],
  ['failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/', 'rejected rcpt recipient-unknown'],
  [
    'deferral: Connected_to_198.51.100.20_but_connection_died._(#4.4.2)/',
    'dropped message connection-dropped',
  ],
  ['deferral: CNAME_lookup_failed_temporarily._(#4.4.3)/', 'connection-failed connect dns-failure'],
  [
    'success: 198.51.100.20_accepted_message./Remote_host_said:_250_ok_1700000000_qp_1234/',
    'accepted - -',
  ],
  [
    'failure: 198.51.100.20_does_not_like_recipient./Remote_host_said:_554_<a@b.example>:_Relay_access_denied/Giving_up_on_198.51.100.20./',
    'rejected rcpt relay-denied',
  ],
])('%s', (words, end) => {
  const [session = ''] = delivered(`@4000000069234c061b0c3a4c delivery 3: ${words}`);
  expect(session.endsWith(end), session).toBe(true);
});
