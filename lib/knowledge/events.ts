// Source: lib/types.ts (the notes that all dialects share); RFC 5321 section 4.5.3.2 for time-outs; PHPMailer src/SMTP.php and src/PHPMailer.php (6.x) for what such notes follow.
import type { Event } from '../types.ts';
import type { Row } from './rows.ts';

/** What a note of the logging program means, whatever program that is. */
export const events = {
  connecting: row(
    'Opening a connection',
    'The program is about to connect to the mail server. If the name is wrong or a firewall blocks the port, an error follows here.',
  ),
  connected: row(
    'Connection opened',
    'The network connection to the server is open. Nothing has been said yet; the server’s greeting comes next. If no greeting follows, a firewall or the wrong port may be the reason.',
  ),
  'connect-failed': row(
    'No connection to the server',
    'The program could not connect to the mail server. Nothing was said yet, so user name and password are not the reason. A wrong server name, a wrong or blocked port, or a server that is down can be.',
  ),
  'tls-failed': row(
    'Encryption could not be set up',
    'Client and server did not manage to set up encryption. The certificate, its name or date, the TLS version or the port can be the reason. The password was not sent.',
  ),
  closed: row(
    'Connection closed',
    'The connection between client and server is closed. This alone says nothing about success.',
  ),
  lost: row(
    'Connection lost',
    'The connection is gone without a goodbye. Either the server hung up, or something in the network between them cut it.',
  ),
  timeout: row(
    'No answer in time',
    'The server did not answer within the time that the program allows. It may be slow or overloaded, or a firewall drops what is sent.',
  ),
  'auth-requested': row(
    'Login method that was asked for',
    'The login method that the program’s settings name. Without one, the program picks from what the server offers.',
  ),
  'auth-available': row(
    'Login methods that the server offers',
    'The login methods from the server’s own list, as the program has read it.',
  ),
  'auth-unavailable': row(
    'Wanted login method is not offered',
    'The login method from the settings is not in the server’s list, so the program looks for another.',
  ),
  'auth-selected': row(
    'Login method chosen',
    'The program has picked a login method that both sides know.',
  ),
  'auth-failed': row(
    'Program: the login failed',
    'The program says that the login did not work. The reason is in the server’s reply above, if there is one.',
  ),
  'command-failed': row(
    'Program repeats the refusal',
    'The program got another reply than it hoped for and repeats it. It is the same refusal as above, not a second one.',
  ),
  refused: row(
    'Program reports a refusal',
    'The mail server refused this step. The program tells it in its own words and leaves out the server’s code, so only the words say why.',
  ),
  failed: row(
    'Program sums up: not sent',
    'The program’s own closing words. They repeat, often vaguely, what the lines above say exactly.',
  ),
  sent: row(
    'Program: message handed over',
    'The program says that the server took the message. Whether it reaches the inbox is not decided here.',
  ),
  garbage: row(
    'Unreadable characters',
    'Bytes that are no text. Most often they are encrypted data that the program could not decode, after the encryption failed.',
  ),
  silence: row(
    'Server says nothing',
    'The server’s line is empty: no reply came. As a rule the server has hung up.',
  ),
  content: row(
    'The message itself',
    'This line stands for the whole message: headers, text and attachments.',
  ),
  remark: row(
    'A remark of the program',
    'A remark of the program that wrote the log. It did not travel between client and server.',
  ),
} as const satisfies Readonly<Record<Event, Row>>;

function row(brief: string, full: string): Row {
  return { brief, full, source: 'lib/types.ts, Event' };
}
