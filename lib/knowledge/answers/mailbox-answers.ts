// Source: the postmaster pages of Yahoo, Apple, GMX and WEB.DE, T-Online, Orange, Mail.ru, Yandex, Tencent,
// NetEase, Zoho and Fastmail, as far as they are public, and notes of bounce parsers on them.
import type { Answerer } from './answer-row.ts';

const AUTHORISATION_CODE =
  'In the mailbox’s web settings switch on POP3/SMTP, have an authorisation code made there, and use it as {passwordField}.';

/** Providers of mailboxes, beside Google and Microsoft. */
export const MAILBOX_ANSWERS: readonly Answerer[] = [
  {
    name: 'Yahoo',
    marks: ['yahoo', 'aol.com', '[tss', '[ts0', '[bl2', '[ph0', '(au01)'],
    answers: [
      {
        phrases: ['[tss04', '[ts01', '[ts02', 'user complaints'],
        says: 'Yahoo lets less of this sender’s mail in for now, because of its amount or because people marked it as spam.',
        steps: [
          'Send less for a while. At senders.yahooinc.com you can register your domain and be told of complaints.',
        ],
      },
      {
        phrases: ['[ts03', '[tss09', '[tss11', 'permanently deferred'],
        says: 'Yahoo takes no mail from this machine at all, because of its reputation. Trying again does not change that.',
        steps: [
          'Ask at senders.yahooinc.com, under “Contact”, to have the sending machine looked at again.',
        ],
      },
      {
        phrases: ['[bl21', '[bl23', '[tss07'],
        says: 'Yahoo refuses the sending machine because Spamhaus lists it.',
        steps: ['Look the address up at check.spamhaus.org; the page says what to do.'],
      },
      {
        phrases: ['[ph01', '(au01)', 'policy reasons'],
        says: 'Yahoo could not confirm that the mail comes from the sender’s domain, or it takes the content for fraud.',
      },
      {
        phrases: ['sender is unauthenticated'],
        says: 'Yahoo wants SPF or DKIM to pass for the sender’s domain.',
      },
      {
        phrases: ["this user doesn't have a", 'mailbox not found', 'not a valid recipient'],
        says: 'Yahoo has no account with this address.',
      },
      {
        phrases: ['mailbox is disabled', 'no longer valid'],
        says: 'The account at Yahoo is switched off, often because nobody has used it for long.',
      },
      {
        phrases: ['receiving mail too quickly'],
        says: 'The mailbox exists. It gets more mail at the moment than Yahoo lets in.',
      },
      {
        phrases: ['unresolvable'],
        says: 'Yahoo found no DNS records for the domain of the sender’s address.',
      },
      {
        phrases: ['request failed; mailbox unavailable', 'from address not verified'],
        says: 'Yahoo sends only with the address of the account that logged in, or with one that was verified there.',
      },
      {
        phrases: ['#auth005', 'too many bad auth'],
        says: 'There were too many failed logins. Yahoo locks the account for some hours then.',
      },
    ],
  },
  {
    name: 'Apple',
    marks: ['icloud', '[cs01]', '[hm08]', '[hme1]', 'ht204137', 'apple.com'],
    answers: [
      {
        phrases: ['[cs01]', '[hm08]'],
        says: 'Apple refuses the mail for its content or for the reputation of the sender.',
        steps: [
          'Apple’s page for postmasters (support.apple.com, article HT204137) says whom to write to.',
        ],
      },
      {
        phrases: ['[hme1]'],
        says: 'For an address made by “Hide My Email” SPF and DKIM must both pass.',
      },
      {
        phrases: ['illegal alias', 'no longer on server', 'inactive email'],
        says: 'Apple has no mailbox with this address, or has it no longer.',
      },
      {
        phrases: ['excessive volume'],
        says: 'Apple gets more mail from this sender than it lets in.',
      },
    ],
  },
  {
    name: 'GMX, WEB.DE and mail.com',
    marks: ['gmx', '=web.de', '=mail.com', 'kundenserver', 'nemesis', '1and1', 'ionos'],
    answers: [
      {
        phrases: ['block listed', 'black listed', 'blacklisted', '&c=bip', '?c=bip'],
        says: 'The address of the sending machine is on a blocklist.',
        steps: ['The page that the answer names shows the case: {link}.'],
      },
      {
        phrases: ['bad dns ptr', 'ptr resource record', '&c=rdns'],
        says: 'The sending machine has no name in the DNS, or one that is made from its number. This receiver wants a real one.',
      },
      {
        phrases: ['invalid dns mx'],
        says: 'The domain of the sender’s address has no server that takes mail, so answers could not arrive.',
      },
      {
        phrases: ['spf policy'],
        says: 'The sender’s domain does not list the sending machine in its SPF record.',
      },
      {
        phrases: ['policy restrictions', 'policy violations', '&c=hi', '&c=p'],
        says: 'A rule on headers, on the domain or on the sending machine stopped the mail; the page in the answer tells which.',
      },
      {
        phrases: ['sender address is not allowed'],
        says: 'The server sends only with the addresses of the mailbox that logged in.',
      },
      {
        phrases: ['authentication credentials invalid'],
        says: 'User name and password did not fit, or access by programs is not allowed in this mailbox.',
      },
      {
        phrases: ['transaction failed*duplicate'],
        says: 'A header that may be there once is in the message twice.',
      },
    ],
  },
  {
    name: 'T-Online',
    marks: ['t-online.de', 'a problem occurred. (ask your postmaster'],
    answers: [
      {
        phrases: ['ask your postmaster', 'tosa@', 'a@b', '(bl)'],
        says: 'T-Online takes mail only from machines that it knows as mail servers. They need a fitting name in the DNS, and a web page that names who runs them.',
        steps: [
          '{notLoggedIn}Send through your mail provider’s server, with a login.',
          'Whoever runs the sending machine can write to tosa@rx.t-online.de.',
        ],
      },
      {
        phrases: ['spam or virus'],
        says: 'T-Online takes this message for spam or for dangerous.',
      },
    ],
  },
  {
    name: 'Orange, SFR or La Poste',
    marks: ['ofr0', 'ofr_', 'lpn0', 'lpn1', 'lpn4', 'ouk_', 'orange.fr', 'wanadoo', 'laposte'],
    answers: [
      { phrases: ['_104'], says: 'Too many connections at a time come from the sending machine.' },
      {
        phrases: ['_{101,102,103,510,999}'],
        says: 'The address of the sending machine is blocked there.',
      },
      { phrases: ['_{416,418}'], says: 'There is no such mailbox.' },
      { phrases: ['_417'], says: 'The mailbox is full.' },
      { phrases: ['_{420,426}'], says: 'The mailbox is switched off.' },
      { phrases: ['_{506,513}'], says: 'The message was taken for spam.' },
      { phrases: ['_{403,405,415,421}'], says: 'The sender’s address is not acceptable there.' },
    ],
  },
  {
    name: 'Zoho',
    marks: ['zoho'],
    answers: [
      {
        phrases: ['unusual sending activity', 'unblockme'],
        says: 'Zoho has stopped the sending account for a while, because it sent in an unusual way.',
        steps: ['Sign in and lift the block at mail.zoho.com/UnblockMe.'],
      },
      {
        phrases: ['not allowed to relay', 'relaying disallowed'],
        says: 'The sender’s address does not belong to the account that logged in, or the account lives in another region of Zoho.',
        steps: [
          'Check that the server is the one of the account’s region (smtp.zoho.com, .eu, .in …).',
        ],
      },
    ],
  },
  {
    name: 'Yandex',
    marks: ['yandex', 'ya.cc'],
    answers: [
      {
        phrases: ['does not have access rights to this service'],
        says: 'Yandex does not let mail programs into this mailbox until its owner allows it.',
        steps: [
          'In the mailbox’s settings under “Email clients” allow access, and create an app password.',
        ],
      },
      { phrases: ['suspicion of spam'], says: 'It was Yandex’s own spam filter that judged it.' },
    ],
  },
  {
    name: 'Mail.ru',
    marks: ['mail.ru'],
    answers: [
      {
        phrases: ['invalid mailbox', 'user not found'],
        says: 'There is no such mailbox, or it is switched off.',
      },
      {
        phrases: ['notspam-support', 'spam message rejected'],
        says: 'It was Mail.ru’s own spam filter that judged it.',
        steps: ['Register your domain at postmaster.mail.ru; it shows why mail is refused.'],
      },
      {
        phrases: ['application password is required'],
        says: 'Programs need a password of their own at Mail.ru.',
        steps: ['Create a password for external applications in the account’s security settings.'],
      },
    ],
  },
  {
    name: 'Tencent (QQ)',
    marks: ['mail.qq.com', 'qq.com', 'exmail'],
    answers: [
      {
        phrases: ['login fail', 'authorization code', 'authentication failed'],
        says: 'Programs do not log in with the account’s password there, but with an authorisation code.',
        steps: [AUTHORISATION_CODE],
      },
      {
        phrases: ['frequency limited', 'access denied'],
        says: 'Too much mail came in a short time, from one sender or to one mailbox.',
      },
      {
        phrases: ['content denied', 'suspected spam'],
        says: 'The message or its sender is taken for spam.',
      },
      {
        phrases: ['rejected by recipients'],
        says: 'The recipient’s own rules refuse this sender.',
      },
    ],
  },
  {
    name: 'NetEase (163, 126)',
    marks: ['163.com', '126.com', 'netease', 'dt:spm'],
    answers: [
      {
        phrases: ['user has no permission'],
        says: 'Sending by programs is not switched on for this mailbox, or the account is restricted.',
        steps: [AUTHORISATION_CODE],
      },
      {
        phrases: ['authentication fail', 'authorization'],
        says: 'Programs do not log in with the account’s password there, but with an authorisation code.',
        steps: [AUTHORISATION_CODE],
      },
      {
        phrases: ['must equal authorized user'],
        says: 'The sender’s address must be the one of the mailbox that logged in.',
      },
      { phrases: ['dt:spm', 'mi:spb'], says: 'The message is taken for spam.' },
      { phrases: ['hl:rep'], says: 'The sending machine has a bad reputation there.' },
      { phrases: ['mi:stc', 'mi:sfq', 'rp:', 'rt:'], says: 'Too much mail came in a short time.' },
    ],
  },
  {
    name: 'Fastmail',
    marks: ['fastmail', 'messagingengine'],
    answers: [
      {
        phrases: ['not authorised to send', 'not authorized to send'],
        says: 'The sender’s address is not one of this account’s identities.',
        steps: [
          'Add the address under Settings → My email addresses, or send with one that is listed there.',
        ],
      },
      {
        phrases: ["helo string 'localhost'"],
        says: 'The sending machine introduces itself as “localhost”, which is no name for a server.',
      },
    ],
  },
  {
    name: 'Facebook',
    marks: ['rcp-', 'facebook'],
    answers: [
      { phrases: ['rcp-p1'], says: 'There is no such address at Facebook.' },
      { phrases: ['rcp-p2'], says: 'The person does not want to get mail there.' },
      { phrases: ['rcp-t'], says: 'Too much mail came for this person.' },
    ],
  },
];
