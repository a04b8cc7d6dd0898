import { answeredBy } from '../smtp/answered-by.ts';
import { parseReplyLine } from '../smtp/reply.ts';
import { squash } from '../smtp/words.ts';
import type { Reader, Said } from '../types.ts';
import { leadOf, type Found, type Marks, findWords, spokenIn } from './marks.ts';
import { createRemarks } from './remarks.ts';
import { splitCode } from './split-code.ts';
import { timeOf } from './stamp.ts';
import { looksLikeCommand, looksLikeReply, starts } from './words.ts';

/**
 * Reads a dialogue by its marks, and what stands between its lines without one: a reply's further
 * lines, the message, answers to a 334, the program's remarks.
 *
 * @param marks the log's marks
 */
export function createDialogue(marks: Marks): Reader {
  /** What the client's next words are. */
  let turn: 'command' | 'auth' | 'asked' | 'message' = 'command';
  /** A reply goes on with this code. */
  let code: string | undefined;
  /** The server's words before. */
  let reply = '';
  /** What stands before the marks: stamps, levels, ids. */
  let lead: string | undefined;
  /** What the server said since the client's last words, by mark. */
  let said = new Map<string, string>();
  /** The log shows the server alone, and perhaps nothing but a refusal. */
  const isAlone = ![...marks.sides.values()].some((side) => side !== 'server');
  let isFirst = true;
  /** The program said that it connects: what comes first is the greeting. */
  let isOpened = false;
  /** The log shows the client alone. */
  const isMute = ![...marks.sides.values()].some((side) => side !== 'client');
  /** The message's lines have marks too. */
  let allMarked = false;
  /** The reply that goes on is said a second time. */
  let again = false;

  const hear = (text: string): void => {
    code = /(?:^|\n)([2-5]\d\d)-[^\n]*$/.exec(text)?.[1];
    reply = text;
    turn = text.startsWith('354') ? 'asked' : /^334\b/.test(text) ? 'auth' : 'command';
  };
  const speak = (text: string): void => {
    code = undefined;
    reply = '';
    said = new Map();
    if (turn === 'asked') turn = 'message';
    // One literal holds the whole message.
    if (text.trim() === '.' || text.includes('\n')) turn = 'command';
  };

  const client = (text: string, at: number, mark = ''): Said | Said[] => {
    const before = turn;
    allMarked = before === 'message' && mark !== '';
    speak(text);
    if (before === 'asked' || before === 'message') {
      if (CONTENT.test(text)) {
        turn = 'command';
        return { side: 'note', event: 'content', text, at };
      }
      return { side: 'client', text, at, ...(text.includes('\n') ? { event: 'content' } : {}) };
    }
    if (before === 'auth') turn = 'command';
    const several = text.split(/\r?\n/).filter((one) => one.trim() !== '');
    if (several.length > 1 && several.every(looksLikeCommand)) {
      return several.map((one) => ({ side: 'client', text: one, at }));
    }
    // A log of the client alone has no 334 to go by.
    if (isMute && /^AUTH\s/i.test(text)) turn = 'auth';
    if (isMute && before === 'auth' && !looksLikeCommand(text)) turn = 'auth';
    const hidden = before === 'auth' && MASKED.test(text) && !looksLikeCommand(text);
    return { side: 'client', text, at, ...(hidden ? { hidden } : {}) };
  };
  const server = (text: string, at: number, mark: string): Said => {
    // Some tools show each line raw, and the reply once more.
    const first = said.get(text);
    if (mark !== '' || code === undefined) again = first !== undefined && first !== mark;
    said.set(text, first ?? mark);
    hear(text);
    const answers =
      isFirst && isAlone && !isOpened && /^[45]\d\d[ -][45]\.\d/.test(text)
        ? answeredBy(text)
        : undefined;
    isFirst = false;
    return {
      side: 'server',
      text,
      at,
      ...(again ? { repeats: true } : {}),
      ...(answers === undefined ? {} : { answers }),
    };
  };
  const marked = ({ side, text, at, mark }: Found): Said | Said[] | undefined => {
    if (side === 'client') return client(text, at, mark);
    const isReply = looksLikeReply(text) || (code !== undefined && text.startsWith(code));
    if (side === 'server') return isReply || text === '' ? server(text, at, mark) : undefined;
    if (isReply && turn !== 'message') return server(text, at, mark);
    const isWord = turn === 'auth' && /^\S+$/.test(text);
    return looksLikeCommand(text) || turn === 'message' || isWord
      ? client(text, at, mark)
      : undefined;
  };

  const unmarked = (line: string): Said | Said[] | undefined => {
    const lies = behind(line, lead);
    const from = lies ?? 0;
    let at = from;
    while (at < line.length && line.charAt(at).trim() === '') at++;
    const text = line.slice(at).trimEnd();
    const goesOn = code !== undefined && text.startsWith(code) && parseReplyLine(text);
    if (goesOn) return server(text, at, '');
    if (lies === undefined && turn !== 'message') return undefined;
    if (allMarked && turn === 'message') return undefined;
    if (turn === 'message' || (turn === 'asked' && HEADER.test(text))) {
      return client(line.slice(from).trimEnd(), from);
    }
    const bare = lead === undefined || lead === '' ? marks.sides.get('') : undefined;
    if (bare !== undefined && bare !== 'client' && looksLikeReply(text)) {
      return server(text, at, '');
    }
    if (bare !== undefined && bare !== 'server') {
      const isWord = turn === 'auth' && /^\S+$/.test(text);
      if (looksLikeCommand(text) || isWord) return client(text, at);
    }
    if (turn === 'asked' && CONTENT.test(text)) {
      speak(text);
      return { side: 'note', event: 'content', text, at };
    }
    if (turn === 'auth' && MASKED.test(text)) {
      speak(text);
      turn = 'command';
      return { side: 'client', text, at, hidden: true };
    }
    return undefined;
  };

  /** `reply: retcode (250); Msg: b'2.1.0 Ok'`, often the second time that the tool shows it. */
  const apart = (line: string, found: Found | undefined): Said | undefined => {
    if (found && looksLikeReply(found.text) && !NAMED.test(found.text)) return undefined;
    const split = splitCode(line);
    if (!split) return undefined;
    const same = reply !== '' && squash(split.text).startsWith(squash(reply).slice(0, 3));
    return { side: 'server', ...split, ...(same ? { repeats: true } : {}) };
  };

  const remarks = createRemarks();
  /** A line with the same stamps and ids is the same program's, whatever it says. */
  const aside = (line: string): Said | undefined => {
    if (lead === undefined || !/#.*#/.test(lead)) return undefined;
    const at = behind(line, lead);
    return at === undefined ? undefined : { side: 'note', text: line.slice(at).trimEnd(), at };
  };
  return (line) => {
    const time = timeOf(line);
    const stamped = (said: Said): Said => (time === undefined ? said : { ...said, time });
    if (marks.rows) {
      const spoken = spokenIn(line).toSorted((one) => (one.side === 'client' ? -1 : 1));
      const row = spoken.map(({ side, text, at }) => stamped({ side, text, at }));
      const remark = row.length > 0 ? undefined : remarks.read(line);
      return remark ? stamped(remark) : row;
    }
    const found = findWords(line, marks);
    if (found && found.side === 'client') lead = leadOf(line, found);
    const split = found?.side === 'client' ? undefined : apart(line, found);
    const all =
      split ?? (found ? marked(found) : unmarked(line)) ?? remarks.read(line) ?? aside(line);
    if (all === undefined) return undefined;
    if ('side' in all && (all.event === 'connecting' || all.event === 'connected')) isOpened = true;
    if ('side' in all && all.side !== 'note') remarks.talked();
    return 'side' in all ? stamped(all) : all.map(stamped);
  };
}

const HEADER = /^[A-Za-z][A-Za-z0-9-]{1,60}:(?: |$)/;
/** `250 message="2.1.0 Ok"`: the words have a name of their own. */
const NAMED = /^\d{3}[ ,;]{1,3}"?\w{2,20}"?[=:]/;
/** `<263 bytes>`, `wrote 112 bytes`, `(writing message)`: the whole message in a few words. */
const CONTENT =
  /^[<[({*]*\s*(?:\d[\d,]* (?:bytes|octets|chars)\b|(?:wrote|writing|sending|sent|streaming|transmitting|message|mail|data|content|body)\b[^\n]{0,40}\b(?:\d+ ?(?:bytes|octets|k)|message|body|content|omitted|skipped|hidden|not shown)\b)/i;
/** `****`, `[credentials hidden]`, `<Binary Data>` */
const MASKED =
  /^[\s<[({]*[*x•.]{3,}|hidden|masked|redacted|suppressed|omitted|secured?\b|credential|binary data|password\b|removed/i;

/** The column behind what stands before the marks; undefined where the line has not got it. */
function behind(line: string, lead: string | undefined): number | undefined {
  if (lead === undefined || lead === '') return 0;
  for (const start of starts(line)) {
    const before = leadOf(line, { at: start, mark: '' });
    if (before === lead) return start;
    if (before.length > lead.length + 40) return undefined;
  }
  return leadOf(line, { at: line.length, mark: '' }) === lead ? line.length : undefined;
}
