import { decodeBase64 } from '../smtp/base64.ts';
import { isEncrypted, type Context } from './context.ts';
import { promptOf } from './prompt.ts';
import { clip, join } from './words.ts';

/** What the server asks for in the middle of a login: a 334, decoded. */
export function explainPrompt(context: Context): { brief: string; full: string } {
  const encoded = context.entry.reply?.text.trim() ?? '';
  const progress = '334 means “go on”; it is not an error.';
  const prompt = promptOf(encoded);
  switch (prompt) {
    case 'user':
      return {
        brief: 'Server asks for the user name',
        full: join('The server asks for the user name.', said(encoded), progress),
      };
    case 'password':
      return {
        brief: 'Server asks for the password',
        full: join(
          'The server asks for the password.',
          said(encoded),
          progress,
          'The word is the server’s question, not the password itself.',
        ),
      };
    case 'empty':
      return {
        brief: 'Server waits for the login data',
        full: join('The server accepts this login method and waits for the login data.', progress),
      };
    case 'error':
      return {
        brief: 'Token refused; the server says why',
        full: 'The server did not accept the token and hides its reason in this coded line. The client has to answer with an empty line; then the final refusal comes. The token may have expired, been taken back, or lack the right to send mail.',
      };
    case 'puzzle':
      return {
        brief: 'Server sends a puzzle for the login',
        full: join(
          'The server sends a puzzle that is new for each login. The client has to answer with a value computed from it and the password, so the password itself does not travel.',
          progress,
        ),
      };
    case 'other':
      return {
        brief: 'Server asks for the next piece of the login',
        full: join('The server sends a piece of the login, coded for machines.', progress),
      };
  }
}

function said(encoded: string): string {
  // eslint-disable-next-line no-control-regex
  const words = decodeBase64(encoded)
    ?.replace(/[\u0000-\u001f]+/g, '')
    .trim();
  return words === undefined || words === ''
    ? ''
    : `${clip(encoded, 40)} is “${clip(words, 40)}”, written in Base64.`;
}

/** What the client sends in the middle of a login. The user name is told, nothing else. */
export function explainCredential(context: Context): { brief: string; full: string } {
  const { entry, session } = context;
  const user = userOf(context);
  const base64 = 'Base64 is only a way of writing, not encryption';
  const plain = isEncrypted(context)
    ? `${base64}. The encrypted connection protects it on the way, but anybody who sees this log can decode it.`
    : `${base64}: anybody who sees this log can decode it.`;
  switch (entry.credential) {
    case 'user':
      return {
        brief: user === undefined ? 'User name, coded in Base64' : `User name: ${user}`,
        full: join(
          `The client sends the user name, coded in Base64${user === undefined ? '' : `: ${user}`}.`,
          `${base64}.`,
          'Most providers want the whole e-mail address here.',
        ),
      };
    case 'password':
      return {
        brief: 'Password, coded in Base64; not shown here',
        full: join(
          'The client sends the password, coded in Base64.',
          plain,
          'If the log was shared, change the password.',
        ),
      };
    case 'both':
      return {
        brief:
          user === undefined
            ? 'User name and password in one'
            : `User name and password of ${user}`,
        full: join(
          `The client sends user name and password together, coded in Base64${user === undefined ? '' : `; the user is ${user}`}.`,
          plain,
          'If the log was shared, change the password.',
        ),
      };
    case 'token':
      return {
        brief: user === undefined ? 'Login token; not shown here' : `Login token of ${user}`,
        full: join(
          'The client shows a token that the provider has issued in place of the password.',
          user === undefined ? '' : `It belongs to ${user}.`,
          'Whoever has it can use the account until it expires, so do not share it.',
        ),
      };
    case 'response':
      return {
        brief: 'Client answers the puzzle',
        full: join(
          'The client answers with a value computed from the server’s puzzle and the password. The password itself is not in it.',
          user === undefined ? '' : `The user is ${user}.`,
          'It is good for this login only. Still, leave it out of a shared log: a weak password can be guessed from it.',
        ),
      };
    case 'cancel':
      return {
        brief: 'Client cancels the login',
        full: 'With a single * the client breaks off the login. The server answers with 501 as a rule.',
      };
    case 'empty':
      return {
        brief: 'Client sends an empty answer',
        full: 'The client answers with nothing. After a refused token that is the rule: the server then gives its final refusal.',
      };
    default:
      return hidden(context, asked(context), session.title);
  }
}

function hidden(_context: Context, what: string, tool: string): { brief: string; full: string } {
  return {
    brief: `${what.charAt(0).toUpperCase()}${what.slice(1)}, hidden by the program`,
    full: `Here the client sends the ${what}. ${tool} left it out of the log on purpose, so nothing secret can be read here.`,
  };
}

/** What the 334 before asked for. */
function asked({ session, exchange }: Context): string {
  const at = exchange ? session.exchanges.indexOf(exchange) : -1;
  const before = session.exchanges[at - 1]?.reply;
  const prompt = before?.code === 334 ? promptOf(before.lines.at(-1)?.text.trim() ?? '') : 'other';
  if (prompt === 'user') return 'user name';
  return prompt === 'password' ? 'password' : 'login data';
}

/** The entry holds its own user name behind the mechanism; else the session's. */
function userOf({ entry, session }: Context): string | undefined {
  const own = entry.credential === 'user' ? entry.text.replace(/^AUTH \S+\s*/i, '').trim() : '';
  return own === '' ? session.user : own;
}
