import type { GlossaryRow } from '../glossary-row.ts';

// Source: RFC 5321 and the RFCs of its extensions, named in the rows. The wording is ours.

/** What program and server say to each other. */
export const CONVERSATION_TERMS = [
  {
    term: 'Session',
    spellings: ['session', 'sessions'],
    meaning: 'One conversation between a program and a server, from the first line to the goodbye.',
    source: 'RFC 5321 section 3.1',
  },
  {
    term: 'Command',
    spellings: ['command', 'commands'],
    meaning: 'A line by which the program asks the server for the next step.',
    source: 'RFC 5321 section 2.4',
  },
  {
    term: 'Greeting',
    spellings: ['greeting', 'greetings', 'banner'],
    meaning:
      'The first line that a server says on a new connection. It begins with 220, which is not an error.',
    source: 'RFC 5321 section 3.1',
  },
  {
    term: 'Reply code',
    spellings: ['reply code', 'reply codes', 'status code', 'status codes'],
    meaning:
      'The three digits with which a server begins its answer. The first one says most: 2 done, 3 go on, 4 not now, 5 no.',
    source: 'RFC 5321 section 4.2.1',
  },
  {
    term: 'Detailed code',
    spellings: [
      'detailed code',
      'detailed codes',
      'enhanced code',
      'enhanced status code',
      'ENHANCEDSTATUSCODES',
    ],
    meaning:
      'Three numbers such as 5.1.1, which tell more exactly than a reply code what the server means.',
    source: 'RFC 3463 section 2, RFC 2034',
  },
  {
    term: 'EHLO',
    spellings: ['EHLO', 'HELO', 'LHLO', 'introduction'],
    meaning:
      'The command with which a program introduces itself and asks what the server can do. HELO is the old form, without the question.',
    source: 'RFC 5321 section 4.1.1.1',
  },
  {
    term: 'MAIL FROM',
    spellings: ['MAIL FROM'],
    meaning: 'The command that tells the server who sends the mail.',
    source: 'RFC 5321 section 4.1.1.2',
  },
  {
    term: 'RCPT TO',
    spellings: ['RCPT TO', 'RCPT'],
    meaning: 'The command that names one person who is to get the mail.',
    source: 'RFC 5321 section 4.1.1.3',
  },
  {
    term: 'DATA',
    spellings: ['DATA'],
    meaning: 'The command after which the message itself follows, up to a line with a single dot.',
    source: 'RFC 5321 section 4.1.1.4',
  },
  {
    term: 'VRFY',
    spellings: ['VRFY', 'EXPN'],
    meaning:
      'Commands that ask whether an address exists. Most servers do not tell, so that nobody can collect addresses.',
    source: 'RFC 5321 sections 3.5 and 7.3',
  },
  {
    term: 'ETRN',
    spellings: ['ETRN'],
    meaning: 'A command that asks a server to send the mail that it keeps for somebody.',
    source: 'RFC 1985 section 5',
  },
  {
    term: 'QUIT',
    spellings: ['QUIT'],
    meaning: 'The command that ends the conversation.',
    source: 'RFC 5321 section 4.1.1.10',
  },
  {
    term: 'PIPELINING',
    spellings: ['PIPELINING'],
    meaning: 'The program may send several commands at once, without waiting for each answer.',
    source: 'RFC 2920 section 3',
  },
  {
    term: 'CHUNKING',
    spellings: ['CHUNKING', 'BDAT'],
    meaning: 'A way to hand over a message in blocks whose length is told beforehand.',
    source: 'RFC 3030 section 2',
  },
  {
    term: 'LMTP',
    spellings: ['LMTP'],
    meaning: 'The form of SMTP by which a mail server hands mail to its own mailboxes.',
    source: 'RFC 2033 section 1',
  },
  {
    term: 'IMAP, POP',
    spellings: ['IMAP', 'POP', 'POP3'],
    meaning: 'The ways in which programs fetch mail from a mailbox. They are not used for sending.',
    source: 'RFC 9051 section 1, RFC 1939 section 1',
  },
] as const satisfies readonly GlossaryRow[];
