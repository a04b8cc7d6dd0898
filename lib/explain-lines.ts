import { explainCommand } from './explain-lines/command.ts';
import { explainContent } from './explain-lines/content.ts';
import {
  contextOf,
  isEncrypted,
  isReadable,
  placeInReply,
  stageOf,
  type Context,
} from './explain-lines/context.ts';
import { explainCapability, parseCapability } from './explain-lines/capability.ts';
import { explainNote } from './explain-lines/note.ts';
import { detailOf, meaningOf } from './explain-lines/refusal.ts';
import { explainReply } from './explain-lines/reply.ts';
import { severityOf } from './explain-lines/severity.ts';
import { clip } from './explain-lines/words.ts';
import type { EntrySeverity } from './report.ts';
import type { Facts, Finding, ReplyPart, Session } from './types.ts';

/** What is said of one line of a log. */
export interface LineText {
  /** A phrase for a badge, at most 60 UTF-16 units, no full stop. */
  brief: string;
  /** Two to six short sentences: what the line is, what it means here, what may go wrong. */
  full: string;
  severity: EntrySeverity;
}

/**
 * Explains one line of a session in the light of the lines around it. Never tells a password or
 * a token, and always says something.
 *
 * @param index into `session.entries`
 * @param findings of this session; their lines count, not their words
 */
export function explainEntry(
  session: Session,
  facts: Facts,
  index: number,
  findings: readonly Finding[],
): LineText {
  const context = contextOf(session, facts, index, findings);
  if (!context) return { ...NO_LINE, severity: 'info' };
  const { brief, full } = wordsOf(context);
  return { brief: clip(brief), full, severity: severityOf(context) };
}

/**
 * The badge's phrase for one reply line of a log line that holds several, line breaks lost.
 *
 * @param part one of the entry's parts
 * @param index of the entry in `session.entries`
 */
export function explainPart(
  part: ReplyPart,
  session: Session,
  facts: Facts,
  index: number,
): string {
  const context = contextOf(session, facts, index, []);
  if (!context) return NO_LINE.brief;
  const parts = context.entry.parts ?? [];
  const place = placeInReply(context).at + Math.max(0, parts.indexOf(part));
  return clip(partBrief(context, part, place));
}

const NO_LINE = {
  brief: 'A line of the log',
  full: 'Nothing more is known of this line.',
} as const;

function wordsOf(context: Context): { brief: string; full: string } {
  switch (context.entry.kind) {
    case 'command':
      return explainCommand(context);
    case 'reply':
      return explainReply(context);
    case 'content':
      return explainContent(context);
    case 'note':
      return explainNote(context);
  }
}

function partBrief(context: Context, part: ReplyPart, place: number): string {
  const stage = stageOf(context);
  if (part.code < 400 && (stage === 'EHLO' || stage === 'LHLO')) {
    if (place === 0) return `Accepted by ${part.text.split(/[\s,]/, 1)[0] || 'the server'}`;
    const capability = parseCapability(part.text);
    return capability
      ? explainCapability(capability, {
          encrypted: isEncrypted(context),
          readable: isReadable(context),
        }).brief
      : 'Friendly words of the server';
  }
  const meaning = meaningOf(part.code, stage);
  if (place > 0) return `${meaning.brief} (goes on)`;
  const { phrase } = part.code < 400 || meaning.exact ? {} : detailOf(part.enhanced);
  return phrase === undefined ? meaning.brief : `${meaning.brief}: ${phrase}`;
}
