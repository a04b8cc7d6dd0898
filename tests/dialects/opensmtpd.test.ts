import { expect, test } from 'vitest';
import { delivered } from './delivered.ts';

const HOST = 'Nov 23 18:20:09 host smtpd[123]: ';
const stamped = (log: string) => log.trim().replace(/^/gm, HOST);

test('versions 6.0 to 6.4 write event= before what happened', () => {
  const log = `
8a6a1ac9e3f12b06 smtp event=connected address=192.0.2.4 host=x.example
8a6a1ac9e3f12b06 smtp event=starttls address=192.0.2.4 host=x.example ciphers="version=TLSv1.2"
8a6a1ac9e3f12b06 smtp event=failed-command address=192.0.2.4 host=x.example command="AUTH LOGIN (password)" result="535 Authentication failed"
8a6a1ac9e3f12b06 smtp event=closed address=192.0.2.4 host=x.example reason=quit
8a6a1ac9e3f12b07 mta event=connecting address=smtp+tls://192.0.2.5:587 host=relay.example
8a6a1ac9e3f12b07 mta event=connected
8a6a1ac9e3f12b07 mta event=starttls ciphers=version=TLSv1.2, cipher=x
8a6a1ac9e3f12b07 mta event=error reason=AUTH rejected: 535 5.7.8 Error: authentication failed
0000000000000000 mta event=delivery evpid=c94cb3f31d4410a0 from=<s@example.org> to=<a@example.net> rcpt=<-> source="-" relay="example.net" delay=0s result="TempFail" stat="Network error on destination MXs"
0000000000000000 mta event=delivery evpid=c94cb3f31d4410a1 from=<s@example.org> to=<b@nohost.example> rcpt=<-> source="-" relay="nohost.example" delay=0s result="PermFail" stat="Domain does not exist"`;
  expect(delivered(stamped(log))).toEqual([
    '-:- starttls LOGIN=rejected ? >  ! auth-failed auth wrong-credentials',
    'relay.example:587 starttls ?=rejected ? >  ! auth-failed auth wrong-credentials',
    '-:- unknown - s@example.org > a@example.net ! connection-failed connect connection-failed',
    '-:- unknown - s@example.org > b@nohost.example ! connection-failed connect domain-not-found',
  ]);
});

test('version 5 speaks in sentences', () => {
  const log = `
smtp-in: New session 8a6a1ac9e3f12b06 from host x.example [192.0.2.4]
smtp-in: Accepted message 1234abcd on session 8a6a1ac9e3f12b06: from=<s@example.org>, to=<a@example.net>, size=453, ndest=1, proto=ESMTP
smtp-in: Closing session 8a6a1ac9e3f12b06
smtp-out: Connecting to smtp://192.0.2.5:25 (mx.example.net) on session 8a6a1ac9e3f12b07...
smtp-out: Connected on session 8a6a1ac9e3f12b07
smtp-out: Started TLS on session 8a6a1ac9e3f12b07: version=TLSv1.2, cipher=x, bits=256
relay: PermFail for 1234abcd5678ef90: session=8a6a1ac9e3f12b07, from=<s@example.org>, to=<a@example.net>, rcpt=<->, source=10.0.0.1, relay=192.0.2.5 (mx.example.net), delay=1s, stat=550 5.1.1 <a@example.net>: User unknown
smtp-out: Closing session 8a6a1ac9e3f12b07: 1 message sent.`;
  expect(delivered(stamped(log))).toEqual([
    '-:- none - s@example.org > a@example.net ! accepted - -',
    'mx.example.net:25 starttls - s@example.org > a@example.net !a@example.net rejected rcpt recipient-unknown',
  ]);
});
