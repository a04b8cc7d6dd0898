import type { Cause } from '../cause.ts';

// Source: RFC 5321 sections 3.8 and 4.5.3.2, errno(3), getaddrinfo(3), PHP's stream errors.

/** No usable connection to the server. */
export const CONNECTION_CAUSES = {
  'connection-refused': {
    party: 'you',
    temporary: false,
    reason: [
      '{host} does not accept connections on port {port}',
      '{theServer} refused the connection',
    ],
    why: 'The answer was “no”: no mail service listens at this address and port, or a firewall turns connections away. The login was never tried, so the password is not the problem.',
    fix: [
      '{providerServer}',
      '{isLocal}If no mail server runs on this machine, put your mail provider’s server into {hostField}. The program asks the machine itself ({host}).',
      '{maybeWrong}{viaRelay}Compare {hostField} and {portField} with the instructions of your mail provider.',

      '{viaRelay}Try the other usual way: {otherPair}.',
      '{direct}Look up the MX record of the recipient’s domain, and try its server from another network: it may be down, or turn yours away.',
      '{viaRelay}{notQueued}Try again after some minutes: a server that restarts refuses connections too.',
      '{queued}{retryStep}',
      [
        '{direct}If it stays like this, write to the recipient’s administrator; the message below has the facts.',
        'If it is still refused, send {theHost} the message below: a firewall may turn outgoing mail connections away.',
      ],
    ],
    message: [
      '{direct}my mail server cannot reach yours. Is the service in order, or does a firewall turn my server away?',
      '{mySender} cannot reach {theServer}{onPort}. Does your network or a firewall block outgoing SMTP connections? If so, please open the port, or tell me which mail server I should use instead.',
    ],
    references: ['RFC 6409 section 3.1', 'RFC 8314 section 3.3'],
  },
  'connection-failed': {
    party: 'you',
    temporary: false,
    reason: [
      'the sending program found no usable connection to {host}{onPort}',
      'the sending program found no usable connection to the mail server',
    ],
    why: [
      '{anyFailure}The log does not say why. Usually the program did not reach the mail server: because of a wrong server name, a wrong port or a firewall. But the program says the same when the encryption or the login fails.',
      'The log does not say why. Either the program did not reach the mail server, or the server turned it away at once, or the encryption failed. Usual reasons are a wrong server name, a wrong port or a firewall. It ended before any login.',
    ],
    fix: [
      '{providerServer}',
      '{isLocal}If no mail server runs on this machine, put your mail provider’s server into {hostField}. The program asks the machine itself ({host}).',

      '{maybeWrong}{viaRelay}Compare {hostField}, {portField} and {encryptionField} with the instructions of your mail provider.',
      '{viaRelay}Try the other usual way: {otherPair}.',
      '{debugStep}',
      '{viaRelay}{notQueued}Try again after some minutes, to see whether it happens every time.',
      '{queued}{retryStep}',
      [
        '{direct}If it lasts, check from the server itself whether port 25 is open to the outside; many networks block it.',
        'If the settings are right, send {theHost} the message below: it may block outgoing mail connections.',
      ],
    ],
    message: [
      '{direct}my mail server cannot reach yours. Is the service in order, or does a firewall turn my server away?',
      '{mySender} cannot reach {theServer}{onPort}. Does your network or a firewall block outgoing SMTP connections? If so, please open the port, or tell me which mail server I should use instead.',
    ],
    references: ['RFC 5321 section 3.1'],
  },
  'connection-timeout': {
    party: 'you',
    temporary: false,
    reason: ['{host} did not answer on port {port} in time', '{theServer} did not answer in time'],
    why: 'The request to connect got no answer at all, neither yes nor no. As a rule a firewall blocks it, very often the web host’s, or the port is the wrong one. Sometimes the server is down.',
    fix: [
      '{providerServer}',
      '{isLocal}If no mail server runs on this machine, put your mail provider’s server into {hostField}. The program asks the machine itself ({host}).',
      '{maybeWrong}{viaRelay}Compare {hostField} and {portField} with the instructions of your mail provider.',

      '{programStep}',
      '{viaRelay}Try the other usual way: {otherPair}. Avoid port 25, which most networks block.',
      '{direct}Try another receiver from the same server. If all of them time out on port 25, the network blocks it: ask {theHost}, or send through a relay (587 with a login).',
      '{viaRelay}{notQueued}Try again after some minutes: the server may be down for a short time.',
      '{queued}{retryStep}',
      [
        '{direct}If only this receiver does not answer, its server is down or turns yours away; its administrator can tell.',
        'If nothing gets through, send {theHost} the message below.',
      ],
    ],
    message: [
      '{direct}my mail server cannot reach yours. Is the service in order, or does a firewall turn my server away?',
      '{mySender} cannot reach {theServer}{onPort}. Does your network or a firewall block outgoing SMTP connections? If so, please open the port, or tell me which mail server I should use instead.',
    ],
    references: ['RFC 5321 section 4.5.3.2'],
  },
  'port-blocked': {
    party: 'web-host',
    temporary: false,
    reason: [
      'the way out to port {port} seems to be blocked',
      'the way out to the mail server seems to be blocked',
    ],
    why: [
      '{severalPorts}Several ports were tried, and not one gave an answer. This points to a firewall that lets no mail connections out, as a rule the web host’s.',
      'Most web hosts and cloud networks block outgoing connections to port 25 so that nobody can send spam from there. This log fits that: no connection came about.',
    ],
    fix: [
      '{viaRelay}Use another way, if your mail provider offers it: {otherPair}.',
      '{programStep}',
      '{direct}Send through a relay with a login (port 587) until port 25 is open: {startTlsOrder}.',
      'If that fails too, send {theHost} the message below.',
      '{queued}{retryStep}',
      '{forSite}If neither is possible, use a mail plugin that sends through the provider’s web API: that needs no SMTP port.',
    ],
    message:
      '{mySender} cannot reach {theServer}{onPort}: the way out seems to be blocked. Please open outgoing SMTP connections for it, or tell me which mail server I should use instead.',
    references: ['RFC 6409 section 3.1', 'RFC 5068 section 3.1'],
  },
  'network-unreachable': {
    party: 'web-host',
    temporary: false,
    reason: [
      'the sending machine has no route to {host}',
      'the sending machine has no route to the mail server',
    ],
    why: 'The machine that sends found no way through the network. This often happens when a server’s name has an IPv6 address and the sending machine has no working IPv6, or when a firewall forbids the way.',
    fix: [
      'Find out whether IPv6 works on the sending machine. If it does not, have it repaired, or let the program use IPv4.',
      '{queued}{retryStep}',
      'If you don’t run the machine yourself, send {theHost} the message below.',
    ],
    message:
      '{mySender} has no route to {theServer}{onPort}. Please check the way out to it, IPv6 above all.',
    references: ['RFC 6724 section 2'],
  },
  'dns-failure': {
    party: 'you',
    temporary: false,
    reason: [
      '{unanswered}the look-up of the server name “{host}” got no answer',
      '{unanswered}the look-up of a mail server’s name got no answer',
      'the server name “{host}” could not be found',
      'the name of the mail server could not be found',
    ],
    why: [
      '{unanswered}Before connecting, the program looks up the name of the mail server, and that did not work. The name may well be right. Usually the name service (DNS) that the machine asks is down or out of reach, or the one of that domain is.',
      'Before connecting, the program looks up the name of the mail server, and that found nothing. Usually the name is misspelt, or it holds something that does not belong there: a space, “https://” or a slash.',
    ],
    fix: [
      '{providerServer}',
      '{unanswered}{notQueued}Wait some minutes and try again: such failures often pass.',
      'Check {hostField} letter by letter. It must hold a bare name such as smtp.example.com, without “https://”, slashes or spaces.',
      '{noProvider}{viaRelay}Copy the name from your mail provider’s instructions.',
      '{asAdmin}Look the name up on the server itself (“dig” or “host”): if others fail too, its resolver in /etc/resolv.conf is out of order.',
      '{queued}{retryStep}',
      '{asOwner}If the name is right, send {theHost} the message below: name look-ups (DNS) may not work on the machine.',
    ],
    message:
      '{mySender} cannot look up the name of the server that it sends to{quotedHost}. Do name look-ups (DNS) work on the machine?',
    references: ['RFC 5321 section 5.1', 'RFC 1035 section 4.1.1'],
  },
  'wrong-host-or-port': {
    party: 'you',
    temporary: false,
    reason: [
      '{otherPort}port {port} of {host} is not a port for sending mail',
      '{host} answers{onPort}, but not as a mail server for sending',
      'what answered is not a mail server for sending',
    ],
    why: 'Something else answers at this address and port, for example a service for reading mail (IMAP, POP3) or a web server.',
    fix: [
      '{providerServer}',
      '{setPair}. The ports 110, 143, 993 and 995 are for reading mail, 80 and 443 for web pages.',
      '{maybeWrong}Compare {hostField} with your provider’s instructions for outgoing mail (SMTP).',
      'Save, and send a test. If something else still answers, ask {theHost} whether mail connections are redirected.',
    ],
    references: ['RFC 5321 section 3.1', 'RFC 6409 section 3.1'],
  },
  'missing-host': {
    party: 'you',
    temporary: false,
    reason: 'no mail server is set, or its name cannot be read',
    why: 'The sending program has no usable server name, so it did not try to connect.',
    fix: [
      'Fill in {hostField}: it is the name that your mail provider gives for outgoing mail, for example smtp.example.com.',
      'Save the settings, look whether the name is still there, and send a test.',
    ],
    references: ['RFC 5321 section 2.3.5'],
  },
  'local-policy-blocked': {
    party: 'web-host',
    temporary: false,
    reason: 'the sending machine itself forbids the connection',
    why: 'The connection was stopped on the sending machine, before it reached the network. A security rule of the system (SELinux on many servers), a firewall or a virus scanner can do that, or PHP functions that are switched off.',
    fix: [
      '{forSite}Send {theHost} the message below: it has to allow your site to open outgoing mail connections.',
      'If you run the machine yourself and it uses SELinux, allow the web server to send mail: setsebool -P httpd_can_sendmail 1, and httpd_can_network_connect for other ports.',
      'Look also for a firewall on the machine, and for the mail protection of a virus scanner.',
    ],
    message:
      'the machine stops {mySender} from connecting to {theServer}{onPort}. Please allow outgoing mail connections for it.',
    references: ['errno(3): EACCES, EPERM'],
  },
  'hosting-blocks-smtp': {
    party: 'web-host',
    temporary: false,
    reason: [
      'your site asked for {host}, but {answering} answered',
      'another mail server answered than the one that was asked',
    ],
    why: 'Some web hosts redirect all outgoing mail connections to their own mail server, where your password is not known and the certificate is for another name. Your mail provider’s server was not reached.',
    fix: [
      'Send your web host the message below, so that it lets your site connect to your mail provider’s server (in cPanel and WHM the feature is called “SMTP Restrictions”).',
      '{programStep}',
      'Or use the web host’s own mail server and a mailbox there.',
      '{forSite}Or use a mail plugin that sends through your provider’s web API: that needs no SMTP connection.',
    ],
    message: [
      'when {mySender} connects to {theServer}{onPort}, another mail server, {answering}, answers in its place. Are outgoing SMTP connections redirected on your network? If so, please let mine through, or tell me how to send through your server.',
      'when {mySender} connects to {theServer}{onPort}, another mail server answers in its place. Are outgoing SMTP connections redirected on your network? If so, please let mine through, or tell me how to send through your server.',
    ],
    references: ['RFC 5321 section 4.2'],
  },
  'firewall-inspection': {
    party: 'web-host',
    temporary: false,
    reason: 'a firewall on the way rewrites the conversation with the mail server',
    why: 'Parts of what the server says are masked with stars or X. A device between the sending program and the server does that. It hides encryption or login from the program.',
    fix: [
      'Ask whoever runs the network to switch off the inspection of SMTP (on Cisco devices “inspect esmtp” or “fixup smtp”). The message below has the facts.',
      'Until then, encrypt from the start, so that nothing can be rewritten: {useImplicitTls}.',
      'To find out where the device is, make the same test from another network.',
    ],
    message:
      'something between {mySender} and {theServer}{onPort} rewrites SMTP conversations: the server’s words arrive masked with stars or X. If it is a firewall on your network, please switch off its SMTP inspection for outgoing connections.',
    references: ['RFC 3207 section 6'],
  },
  'antivirus-proxy': {
    party: 'you',
    temporary: false,
    reason: 'a virus scanner on this computer answers in place of the mail server',
    why: 'The virus scanner’s mail protection sits between the sending program and the server. It failed to connect, or it showed its own certificate.',
    fix: [
      'Open the settings of the virus scanner, and make an exception for this program or server in its mail protection.',
      'Then send the test again.',
    ],
    references: ['RFC 5321 section 3.8'],
  },
  'greeting-timeout': {
    party: 'operator',
    temporary: true,
    reason: [
      '{host} took the connection but said nothing',
      'the mail server took the connection but said nothing',
    ],
    why: 'A mail server opens the conversation with a greeting, and here none came. The server may be overloaded, or make unknown senders wait on purpose. Or encryption and port do not fit: a port that expects SSL from the first byte says nothing to a program that begins without it.',
    fix: [
      '{viaRelay}Compare {portField} with {encryptionField}: SSL belongs to 465, TLS (STARTTLS) to 587.',
      '{notQueued}Wait a few minutes and try again.',
      '{queued}{retryStep}',
      '{providerStatus}',
      'If it stays silent, write to the operator of the server; the message below has the facts. A firewall or virus scanner on the way can be the reason too.',
    ],
    message:
      '{theServer}{onPort} accepts my connection but sends no greeting. Is the service in order, or is my address held back?',
    references: ['RFC 5321 section 4.5.3.2.1'],
  },
  'client-timeout': {
    party: 'you',
    temporary: true,
    reason: [
      '{lateYes}the sending program gave up, and only then the server said yes',
      'the sending program gave up waiting for {host}',
      'the sending program gave up waiting for the mail server',
    ],
    why: [
      '{lateYes}The server took longer to judge the message than the sending program waits. Its answer came after that, and it was a yes. Most likely the mail went out, though the program reports a failure.',
      'The server had not answered when the sending program gave up. Some servers take their time on purpose, to check the sender or the message.',
    ],
    fix: [
      '{unclear}Look first whether the mail arrived all the same, so as not to send it twice.',
      'Set {timeoutField} to 60 seconds or more.',
      '{notQueued}Try again later.',
      '{queued}{retryStep}',
      'If it happens every time, the server or the way to it is slow: ask its operator; the message below has the facts.',
    ],
    message:
      '{theServer}{onPort} did not answer {mySender} in time {stage}. Is the service slow at present, or does it hold my connections back on purpose?',
    references: ['RFC 5321 section 4.5.3.2'],
  },
  'idle-timeout': {
    party: 'you',
    temporary: true,
    reason: 'the mail server waited too long for the sending program and hung up',
    why: 'The program that sends said nothing for too long, in the middle of the conversation. A slow script, a connection kept open between two mails, or a firewall that drops data can cause this.',
    fix: [
      ['{queued}{retryStep}', 'Send again.'],
      'If it keeps happening, close the connection after each mail, and let the program do no slow work while it is open.',
    ],
    serving: [
      'Look which client it was. If it is not one of yours, there is nothing to fix: such connections come and go all the time.',
      'If it is a program of yours, let it close the connection after each mail, and do no slow work while it is open.',
    ],
    references: ['RFC 5321 section 4.5.3.2.7'],
  },
  'retry-time-not-reached': {
    party: 'nobody',
    temporary: true,
    reason: [
      '{gaveUp}no attempt to reach the recipient’s server succeeded, and the sending mail server gave up',
      'after earlier failures the mail waits for its next attempt',
    ],
    why: [
      '{gaveUp}The recipient’s mail server could not be reached for so long that no further attempt is made. The real reason is in the log of an earlier attempt.',
      'This time the mail server did not try. It keeps the mail and will try again by itself. The real reason is in the log of an earlier attempt.',
    ],
    fix: [
      '{gaveUp}Check that the part of the recipient’s address after the “@” is spelt right.',
      '{gaveUp}Ask the recipient by other means whether their mail works, and then send the mail again.',
      ['{gaveUp}', '{retryStep}', 'Wait for the next attempt.'],
      'To know why it failed, look for the earlier entries about this recipient in the log.',
    ],
    references: ['RFC 5321 section 4.5.4.1'],
  },
  'connection-dropped': {
    party: 'operator',
    temporary: true,
    reason: [
      '{broke}the connection to {host} broke {stage}',
      '{broke}the connection to the mail server broke {stage}',
      'no answer came from {host} {stage}',
      'no answer came from the mail server {stage}',
    ],
    why: [
      '{broke}The connection ended, and the server gave no reason. A fault or a restart of the server, a spam filter that gives no answer, or a firewall on the way can be the reason.',
      'The log shows no answer and no reason. The server may have hung up, or taken longer than the sending program waits. A firewall on the way can be the reason too.',
    ],
    fix: [
      [
        '{unclear}{notQueued}Look first whether the mail arrived all the same, so as not to send it twice. If it did not, try again in a few minutes.',
        '{notQueued}Try again in a few minutes.',
      ],
      '{queued}{retryStep}',
      '{atMessage}If it happens every time, send a very short plain test mail. If that is accepted, the content or an attachment is the reason.',
      '{early}{viaRelay}If it happens every time, compare {portField} with {encryptionField}: SSL belongs to 465, TLS (STARTTLS) to 587.',
      '{providerStatus}',
      'If it keeps breaking off, write to the operator of the server; the message below has the facts.',
    ],
    message:
      '{theServer} stopped answering {mySender} {stage}. Could you look into your log for the reason?',
    references: ['RFC 5321 section 3.8'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
