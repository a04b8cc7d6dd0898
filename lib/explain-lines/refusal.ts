import { asideStages } from '../knowledge/aside-stages.ts';
import type { Cause } from '../knowledge/cause.ts';
import { CAUSES as causes } from '../knowledge/causes.ts';
import { causePhrases } from '../knowledge/cause-phrases.ts';
import { enhancedCodes } from '../knowledge/enhanced-codes.ts';
import { enhancedSubjects } from '../knowledge/enhanced-subjects.ts';
import { privateCodes } from '../knowledge/private-codes.ts';
import { replyClasses } from '../knowledge/reply-classes.ts';
import { replyCodes } from '../knowledge/reply-codes.ts';
import { replyStages } from '../knowledge/reply-stages.ts';
import type { NamedRow, Row, StageRow } from '../knowledge/rows.ts';
import { verbs } from '../knowledge/verbs.ts';
import { answerOf } from '../rules/answer.ts';
import { classifyReply } from '../rules/refusal.ts';
import { textOf } from '../smtp/facts.ts';
import { lineOf, type Context } from './context.ts';
import { isHarmlessHello, severityOf } from './severity.ts';
import { join } from './words.ts';

const STAGES: Readonly<Record<string, Readonly<Record<number, StageRow>>>> = {
  ...replyStages,
  ...asideStages,
};
const CODES: Readonly<Record<number, NamedRow>> = { ...replyCodes, ...privateCodes };
const CLASSES: Readonly<Record<number, Row>> = replyClasses;
const ENHANCED: Readonly<Record<string, Row>> = enhancedCodes;
const SUBJECTS: Readonly<Record<number, Row>> = enhancedSubjects;
const CAUSES: Readonly<Record<string, string>> = causePhrases;
const ADVICE: Readonly<Record<string, Cause>> = causes;

/** Said of the line that decided a failed session. */
export function decision({ facts }: Context): string {
  if (facts.outcome === 'partially-accepted')
    return 'Because of this line, not everybody gets the message.';
  if (facts.outcome === 'dropped') return 'Here the session broke off.';
  if (facts.outcome === 'deferred') return 'This is the line that put the mail off.';
  return 'This is the line that stopped the mail.';
}

/** What a reply means at its step, from the most exact row that there is. */
export interface Meaning extends StageRow {
  /** The row is for this very code, not for all that begin with its digit. */
  exact: boolean;
}

/** @param stage a command's verb, `greeting`, or `.` */
export function meaningOf(code: number, stage: string): Meaning {
  const rows = STAGES[stage];
  const own = rows?.[code];
  if (own) return { ...own, exact: true };
  const known = CODES[code];
  // 421 can come at any time and is about the connection, not about the step.
  if (code === 421 && known) return { ...known, exact: true };
  const digit = Math.floor(code / 100);
  const general = rows?.[digit] ?? known ?? CLASSES[digit] ?? NOTHING;
  return { ...general, exact: false };
}

const NOTHING: StageRow = {
  brief: 'A reply with an unknown code',
  full: 'This code does not belong to the mail protocol.',
};

/** Details that add nothing to "refused". */
const VAGUE = new Set([
  '0.0',
  '1.0',
  '2.0',
  '3.0',
  '4.0',
  '5.0',
  '5.1',
  '5.2',
  '5.4',
  '6.0',
  '7.0',
  '7.1',
  '7.3',
  '7.8',
]);

/** Details that large providers use in a sense of their own: the words know better. */
const OVERLOADED = new Set(['4.5', '4.6', '7.12', '7.14', '7.28', '7.29', '7.30']);

/** What an enhanced code says. */
export interface Detail {
  /** A phrase for the badge, where the code is exact. */
  phrase?: string;
  full: string;
  /** It says no more than the reply code does. */
  vague: boolean;
  /** Its meaning differs from provider to provider. */
  loose?: boolean;
}

/** What an enhanced code adds: a phrase for the badge where it is exact, and a sentence. */
export function detailOf(enhanced: string | undefined): Detail {
  const match = /^[245]\.(\d{1,3})\.(\d{1,3})$/.exec(enhanced ?? '');
  if (!match || enhanced === undefined) return { full: '', vague: true };
  const key = `${Number(match[1])}.${Number(match[2])}`;
  const row = ENHANCED[key];
  if (row) {
    const full = `The detailed code ${enhanced} says: ${lower(row.full)}`;
    return VAGUE.has(key)
      ? { full, vague: true }
      : { phrase: row.brief, full, vague: false, loose: OVERLOADED.has(key) };
  }
  const subject = SUBJECTS[Number(match[1])];
  return {
    vague: false,
    full: subject
      ? `The detailed code ${enhanced} is about ${subject.full}; its last number is not a registered one, so its exact meaning is this provider’s own.`
      : `The detailed code ${enhanced} is not a registered one.`,
  };
}

