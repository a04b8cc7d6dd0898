// Source: PHPMailer src/SMTP.php and src/PHPMailer.php (6.x, knowledge of its message keys), PHP streams, GNU inetutils telnet, OpenBSD nc.
import { holds, starts } from './remark-row.ts';
import type { RemarkRow } from './rows.ts';

/**
 * Remarks that are known by their words, the more specific first. All words are lower case;
 * a remark is compared in lower case, from its start (`starts`) or anywhere (`holds`).
 */
export const remarks = [
  // Connecting.
  starts(
    'connection: closing due to error',
    'Program gives up the connection',
    'After the refusal or fault above, the program closes the connection. This is a consequence, not a cause.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'stream_socket_client not available',
    'PHP function missing; using an older one',
    'The web host has switched off a PHP function, and the program falls back to an older one (fsockopen). It works, but special settings for certificates are ignored.',
    'PHPMailer SMTP.php',
  ),
  starts(
    'already connected to a server',
    'Connected already',
    'The program was told to connect although it was connected already. It goes on with the connection it has.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'failed to enable crypto',
    'Encryption could not be set up',
    'PHP could not set up encryption, so it gave up the connection. The line before tells the reason, if PHP knew one.',
    'PHP streams',
  ),
  holds(
    'certificate verify failed',
    'Server’s certificate was not trusted',
    'The certificate that the server showed did not pass the check. It may be self-signed, expired or incomplete, or this machine’s list of trusted issuers is missing or out of date.',
    'OpenSSL',
  ),
  holds(
    'did not match expected cn',
    'Certificate is for another name',
    'The server’s certificate is made out for another name than the one in the settings.',
    'PHP streams',
  ),
  holds(
    'wrong version number',
    'Port and encryption do not fit',
    'The program began with encryption, but the server answered in clear text. Encryption from the start belongs to port 465; port 587 needs STARTTLS.',
    'OpenSSL',
  ),
  holds(
    'getaddrinfo',
    'Server’s name could not be found',
    'The name of the server could not be turned into an address. It may be mistyped, or this machine’s name service does not work.',
    'PHP streams',
  ),
  holds(
    'name or service not known',
    'Server’s name could not be found',
    'The name of the server could not be turned into an address. It may be mistyped, or this machine’s name service does not work.',
    'getaddrinfo(3)',
  ),
  holds(
    'temporary failure in name resolution',
    'Name service does not answer',
    'This machine could not ask for the server’s address, because its name service does not answer.',
    'getaddrinfo(3)',
  ),
  holds(
    'connection refused',
    'Connection refused',
    'The machine was reached, but nothing takes connections on this port, or a firewall turns them away. Check the server name and the port.',
    'errno(3)',
  ),
  holds(
    'connection timed out',
    'No answer to the connection attempt',
    'Nobody answered the connection attempt. Most often a firewall or the web host blocks the port.',
    'errno(3)',
  ),
  holds(
    'operation timed out',
    'No answer to the connection attempt',
    'Nobody answered the connection attempt. Most often a firewall or the web host blocks the port.',
    'errno(3)',
  ),
  holds(
    'network is unreachable',
    'No way to the server',
    'This machine has no route to the server. Often it tried IPv6 without having it.',
    'errno(3)',
  ),
  holds(
    'no route to host',
    'No way to the server',
    'This machine has no route to the server, or a firewall says so.',
    'errno(3)',
  ),
  holds(
    'permission denied',
    'This machine forbids the connection',
    'The machine’s own rules (such as SELinux) do not let the web server connect.',
    'errno(3)',
  ),
  holds(
    'connection reset by peer',
    'Connection was cut',
    'The other side, or something between, cut the connection.',
    'errno(3)',
  ),
  holds(
    'broken pipe',
    'Connection was gone already',
    'The program wanted to send, but the other side had hung up.',
    'errno(3)',
  ),

  // Time and end.
  holds(
    'eof caught while checking if connected',
    'Server had hung up already',
    'The program found that the server had closed the connection. After a failure above, this is only its echo.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'select timed-out',
    'No answer in time',
    'The server did not answer within the time that the program allows.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'stream timed-out',
    'No answer in time',
    'The server did not answer within the time that the program allows.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'timelimit reached',
    'No answer in time',
    'The server’s answer was not complete within the time that the program allows.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'retrying stream_select',
    'Program waits once more',
    'Waiting for the server was interrupted, and the program tries again. Harmless.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'select failed',
    'Waiting was interrupted',
    'PHP’s function for waiting failed. If the conversation goes on, it is harmless.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'get_lines()',
    'Program reads the server’s reply',
    'A detail of how the program collects the server’s reply. It adds nothing to it.',
    'PHPMailer SMTP.php',
  ),

  // Logging in.
  holds(
    'requested auth method not available',
    'Wanted login method is not offered',
    'The login method from the settings is not in the server’s list.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'no supported authentication methods found',
    'No login method that both know',
    'Nothing in the server’s list of login methods is known to this program.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'authentication is not allowed at this stage',
    'Server offers no login here',
    'The server’s list has no AUTH at this point. Encryption may have to come first, the port may be the wrong one, or no login is needed.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'authentication is not allowed before helo',
    'Login before the introduction',
    'The program tried to log in before it introduced itself.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'is not supported by the server',
    'Server lacks what the settings ask for',
    'The settings ask for something that the server does not have, such as a certain login method.',
    'PHPMailer SMTP.php',
  ),

  // Commands.
  holds(
    'without being connected',
    'No connection any more',
    'The program wanted to send a command, but there is no connection. It broke before, or never came about.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'contained line breaks',
    'Command stopped: it held a line break',
    'An address or other value held a line break. The program did not send it, since such tricks are used to smuggle in commands.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'turn command is not implemented',
    'Program does not know TURN',
    'The program does not have the old TURN command. Sending does not need it.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'no helo/ehlo was sent',
    'Introduction is missing',
    'The program asked for features before the introduction was made.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'helo handshake was used',
    'List of features is missing',
    'The server accepted only the older HELO, so its features are not known.',
    'PHPMailer SMTP.php',
  ),

  // The program's closing words.
  holds(
    'message has been sent',
    'Program: message handed over',
    'The program says that the server took the message. Whether it reaches the inbox is not decided here.',
    'PHPMailer examples',
  ),
  holds(
    'could not authenticate',
    'Program sums up: login failed',
    'The program’s words for a failed login. They give no reason; the server’s reply does, if the log shows one.',
    'PHPMailer language key authenticate',
  ),
  holds(
    'could not connect to smtp host',
    'Program sums up: no usable connection',
    'The program’s words for several things: it got no connection, the server turned it away at the start, or the encryption failed. If the log tells which, another line does.',
    'PHPMailer language key connect_host',
  ),
  holds(
    'smtp connect() failed',
    'Program sums up: failed up to the login',
    'A very general sentence of the program: it covers everything up to the login, wrong passwords included. If the log tells what it was, another line does.',
    'PHPMailer language key smtp_connect_failed',
  ),
  holds(
    'failed to connect to server',
    'No connection to the server',
    'The program could not connect to the server. A text and number at the end are the system’s reason. (0) as a rule means that it was about the name or the encryption.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'following recipients failed',
    'Program sums up: recipients refused',
    'The program lists the recipients that the server refused. Recipients that are not listed were accepted.',
    'PHPMailer language key recipients_failed',
  ),
  holds(
    'following from address failed',
    'Program sums up: sender refused',
    'The server refused the sender’s address, or wanted something else first. Its reply tells which.',
    'PHPMailer language key from_failed',
  ),
  holds(
    'data not accepted',
    'Program sums up: message not taken',
    'The server did not take the message, or broke off before it said so. Its last reply tells more, if there is one.',
    'PHPMailer language key data_not_accepted',
  ),
  holds(
    'provide at least one recipient',
    'No recipient given',
    'The message has no recipient, so there was nothing to send.',
    'PHPMailer language key provide_address',
  ),
  holds(
    'invalid address',
    'Address is malformed',
    'An address in the settings or the form is not written correctly. The word in brackets tells which one.',
    'PHPMailer language key invalid_address',
  ),
  holds(
    'message body empty',
    'Message is empty',
    'The message has no text, and the program does not send empty ones.',
    'PHPMailer language key empty_message',
  ),
  holds(
    'invalid host',
    'Server name is malformed',
    'The server’s name in the settings is not written correctly, for example with spaces, or with http:// before it.',
    'PHPMailer language key invalid_host',
  ),
  holds(
    'extension missing',
    'A part of PHP is missing',
    'PHP lacks an extension that the program needs. Without “openssl” there is no encryption. The web host can switch it on.',
    'PHPMailer language key extension_missing',
  ),
  holds(
    'could not instantiate mail function',
    'PHP’s own mail function failed',
    'The program did not use SMTP but PHP’s mail function, and that failed.',
    'PHPMailer language key instantiate',
  ),
  holds(
    'could not access file',
    'Attachment could not be read',
    'A file that should be attached does not exist or may not be read.',
    'PHPMailer language key file_access',
  ),
  holds(
    'could not open file',
    'Attachment could not be read',
    'A file that should be attached could not be opened.',
    'PHPMailer language key file_open',
  ),
  holds(
    'does not support smtputf8',
    'Server takes no international addresses',
    'An address has letters outside ASCII, and the server does not take such addresses.',
    'PHPMailer language key no_smtputf8',
  ),
  starts(
    'connection failed. error #2',
    'PHP warning while connecting',
    'A warning of PHP that came up while connecting. The 2 is only PHP’s number for a warning; the words after it tell the reason.',
    'PHPMailer SMTP.php',
  ),
  holds(
    'message could not be sent',
    'Program sums up: not sent',
    'The program’s own closing words. They repeat, often vaguely, what the lines above say exactly.',
    'PHPMailer examples',
  ),
  holds(
    'mailer error:',
    'Program sums up: not sent',
    'The program’s own closing words. They repeat, often vaguely, what the lines above say exactly.',
    'PHPMailer examples',
  ),

  // telnet and nc.
  starts(
    'trying ',
    'Opening a connection',
    'The terminal program (telnet) tries to connect to this address. If nothing follows, nobody answers there.',
    'telnet',
  ),
  starts(
    'connected to ',
    'Connection opened',
    'The terminal program (telnet) is connected. The server’s greeting comes next.',
    'telnet',
  ),
  starts(
    'escape character is',
    'How to leave telnet',
    'A standing remark of telnet: it names the keys that lead back to telnet’s own prompt. It has nothing to do with the mail.',
    'telnet',
  ),
  starts(
    'connection closed by foreign host',
    'Connection closed by the server',
    'The server has closed the connection. After a goodbye (221) this is the normal end.',
    'telnet',
  ),
  holds(
    'succeeded!',
    'Connection opened',
    'The terminal program (nc) could connect. The server’s greeting comes next.',
    'nc',
  ),
  holds(
    'https://',
    'A link, most likely from the refusal above',
    'A link that most likely belongs to the refusal or error above. It leads to an explanation of it.',
    'observed',
  ),
] as const satisfies readonly RemarkRow[];
