// Source: RFC 5321 sections 3 and 4.3.2 (replies by command), RFC 3207, RFC 4954, RFC 2033, RFC 3030.
import type { StageRow } from './rows.ts';

/**
 * What a reply means at the step where it comes: stage → code, or the code's first digit for all
 * others. The stage is the command's verb, `greeting` before any, `.` for the message's end.
 * Commands aside from sending: `aside-stages.ts`.
 */
export const replyStages = {
  greeting: {
    220: {
      brief: 'Server greets the client',
      full: 'The connection is open, and the server introduces itself: its name comes first, the words after it are free text. The client may begin.',
      risk: 'If this is not the name that you asked for, a firewall, a virus scanner or the web host may have answered instead. Large providers use other names inside; that is harmless.',
    },
    2: {
      brief: 'Server greets the client',
      full: 'The connection is open, and the server says that it is ready.',
    },
    421: {
      brief: 'Server is not available right now',
      full: 'In place of a greeting the server says that it takes no connection now and hangs up.',
    },
    4: {
      brief: 'Server takes no connection right now',
      full: 'In place of a greeting the server puts the client off.',
    },
    521: {
      brief: 'This server takes no mail',
      full: 'In place of a greeting the server says that it does not take mail, or not from this client.',
    },
    5: {
      brief: 'Server turns the client away',
      full: 'In place of a greeting the server refuses to talk to this client. Often the client’s address is on a blocklist, has a bad reputation, or has no proper name.',
    },
  },
  EHLO: {
    2: {
      brief: 'Introduction accepted',
      full: 'The server accepts the introduction and begins its list of features. The first line holds the server’s name and greets the client; each further line names one feature.',
      risk: 'If an error comes here instead, the connection may end, or the client has to introduce itself by the older HELO.',
    },
    500: {
      brief: 'Server does not know EHLO',
      full: 'The server does not understand EHLO. The client can fall back to the older HELO, but then has no login and no encryption.',
    },
    502: {
      brief: 'Server does not know EHLO',
      full: 'The server does not offer EHLO. The client can fall back to the older HELO, but then has no login and no encryption.',
    },
    4: {
      brief: 'Introduction put off',
      full: 'The server does not accept the client’s introduction now.',
    },
    5: {
      brief: 'Introduction refused',
      full: 'The server does not accept the client’s introduction. Often it dislikes the host name that the client gave; the client may try the older HELO.',
    },
  },
  HELO: {
    2: {
      brief: 'Introduction accepted',
      full: 'The server accepts the older form of the introduction. No list of features follows, so login and encryption are not available.',
    },
    4: {
      brief: 'Introduction put off',
      full: 'The server does not accept the client’s introduction now.',
    },
    5: {
      brief: 'Introduction refused',
      full: 'The server does not accept the client’s introduction. Often it dislikes the host name that the client gave.',
    },
  },
  LHLO: {
    2: {
      brief: 'Introduction accepted',
      full: 'The server accepts the introduction and begins its list of features. This is LMTP, the protocol between a mail server and the mailboxes behind it.',
    },
    4: {
      brief: 'Introduction put off',
      full: 'The server does not accept the client’s introduction now.',
    },
    5: {
      brief: 'Introduction refused',
      full: 'The server does not accept the introduction. It may not speak LMTP.',
    },
  },
  STARTTLS: {
    220: {
      brief: 'Server is ready to encrypt',
      full: 'The server agrees to encrypt. Next, both sides set up TLS; that handshake itself leaves no line in the log.',
      risk: 'The handshake can fail, for example over an expired certificate or a TLS version that is too old. Then the log breaks off here, or goes on with an error or unreadable characters.',
    },
    2: {
      brief: 'Server is ready to encrypt',
      full: 'The server agrees to encrypt; the handshake comes next.',
      risk: 'If the handshake fails, the log breaks off here or shows an error next.',
    },
    454: {
      brief: 'Encryption not available right now',
      full: 'The server cannot start encryption at the moment. A client that insists on it has to stop here.',
    },
    4: {
      brief: 'Encryption not available right now',
      full: 'The server cannot start encryption at the moment.',
    },
    503: {
      brief: 'Encryption refused: out of order',
      full: 'The server does not accept STARTTLS at this point. Perhaps the connection is encrypted already, or the introduction is missing.',
    },
    5: {
      brief: 'Server refuses to encrypt',
      full: 'The server does not offer encryption on this port, or does not allow it here. A client that insists on encryption has to stop.',
    },
  },
  AUTH: {
    334: {
      brief: 'Login: server asks for more',
      full: 'The server asks for the next piece of the login. 334 is progress, not an error.',
    },
    3: {
      brief: 'Login: server asks for more',
      full: 'The server asks for the next piece of the login.',
    },
    235: {
      brief: 'Login accepted',
      full: 'The user name and password, or the token in their place, were right: the client is logged in.',
      risk: 'If the login fails, a code such as 535 or 504 comes here instead, and as a rule no mail is sent.',
    },
    2: { brief: 'Login accepted', full: 'The server accepts the login.' },
    421: {
      brief: 'Server hangs up during login',
      full: 'The server ends the connection in the middle of the login, often after too many attempts.',
    },
    432: {
      brief: 'Login: password must be renewed first',
      full: 'The account needs one login by another method before this one works.',
    },
    454: {
      brief: 'Login not possible right now',
      full: 'The server could not check the login: its password store is out of order, or there were too many attempts. This says nothing about the password.',
    },
    4: {
      brief: 'Login not possible right now',
      full: 'The server could not complete the login at the moment.',
    },
    500: {
      brief: 'Login not understood',
      full: 'The server does not know the AUTH command here, or the line was too long for it.',
    },
    501: {
      brief: 'Login malformed or cancelled',
      full: 'The server could not read the login data, or the client cancelled the login.',
    },
    502: {
      brief: 'No login offered here',
      full: 'The server does not offer a login at this point. Encryption may have to come first, or this port is not meant for logging in.',
    },
    503: {
      brief: 'No login at this point',
      full: 'The server takes no login here: not before encryption, not on this port, or the client is logged in already.',
    },
    504: {
      brief: 'Login method not accepted',
      full: 'The server does not support the login method that the client chose. Another one from the server’s list may work.',
    },
    525: {
      brief: 'Login refused: account switched off',
      full: 'The server recognised the account, but it is switched off or may not log in from this address.',
    },
    530: {
      brief: 'Login only after encryption',
      full: 'The server wants an encrypted connection, or another step, before it takes a login.',
    },
    534: {
      brief: 'Login refused: another method wanted',
      full: 'The account’s rules want another login method. Often that is an app password, or one sign-in in the browser first.',
    },
    535: {
      brief: 'Login refused',
      full: 'The server does not accept this user name and password. They may be mistyped, the provider may want an app password, or mail login may be switched off for the account.',
    },
    538: {
      brief: 'Login only after encryption',
      full: 'The server allows this login method over an encrypted connection only.',
    },
    5: { brief: 'Login refused', full: 'The server does not accept the login.' },
  },
  MAIL: {
    2: {
      brief: 'Sender accepted',
      full: 'The server accepts the sender’s address. A new message has begun; recipients come next.',
      risk: 'If the address does not belong to the login, or the server wants a login first, it refuses here.',
    },
    530: {
      brief: 'Sender refused: a step must come first',
      full: 'Before the server takes mail, it wants something else first: a login or an encrypted connection.',
    },
    503: {
      brief: 'Sender refused: out of order',
      full: 'The server expected another step first: an introduction, a login, or the end of the message before.',
    },
    552: {
      brief: 'Message too large',
      full: 'The size that the client announced is over the server’s limit, or there is no room.',
    },
    555: {
      brief: 'Option not understood',
      full: 'The command carries an option that this server did not offer.',
    },
    4: {
      brief: 'Sender put off for now',
      full: 'The server does not accept the sender at the moment.',
    },
    5: {
      brief: 'Sender refused',
      full: 'The server does not accept this sender, so the message ends here.',
    },
  },
  RCPT: {
    2: {
      brief: 'Recipient accepted',
      full: 'The server accepts this recipient. It has not seen the message yet and may still refuse that.',
      risk: 'If the address is invalid, or the server takes no mail for it, it refuses here and this recipient gets nothing.',
    },
    251: {
      brief: 'Recipient accepted, will be forwarded',
      full: 'The recipient has moved, and the server passes the mail on.',
    },
    252: {
      brief: 'Recipient accepted, not checked',
      full: 'The server cannot tell whether the mailbox exists, but takes the mail and tries.',
    },
    503: {
      brief: 'Recipient refused: out of order',
      full: 'The server expected another step first, mostly an accepted sender (MAIL FROM).',
    },
    530: {
      brief: 'Recipient refused: a step must come first',
      full: 'Before the server takes mail for this recipient, it wants a login or an encrypted connection.',
    },
    4: {
      brief: 'Recipient put off for now',
      full: 'The server does not take mail for this recipient at the moment. This says nothing about the other recipients.',
    },
    5: {
      brief: 'Recipient refused',
      full: 'The server does not take mail for this recipient. This says nothing about the other recipients.',
    },
  },
  DATA: {
    354: {
      brief: 'Server waits for the message',
      full: 'The server has accepted sender and recipients and now waits for the message itself. A line with nothing but a dot will end it.',
      risk: 'If the connection breaks before that dot, the server throws away what it got so far.',
    },
    3: { brief: 'Server waits for the message', full: 'The server waits for the message itself.' },
    2: {
      brief: 'Accepted',
      full: 'The server accepts the command, though 354 would be the usual answer.',
    },
    503: {
      brief: 'No message wanted: a step is missing',
      full: 'The server has no accepted sender or recipient to send the message to. When all recipients were refused before, this is only the consequence.',
    },
    554: {
      brief: 'No message wanted',
      full: 'The server does not want the message. When all recipients were refused before, this is only the consequence.',
    },
    4: {
      brief: 'Message put off before it was sent',
      full: 'The server does not take the message now. Its content was not sent.',
    },
    5: {
      brief: 'Message refused before it was sent',
      full: 'The server does not want the message. Its content was not sent.',
    },
  },
  '.': {
    2: {
      brief: 'Message accepted for delivery',
      full: 'The server has taken the message and is responsible for it from here on. It is not yet in the recipient’s inbox: it waits in a queue, and may still be filtered or come back.',
      risk: 'If the message is malformed or looks like spam, or the server has a fault, it refuses here, after the whole message was sent.',
    },
    4: {
      brief: 'Message put off for now',
      full: 'The server has seen the whole message, but does not take it at the moment.',
    },
    552: {
      brief: 'Message refused: too large or no room',
      full: 'The server has seen the whole message and does not take it: it is too large, or the mailbox is full.',
    },
    5: {
      brief: 'Message refused',
      full: 'The server has seen the whole message and does not take it. It was not delivered to anybody named in it.',
    },
  },
  BDAT: {
    2: {
      brief: 'Part of the message accepted',
      full: 'The server has taken this block of the message. After the last block it means that the message is accepted for delivery.',
      risk: 'If the server refuses the message, it says so after the last block.',
    },
    4: {
      brief: 'Message put off for now',
      full: 'The server does not take this block of the message at the moment.',
    },
    5: {
      brief: 'Message refused',
      full: 'The server does not take this block, so the message is not accepted.',
    },
  },
  QUIT: {
    2: {
      brief: 'Server says goodbye',
      full: 'The server confirms the end and closes the connection.',
    },
    4: {
      brief: 'Server hangs up',
      full: 'The server ends the connection with a complaint in place of a goodbye. What it accepted before stays accepted.',
    },
    5: {
      brief: 'Goodbye not understood',
      full: 'The server did not accept the goodbye. What it accepted before stays accepted.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<number, StageRow>>>>;
