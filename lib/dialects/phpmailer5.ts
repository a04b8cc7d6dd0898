import type { Dialect, Reader, Said } from '../types.ts';
import { withoutBreak } from '../smtp/markup.ts';

/**
 * PHPMailer's debug output up to version 5.1, which old plugins still carry. Often it shows the
 * server alone. Written from public logs; replies go on over bare lines.
 *
 *     SMTP -> FROM SERVER:250-mail.example.org
 *     250 SMTPUTF8
 *     CLIENT -> SMTP: STARTTLS
 *     SMTP -> ERROR: Password not accepted from server: 535 5.7.8 …
 */
export const phpmailer5: Dialect = { id: 'phpmailer5', title: 'PHPMailer 5', open };

/** The longest prefix that a host puts before PHPMailer's own line. */
const MAX_PREFIX = 200;
const MARK = /(SMTP|CLIENT) -(?:>|&gt;) (FROM SERVER|SMTP|ERROR|NOTICE|get_lines\(\)):/;

function open(): Reader {
  /** `550-` while a reply, or a note that quotes one, goes on. */
  let code: string | undefined;
  let last: Said | undefined;

  return (line) => {
    const said = marked(line) ?? closing(line) ?? goesOn(line);
    if (!said) return undefined;
    const words = said.quote?.text ?? said.text;
    code = /^[2-5]\d\d-/.exec(words)?.[0].slice(0, 3);
    if (!said.continues) last = said;
    return said;
  };

  function goesOn(line: string): Said | undefined {
    const text = withoutBreak(line.trimStart());
    if (code === undefined || !last || !text.startsWith(code)) return undefined;
    if (!/^\d{3}(?:[ -]|$)/.test(text)) return undefined;
    const at = line.length - line.trimStart().length;
    const base = { side: last.side, text, at, continues: true };
    return last.event === undefined ? base : { ...base, event: last.event };
  }
}

function marked(line: string): Said | undefined {
  const mark = MARK.exec(line.slice(0, MAX_PREFIX));
  if (!mark) return undefined;
  let at = mark.index + mark[0].length;
  while (line.charAt(at) === ' ') at++;
  const text = withoutBreak(line.slice(at));
  if (mark[1] === 'CLIENT') return { side: 'client', text, at };
  switch (mark[2]) {
    case 'FROM SERVER':
      return { side: 'server', text, at };
    case 'NOTICE':
      return { side: 'note', event: text.startsWith('EOF') ? 'lost' : 'remark', text, at };
    case 'ERROR':
      return error(text, at);
    default:
      return { side: 'note', event: 'remark', text, at };
  }
}

/** What PHPMailer 5 calls its steps → the command whose reply is quoted. */
const VERBS: readonly (readonly [start: string, verb: string])[] = [
  ['EHLO', 'EHLO'],
  ['HELO', 'HELO'],
  ['STARTTLS', 'STARTTLS'],
  ['AUTH', 'AUTH'],
  ['Username', '(auth-data)'],
  ['Password', '(auth-data)'],
  ['MAIL', 'MAIL'],
  ['RCPT', 'RCPT'],
  ['DATA command', 'DATA'],
  ['DATA', '.'],
  ['RSET', 'RSET'],
  ['QUIT', 'QUIT'],
];

/** `RCPT not accepted from server: 550 5.1.1 …`, `Failed to connect to server: Connection refused (111)` */
function error(text: string, at: number): Said {
  if (text.startsWith('Failed to connect to server')) {
    return { side: 'note', event: 'connect-failed', text, at };
  }
  const from = text.indexOf('from server: ');
  const quoted = from < 0 ? '' : text.slice(from + 'from server: '.length);
  const said = { side: 'note', event: 'command-failed', text, at } as const;
  if (!/^[2-5]\d\d/.test(quoted)) return said;
  const verb = VERBS.find(([start]) => text.startsWith(start))?.[1];
  const quote = { text: quoted, at: at + text.length - quoted.length };
  return { ...said, quote: verb === undefined ? quote : { ...quote, verb } };
}

/** The library's closing sentence, and what example scripts print. */
function closing(line: string): Said | undefined {
  const at = line.length - line.trimStart().length;
  const text = withoutBreak(line.slice(at));
  if (/^(?:Mailer Error: |SMTP Error: |SMTP connect\(\) failed)/.test(text)) {
    const event = text.includes('Could not authenticate') ? 'auth-failed' : 'failed';
    return { side: 'note', event, text, at };
  }
  if (/^Message (?:has been )?sent!?\.?$/.test(text))
    return { side: 'note', event: 'sent', text, at };
  return undefined;
}
