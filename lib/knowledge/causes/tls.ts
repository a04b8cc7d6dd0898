import type { Cause } from '../cause.ts';

// Source: RFC 3207, RFC 8314, RFC 6125, RFC 8996, OpenSSL's reason texts.

/** Encryption is the trouble. */
export const TLS_CAUSES = {
  'openssl-missing': {
    party: 'web-host',
    temporary: false,
    reason: 'the web server’s PHP cannot encrypt',
    why: 'Encryption needs the OpenSSL extension of PHP, and it is not there. No mail setting can make up for that.',
    fix: [
      'Ask your web host to switch on the PHP extension “openssl”; the message below says so.',
      'Or look in your hosting panel under PHP extensions: in many panels you can switch it on yourself.',
    ],
    message:
      'my site cannot send encrypted mail because the PHP extension openssl is missing. Please switch it on.',
    references: ['RFC 8314 section 3'],
  },
  'tls-certificate-untrusted': {
    party: 'operator',
    temporary: false,
    reason: [
      'the certificate of {host} could not be verified',
      'the mail server’s certificate could not be verified',
    ],
    why: 'A certificate proves that the right server is at the other end. Here the check failed, so the sending program stopped before it handed anything over. The certificate may be self-signed, incomplete, out of date or for another name. Or the list of trusted issuers on the sending machine is out of date.',
    fix: [
      '{isLocal}Put the name of your mail provider’s server into {hostField}. The program asks this machine itself ({host}), whose certificate nobody else vouches for.',
      '{viaRelay}Check that {hostField} is exactly the name that your mail provider gives; at a web host this is often the name of its server and not your own domain.',
      'Send the operator of the mail server the message below: it needs a valid certificate with its whole chain.',
      '{asOwner}If this server works from elsewhere, ask {theHost} to update the list of trusted issuers (the CA bundle), and to look whether another server answers in its place.',
      '{asAdmin}If this server works from elsewhere, update the list of trusted issuers on this machine (the CA bundle, on Debian the package ca-certificates).',
      'Leave the check itself switched on: it protects your password and your mail.',
    ],
    message:
      'the certificate of {theServer}{onPort} fails verification. Please install a certificate of a public issuer with the complete chain for this name.',
    references: ['RFC 8314 section 3.3', 'RFC 6125 section 6', 'RFC 5280 section 6'],
  },
  'certificate-self-signed': {
    party: 'operator',
    temporary: false,
    reason: [
      '{host} shows a certificate that it has signed itself',
      'the mail server shows a certificate that it has signed itself',
    ],
    why: 'A certificate that nobody else vouches for could come from anyone. So the sending program stopped before it handed anything over.',
    fix: [
      '{viaRelay}Check that {hostField} is exactly the name that your mail provider gives: another name can lead to another certificate.',
      'Send the operator of the mail server the message below. Certificates of public issuers can be had free of charge.',
      'If it is your own server, get a certificate (for example from Let’s Encrypt), and install it with its whole chain.',
      'If the provider is a large one, something on the way may show its own certificate. Look for a virus scanner or a firewall, or ask the web host whether it redirects mail connections.',
      'Leave the check itself switched on: it protects your password and your mail.',
    ],
    message:
      '{theServer}{onPort} shows a self-signed certificate. Please install one of a public issuer, with its whole chain.',
    references: ['RFC 8314 section 3.3', 'RFC 5280 section 6'],
  },
  'certificate-hostname-mismatch': {
    party: 'you',
    temporary: false,
    reason: [
      'the certificate is for another name than {host}',
      'the server’s certificate is for another name',
    ],
    why: 'The server’s certificate does not have the name that the settings ask for. On shared hosting it often has only the web host’s own server name. It can also mean that another server answered.',
    fix: [
      '{providerServer}',
      '{viaRelay}Find the server name that your mail provider or web host gives for outgoing mail, and put it into {hostField}. It is one that the certificate has.',
      '{direct}Look up the MX record of the recipient’s domain: the certificate must be for the name in it.',
      'If you must keep the name, ask the mail provider to add it to the certificate; the message below has the facts.',
      'Leave the check itself switched on: it protects your password and your mail.',
    ],
    message:
      'the certificate of {theServer}{onPort} is not for this name. Please add the name to the certificate, or tell me which name I should use.',
    references: ['RFC 6125 section 6.4', 'RFC 8314 section 3.3'],
  },
  'certificate-expired': {
    party: 'operator',
    temporary: false,
    reason: [
      'the certificate of {host} is out of date',
      'the mail server’s certificate is out of date',
    ],
    why: 'Certificates are valid for a limited time, and this one is outside it. If the server works for everybody else, the clock of the sending machine may be wrong.',
    fix: [
      'Send the operator of the mail server the message below: the certificate has to be renewed.',
      'Check the date and time of the sending machine: with a wrong clock, good certificates look out of date.',
      '{asAdmin}If the server is your own, see why the automatic renewal failed, and restart the mail service after it.',
    ],
    message: 'the certificate of {theServer}{onPort} is out of date. Please renew it.',
    references: ['RFC 5280 section 4.1.2.5'],
  },
  'tls-version-mismatch': {
    party: 'you',
    temporary: false,
    reason: 'the two sides know no common kind of encryption',
    why: 'Usually one side is too old: it offers only versions or ciphers that the other one refuses as unsafe. Today servers expect TLS 1.2 or newer.',
    fix: [
      '{asOwner}Ask {theHost} which versions of OpenSSL and of PHP (or the program) are in use, and to move to current ones.',
      '{asAdmin}Update OpenSSL on the server, and look whether its configuration limits TLS versions or ciphers.',
      'If the mail server is the old side, send its operator the message below.',
    ],
    message:
      '{mySender} and {theServer}{onPort} have no TLS version or cipher in common. Does your server support TLS 1.2 and 1.3?',
    references: ['RFC 8996', 'RFC 8314 section 3'],
  },
  'tls-on-wrong-port': {
    party: 'you',
    temporary: false,
    reason: [
      '{plainTo}port {port} of {host} expects SSL from the start, but the program began without it',
      '{askedSsl}your settings ask for SSL, but {host} answers without it on port {port}',
      '{askedPlain}port {port} of {host} expects SSL from the start, but your settings begin without it',
      'the encryption setting does not fit port {port} of {host}',
      'the encryption setting does not fit the port',
    ],
    why: [
      '{plainTo}Port 465 is for connections that are encrypted from the first byte (called SSL). The log shows a connection without that, and no word from the server. This points to both sides waiting for each other. The other way is to begin without encryption and switch over (called TLS or STARTTLS, port 587).',
      'There are two ways to encrypt: from the first byte (called SSL, port 465), or by beginning without encryption and switching over (called TLS or STARTTLS, port 587). The two sides used different ways, so they could not understand each other.',
    ],
    fix: [
      '{setPair}. Port and encryption belong together.',
      '{providerServer}',
      '{maybeWrong}If port and encryption were right, compare {hostField} with your provider’s instructions: the server may use this port for something else.',
      'Then send the test again.',
    ],
    references: ['RFC 8314 section 3.3', 'RFC 3207 section 4'],
  },
  'tls-handshake-failed': {
    party: 'you',
    temporary: false,
    reason: [
      'the encrypted connection to {host} could not be set up',
      'the encrypted connection could not be set up',
    ],
    why: 'Both sides began to agree on encryption, and it broke off. The log does not say why. Often the certificate did not pass the check, or one side is too old.',
    fix: [
      '{viaRelay}Check that {hostField} is the exact name that your provider gives, and compare {portField} with {encryptionField}: SSL belongs to 465, TLS (STARTTLS) to 587.',
      '{viaRelay}Try the other usual way: {otherPair}.',
      '{debugStep}',
      '{queued}{retryStep}',
      [
        '{asOwner}Ask {theHost} whether the program, OpenSSL and the list of trusted issuers are up to date. If they are, ask the operator of {host}; the message below has the facts.',
        '{asOwner}Ask {theHost} whether the program, OpenSSL and the list of trusted issuers are up to date.',
        'Check that OpenSSL and the list of trusted issuers are up to date. If only {host} fails, ask its operator; the message below has the facts.',
        'Check that OpenSSL, the certificate and its key are in order on this server, and whether other connections succeed.',
      ],
    ],
    serving: [
      'Look from which address the connection came. Strangers who scan for open servers break off all the time; then there is nothing to fix.',
      'If it was a program of yours, check that the certificate is complete and valid for the name that it uses. Check too that both sides know TLS 1.2 or newer.',
      '{debugStep}',
    ],
    message:
      'the encrypted connection between {mySender} and {host}{onPort} cannot be set up. Could you check the TLS settings and the certificate, or look into your log for the reason?',
    references: ['RFC 3207 section 4', 'RFC 8446 section 6'],
  },
  'starttls-required': {
    party: 'you',
    temporary: false,
    reason: [
      '{host} takes mail over an encrypted connection only',
      'the mail server takes mail over an encrypted connection only',
    ],
    why: 'The program connected without encryption, and the server refuses to go on like this. The password is not the problem.',
    fix: ['{setPair}.', 'Then send the test again.'],
    references: ['RFC 3207 section 4', 'RFC 8314 section 3.3'],
  },
  'tls-temporarily-unavailable': {
    party: 'operator',
    temporary: true,
    reason: ['{host} cannot encrypt at the moment', 'the mail server cannot encrypt at the moment'],
    why: 'The server offers encryption, but it does not work at present, and the program does not go on without it.',
    fix: [
      ['{queued}{retryStep}', 'Wait and try again.'],
      '{viaRelay}Meanwhile try the other usual way: {otherPair}.',
      'If it lasts, send the operator of the mail server the message below; often its certificate or key cannot be read.',
    ],
    message: '{theServer} answers STARTTLS with an error. Please check its certificate and key.',
    references: ['RFC 3207 section 4'],
  },
  'starttls-not-offered': {
    party: 'operator',
    temporary: false,
    reason: [
      'your settings ask for encryption by STARTTLS, which {host} does not offer{onPort}',
      'your settings ask for encryption by STARTTLS, which the mail server does not offer',
    ],
    why: 'The sending program wanted to switch to encryption, and the server does not offer that on this port. The program stopped before the login, so the password was not sent.',
    fix: [
      [
        '{providerServer}',
        'Look up the port and the encryption in your mail provider’s instructions.',
      ],
      '{viaRelay}Use a connection that is encrypted from the start, if the server has one: {useImplicitTls}.',
      'If this should be the right port, ask the operator to switch on STARTTLS there; the message below has the facts. A firewall on the way can hide it too.',
      'Do not switch encryption off instead: your password could then be read on the way.',
    ],
    message:
      '{theServer} does not offer STARTTLS{onPort}. Which port and encryption should I use, or can you switch it on?',
    references: ['RFC 3207 section 4', 'RFC 8314 section 3.3'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
