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
      '{plain}It is there in plain words: anybody who gets the log can read it.',
      'It is written in Base64. That is a way of writing and not a protection: anybody who gets the log can turn it back.',
    ],
    fix: [
      'Do not post the log as it is: delete these lines before you show it to anybody.',
      [
        '{token}If others have seen it already, disconnect the mail account from your site and connect it again.',
        'If others have seen it already, change the password.',
      ],
      [
        '{plain}Let the program read the password from its settings, so that error messages do not show it.',
        'When the test is done, lower the debug level again, so that no more passwords are stored.',
      ],
    ],
    references: ['RFC 4648 section 12', 'RFC 4954 section 9'],
  },
  'login-without-encryption': {
    party: 'you',
    title: 'The login went over the network without encryption.',
    why: 'Anybody on the way could read the user name and the password.',
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
      'Remove the option that switches it off. It is verify_peer, verify_peer_name or allow_self_signed in PHP, rejectUnauthorized in Node, tls_certcheck in msmtp, --insecure in curl.',
      'If the connection fails then, put its cause right: the server name or the certificate.',
    ],
    references: ['RFC 8314 section 3.3', 'RFC 6125 section 6'],
  },
  'sent-unencrypted': {
    party: 'mail-provider',
    title: 'The server refused encryption, and the mail went on without it.',
    why: 'The program asked for encryption (STARTTLS), the server said no, and the program did not stop. Anybody on the way could read what was sent after that, a login included.',
    fix: [
      'Let the program require encryption: set {encryptionField} to TLS (STARTTLS). Then it stops instead of going on without it.',
      'Tell the operator of the server that STARTTLS fails there, with the answer from this log.',
    ],
    references: ['RFC 3207 section 6', 'RFC 8314 section 3'],
  },
  'old-tls-version': {
    party: 'you',
    title: 'The connection used {version}, an old kind of encryption.',
    why: 'It is no longer considered safe, and more and more servers refuse it. Both sides should know TLS 1.2 or 1.3. The log does not show which of the two is the old one.',
    fix: [
      'Ask your web host, or whoever runs the sending machine, to update PHP or the program and its TLS library (OpenSSL as a rule).',
      'If the sending side knows TLS 1.2 already, tell the operator of the mail server.',
    ],
    references: ['RFC 8996', 'RFC 8997'],
  },
  'test-server': {
    party: 'you',
    title: 'The mail went to a test server, {testServer}, which delivers nothing.',
    why: 'Such a server takes every mail and only shows it, to people who try out a site. The recipient gets nothing.',
    fix: [
      'To send real mail, set {hostField}, {portField} and the login to those of your mail provider.',
      'If you are only testing, all is well: look for the mail in {testServer}.',
    ],
    references: [],
  },
  'sender-domain-elsewhere': {
    party: 'you',
    title: 'The mail says it is from {writtenSender}, but it was not {owner} that sent it.',
    why: 'This server took the mail. But the recipient’s server can see that it does not come from {owner}, which asks receivers to distrust such mail. Often it ends up as spam, or is refused later.',
    fix: [
      'Set {fromField} to an address of a domain that this server sends for, such as one of your site’s own domain.',
      'Put the address at {domain} into “Reply-To”, so that answers still reach it.',
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
    why: 'Some receivers distrust such mail or refuse it.',
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
      '{connectStep}Usually the look-up of the server’s name is slow. Or a first address does not answer and a second one does: often IPv6 does not work, and IPv4 does.',
      '{greetingStep}Servers look up who is calling before they greet, and some make strangers wait on purpose, to keep out spam. A sending machine without a reverse DNS name often waits longer.',
      '{handshakeStep}The log does not show why. A busy server or a slow line can be the reason.',
      '{authStep}The part of the mail service that knows the passwords is slow, or the server delays logins on purpose after failed ones.',
      '{mailStep}Servers look up the sender’s domain here and may ask other services about it.',
      '{rcptStep}Servers check here whether the mailbox exists and whether they want mail from this sender. Some ask other servers first, or delay strangers on purpose.',
      '{uploadStep}The message is large, or the line is slow.',
      '{messageStep}Servers look for spam and viruses in the message before they answer. Large attachments take longer.',
      '{pauseStep}The server had answered, and the program’s next words came late. So the time was spent on the sending side.',
      'A long pause can come from a slow server, from checks that the server makes, or from name look-ups.',
    ],
    fix: [
      '{connectStep}Ask your web host whether IPv6 and name look-ups (DNS) work on the machine.',
      '{pauseStep}Look at what your site or program does while it sends.',
      'If a page of your site sends the mail, let the site send it in the background: the visitor waits that long too.',
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
    title: 'Not accepted for {refusedCount} of {recipientCount} recipients: {refusedList}.',
    why: 'The server decides for each recipient separately. The reasons can differ.',
    fix: [
      'Look at the explanation of the answer to each of them in the log.',
      'Do not send to all of them again: for the others the server has accepted the mail.',
    ],
    references: ['RFC 5321 section 3.3'],
  },
  'session-not-closed': {
    party: 'nobody',
    title: 'The log shows no goodbye (QUIT).',
    why: 'Either the log ends before it, or the program hung up without it. It changes nothing for a mail that was accepted.',
    fix: [],
    references: ['RFC 5321 section 4.1.1.10'],
  },
  'from-differs-from-envelope': {
    party: 'nobody',
    title: 'The message says it is from {headerFrom}, the envelope says {sender}.',
    why: 'Answers go to the first address, unless Reply-To names another. Error reports go to the second. Receivers compare the two domains, and may distrust a mail whose domains differ.',
    fix: ['If this is not on purpose, set {returnField} to the same address as From.'],
    references: ['RFC 7489 section 3.1', 'RFC 5321 section 2.3.1'],
  },
};