/** The first line of a refusal: which step, why, for how long, and what follows from it. */
export function explainRefusal(context: Context, stage: string): { brief: string; full: string } {
  const reply = context.entry.reply;
  const code = reply?.code === 502 && isUnknown(stage) ? 500 : (reply?.code ?? 0);
  const meaning = meaningOf(code, stage);
  const reason = reasonOf(context);
  const detail = detailOf(reply?.enhanced ?? context.exchange?.reply?.enhanced);
  const brief = briefOf(
    stage,
    code,
    meaning,
    reason ?? (meaning.exact ? undefined : detail.phrase),
  );
  const pointed =
    meantBy(context) ??
    (reason === undefined || reason === detail.phrase
      ? ''
      : `What the server says points to this reason: ${reason}.`);
  // The general words list what a 535 may mean; where the reason is known, they only confuse.
  const isKnown = stage === 'AUTH' && code === 535 && reason !== undefined;
  const lead = isKnown ? 'The server does not accept this login.' : meaning.full;
  if (context.terse) return { brief, full: join(lead, pointed) };
  // The code's own sentence helps where nothing more exact is known.
  const general = meaning.exact || detail.phrase !== undefined || reason !== undefined;
  return {
    brief,
    full: join(
      lead,
      pointed,
      reason === undefined ? withoutReason(detail, meaning, general) : besideReason(detail),
      general || HELLO.has(stage) ? '' : sentenceOf(code),
      prompts(context),
      classOf(code, causeOf(context)),
      weight(context, stage),
    ),
  };
}

/** What the enhanced code tells where the server's words give no reason. */
function withoutReason(detail: Detail, meaning: Meaning, general: boolean): string {
  return detail.vague && (meaning.exact || !general) ? '' : detail.full;
}

/** What it adds to a reason that the words give. */
function besideReason(detail: Detail): string {
  return detail.vague || detail.loose === true ? '' : firstSentence(detail.full);
}

/** A word that is no command: the server cannot know it either. */
function isUnknown(stage: string): boolean {
  return STAGES[stage] === undefined && !(stage in verbs);
}

/** At the introduction the many reasons of a 550 do not fit: it is about the host's name. */
const HELLO = new Set(['EHLO', 'HELO', 'LHLO']);

function sentenceOf(code: number): string {
  return (
    CODES[code]?.full ?? `${code} is no registered code; servers choose such numbers themselves.`
  );
}

/** What a provider is known to mean by this answer, where that needs nothing from the log. */
function meantBy({ entry, exchange, session, facts }: Context): string | undefined {
  const { reply } = entry;
  if (!reply || reply.code < 400) return undefined;
  const whole = exchange?.reply?.code === reply.code ? exchange.reply : undefined;
  const words = [reply.code, reply.enhanced ?? '', whole ? textOf(whole) : reply.text].join(' ');
  const says = answerOf(words, session.peer?.host ?? facts.server?.host)?.says;
  return typeof says === 'string' && !says.includes('{') ? says : undefined;
}

function reasonOf(context: Context): string | undefined {
  return CAUSES[causeOf(context) ?? ''];
}

/** The cause that the server's words and codes state; the verdict's wins. */
function causeOf({ findings, index, entry, exchange }: Context): string | undefined {
  const finding = findings.find((one) => one.severity === 'error' && one.entries.includes(index));
  if (finding) return finding.id;
  const { reply } = entry;
  if (!reply || reply.code < 400) return undefined;
  const whole = exchange?.reply?.code === reply.code ? exchange.reply : undefined;
  const text = whole ? textOf(whole) : reply.text;
  const enhanced = whole?.enhanced ?? reply.enhanced;
  return classifyReply({ code: reply.code, enhanced, text, phase: entry.phase });
}

function briefOf(
  stage: string,
  code: number,
  meaning: Meaning,
  phrase: string | undefined,
): string {
  if (phrase === undefined) return meaning.brief;
  const general = STAGES[stage]?.[Math.floor(code / 100)]?.brief;
  return `${code === 421 ? meaning.brief : (general ?? meaning.brief)}: ${phrase}`;
}

/** Postfix repeats the last question of the login behind its refusal. */
function prompts(context: Context): string {
  return /UGFzc3dvcmQ6|VXNlcm5hbWU6/.test(context.entry.reply?.text ?? '')
    ? 'The odd word at its end is only the server’s last question (“Password:” or “Username:”) in Base64; it is harmless and no secret.'
    : '';
}

/** What the first digit says, in accord with what the reason says of waiting. */
function classOf(code: number, cause: string | undefined): string {
  const passes = ADVICE[cause ?? '']?.temporary;
  if (code >= 500) {
    return passes === true
      ? 'The 5 in front ends this attempt for good, but the reason itself can pass.'
      : 'The 5 in front means that it is final: trying again unchanged will not help.';
  }
  return passes === false
    ? 'The 4 in front means “for now”, but a later attempt will end the same way as long as the reason stays.'
    : 'The 4 in front means “for now”: a later attempt may work.';
}

function weight(context: Context, stage: string): string {
  if (severityOf(context) === 'error') return decision(context);
  if (isHarmlessHello(context)) {
    return 'The client falls back to HELO, which the server accepts, so no harm is done.';
  }
  const { facts, session, index } = context;
  if (stage === 'QUIT' && facts.outcome === 'accepted') return 'It changes nothing for the mail.';
  const decided = facts.decidingEntry;
  if (facts.outcome === 'accepted' && stage !== 'RCPT')
    return 'The session went on and ended well.';
  if (decided !== undefined && decided < index && !facts.outcome.includes('accepted')) {
    const line = lineOf(session, decided);
    if (line !== undefined && line !== context.entry.line)
      return `The deciding line came before: line ${line}.`;
  }
  return '';
}

function firstSentence(text: string): string {
  const end = text.indexOf('. ');
  return end < 0 ? text : text.slice(0, end + 1);
}

function lower(text: string): string {
  return /^[A-Z](?:[a-z]| )/.test(text) && !/^(?:Google|Microsoft|SPF|DKIM)/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
