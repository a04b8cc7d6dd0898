import type { Text } from './cause.ts';
import type { Party } from '../types.ts';

// Source: RFC 4954 section 4, RFC 5321 sections 4.1.1.1 and 4.5.3.2, RFC 7489 section 3.1, RFC 8314 section 3,
// RFC 8996.

/** What there is to say beside the verdict. */
export interface Warning {
  party: Party;
  title: Text;
  why: Text;
  fix: readonly Text[];
  references: readonly string[];
}

/** Everything worth a remark that did not stop the mail, by slug. */
export const WARNINGS: Readonly<Record<string, Warning>> = {
  'password-visible': {
    party: 'you',
    title: [
      '{token}The login token of {user} can be read in this log.',
      '{token}A login token can be read in this log.',
      'The password of {user} can be read in this log.',
      'A password can be read in this log.',
    ],
    why: [
      '{plain}It stands here in plain words, for anybody who gets the log.',
      'Logins are written in Base64 here. That is a way of writing and not a protection: anybody who gets the log can turn it back.',
    ],
    fix: [
      'Don’t post the log as it is: delete these lines before you show it to anybody.',
      [
        '{token}If others have seen it already, disconnect the mail account from your site and connect it again.',
        'If others have seen it already, change the password.',
      ],
      [
        '{plain}Let the program read the password from its settings, so that error messages do not show it.',
        'When the test is done, set the debug level back, so that no more logins are stored.',
      ],
    ],
    references: ['RFC 4648 section 12', 'RFC 4954 section 9'],
  },
  'login-without-encryption': {
    party: 'you',
    title: 'The login went over the network without encryption.',
    why: 'On this connection user name and password could be read by anybody on the way.',
    fix: [
      [
        '{serving}Let your server take logins over encrypted connections only.',
        'Switch encryption on: {setPair}.',
      ],
      'Then change the password.',
    ],
    references: ['RFC 8314 section 3', 'RFC 4954 section 9'],
  },
  'certificate-checks-off': {
    party: 'you',
    title: 'The check of the server’s certificate is switched off.',
    why: 'The connection is encrypted, but nothing makes sure that the right server is at the other end. A stranger in between could collect the password.',
    fix: [
      'Take the option that switches it off out of the settings. It is called verify_peer, verify_peer_name or allow_self_signed in PHP, rejectUnauthorized in Node, tls_certcheck in msmtp, --insecure in curl.',
      'If the connection fails then, mend what is behind it: the server’s name or its certificate.',
    ],
    references: ['RFC 8314 section 3.3', 'RFC 6125 section 6'],
  },
  'sent-unencrypted': {
    party: 'mail-provider',
    title: 'The server refused encryption, and the mail went on without it.',
    why: 'The program asked for encryption (STARTTLS), the server said no, and the program did not stop. Anybody on the way can read what was sent after that, a login too.',
    fix: [
      'Tell your program to require encryption: set {encryptionField} to TLS (STARTTLS), so that it stops rather than go on in the clear.',
      'Tell the operator of the server that STARTTLS fails there, with the answer from this log.',
    ],
    references: ['RFC 3207 section 6', 'RFC 8314 section 3'],
  },
  'old-tls-version': {
    party: 'you',
    title: 'The connection used {version}, an old kind of encryption.',
    why: 'It is no longer held to be safe, and more and more servers refuse it. Both ends should know TLS 1.2 or 1.3. The log does not show which of the two is the old one.',
    fix: [
      'Ask your web host, or whoever runs the sending machine, to update PHP or the program and its TLS library (OpenSSL as a rule).',
      'If the sending side knows TLS 1.2 already, tell the operator of the mail server.',
    ],
    references: ['RFC 8996', 'RFC 8997'],
  },
  'test-server': {
    party: 'you',
    title: 'The mail went to a test server, {testServer}, which delivers nothing.',
    why: 'Such a server takes every mail and only shows it on a page of its own, for people who try out a site. The recipient gets nothing.',
    fix: [
      'To send real mail, set {hostField}, {portField} and the login to those of your mail provider.',
      'If you are only testing, all is well: look for the mail on the page of {testServer}.',
    ],
    references: [],
  },
  'sender-domain-elsewhere': {
    party: 'you',
    title: 'The mail says it is from {writtenSender}, but it was not {owner} that sent it.',
    why: 'This server took the mail. The recipient’s server can see that it does not come from {owner}, who asks others to distrust such mail. It then often ends up as spam or is refused later.',
    fix: [
      'Set {fromField} to an address of a domain that this server sends for, such as one of your site’s own domain.',
      'Put the address at {domain} into Reply-To, so that answers still reach it.',
      'Or send through {owner}’s own server, with a login there.',
    ],
    references: ['RFC 7489 section 3.1'],
  },
  'ehlo-name-invalid': {
    party: 'you',
    title: [
      '{nameless}The sending machine introduces itself without a name.',
      'The sending machine introduces itself as “{helo}”, which is not a full host name.',
    ],
    why: 'Some receivers count that against a mail or refuse it.',
    fix: ['Set {heloField} to a real name such as www.example.com.'],
    references: ['RFC 5321 section 4.1.1.1'],
  },
  'slow-step': {
    party: 'nobody',
    title: [
      '{connectStep}Connecting took {seconds} seconds.',
      '{greetingStep}The server took {seconds} seconds to greet.',
      '{handshakeStep}Setting up encryption took {seconds} seconds.',
      '{authStep}The server took {seconds} seconds to check the login.',
      '{mailStep}The server took {seconds} seconds to judge the sender.',
      '{rcptStep}The server took {seconds} seconds to judge a recipient.',
      '{uploadStep}Handing over the message took {seconds} seconds.',
      '{messageStep}The server took {seconds} seconds to judge the message.',
      '{pauseStep}The sending program paused for {seconds} seconds.',
      'One step took {seconds} seconds.',
    ],
    why: [
      '{connectStep}Usually the look-up of the server’s name is slow, or a first address does not answer and a second one does: often IPv6 that does not work, then IPv4.',
      '{greetingStep}Servers look up who is calling before they greet, and some hold strangers back on purpose to keep out spam programs. A sending machine without a reverse DNS name waits longer.',
      '{handshakeStep}The log does not show why. A busy server or a slow line can be behind it.',
      '{authStep}The part of the mail service that knows the passwords is slow, or the server delays logins on purpose after failed ones.',
      '{mailStep}Servers look up the sender’s domain here and may ask other services about it.',
      '{rcptStep}Servers check here whether the mailbox exists and whether they want mail from this sender. Some ask other servers first, or delay strangers on purpose.',
      '{uploadStep}The message is large, or the line is slow.',
      '{messageStep}Servers look for spam and viruses in the message before they answer. Large attachments take longer.',
      '{pauseStep}The server had answered, and the next words of the program came late. So the time was spent on the sending side.',
      'A long pause can come from a slow server, from checks that the server makes, or from name look-ups.',
    ],
    fix: [
      '{connectStep}Ask your web host whether IPv6 and name look-ups (DNS) work on the machine.',
      '{pauseStep}Look at what your site or program does while it sends.',
      'If a page of your site sends the mail, its visitor waits that long too: let the site send mail in the background.',
      '{serverStep}If it happens every time, ask the operator of the mail server.',
    ],
    references: ['RFC 5321 section 4.5.3.2'],
  },
  'log-too-thin': {
    party: 'you',
    title: [
      '{summary}This log holds only the program’s closing words.',
      'This log shows only a part of the conversation.',
    ],
    why: [
      '{summary}What the server answered is not in it, and that would tell the reason.',
      'Only one side was written down, so some questions stay open.',
    ],
    fix: [
      [
        '{debugStep}',
        'Set the debug or log level of the sending program higher, and send a test mail again.',
      ],
    ],
    references: [],
  },
  'some-recipients-refused': {
    party: 'you',
    title: '{refusedCount} of {recipientCount} recipients did not get the mail.',
    why: 'The server decides for each recipient by itself. It refused: {refusedList}.',
    fix: [
      'Look at the answer to each of them in the log; the reasons can differ.',
      'Do not send to all again: for the others the server has accepted the mail.',
    ],
    references: ['RFC 5321 section 3.3'],
  },
  'session-not-closed': {
    party: 'nobody',
    title: 'The log shows no QUIT, the goodbye of a conversation.',
    why: 'Either the log ends before it, or the program just went away. That is untidy, but it changes nothing for a mail that was accepted.',
    fix: [],
    references: ['RFC 5321 section 4.1.1.10'],
  },
  'from-differs-from-envelope': {
    party: 'nobody',
    title: 'The message says it is from {headerFrom}, the envelope says {sender}.',
    why: 'Answers go to the first address, unless Reply-To names another, and error reports to the second. Receivers check the two domains by SPF and DKIM, and may distrust a mail whose domains differ.',
    fix: ['If you did not mean it so, set {returnField} to the same address as From.'],
    references: ['RFC 7489 section 3.1', 'RFC 5321 section 2.3.1'],
  },
};
