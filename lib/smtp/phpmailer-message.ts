import { canon } from './phpmailer-canon.ts';
import { PHPMAILER_IDS, type PhpmailerMessage } from './phpmailer-messages.ts';
import { PHPMAILER_WORDS } from './phpmailer-words.ts';

/** Nothing longer than the longest beginning is looked at. */
const LONGEST = 120;
/** Letters under which a beginning is filed; no beginning is shorter. */
const KEY = 4;

type Index = ReadonlyMap<string, readonly (readonly [begin: string, id: PhpmailerMessage])[]>;

let index: Index | undefined;

/** Which of PHPMailer's own messages a text begins with, in any of its languages. */
export function phpmailerMessage(text: string): PhpmailerMessage | undefined {
  const head = canon(text.slice(0, LONGEST).replace(/^\s*(?:(?:php)?mailer error: ?)?/i, ''));
  if (head.length < KEY) return undefined;
  const rows = (index ??= build()).get(head.slice(0, KEY));
  return rows?.find(([begin]) => head.startsWith(begin))?.[1];
}

/** Made at the first look: many logs have no note of PHPMailer's. */
function build(): Index {
  const made = new Map<string, [string, PhpmailerMessage][]>();
  for (const line of PHPMAILER_WORDS.trim().split('\n')) {
    const [, ...begins] = line.split('|');
    for (const [column, begin] of begins.entries()) {
      const id = PHPMAILER_IDS[column];
      if (begin === '' || id === undefined) continue;
      const key = begin.slice(0, KEY);
      const rows = made.get(key);
      if (rows) rows.push([begin, id]);
      else made.set(key, [[begin, id]]);
    }
  }
  return made;
}
