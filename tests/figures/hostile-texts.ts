/** Texts that grow, each made to hurt one part of the engine. */
export const HOSTILE_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'nothing but digits': (length) => '5'.repeat(length),
  'nothing but blanks': (length) => ' '.repeat(length),
  'nothing but line ends': (length) => '\n'.repeat(length),
  'nothing but quotes': (length) => '"'.repeat(length),
  'nothing but backslashes': (length) => '\\'.repeat(length),
  'nothing but >': (length) => '>'.repeat(length),
  'entities that never end': (length) => '&gt;'.repeat(length / 4),
  'colours that never end': (length) => '\u001b['.repeat(length / 2),
  'JSON that never closes': (length) => '{"a":['.repeat(length / 6),
  'rows of a table': (length) => '2026-11-23T00:00:00Z,a,b,c,d,>,EHLO x,\n'.repeat(length / 40),
  'prose with codes': (length) => 'It said 550 no such user, or was it 421? '.repeat(length / 41),
  'a session in one line': (length) =>
    `220 a ESMTP ${'EHLO a 250 a RSET 250 ok '.repeat(length / 25)}`,
  'replies glued together': (length) => '250-SIZE 1024250-STARTTLS250 HELP'.repeat(length / 33),
  'the client alone': (length) => dialogue('CLIENT -> SERVER: NOOP\n'.repeat(length / 23)),
  'the server alone': (length) => '250 2.0.0 ok\n'.repeat(length / 13),
  'many sessions': (length) => '220 a ESMTP\nEHLO a\n250 a\nQUIT\n221 bye\n'.repeat(length / 38),
  'a reply of many lines': (length) =>
    `220 a ESMTP\nEHLO a\n${'250-AUTH LOGIN\n'.repeat(length / 15)}`,
  'announcements without a reply': (length) => 'SMTP INBOUND: "250-aaa"\n'.repeat(length / 24),
  'the same error again and again': (length) =>
    dialogue('SMTP ERROR: RCPT TO command failed: 550 5.1.1 no\n'.repeat(length / 50)),
  'a message that looks like replies': (length) =>
    dialogue(`DATA\n354 go\n${'250 looks like a reply\n'.repeat(length / 23)}`),
  'many recipients, refused': (length) =>
    dialogue(count(length / 45, (n) => `RCPT TO:<u${n}@example.com>\n550 5.1.1 no\n`)),
  'many recipients at once': (length) =>
    dialogue(
      `${count(length / 40, (n) => `RCPT TO:<u${n}@example.com>\n`)}${'250 ok\n'.repeat(length / 40)}`,
    ),
  'many logins': (length) =>
    dialogue(
      count(
        length / 90,
        (n) =>
          `AUTH LOGIN\n334 VXNlcm5hbWU6\nYWJj${n}\n334 UGFzc3dvcmQ6\nc2VjcmV0${n}MTIz\n535 5.7.8 no\n`,
      ),
    ),
  'connections in a mail log': (length) =>
    'Nov 23 18:55:03 mx postfix/smtpd[16377]: connect from localhost[127.0.0.1]\n'.repeat(
      length / 75,
    ),
  'deliveries in a mail log': (length) =>
    count(
      length / 160,
      (n) =>
        `Nov 23 18:54:26 mx postfix/smtp[15161]: 944CE${n}: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=0.02, dsn=4.2.0, status=deferred (host mx.example.net[192.0.2.1] said: 450 4.2.0 no)\n`,
    ),
};

function dialogue(rest: string): string {
  return `220 a ESMTP\nEHLO a\n250 a\nMAIL FROM:<a@example.org>\n250 ok\n${rest}`;
}

function count(times: number, make: (n: number) => string): string {
  return Array.from({ length: Math.ceil(times) }, (_, n) => make(n)).join('');
}
