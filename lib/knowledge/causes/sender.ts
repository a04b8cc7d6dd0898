import type { Cause } from '../cause.ts';

// Source: RFC 5321, RFC 7208, RFC 6376, RFC 7489, RFC 6409 section 6.1, and the postmaster pages of the
// large receivers.

/** The sending side is the trouble: its name, address, limits, proofs or reputation. */
export const SENDER_CAUSES = {
  'helo-rejected': {
    party: 'you',
    temporary: false,
    reason: [
      '{theServer} does not accept “{helo}” as the name of your machine',
      '{theServer} does not accept the name with which the sending machine introduced itself',
    ],
    why: 'At the start of a conversation the sending machine says its own name. Servers expect a real, complete host name there. Many refuse “localhost”, a bare word or somebody else’s name.',
    fix: [
      'Set {heloField} to the real host name of the sending machine, for example www.example.com.',
      '{asAdmin}The name should point to the server’s address, and the address back to the name (PTR).',
      '{asOwner}Ask {theHost} which name to use, if you do not know it.',
    ],
    serving: [
      'If the client is a program of yours, set a real host name in its settings, or let it log in: then the name should not matter.',
      'If it is a stranger, the refusal is right: machines with a wrong name are often infected ones.',
    ],
    references: ['RFC 5321 section 4.1.1.1', 'RFC 5321 section 4.1.4'],
  },
  'no-reverse-dns': {
    party: 'web-host',
    temporary: false,
    reason: [
      'the address of the sending machine ({ip}) has no proper name',
      'the address of the sending machine has no proper name',
    ],
    why: 'Receivers look up which name belongs to the address that a mail comes from (reverse DNS, PTR). Here there is none, or it does not match. Only the owner of the address can set it, as a rule the web host.',
    fix: [
      '{notLoggedIn}{notSubmission}Send through the mail server of your mail provider, with a login: then its address counts, and not yours.',

      '{programStep}',
      'If the machine must send by itself, send the owner of its address (the web host or data centre) the message below. The PTR record has to name a host that points back to the same address. Use this name as {heloField} too.',
      '{receiverStep}',
      'Give the change some hours: name servers keep what they know for a while.',
    ],
    serving: [
      'If the sender is somebody whose mail you want, tell the operator of that server: its address needs a PTR record.',
      'Until then you can make an exception for that address in your server’s configuration.',
      'If it is a stranger, there is nothing to fix.',
    ],
    message: [
      'mail from {ip} is refused because its reverse DNS (PTR) is missing or does not match. Please set it to a host name that resolves to the same address.',
      'mail from my server is refused because its reverse DNS (PTR) is missing or does not match. Please set it to a host name that resolves to the same address.',
    ],
    references: ['RFC 1912 section 2.1', 'RFC 7372 section 3.3'],
  },
  'sender-rejected': {
    party: 'you',
    temporary: 'by-code',
    reason: [
      '{theServer} does not accept the sender’s address {sender}',
      '{theServer} does not accept the sender’s address',
    ],
    why: [
      '{forSite}To the server, the sender’s address does not exist, is not written correctly, cannot be verified, or is not allowed. WordPress, for example, often sends as wordpress@ and your domain; such a mailbox rarely exists.',
      'To the server, the sender’s address does not exist, is not written correctly, cannot be verified, or is not allowed.',
    ],
    fix: [
      '{providerSender}',
      [
        '{hasProviderSender}Set {fromField} to such an address.',
        '{loggedIn}Set {fromField} to a mailbox that really exists, best the one that you log in with.',
        'Set {fromField} to a mailbox that really exists.',
      ],
      '{noAnswer}{noProviderSender}{loggedIn}If your mail service wants senders to be verified, verify this address or its domain there.',
      '{programStep}',
      'Check that the domain of this address exists and can receive mail (it needs an MX or address record).',
      '{asAdmin}If the sender is a local account such as root@host, rewrite it to a real address.',
    ],
    references: ['RFC 5321 section 4.1.1.2', 'RFC 6409 section 6.1'],
  },
  'sender-not-owned': {
    party: 'you',
    temporary: false,
    reason: [
      'the account {user} may not send as {otherSender}',
      'this account may not send as {otherSender}',
      'this account may not send with that sender’s address',
    ],
    why: 'The server knows the account, but lets it send only with its own address and with those that were allowed for it.',
    fix: [
      '{providerSender}',
      [
        '{ownSender}Ask your mail provider which addresses this account may use. The mail has the address that you log in with already.',
        'Set {fromField} to the address of the account that you log in with.',
      ],
      '{programStep}',
      'In a contact form, put the visitor’s address into “Reply-To” and not into “From”.',
      'If you need the other address, ask your mail provider to add it to the account as an alias or a “send as” right; the message below has the facts.',
    ],
    message: [
      'my account may not send as {otherSender}. Could you allow it to use this address, or tell me how to set it up?',
      'my account may not send with the sender’s address that I use. Could you tell me which addresses it may use, or how to add one?',
    ],
    references: ['RFC 6409 section 6.1'],
  },
  'sender-suspended': {
    party: 'mail-provider',
    temporary: false,
    reason: [
      'the mail provider does not let the account {user} send at present',
      'the mail provider does not let this account send at present',
    ],
    why: 'The account, or the whole organisation, is blocked from sending. As a rule spam went out through it, it is new and not released yet, or something is open with the provider.',
    fix: [
      'Change the password of the mailbox, and look for forwarding rules that you did not make: a stranger may have used it.',
      '{forSite}Check your site for forms or plugins that strangers can use to send mail.',
      '{providerRelease}',
      'Then ask the mail provider to release the account; the message below has the facts.',
    ],
    message:
      'my account cannot send any more. Could you tell me the reason, and what has to happen before you release it?',
    references: ['RFC 3463 section 3.8'],
  },
  'sending-quota-exceeded': {
    party: 'mail-provider',
    temporary: true,
    reason: 'the sending limit of the account is used up',
    why: 'Providers allow each account a number of mails per hour or day. This one has reached it; the mail itself is all right.',
    fix: [
      [
        '{queued}{retryStep}',
        '{noAnswer}Wait until the limit starts again, usually after an hour or a day, and send the mail again.',
      ],
      '{noAnswer}Check that it was your site that sent so much: a hacked form or password uses up limits too.',
      '{programStep}',
      '{providerLimits}',
      'If you need more, ask for a larger plan (the message below has the facts), or use a service made for sending from websites.',
    ],
    message:
      'my account has reached its sending limit. What is the limit, when does it start again, and can it be raised?',
    references: ['RFC 5321 section 4.2.1'],
  },
  'too-many-recipients': {
    party: 'you',
    temporary: false,
    reason: 'the mail has more recipients than the server takes at once',
    why: 'Servers limit how many people one mail may go to. The limit often is 100, sometimes far less.',
    fix: [
      'Send to smaller groups, or to one person at a time.',
      'For newsletters, use a service made for them.',
    ],
    references: ['RFC 5321 section 4.5.3.1.8', 'RFC 5321 section 4.5.3.1.10'],
  },
  'rate-limited': {
    party: 'you',
    temporary: true,
    reason: [
      '{atLogin}there were too many login attempts in a short time',
      '{theServer} says that too much came too fast',
      'too much came too fast',
    ],
    why: 'The server limits how many connections, logins or mails it takes within a time, from one sender or for one recipient. It need not mean that the mail is bad.',
    fix: [
      '{atLogin}Stop all login attempts for about an hour, and check {passwordField} meanwhile.',
      [
        '{queued}{retryStep}',
        '{noAnswer}Wait {wait} and send again, more slowly.',
        '{noAnswer}Wait and send again, more slowly.',
      ],
      '{noAnswer}If you send many mails, spread them out and use one connection at a time.',
      '{loggedIn}{providerLimits}',
      '{notLoggedIn}{receiverStep}',
      '{forSite}{notLoggedIn}If your site sends only a few mails, send through your mail provider, with a login: on shared hosting the mails of other customers count too.',
    ],
    references: ['RFC 5321 section 4.2.1', 'RFC 3463 section 3.5'],
  },
  'spf-fail': {
    party: 'you',
    temporary: false,
    reason: [
      'the domain {envelopeDomain} has not allowed this server to send its mail (SPF)',
      'the sender’s domain has not allowed this server to send its mail (SPF)',
    ],
    why: 'A domain can publish which servers may send its mail. The receiver looked, and the server that this mail came from is not on the list.',
    fix: [
      '{notLoggedIn}Send through the mail server that belongs to the sender’s domain, with a login. That is the safest way.',
      'Or add the sending server to the SPF record in the DNS of the domain. There must be only one SPF record.',
      '{programStep}',
      'In a contact form, put the visitor’s address into “Reply-To” and not into “From”.',
      '{receiverStep}',
    ],
    references: ['RFC 7208 section 8.4', 'RFC 7372 section 3.2'],
  },
  'dkim-fail': {
    party: 'you',
    temporary: false,
    reason: 'the mail’s signature (DKIM) is missing or not valid',
    why: 'A signature in the mail proves which domain it comes from and that nobody changed it. The receiver did not find a valid one.',
    fix: [
      [
        '{loggedIn}{providerDkim}',
        'Switch on DKIM at the service that sends your mail, and publish the key it shows you in the DNS of your domain.',
      ],
      'If it was on already, check that the published key is complete, and that nothing changes the mail after it is signed.',
      '{receiverStep}',
    ],
    references: ['RFC 6376 section 6.1', 'RFC 7372 section 3.1'],
  },
  'dmarc-unauthenticated': {
    party: 'you',
    temporary: false,
    reason: [
      'the mail could not prove that it really comes from {senderDomain}',
      'the mail could not prove that it really comes from the sender’s domain',
    ],
    why: 'Receivers want proof that a mail comes from the domain in the From line. The proof is a list of allowed servers (SPF) or a signature (DKIM). Here the receiver found none that counts.',
    fix: [
      '{notLoggedIn}Send through the mail server that belongs to the domain in the From line, with a login.',
      'Set {fromField} to an address of your own domain. A visitor’s address belongs in “Reply-To”; an address of a free mail service does not work as From.',
      '{programStep}',
      'In the DNS of the domain, add the service that sends your mail to the SPF record, and publish its DKIM key. Its help pages give both lines.',
      '{loggedIn}{providerDkim}',
      '{receiverStep}',
      'Send a test to a mailbox that can show the message’s header lines, and look for spf=pass or dkim=pass.',
    ],
    references: ['RFC 7489 section 6.6', 'RFC 7208 section 8.4', 'RFC 7372 section 3'],
  },
  'blocklisted-ip': {
    party: 'ip-owner',
    temporary: false,
    reason: [
      'the address of the sending machine ({ip}) is on a blocklist or has a bad reputation',
      'the sending machine is on a blocklist or has a bad reputation',
    ],
    why: 'The receiver refuses mail from this machine, whatever is in it. On shared hosting somebody else may have sent spam from the same address. The recipient and your text are not the reason.',
    fix: [
      '{notLoggedIn}{notSubmission}Send through the mail server of your mail provider, with a login: then its address counts, and not yours.',

      '{noAnswer}Look at the page that the server names: {link}. It should tell why.',
      '{receiverStep}',
      [
        '{loggedIn}Send your mail provider the message below: it is about the address of its server, or the one that you connect from.',
        '{asAdmin}First find the cause: look for hacked accounts and sites, an open relay, and forwarded spam. If the address is not yours alone, send its owner the message below.',
        'Send your web host the message below, so that it finds the cause and has the address taken off the list.',
      ],
      'Until then, let another mail server send for you, if you have one.',
    ],
    serving: [
      'If the sender is somebody whose mail you want, tell them that their server’s address is on a list; they have to have it removed.',
      'Until then you can make an exception for that address in your server’s configuration.',
      'If it is a user of yours on a home connection, let the program log in on port 587 or 465: there your server should not ask the lists.',
    ],
    message: [
      'mail from the address {ip} is refused because of its reputation. Please find the cause and have the address taken off the list, or tell me another server to send through.',
      'mail from your server is refused because of its reputation. Please find the cause and have the address taken off the list, or tell me another server to send through.',
    ],
    references: ['RFC 5782 section 2', 'RFC 6471 section 2'],
  },
  'blocklisted-domain': {
    party: 'you',
    temporary: false,
    reason: 'a domain of the sender, or one in the text, is on a blocklist or has a bad reputation',
    why: 'Not the machine is listed, but a domain: that of the sender’s address, or of a link in the mail. A hacked site is a common reason.',
    fix: [
      [
        'Look up your domain at the list which the answer names: {link}.',
        '{receiverStep}',
        'Look up your domain at the list which the answer names.',
      ],
      'Check your site for strange pages and files, and clean it.',
      'Remove links to other domains and to link shorteners from the mail, and try again.',
      'Then ask the list to remove the domain.',
    ],
    references: ['RFC 5782 section 3'],
  },
  'ipv6-reputation': {
    party: 'you',
    temporary: false,
    reason: 'the receiver does not trust the IPv6 address of the sending machine',
    why: 'Over IPv6 receivers are stricter: the address needs a proper name (PTR), and the mail a valid SPF or DKIM.',
    fix: [
      '{notLoggedIn}{notSubmission}Send through your mail provider’s server, with a login.',
      '{programStep}',
      'If you run the server yourself, set the PTR record of its IPv6 address and add the address to SPF, or let it send over IPv4.',
      '{receiverStep}',
      '{asOwner}If you do not run it, send {theHost} the message below.',
      'Check that the SPF record names the IPv6 address too: an entry for IPv4 alone does not count.',
    ],
    message:
      'mail from the IPv6 address of your server is refused, because the address has no proper name (PTR), or SPF and DKIM do not pass. Please put that right, or let the server send over IPv4.',
    references: ['RFC 7208 section 5.2', 'RFC 7372 section 3.3'],
  },
  'dnsbl-misconfigured-at-recipient': {
    party: 'recipient',
    temporary: true,
    reason: 'the recipient’s server misreads the answer of a blocklist',
    why: 'The blocklist answered with an error, for example because it was asked through a public resolver, and the receiver took it for a listing. Your machine need not be listed at all.',
    fix: [
      'Tell the recipient by other means, and send them the message below for their administrator.',
      'To be sure, look your address up on the list’s own page.',
      '{receiverStep}',
    ],
    message:
      'your mail server refuses mail because its blocklist look-up gets an error code and not a listing. Please let it ask through a resolver of your own, or take the list out of its settings.',
    references: ['RFC 5782 section 2.1'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
