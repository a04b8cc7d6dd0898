import { readLiteral } from './literal.ts';
import { parseReplyLine } from './reply.ts';

/** A refusal that stands somewhere in a line. */
export interface FoundReply {
  /** Code first: `550 5.1.1 <a@example.com>: User unknown` */
  text: string;
  /** Column where its code stands. */
  at: number;
}

/**
 * Finds the refusing reply in a line of prose, JSON, or a program's own log. Three digits alone
 * prove nothing (`550 euros`, `HTTP 554`): an enhanced code has to follow (RFC 2034), or words of
 * mail behind something that introduces what a server said.
 *
 * @param line one line
 * @param start column where its own words begin, behind stamps and keys
 */
export function findReply(line: string, start: number): FoundReply | undefined {
  return inTuple(line) ?? inCodePair(line) ?? inText(line, start);
}

/** Four- and five-hundreds with a blank, a hyphen, a colon or a dot behind; 401 and its like are the web's. */
const CODE = /(?<![\w.,:-]|\d[ -])(4[2-9]\d|5\d\d)(?=[ -]|: |\. |:[45]\.|\): |\] )/g;

function inText(line: string, start: number): FoundReply | undefined {
  CODE.lastIndex = start;
  for (let match = CODE.exec(line); match; match = CODE.exec(line)) {
    const at = match.index;
    const rest = line.slice(at + 3).replace(/^(?:[:.]|\):|\]) ?/, ' ');
    const text = `${match[1]}${rest}`;
    const reply = parseReplyLine(text);
    if (!reply) continue;
    const isOwn = reply.enhanced !== undefined && reply.enhanced.startsWith(text.charAt(0));
    const isIntroduced =
      /^[([]?$/.test(line.slice(start, at)) ||
      INTRODUCES.test(line.slice(Math.max(0, at - 120), at));
    if (isOwn || (isIntroduced && (isOfMail(reply.text) || LOGIN.test(text)))) {
      return { text, at };
    }
  }
  return undefined;
}

/** What stands before a quoted reply. */
const INTRODUCES =
  /(?:said|response|repl(?:y|ied)|respon(?:ded|se)|answer(?:ed)?|returned|errors?|fail(?:ed|ure)|message|server|code|smtp|reject(?:ed)?|refused|exception|status|reason|auth|command|result|info|detail|login|error\w*|got|with|host \S{1,80}(?: \[[\da-f.:]{3,45}\])?|(?:FROM|TO):<[^<>\s]{0,90}>|erreur|fehler|fout|ошибка)["')\]]{0,3}[\s:;=>("'[|\\*`-]{1,8}$/i;

/** Words that make a bare number and a sentence a mail server's and not, say, a web server's. */
const MAIL =
  /\b(?:recipient|mailbox|sender|relay|e-?mail|message|smtp|helo|ehlo|rcpt|spam|blacklist|blocklist|greylist|listed|mx|domain|user unknown|no such user|unknown user|authenticat|credential|starttls|tls|quota|address(?:ee)?|delivery|policy|mail from|spf|dkim|dmarc|virus|dns|ptr|from:|must issue|user not|unrouteable|too many (?:connections|messages|errors|bad)|bad sequence|command (?:not|unrecognized|rejected)|unrecognized command|line too long|transaction failed|over quota|try again later|greylisted|deferred|rejected|access denied|not allowed|incorrect auth|mail|not our (?:user|customer)|inactive user|badrcptto|rdns|banned content|sending (?:rate|ips?)|too many sessions|prohibition|blocked - see)/i;

/** Counts of things have a number before them too. */
const COUNT =
  /^(?:new |unread |more |of |out of )?(?:messages?|e-?mails?|mails|recipients|senders|items|domains|mailboxes|users|addresses|deliveries|lines?|euros?)\b(?! (?:rejected|refused|blocked|too|size|is|was|not|from))/i;

/** Words of a login behind a code that only SMTP has for it. RFC 4954 section 6. */
const LOGIN = /^53[458][ -].{0,200}\b(?:log ?in|logon|log in|password|user ?name|account)\b/i;

function isOfMail(words: string): boolean {
  return MAIL.test(words) && !COUNT.test(words) && !/^(?:HTTP|FTP)\b/i.test(words);
}

/** Python: `(535, b'5.7.8 Username and Password not accepted')` */
function inTuple(line: string): FoundReply | undefined {
  const match = /\(([45]\d\d), b?(?=["'])/.exec(line);
  if (!match) return undefined;
  const words = readLiteral(line, match.index + match[0].length);
  if (!words) return undefined;
  const text = `${match[1]} ${words.value.replace(/[\r\n]+/g, ' ')}`.trimEnd();
  return { text, at: match.index + 1 };
}

/** PEAR: `(code: 530, response: 5.7.0 Must issue a STARTTLS command first)` */
function inCodePair(line: string): FoundReply | undefined {
  const match =
    /\bcode["']?: ?["']?([45]\d\d)["']?, ?["']?(?:response|message)["']?: ?["']?([^"']{3,2000})/i.exec(
      line,
    );
  if (!match) return undefined;
  const words = (match[2] ?? '').trimEnd().replace(/\)?\]?$/, '');
  const isReply = /^[45]\.\d{1,3}\.\d{1,3}\b/.test(words) || isOfMail(words);
  if (!isReply) return undefined;
  return { text: `${match[1]} ${words}`, at: line.indexOf(match[1] ?? '', match.index) };
}
