import { endsOf } from './ends.ts';
import type { Ends } from './ends.ts';
import { CAUSES } from './knowledge/causes.ts';
import type { Cause, CauseParty, Text } from './knowledge/cause.ts';
import { WARNINGS } from './knowledge/warnings.ts';
import type { Warning } from './knowledge/warnings.ts';
import { join } from './explain-lines/words.ts';
import { messageTo } from './message-to.ts';
import { placesOf } from './places.ts';
import type { ReportFinding } from './report.ts';
import { answerOf } from './rules/answer.ts';
import { textOf } from './smtp/facts.ts';
import type { Data, Facts, Finding, Outcome, Party, Session } from './types.ts';

/** A finding in words; `entries` are indexes into the session's entries. */
export type ExplainedFinding = Omit<ReportFinding, 'lines'> & { entries: readonly number[] };

/** What is known of a log beside its text. */
export interface FindingContext {
  /** Another session stands behind this one: what failed before a message was begun may have gone well there. */
  isFollowed?: boolean;
  /** Id of the program whose screen shows the log (lib/program-at.ts). */
  program?: string | undefined;
}

/** Puts findings into words, for the program and the provider that the log names. Pure. */
export function explainFindings(
  session: Session,
  facts: Facts,
  findings: readonly Finding[],
  context: FindingContext = {},
): ExplainedFinding[] {
  if (findings.length === 0) return [];
  const ends = endsOf(session, facts, context.program);
  const known = placesOf(session, facts, ends);
  return findings.flatMap((finding) => {
    const places = { ...known, ...finding.data };
    const base = { id: finding.id, severity: finding.severity, entries: finding.entries };
    if (finding.severity === 'error') {
      const cause = CAUSES[finding.id] ?? CAUSES['other'];
      const about = { id: finding.id, session, facts, ends, places };
      return cause ? [{ ...base, ...explainCause(cause, about, context.isFollowed === true) }] : [];
    }
    const warning = WARNINGS[finding.id];
    return warning ? [{ ...base, ...explainWarning(warning, places) }] : [];
  });
}

type Words = Omit<ExplainedFinding, 'id' | 'severity' | 'entries'>;

/** What the words of a cause depend on. */
interface About {
  id: string;
  session: Session;
  facts: Facts;
  ends: Ends;
  places: Data;
}

function explainCause(cause: Cause, about: About, isFollowed: boolean): Words {
  const { session, facts } = about;
  const answer = answerOf(decidingWords(facts), session.peer?.host ?? facts.server?.host);
  const places = answer?.steps ? withoutGeneral(about.places) : about.places;
  const serving = about.ends.serving ? cause.serving : undefined;
  const party = serving && cause.party !== 'nobody' ? 'you' : partyOf(cause.party, about);
  const body = serving ? undefined : fill(cause.message ?? [], places);
  // In a connection that failed it is the server's.
  const ip = facts.deciding?.reply === undefined ? undefined : places['ip'];
  return {
    title: sentence(
      `${opening(facts, isFollowed)}${fill(cause.reason, places) ?? 'the reason is not known'}`,
    ),
    explanation: join(answer && fill(answer.says, places), fill(cause.why, places)),
    party,
    temporary:
      cause.temporary === 'by-code'
        ? isForNow(facts)
        : cause.temporary && places['gaveUp'] === undefined,
    fix: [
      ...new Set(
        fillAll([...(answer?.steps ?? []), ...stepsOf(serving ?? cause.fix, about)], places),
      ),
    ],
    message:
      body === undefined
        ? null
        : messageTo(body, party, session, facts, ip === undefined ? undefined : String(ip)),
    references: cause.references,
  };
}

/** Steps of the provider, and general ones, that say what a step for this very answer says better. */
const SAID_BETTER = [
  'receiverStep',
  'providerPassword',
  'providerSwitch',
  'providerSender',
  'providerLimits',
  'providerRelease',
] as const;

/** What is known of this very answer says more than what is known of who gave it. */
function withoutGeneral(places: Data): Data {
  const rest = Object.entries(places).filter(([name]) => name !== 'noAnswer');
  // An empty text drops its step, and does not let a more general one take its place.
  return Object.fromEntries([...rest, ...SAID_BETTER.map((name) => [name, ''] as const)]);
}

