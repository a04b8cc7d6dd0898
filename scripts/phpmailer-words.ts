/**
 * Makes lib/smtp/phpmailer-words.ts from PHPMailer's language files.
 *
 *     node scripts/phpmailer-words.ts FOLDER [OLDER FOLDER …] > lib/smtp/phpmailer-words.ts
 *
 * Of each message as much of its beginning is kept as tells it from all others.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { canon } from '../lib/smtp/phpmailer-canon.ts';
import { ENGLISH, PHPMAILER_IDS } from '../lib/smtp/phpmailer-messages.ts';

interface Message {
  language: string;
  id: string;
  words: string;
  isOlder: boolean;
}

/** Letters beyond what tells a beginning from the others, in a script of the West or another. */
const SPARE = { western: 3, other: 2 };
/** Any program may begin a sentence so, where it does not name SMTP: at least so many letters. */
const LEAST = { western: 20, other: 12 };

const all: Message[] = process.argv.slice(2).flatMap((folder, index) => read(folder, index > 0));
for (const [id, text] of Object.entries(ENGLISH)) {
  all.unshift({ language: 'en', id, words: canon(text), isOlder: false });
}
process.stdout.write(fileOf(linesOf(all)));

function read(folder: string, isOlder: boolean): Message[] {
  return readdirSync(folder)
    .filter((name) => /^phpmailer\.lang-\w+\.php$/.test(name))
    .toSorted()
    .flatMap((name) => {
      const text = readFileSync(`${folder}/${name}`, 'utf8');
      const language = name.slice('phpmailer.lang-'.length, -'.php'.length);
      const found = text.matchAll(/^\$PHPMAILER_LANG\['(\w+)'\]\s*=\s*'((?:[^'\\]|\\.)*)'/gm);
      return [...found].flatMap(([, id = '', words = '']) =>
        (PHPMAILER_IDS as readonly string[]).includes(id)
          ? [{ language, id, words: canon(words.replaceAll("\\'", "'")), isOlder }]
          : [],
      );
    });
}

function linesOf(messages: readonly Message[]): string[] {
  const lines = new Map<string, Map<string, string>>();
  const kept: { id: string; begin: string }[] = [];
  for (const message of messages) {
    const { language, id, words, isOlder } = message;
    if (words === '' || kept.some((one) => one.id === id && words.startsWith(one.begin))) continue;
    const begin = beginning(message, messages);
    if (begin === undefined) continue;
    kept.push({ id, begin });
    const key = isOlder ? `${language}, older` : language;
    lines.set(key, (lines.get(key) ?? new Map<string, string>()).set(id, begin));
  }
  return [...lines].map(
    ([key, row]) => `${key}|${PHPMAILER_IDS.map((id) => row.get(id) ?? '').join('|')}`,
  );
}

/** Undefined where another message of some language has the same words. */
function beginning({ id, words }: Message, messages: readonly Message[]): string | undefined {
  const others = messages.filter((other) => other.id !== id).map((other) => other.words);
  const isOwn = (begin: string): boolean => !others.some((other) => other.startsWith(begin));
  const script = /^[\0-\u024f]*$/.test(words) ? 'western' : 'other';
  let size = 1;
  while (size < words.length && !isOwn(words.slice(0, size))) size++;
  if (!isOwn(words.slice(0, size))) return undefined;
  const end = size + SPARE[script];
  // `SMTP-Fehler: Dat`
  if (/smtp.*:./.test(words.slice(0, end))) return words.slice(0, end);
  const named = words.indexOf('smtp') + 'smtp'.length;
  return words.slice(0, Math.max(end, LEAST[script], words.includes('smtp') ? named : 0));
}

function fileOf(lines: readonly string[]): string {
  return `// Source: PHPMailer, class PHPMailer (setLanguage) and its folder language/, releases 5.1 to 7.
// Made by scripts/phpmailer-words.ts.

/**
 * How PHPMailer's messages begin, one language a line: its code, then the messages in the order of
 * PHPMAILER_IDS, as \`canon\` writes them; nothing where the line for English or an earlier one fits.
 */
export const PHPMAILER_WORDS = \`
${lines.join('\n')}
\`;
`;
}
