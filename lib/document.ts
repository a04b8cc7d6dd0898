import type { Line } from './lines.ts';
import type { Session } from './types.ts';

/**
 * Whether what was read are samples in a text about logs or about code: a program that speaks SMTP,
 * a patch, an RFC, a project's documentation. A letter with a log in its middle is none of these.
 *
 * @param lines the whole text
 * @param sessions what was read of it
 */
export function isDocument(
  lines: readonly Line[],
  sessions: readonly Pick<Session, 'firstLine' | 'lastLine' | 'entries'>[],
): boolean {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const [first, last] = [filled[0], filled.at(-1)];
  if (!first || !last || sessions.length === 0) return false;
  const isRead = (line: Line) =>
    sessions.some(({ firstLine, lastLine }) => firstLine <= line.number && line.number <= lastLine);
  if (isPatch(filled)) return true;
  const told = sessions
    .flatMap(({ entries }) => entries)
    .filter(({ kind, event }) => kind !== 'note' || event !== 'remark');
  // A line that was joined to the one before it does not speak for itself.
  const isTold = ({ number, text }: Line) =>
    !STATEMENT.test(text) && told.some(({ line }) => line === number);
  // A program begins and ends with its code; code that is pasted above its output does not.
  if (!isTold(first) && !isTold(last) && opensSource(filled) && SOURCE_END.test(last.text)) {
    return true;
  }
  // `# Nov 23 … postfix/smtp[…]: …`: a sign of comments, and no heading.
  const isComment = filled.some((line) => line.text.startsWith('#') && isRead(line));
  return told.length < filled.length / 2 && !isRead(first) && !isComment && isTitled(filled);
}

/** `@@ -1,4 +1,5 @@` below `+++ b/mail.php` */
function isPatch(lines: readonly Line[]): boolean {
  const at = lines.findIndex(({ text }) => /^\+\+\+ \S/.test(text));
  return at > 0 && /^@@ -\d+(?:,\d+)? \+\d+/.test(lines[at + 1]?.text ?? '');
}

/** The first words of a file, behind its comments. */
function opensSource(lines: readonly Line[]): boolean {
  let inComment = false;
  for (const { text } of lines) {
    const words = text.trim();
    if (inComment || words.startsWith('/*')) {
      inComment = !words.includes('*/');
      continue;
    }
    if (words.startsWith('//')) continue;
    return SOURCE_START.test(words);
  }
  return false;
}

const SOURCE_START =
  /^(?:import\s|export\s|from \S+ import\s|#include\b|#!\/|#pragma\b|<\?php|<\?$|package [\w.]+;?$|using [\w.]+;|namespace\s|require[ _(]|const \w+[ :=]|(?:'|")use strict(?:'|")|use [\w\\:{]+|def \w|fn \w|function \w|"""|(?:public |static |final |async )*(?:class|function|interface|module) \w|(?:int|void|char) \w+\()/;
const SOURCE_END = /^\s*[)\]}]{1,6}[;,]?$|;$|^\?>$|\)$|^\s*end$|^#endif|^\s*return\b|\*\/$/;

/** `const REASON = /timed out/;` */
const STATEMENT = /^\s*(?:const|let|var|export|import|return)\s.*;$/;

/** Headings, numbered sections, page feet: a document of several parts, not a letter. */
function isTitled(lines: readonly Line[]): boolean {
  const [first] = lines;
  const parts = lines.filter(({ text }) => HEADING.test(text)).length;
  if (/^(?:# \S|---$)/.test(first?.text ?? '')) return parts >= 2;
  return lines.filter(({ text }) => FURNITURE.test(text)).length >= 2;
}

const HEADING = /^#{1,4} \S/;
/** `[Page 12]`, `4.1.1.  Command Semantics`, `RFC 5321   SMTP   October 2008` */
const FURNITURE = /\[Page \d+\]$|^RFC \d{3,5} |^(?:\d{1,2}\.){2,5} +[A-Z]\w+|^Appendix [A-Z]\b/;