/** What decided, with its codes. */
function decidingWords({ deciding, decidingText }: Facts): string {
  const { reply } = deciding ?? {};
  if (reply === undefined) return decidingText;
  return [reply.code, reply.enhanced ?? '', textOf(reply)].join(' ');
}

/** The provider's steps, then the program's, then those that hold everywhere. */
function stepsOf(fix: readonly Text[], { id, ends }: About): readonly Text[] {
  const ofProgram = ends.program?.steps?.[id] ?? [];
  const ofProvider = ends.provider?.steps?.[id] ?? [];
  const at = fix.indexOf('{programStep}');
  return at < 0
    ? [...ofProvider, ...ofProgram, ...fix]
    : [...ofProvider, ...fix.slice(0, at), ...ofProgram, ...fix.slice(at + 1)];
}

function partyOf(party: CauseParty, { facts, ends, places }: About): Party {
  switch (party) {
    case 'operator':
      return ends.role === 'receiving' ? 'recipient' : 'mail-provider';
    case 'nobody':
      return places['gaveUp'] === undefined ? party : 'you';
    case 'receiver':
      return facts.auth.result === 'accepted' ? 'mail-provider' : 'recipient';
    case 'ip-owner':
      return facts.auth.result === 'accepted' ? 'mail-provider' : 'web-host';
    default:
      return party;
  }
}

/** The server says that it passes: by a 4xx code, or in words behind a 5xx. RFC 5321 section 4.2.1. */
function isForNow({ deciding, decidingText }: Facts): boolean {
  const code = deciding?.reply?.code ?? 0;
  if (code >= 400 && code < 500) return true;
  const words = deciding?.reply ? textOf(deciding.reply) : decidingText;
  return /\b(?:try|retry|come back) (?:it )?(?:again )?(?:later|in \d)|\btemporar|\bfor now\b/i.test(
    words,
  );
}

function explainWarning(warning: Warning, places: Data): Words {
  return {
    title: fill(warning.title, places) ?? '',
    explanation: fill(warning.why, places) ?? '',
    party: warning.party,
    temporary: false,
    fix: fillAll(warning.fix, places),
    message: null,
    references: warning.references,
  };
}

/** How the verdict begins, by outcome. */
const OPENINGS: Readonly<Record<Outcome, string>> = {
  accepted: '',
  'partially-accepted': 'The mail was not accepted for everybody: ',
  rejected: 'The mail was not sent: ',
  deferred: 'The mail was not accepted for now: ',
  'connection-failed': 'The mail was not sent: ',
  'tls-failed': 'The mail was not sent: ',
  'auth-failed': 'The mail was not sent: ',
  dropped: 'The mail was not sent: ',
  incomplete: 'No mail was sent in this log: ',
};

/** Outcomes before any message: a program with several servers goes on to the next one. */
const ATTEMPTS: ReadonlySet<Outcome> = new Set(['connection-failed', 'tls-failed', 'auth-failed']);

/** The answer to the message is missing, or came too late. */
function isUncertain(outcome: Outcome): boolean {
  return outcome === 'dropped' || outcome === 'incomplete';
}

function opening({ outcome, failedAt }: Facts, isFollowed: boolean): string {
  if (isFollowed && ATTEMPTS.has(outcome)) return 'This attempt failed: ';
  // The server may have taken the message before the line broke. RFC 5321 section 4.5.3.2.6.
  if (isUncertain(outcome) && failedAt === 'message')
    return 'It is not certain whether the mail was sent: ';
  return OPENINGS[outcome];
}

function fillAll(texts: readonly Text[], places: Data): string[] {
  return texts.flatMap((text) => {
    const words = fill(text, places);
    return words === undefined || words === '' ? [] : [sentence(words)];
  });
}

/** Fills the `{name}` places of the first text of which all are known; undefined if there is none. */
function fill(text: Text, places: Data): string | undefined {
  for (const words of typeof text === 'string' ? [text] : text) {
    const names = [...words.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    if (names.some((name) => places[name] === undefined)) continue;
    return (
      words
        .replace(/\{(\w+)\}/g, (_, name: string) => String(places[name]))
        // A quotation that ends with a full stop needs no other one.
        .replace(/([.!?…]”)\./g, '$1')
    );
  }
  return undefined;
}

/** A capital at the start, a full stop at the end. */
function sentence(words: string): string {
  const first = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?…]["”’)]?$/.test(first) ? first : `${first}.`;
}
