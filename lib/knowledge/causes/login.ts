import type { Cause } from '../cause.ts';

// Source: RFC 4954, RFC 7628, and the help pages of the large providers on signing in.

/** The login is the trouble, or its absence. */
export const LOGIN_CAUSES = {
  'wrong-credentials': {
    party: 'you',
    temporary: false,
    reason: [
      '{serverWords}{host} refused the user name or password',
      '{serverWords}the mail server refused the user name or password',
      'the login failed',
    ],
    why: [
      '{ownWords}The log has only the program’s own words, and not the server’s answer. Most often the user name or the password is wrong, or the provider does not accept this password from programs. It can also be that the server offers no login there.',
      'The connection works; only the login as {user} failed. Either the user name or the password is wrong, or the provider does not accept this password from programs.',
      'The connection works; only the login failed. Either the user name or the password is wrong, or the provider does not accept this password from programs.',
    ],
    fix: [
      '{otherLogin}First set {mechanismField} to LOGIN or PLAIN, over an encrypted connection. The program used {mechanism}, which some servers list and yet cannot check.',
      'Correct {userField}. {userMisfit}{sawUser}',
      [
        '{byToken}The login was tried with a token. Disconnect the mail account in the settings of the program and connect it again.',
        '{providerPassword}',
        'Enter {passwordField} again, without a space before or after it. To be sure that it is right, sign in to the mailbox in your browser.',
      ],
      '{hasProviderPassword}{byPassword}If it is that password already, enter it again, without a space before or after it.',
      [
        'Compare {userField}. {userHint}',
        '{userUnknown}Check {userField}. With most providers it is the whole e-mail address.',
        '{userShort}Check {userField}: the log shows “{user}”, and most providers want the whole e-mail address.',
        '{userFits}Compare {userField} letter by letter: the log shows “{user}”.',
      ],
      '{programStep}',
      [
        '{providerSwitch}',
        '{noProviderPassword}{byPassword}If the account uses two-step verification, create an app password at your provider and use that one. Look also whether sending by programs (SMTP) is switched on in the mailbox’s settings.',
      ],
      '{ownWords}{debugStep}',
      'Do not try again and again: many servers lock the account after a few failures.',
      [
        '{hasProviderPassword}If all this is right, ask the support of {providerName}; the message below has the facts and no password.',
        'If all this is right, ask the mail provider; the message below has the facts and no password.',
      ],
    ],
    serving: [
      'Look from which address the login came. If it is not one of your users, a stranger was guessing passwords: the refusal is right, and there is nothing to fix.',
      'If there are many such attempts, let a guard lock addresses out after some failures (fail2ban, or the one of your hosting panel).',
      'If it was a user or a program of yours, correct the user name and the password there. As a rule the user name is the whole address of the mailbox.',
    ],
    message: [
      '{ownWords}{mySender} cannot log in to {theServer}; my log does not show the server’s answer. Is SMTP login allowed for this account from my server’s address, which user name should I use, and does the account need an app password?',
      '{hasProviderPassword}{theServer} refuses the login of {mySender}, although user name and password should be right. Is SMTP login allowed for this account, and from my server’s address?',
      '{theServer} refuses the login of {mySender}. Is SMTP login allowed for this account from my server’s address, which user name should I use, and does the account need an app password?',
    ],
    references: ['RFC 4954 section 6'],
  },
  'app-password-required': {
    party: 'you',
    temporary: false,
    reason: [
      '{host} wants an app password in place of the account’s own password',
      'the mail provider wants an app password in place of the account’s own password',
    ],
    why: 'This provider does not let programs log in with the ordinary password. They need a separate one, an app password, which you create for one program and can take back at any time.',
    fix: [
      'Correct {userField}. {userMisfit}{sawUser}',
      [
        '{providerPassword}',
        'Sign in to your mail account in a browser and open its security settings. Switch on two-step verification if the page asks for it, and create an app password, with a name such as “my website”.',
      ],
      [
        '{hasProviderPassword}Save the settings, and send a test.',
        'Use it as {passwordField} instead of the ordinary one, and send a test.',
      ],
      'If the account cannot have app passwords, connect the program by OAuth (“Sign in with …”), if it offers that.',
    ],
    references: ['RFC 4954 section 6'],
  },
  'app-password-revoked': {
    party: 'you',
    temporary: false,
    reason: 'the app password is no longer valid',
    why: 'It was taken back, by you or by the provider. This happens for example when the account’s own password is changed.',
    fix: [
      '{providerPassword}',
      '{noProviderPassword}Create a new app password in the security settings of your mail account.',
      'Use the new one as {passwordField}, and send a test.',
    ],
    references: ['RFC 4954 section 6'],
  },
  'auth-disabled-by-provider': {
    party: 'mail-provider',
    temporary: false,
    reason: 'sending by programs (SMTP login) is switched off for this account',
    why: 'The password may well be right. The provider, or the organisation’s administrator, has switched off logins by programs, for this account or for everybody.',
    fix: [
      [
        '{providerSwitch}',
        'Look in the mailbox’s own settings for access by mail programs (POP, IMAP, SMTP) and switch it on.',
      ],
      'If you cannot do that yourself, send the administrator of the mail service the message below.',
      '{noAnswer}Or connect the program to the account by OAuth (“Sign in with …”), if it offers that.',
    ],
    message:
      '{theServer} says that SMTP login is switched off for my mailbox. Please switch on authenticated SMTP for it, or tell me which way of sending you support.',
    references: ['RFC 4954 section 6'],
  },
  'suspicious-login-blocked': {
    party: 'you',
    temporary: false,
    reason: 'the mail provider stopped the login because it looked unusual',
    why: 'The password may be right. The provider saw a login from a place that is new to it, as a rule your web server. It wants you to confirm that it was you.',
    fix: [
      [
        '{providerSignIn}',
        'Sign in to the mailbox in your browser and look for a security alert. Confirm that the attempt was yours.',
      ],
      'Then send the test again within a few minutes.',
      'To prevent it from now on, create an app password or connect the program by OAuth, if the provider offers that.',
    ],
    references: ['RFC 4954 section 6'],
  },
  'oauth-token-rejected': {
    party: 'you',
    temporary: false,
    reason: 'the mail provider refused the token with which your site logs in',
    why: 'A token takes the place of the password. Your site got it when you connected the mail account. It may have expired or been taken back, belong to another account, or lack the right to send.',
    fix: [
      'Open the settings of your mail plugin or program, disconnect the mail account, and connect it again.',
      'Sign in with the account whose address is the sender’s.',
      'Look in the security settings of the mail account whether the app is still allowed.',
    ],
    references: ['RFC 7628 section 3.2.2', 'RFC 6750 section 3.1'],
  },
  'oauth-scope-missing': {
    party: 'you',
    temporary: false,
    reason: 'the connection to the mail account lacks the permission to send mail',
    why: 'The token is valid, but it was given for other things than sending.',
    fix: [
      'Connect the mail account again, and tick the permission to send mail when the provider asks.',
      'If you registered the app yourself, add the SMTP permission to it first.',
    ],
    references: ['RFC 7628 section 3.2.2'],
  },
  'brute-force': {
    party: 'you',
    temporary: true,
    reason: [
      '{manyTries}there were too many login attempts, and the server has locked the login for a while',
      'the server has locked the login, for a while as a rule',
    ],
    why: 'After several failed logins, or an unusual one, a server refuses all of them for some time, even with the right password.',
    fix: [
      'Stop all attempts for about an hour. Each further one can lengthen the lock.',
      'Meanwhile check {userAndPassword}.',
      'Correct {userField}. {userMisfit}{sawUser}',
      '{providerPassword}',
      'Look for other programs and devices that still use an old password.',
    ],
    references: ['RFC 4954 section 9'],
  },
  'auth-temporary-failure': {
    party: 'mail-provider',
    temporary: true,
    reason: [
      '{host} could not check the password at that moment',
      'the mail server could not check the password at that moment',
    ],
    why: 'The part of the mail service that knows the passwords does not answer. This says nothing about your password.',
    fix: [
      'Change nothing.',
      ['{queued}{retryStep}', 'Wait some minutes and try again.'],
      '{providerStatus}',
      'If it lasts, send the mail provider the message below.',
    ],
    message: '{theServer} says that it cannot check logins at present. Is there a known fault?',
    references: ['RFC 4954 section 6'],
  },
  'auth-mechanism-mismatch': {
    party: 'you',
    temporary: false,
    reason: [
      '{tried}the mail server does not accept the login method of your program ({mechanism})',
      'your program and {host} have no login method in common',
      'the program and the mail server have no login method in common',
    ],
    why: [
      '{outsideList}The server’s list of login methods is: {mechanisms}. The program used {mechanism}, which is not in the list, and was refused at once. This says nothing about the password.',
      '{notTried}The server offers only these login methods: {mechanisms}. The sending program can use none of them, so no password was sent.',
      'The sending program found no login method that it can use, or the server did not accept the one that it used. This says nothing about the password.',
    ],
    fix: [
      '{notEncrypted}Check that encryption is on: many servers offer the usual login methods only on an encrypted connection. {usePair}',
      '{programStep}',
      'Set {mechanismField} to one that the server offers, or let the program choose by itself.',
      'Otherwise ask the mail provider to allow LOGIN or PLAIN over an encrypted connection; the message below has the facts.',
    ],
    serving: [
      'Let the server offer LOGIN and PLAIN over encrypted connections: nearly every program knows them.',
      'See that the program encrypts first: without encryption most servers hide the login.',
    ],
    message:
      '{mySender} and {theServer} have no login method in common. Could you allow LOGIN or PLAIN over an encrypted connection, or tell me which port I should use?',
    references: ['RFC 4954 section 4', 'RFC 4954 section 6'],
  },
  'auth-not-offered': {
    party: 'you',
    temporary: false,
    reason: [
      'your program wants to log in, but {host} offers no login{onPort}',
      'your program wants to log in, but the mail server offers no login here',
    ],
    why: [
      '{starttlsUnused}The server’s list of features has encryption (STARTTLS) but no login. Usually such a server offers the login only on an encrypted connection, and your program did not encrypt it. No password was sent.',
      '{heloOnly}The server refused the introduction by EHLO, so the program used the older one (HELO), which has no login. Usually this is not the server or the port for sending, or a firewall on the way rewrites the conversation. This says nothing about the password.',
      'The server’s list of features has no login. Either it offers one only on an encrypted connection, or this port is meant for mail between servers, or no login is needed. No password was sent.',
    ],
    fix: [
      '{notEncrypted}Switch encryption on: many servers offer the login only on an encrypted connection. {usePair}',
      '{providerServer}',
      '{maybeWrong}Compare {hostField} and {portField} with your provider’s instructions: it may be the server for incoming mail.',
      'If this is a relay of your web host which asks for no password, switch {authField} off.',
      'If all this is right, look for a firewall or a virus scanner on the way: some take the login out of the server’s list.',
    ],
    references: ['RFC 4954 section 3', 'RFC 6409 section 4.3'],
  },
  'auth-required': {
    party: 'you',
    temporary: false,
    reason: [
      '{host} wants a login before it takes mail',
      'the mail server wants a login before it takes mail',
    ],
    why: [
      '{loggedIn}The login was accepted, and still the server asks for one. Perhaps this account is not allowed to send here.',
      '{loginOffered}The server accepts mail only from people it knows. It offers a login, and your program did not try one. Usually the login is switched off in its settings, or the user name is empty.',
      '{starttlsUnused}The server accepts mail only from people it knows. It offers encryption (STARTTLS), which was not used, and usually the login comes after that.',
      'The server accepts mail only from people it knows, and no accepted login is in this log.',
    ],
    fix: [
      '{loginStep}',
      '{notLoggedIn}{usePair} Many servers offer the login only on an encrypted connection.',
      '{programStep}',
      '{tried}{notLoggedIn}Look at the answer to the login: as long as the login is refused, the server takes no mail.',
      '{tried}{notLoggedIn}Then send a test: a login that is accepted is answered with 235.',
      '{loggedIn}Set {fromField} to the address of the account that you log in with.',
      '{loggedIn}Ask your mail provider whether this account may send by programs; the message below has the facts.',
      '{notLoggedIn}{direct}If your server should deliver here without a login, check the MX record or the relay setting: this is not the recipient’s server for incoming mail.',
      [
        '{notLoggedIn}{forWordPress}If the login is on already, look whether the site really uses these settings: other plugins, or code in the theme, can bypass them.',
        '{notLoggedIn}If the login is on already, look whether the program really uses these settings.',
      ],
    ],
    serving: [
      'If the sender is a user or a program of yours, switch the login on there and use port 587 with STARTTLS or 465 with SSL.',
      'If the mail was for a mailbox on this server, see whether the server knows the domain as its own.',
      'If you do not know the sender, there is nothing to fix: the refusal is right.',
    ],
    message: [
      '{loggedIn}{theServer} accepted the login of {mySender} and still asks for one. May this account send by programs?',
    ],
    references: ['RFC 4954 section 6', 'RFC 6409 section 4.3'],
  },
  'relay-denied': {
    party: 'you',
    temporary: false,
    reason: [
      '{host} does not pass on mail for {recipient}',
      'the mail server does not pass on mail to other domains for you',
    ],
    why: [
      '{loggedIn}The login was accepted, and still the server does not pass on mail for this account or this sender’s address.',
      '{loginOffered}A mail server takes mail for its own domains from anybody, but passes mail on to other domains only for people who log in. This one offers a login, and your program did not try one.',
      'A mail server takes mail for its own domains from anybody, but passes mail on to other domains only for people who log in. No login was seen here, or this is not the server for sending.',
    ],
    fix: [
      '{loginStep}',
      '{tried}{notLoggedIn}Fix the login first: it was not accepted, so the server does not know you.',
      '{providerServer}',
      '{maybeWrong}{viaRelay}Compare {hostField} with your provider’s instructions for outgoing mail: the server for incoming mail (often called mx) does not pass anything on.',
      '{programStep}',
      [
        '{loggedIn}{providerSender}',
        '{loggedIn}Set {fromField} to the address of the mailbox that you log in with.',
      ],
      'If the recipient’s mailbox should be on this very server, ask its administrator whether the domain is set up there; the message below has the facts.',
    ],
    serving: [
      'If the sender is a user or a program of yours, let it log in to a mailbox: on port 587 with STARTTLS, or on 465 with SSL.',
      '{programStep}',
      'If the recipient’s mailbox should be on this server, add its domain to those that the server takes as its own.',
      'If you know neither, there is nothing to fix: a stranger tried to send through your server, and it refused.',
    ],
    message:
      '{theServer} does not pass on my mail. If it should take mail for the recipient’s domain, please check that the domain is set up there. If I should send through it, please tell me which login and port to use.',
    references: ['RFC 5321 section 3.6.2', 'RFC 6409 section 4.3'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
