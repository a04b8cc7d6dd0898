import { withoutBreak } from '../smtp/markup.ts';
import type { Dialect, Reader, Said } from '../types.ts';

/**
 * CodeIgniter's email class, `print_debugger()`: each reply behind the class's own word for the
 * step, in a `<pre>` that a page takes away. The greeting and the reply to the message have no
 * word, the login shows only where it failed. Checked with the sources of 3.1.13 and 4.4.
 *
 *     220 mail.example.org ESMTP
 *     hello: 250-mail.example.org
 *     from: 501 5.1.7 Bad sender address syntax
 *     The following SMTP error was encountered: 501 5.1.7 Bad sender address syntax
 */
export const codeigniter: Dialect = { id: 'codeigniter', title: 'CodeIgniter', open };

/** The class's word → the command. */
const STEPS: Readonly<Record<string, string>> = {
  hello: 'EHLO',
  starttls: 'STARTTLS',
  from: 'MAIL FROM',
  to: 'RCPT TO',
  data: 'DATA',
  reset: 'RSET',
  quit: 'QUIT',
};
const STEP = /^\s{0,8}(hello|starttls|from|to|data|reset|quit):(?= [2-5]\d\d[ -]|\s*$)\s?/;
const ENCOUNTERED = /^\s{0,8}The following SMTP error was encountered:/;
const LOGIN =
  /^\s{0,8}(?:Failed to send AUTH LOGIN command|Failed to authenticate (?:username|password))\. Error: ?/;
const UNSENT = /^\s{0,8}Unable to send (?:email using (?:PHP )?SMTP\.|data: )/;
const SENT =
  /^\s{0,8}Your message has been successfully sent using the following protocol: smtp\b/i;

function open(sample: readonly string[] = []): Reader {
  const lines = sample.map(plain);
  // Any page may have a line that begins with `from:`.
  const isOurs = lines.some((line) => /^\s{0,8}hello:/.test(line) || LOGIN.test(line));
  const fails = lines.some((line) => ENCOUNTERED.test(line) || UNSENT.test(line));
  const goesWell = lines.some((line) => SENT.test(line));
  if (!((isOurs && (fails || goesWell)) || (fails && lines.some((line) => STEP.test(line))))) {
    return () => undefined;
  }
  let heard = false;
  /** The class has shown what it sent and received, and now shows the message. */
  let over = false;
  return (raw) => {
    const line = plain(raw);
    const shift = raw.indexOf(line.trim());
    const said = over ? undefined : read(line, Math.max(0, shift), heard);
    heard ||= said !== undefined;
    if (said === undefined && /^(?:User-Agent: CodeIgniter|X-Mailer: )/.test(line)) over = true;
    return said;
  };
}

function read(line: string, shift: number, heard: boolean): Said | readonly Said[] | undefined {
  const text = line.trim();
  const step = STEP.exec(line);
  if (step?.[1] !== undefined) {
    const words = line.slice(step[0].length).trim();
    const at = shift + step[1].length + 1;
    return [
      { side: 'client', text: STEPS[step[1]] ?? '', at: shift },
      { side: 'server', text: words, at },
    ];
  }
  const login = LOGIN.exec(line);
  if (login) {
    const reply = line.slice(login[0].length).trim();
    const note: Said = { side: 'note', event: 'auth-failed', text, at: shift };
    if (!/^[2-5]\d\d[ -]/.test(reply)) return note;
    const at = shift + line.trimEnd().length - reply.length;
    return [{ side: 'server', text: reply, at, answers: 'AUTH LOGIN' }, note];
  }
  const error = ENCOUNTERED.exec(line);
  if (error) {
    // Without a reply it is an error of the network, with its number: `110 Connection timed out`.
    const reason = line.slice(error[0].length).trim();
    const isNetwork = !heard && !/^[2-5]\d\d[ -][245]\.|^220/.test(reason) && reason !== '';
    return { side: 'note', event: isNetwork ? 'connect-failed' : 'failed', text, at: shift };
  }
  if (UNSENT.test(line)) return { side: 'note', event: 'failed', text, at: shift };
  if (SENT.test(line)) return { side: 'note', event: 'sent', text, at: shift };
  if (/^[2-5]\d\d(?:[ -]|$)/.test(text)) return { side: 'server', text, at: shift };
  return undefined;
}

/** `<pre>hello: 250-mail.example.org`, `</pre>The following SMTP error …<br />` */
function plain(line: string): string {
  return withoutBreak(line.replace(/^(?:<\/?pre>|<br ?\/?>)+/i, '')).replace(/<\/pre>$/i, '');
}
