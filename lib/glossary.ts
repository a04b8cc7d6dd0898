import { GLOSSARY, TERM_NAMES } from './knowledge/glossary.ts';
import type { Definition, Glossary } from './shown.ts';

/** Every form of every term, as it may stand in a text. */
const FORMS: ReadonlyMap<string, Definition> = new Map(
  GLOSSARY.flatMap(({ term, meaning, spellings }) =>
    spellings
      .flatMap((spelling) => [spelling, spelling.charAt(0).toUpperCase() + spelling.slice(1)])
      .map((form): [string, Definition] => [form, { term, meaning }]),
  ),
);

/**
 * Finds the terms that occur in texts, with what they mean. Names of hosts, addresses and what stands
 * in quotation marks are no terms. Pure, linear in the texts.
 */
export function glossaryOf(texts: Iterable<string>): Glossary {
  const found = new Set<string>();
  for (const text of new Set(texts)) {
    for (const { 1: words } of text.matchAll(EVERY_TERM)) if (words) found.add(words);
  }
  return {
    pattern: patternOf(found),
    definitions: Object.fromEntries([...FORMS].filter(([form]) => found.has(form))),
  };
}

/**
 * The source of an expression that meets quotations and names, which have no group, and terms, which
 * are its group 1. A longer term comes before one that it begins with: “mail server” before “mail”.
 */
function patternOf(forms: Iterable<string>): string {
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  return `“[^“”]{0,400}”|${NAMES}|${BEFORE}(${longestFirst.join('|') || NEVER})${AFTER}`;
}

// Not inside `mail.example.com`, `port-25.example.com`, `user@server`, `/var/mail/queue`, `SIZE=1000`,
// `$mail->Timeout`.
const BEFORE = String.raw`(?<![\w@./=<>-])`;
const AFTER = String.raw`(?![\w@/=-]|\.\w)`;
const NEVER = '(?!)';
const NAMES = TERM_NAMES.map((name) => name.replace('.', String.raw`\.`)).join('|');

const EVERY_TERM = new RegExp(patternOf(FORMS.keys()), 'g');
