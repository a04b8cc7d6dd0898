import type { Cause } from '../cause.ts';

// Source: RFC 5321 sections 4.1.4, 4.2 and 4.5.3.1, RFC 5322, RFC 1870, RFC 6531.

/** The message, the conversation or the receiving server is the trouble. */
export const MESSAGE_CAUSES = {
  'protocol-sequence': {
    party: 'you',
    temporary: false,
    reason: 'the commands came in an order that the server does not accept',
    why: 'The conversation has fixed steps: greeting, introduction (EHLO), perhaps a login, then sender, recipient and message. A step was missing, refused before, or out of turn.',
    fix: [
      'Look at the step just before: what was refused there is the real reason.',
      'If you type the commands yourself, begin with EHLO; then come MAIL FROM, RCPT TO and DATA.',
      'If a program sends, update it. In your own code, let a mail library do the steps.',
    ],
    references: ['RFC 5321 section 4.1.4'],
  },
  'client-command-intercepted': {
    party: 'you',
    temporary: false,
    reason: 'the tool took a typed command for an order to itself and did not send it',
    why: 'The tool openssl s_client reads a capital R or Q at the start of a line as an order to itself: to renegotiate, or to quit. The server never saw the command.',
    fix: [
      'Type “rcpt to:” in small letters.',
      'Or start openssl s_client with -quiet or -ign_eof: then no letter is taken for an order.',
    ],
    references: ['RFC 5321 section 2.4'],
  },
  'smtputf8-unsupported': {
    party: 'you',
    temporary: false,
    reason: 'an address holds letters that this server cannot handle',
    why: 'One of the addresses has letters such as ü or 例, and the server does not offer the extension for them (SMTPUTF8).',
    fix: [
      'Use an address in plain letters (a to z).',
      'Write a domain with special letters in its ASCII form (it begins with xn--).',
    ],
    references: ['RFC 6531 section 3.2'],
  },
  'too-many-errors': {
    party: 'you',
    temporary: true,
    reason: 'the server hung up after too many faulty commands',
    why: 'The real reason is in the refusals before. The last one is only their consequence.',
    fix: [
      'Find the first refusal above, and fix its cause.',
      'If many recipients were refused, take their addresses out of your list.',
    ],
    references: ['RFC 5321 section 4.3.2'],
  },
  'syntax-error': {
    party: 'you',
    temporary: false,
    reason: 'the server did not understand a command of the sending program',
    why: 'A command, or a value in it, is not what the server expects. Odd characters in an address, an outdated program, or a device on the way that changes the text can be the reason.',
    fix: [
      'Look at the command just above the refusal for a wrong address or an odd character.',
      'Update the program or plugin that sends.',
      'If XXXX comes where a word should be, ask whoever runs the network: a firewall rewrites the conversation.',
    ],
    references: ['RFC 5321 section 4.2.4'],
  },
  'bare-lf': {
    party: 'you',
    temporary: false,
    reason: 'the line endings of the message are not in the form that mail needs',
    why: 'Each line of a mail ends with two characters, CR and LF. Somewhere only one of them was sent, and the server refuses that because it can be misused.',
    fix: [
      'Update the program or plugin that writes the mail.',
      'In your own code, end the lines with \\r\\n, and let the mail library build the message.',
    ],
    references: ['RFC 5321 section 2.3.8'],
  },
  'line-too-long': {
    party: 'you',
    temporary: false,
    reason: 'a line of the message is too long',
    why: 'A line may hold 998 characters at most. HTML without line breaks is the usual reason.',
    fix: [
      'Let the mail be encoded as quoted-printable or Base64: both break lines by themselves.',
      '{programStep}',
      'Or put line breaks into the HTML.',
    ],
    references: ['RFC 5321 section 4.5.3.1.6', 'RFC 5322 section 2.1.1'],
  },
  'message-malformed': {
    party: 'you',
    temporary: false,
    reason: 'the message is not built the way mail must be',
    why: 'A header line that is needed is missing, is there twice, or cannot be read. Most often it is From, Date, Message-ID or To.',
    fix: [
      'Look in the server’s answer: often it names the header line.',
      '{forSite}Switch off, one by one, the plugins and code that add their own mail headers.',
      'Update the program or plugin that sends.',
    ],
    references: ['RFC 5322 section 3.6'],
  },
  'spam-content': {
    party: 'you',
    temporary: false,
    reason: 'the server takes this message for spam',
    why: 'The message itself was judged, by its words, links or attachments, and often by the sender’s reputation too. Another text may pass.',
    fix: [
      'Send a short plain test mail without links. If it is accepted, the content is the reason.',
      'Leave out link shorteners, large pictures without text, and subjects in capitals.',
      'Check that SPF, DKIM and DMARC are set up for your domain.',
      '{forSite}If strangers’ words come through a contact form, protect the form against spam.',
      '{receiverStep}',
      'If a harmless mail is refused again and again, send the recipient’s administrator the message below, by other means.',
    ],
    message:
      'your server takes my mail for spam. Could you tell me which part of it is the reason, or allow my address?',
    references: ['RFC 3463 section 3.8', 'RFC 5321 section 4.2.3'],
  },
  virus: {
    party: 'you',
    temporary: false,
    reason: 'an attachment or a link in the message is not allowed or is taken for dangerous',
    why: 'A scanner found a virus, a dangerous link, or a kind of file that is never let through: programs, scripts, or archives with such files in them.',
    fix: [
      'Check the file with an up-to-date scanner.',
      'Share the file by a download link, or send it as a PDF.',
      'If you did not attach anything, have your site and your computer checked.',
    ],
    references: ['RFC 3463 section 3.7'],
  },
  'message-too-large': {
    party: 'you',
    temporary: false,
    reason: ['the message is too large for {theServer}', 'the message is too large for the server'],
    why: [
      'The server names a limit of {limit} in its list of features; a smaller one may hold for this mailbox or this login. Attachments grow by about a third on the way, so a file must be well below the limit.',
      'Attachments grow by about a third on the way, so a file must be well below the limit.',
    ],
    fix: [
      'Send fewer or smaller attachments, or share the file by a download link.',
      '{forSite}If a form accepts uploads, limit their size there.',
      '{notForSite}If the limit is your own server’s, raise it there. The recipient’s server has one too.',
    ],
    references: ['RFC 1870 section 6', 'RFC 3463 section 3.4'],
  },
  policy: {
    party: 'receiver',
    temporary: 'by-code',
    reason: [
      '{early}{theServer} turned the sending machine away and does not say why',
      '{theServer} refused the mail under a rule of its own and does not say which',
    ],
    why: [
      '{early}The server said no before any mail was offered, so neither the recipient nor your text is the reason. It is about the sending machine: its address, or the name that it gives.',
      '{atEnvelope}The answer gives no reason. The server had not seen the message yet, so it is about the sender, the recipient or the sending machine.',
      'The answer gives no reason. It can be a rule about the sender’s address, the sending machine or the content.',
    ],
    fix: [
      'Look at the page that the server names: {link}.',
      '{receiverStep}',
      [
        '{atEnvelope}Send a test to somebody else at the same domain, and one from another address. So you find out whom the rule is about.',
        '{later}Send a short plain test mail. If it is accepted, the content was the reason.',
      ],
      '{early}{notLoggedIn}Send through your mail provider’s server, with a login: then its address counts, and not your machine’s.',
      'Otherwise ask the operator of the server that refused; the message below has its exact answer.',
    ],
    message: [
      '{early}your server turned mine away. Could you tell me the reason, and what I should change?',
      'your server refused my mail. Could you tell me which rule it was, and what I should change?',
    ],
    references: ['RFC 3463 section 3.8'],
  },
  'server-temporary-error': {
    party: 'operator',
    temporary: 'by-code',
    reason: [
      '{fault}{theServer} has a fault or is overloaded at the moment',
      '{putOff}{theServer} asks to try again later',
      '{theServer} does not take mail at present',
    ],
    why: [
      '{fault}The fault is on the server’s side. Your settings and the mail need not be changed.',
      '{putOff}The answer means “not now, later”. As a rule the server has a fault or is overloaded. Nothing in it asks you to change your settings or the mail.',
      'The answer is about the server and not about your mail. As a rule the server has a fault, or is not meant for mail.',
    ],
    fix: [
      ['{queued}{retryStep}', 'Wait a quarter of an hour and send again.'],
      '{notQueued}{retryStep}',
      '{providerStatus}',
      'If it lasts for hours, send the operator of the server the message below.',
    ],
    message: '{theServer} answers my mail with an error. Is there a known fault?',
    references: ['RFC 5321 section 4.2.3', 'RFC 3463 section 3.4'],
  },
  'mail-loop': {
    party: 'mail-provider',
    temporary: false,
    reason: 'the mail goes round in circles between servers',
    why: 'It passed through too many servers, or came back to where it was. Usually two forwarding rules point at each other.',
    fix: [
      'Look through the forwarding rules of the recipient’s mailbox and of your own.',
      '{asAdmin}If the domain is this server’s own, check that it is in its list of local domains, and where the MX record points.',
      'Ask the administrator of the recipient’s domain to check forwarding and MX records; the message below has the facts.',
    ],
    message:
      'my mail to your domain goes round in circles. Please check the forwarding rules of the mailbox and the MX records of the domain.',
    references: ['RFC 5321 section 6.3'],
  },
  other: {
    party: 'operator',
    temporary: 'by-code',
    reason: [
      '{hasReply}{theServer} said no, and its answer does not tell why',
      'the sending program says that it failed, and nothing tells why',
    ],
    why: [
      '{hasReply}The log shows the refusal but no reason that can be relied on.',
      'The log has only the program’s own words, and not the server’s answer.',
    ],
    fix: [
      [
        '{hasReply}Read the server’s own words in the line that is marked.',
        '{debugStep}',
        'Look for a fuller log: the answer of the server is missing in this one.',
      ],
      'Look at the page that the server names: {link}.',
      '{receiverStep}',
      [
        '{hasReply}Ask the operator of the server; the message below has its exact answer.',
        'If you find the server’s own answer, ask its operator about it.',
      ],
    ],
    message: '{hasReply}{theServer} refused my mail. Could you tell me the reason?',
    references: ['RFC 5321 section 4.2'],
  },
} as const satisfies Readonly<Record<string, Cause>>;
