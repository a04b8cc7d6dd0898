import { fold } from './fold.ts';
import { PHPMAILER_MESSAGES, type PhpmailerMessage } from './phpmailer-messages.ts';

/** First word of a message → the messages that begin with it. */
const byWord = new Map<string, (readonly [begin: string, id: PhpmailerMessage])[]>();
for (const [id, begins] of Object.entries(PHPMAILER_MESSAGES)) {
  for (const begin of Object.values(begins)) {
    const word = firstWord(begin);
    byWord.set(word, [...(byWord.get(word) ?? []), [begin, id as PhpmailerMessage]]);
  }
}

/** Nothing longer than the longest beginning is looked at. */
const LONGEST = 120;

/** Which of PHPMailer's closing messages a text begins with, in any of its languages. */
export function phpmailerMessage(text: string): PhpmailerMessage | undefined {
  const head = text
    .slice(0, LONGEST)
    .replace(/^\s*(?:mailer error: ?)?/i, '')
    .toLowerCase();
  const words = /[^\0-\x7f]/.test(head) ? fold(head) : head;
  return byWord.get(firstWord(words))?.find(([begin]) => words.startsWith(begin))?.[1];
}

function firstWord(text: string): string {
  return /^[^\s:：]*/.exec(text)?.[0] ?? '';
}
