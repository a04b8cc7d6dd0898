import { dialects as all } from './dialects/index.ts';
import { diagnose } from './diagnose.ts';
import { isDocument } from './document.ts';
import { MAX_LINE, MAX_PARAGRAPH, MAX_SOUGHT } from './limits.ts';
import { linesOf, type Line } from './lines.ts';
import { readLines, type Pass } from './read-lines.ts';
import { mend } from './repair/index.ts';
import type { Mended } from './repair/mended.ts';
import type { Reading } from './repair/merit.ts';
import { cover, restore } from './repair/restore.ts';
import { factsOf } from './smtp/facts.ts';
import type { Analysis, Dialect, Secret, Session } from './types.ts';

/** Takes a text in pieces, as a file or a page gives it. */
export interface Analyzer {
  /** @param chunk the next piece; it may end anywhere, in the middle of a line or of a CR LF */
  write(chunk: string): void;
  /** The text is over. */
  end(): Analysis;
}

/** Reads a text that comes in pieces: what it says is the same however the text is cut. */
export function createAnalyzer(): Analyzer {
  const chunks: string[] = [];
  return {
    write: (chunk) => void chunks.push(chunk),
    end: () => analyze(chunks.join('')),
  };
}

/**
 * Reads a text and finds the SMTP sessions in it. Pure; never throws, whatever the text.
 *
 * @param text any text, with a log in it or not
 * @param dialects who may read it; all if left out
 * @returns no sessions where nothing of it makes sense as SMTP
 */
export function analyze(text: string, dialects: readonly Dialect[] = all): Analysis {
  const lines = [...linesOf(text)];
  const plain = readLines([lines], dialects);
  // To infer the marks anew for each hypothesis takes long, and what is a prefix to others is none to it.
  const named = plain.dialect?.inferred ? dialects : dialects.filter(({ inferred }) => !inferred);
  const readSome = (some: readonly Mended[]) => readingOf(readLines(groupsOf(some), named));
  // A paragraph is taken apart before its end is cut off.
  const isCut = lines.some((line) => line.text.length === MAX_LINE);
  const whole = isCut ? [...linesOf(text, MAX_PARAGRAPH)] : lines;
  const mended = mend(whole, readingOf(plain), readSome, named);
  const read = mended ? mended.map(({ text }, at) => ({ number: at + 1, text })) : lines;
  const { sessions } = mended ? readLines(groupsOf(mended), named) : plain;
  const found = sessions.filter(hasWords);
  for (const session of found) {
    session.secrets = everywhere(session, read);
    if (mended) restore(session, mended);
  }
  if (mended) {
    cover(found);
    found.sort((one, other) => one.firstLine - other.firstLine);
  }
  if (isDocument(lines, found)) return { sessions: [], otherLines: lines.length };
  const taken = found.reduce((sum, { firstLine, lastLine }) => sum + lastLine - firstLine + 1, 0);
  return {
    sessions: diagnose(found.map((session) => ({ session, facts: factsOf(session) }))),
    otherLines: Math.max(0, lines.length - taken),
  };
}

/** The lines of each connection for themselves, where they are known to be mixed. */
function groupsOf(mended: readonly Mended[]): Line[][] {
  const groups = new Map<string, Line[]>();
  let key = '';
  for (const [at, line] of mended.entries()) {
    key = line.key ?? key;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push({ number: at + 1, text: line.text.slice(0, MAX_LINE) });
  }
  return [...groups.values()];
}

function readingOf({ dialect, sessions, strays, unread }: Pass): Reading {
  return {
    ...(dialect ? { dialect } : {}),
    sessions: sessions.filter(hasWords),
    inferred: [dialect?.inferred, dialect?.unmarked, dialect?.alone].includes(true),
    strays,
    unread,
  };
}

/**
 * A lone remark is no session, nor is the goodbye that is left of one: something was exchanged,
 * or a tool says that it could not be.
 */
function hasWords(session: Session): boolean {
  const { entries, exchanges, envelope, peer } = session;
  const goodbye = exchanges.every(({ command }) => command?.verb === 'QUIT');
  const failed = entries.some(
    ({ event }) => TELLING.has(event ?? 'remark') || (event === 'lost' && peer !== undefined),
  );
  // A server's own log tells of a connection on which nothing else happened.
  const told = session.tls !== undefined || session.login !== undefined;
  return failed || told || envelope !== undefined || (exchanges.length > 0 && !goodbye);
}

const TELLING = new Set([
  'connecting',
  'connect-failed',
  'tls-failed',
  'auth-failed',
  'auth-unavailable',
  'command-failed',
  'refused',
  'failed',
  'silence',
  'timeout',
  'lost',
]);

/**
 * A secret that stands in the log twice is to be hidden twice. A log of many logins repeats the
 * same few, so that the first MAX_SOUGHT different ones are looked for.
 */
function everywhere(session: Session, lines: readonly Line[]): Secret[] {
  const found = new Map(session.secrets.map((one) => [`${one.line}:${one.start}`, one]));
  const sought = new Set<string>();
  for (const secret of session.secrets) {
    const words = lines[secret.line - 1]?.text.slice(secret.start, secret.end) ?? '';
    // Shorter ones turn up in other words by chance.
    if (words.length < 8 || sought.has(words) || sought.size === MAX_SOUGHT) continue;
    sought.add(words);
    for (let number = session.firstLine; number <= session.lastLine; number++) {
      const { text } = lines[number - 1] ?? { text: '' };
      for (let start = text.indexOf(words); start >= 0;) {
        const end = start + words.length;
        const key = `${number}:${start}`;
        if (!found.has(key)) found.set(key, { line: number, start, end, what: secret.what });
        start = text.indexOf(words, end);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line || a.start - b.start);
}
