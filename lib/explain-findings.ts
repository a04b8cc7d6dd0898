import { CAUSES } from './knowledge/causes.ts';
import type { Cause, Text } from './knowledge/cause.ts';
import { PROVIDERS } from './knowledge/providers.ts';
import { WARNINGS } from './knowledge/warnings.ts';
import type { Warning } from './knowledge/warnings.ts';
import { join } from './explain-lines/words.ts';
import { placesOf } from './places.ts';
import type { ReportFinding } from './report.ts';
import { answerOf } from './rules/answer.ts';
import { textOf } from './smtp/facts.ts';
import type { Data, Facts, Finding, Outcome, Session } from './types.ts';

/** A finding in words; `entries` are indexes into the session's entries. */
export type ExplainedFinding = Omit<ReportFinding, 'lines'> & { entries: readonly number[] };

/**
 * Puts findings into words, for the program and the provider that the log names. Pure.
 *
 * @param isFollowed another session stands behind this one in the log: what failed before a message
 *   was begun may have gone well there
 */
export function explainFindings(
  session: Session,
  facts: Facts,
  findings: readonly Finding[],
  isFollowed = false,
): ExplainedFinding[] {
  return findings.flatMap((finding) => {
    const places = { ...placesOf(session, facts), ...finding.data };
    const base = { id: finding.id, severity: finding.severity, entries: finding.entries };
    if (finding.severity === 'error') {
      const cause = CAUSES[finding.id] ?? CAUSES['other'];
      return cause
        ? [{ ...base, ...explainCause(finding.id, cause, session, facts, places, isFollowed) }]
        : [];
    }
    const warning = WARNINGS[finding.id];
    return warning ? [{ ...base, ...explainWarning(warning, places) }] : [];
  });
}

type Words = Omit<ExplainedFinding, 'id' | 'severity' | 'entries'>;

function explainCause(
  id: string,
  cause: Cause,
  session: Session,
  facts: Facts,
  places: Data,
  isFollowed: boolean,
): Words {
  const code = facts.deciding?.reply?.code ?? 0;
  const isForNow = code >= 400 && code < 500;
  const answer = answerOf(decidingWords(facts), session.peer?.host ?? facts.server?.host);
  return {
    title: sentence(
      `${opening(facts, isFollowed)}${fill(cause.reason, places) ?? 'the reason is not known'}`,
    ),
    explanation: join(answer && fill(answer.says, places), fill(cause.why, places)),
    party: cause.party,
    temporary: cause.temporary === 'by-code' ? isForNow : cause.temporary,
    fix: fillAll(
      [...(answer?.steps ?? []), ...providerSteps(id, session, facts), ...cause.fix],
      places,
    ),
    message: isOther(cause) ? (fill(cause.message ?? [], places) ?? null) : null,
    references: cause.references,
  };
}

/** What decided, with its codes. */
function decidingWords({ deciding, decidingText }: Facts): string {
  const { reply } = deciding ?? {};
  if (reply === undefined) return decidingText;
  return [reply.code, reply.enhanced ?? '', textOf(reply)].join(' ');
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

/** Whether somebody must act who is not the reader. */
function isOther({ party }: Cause): boolean {
  return party !== 'you' && party !== 'nobody';
}

/** How the verdict begins, by outcome. */
const OPENINGS: Readonly<Record<Outcome, string>> = {
  accepted: '',
  'partially-accepted': 'Not everybody got the mail: ',
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

function opening({ outcome, failedAt }: Facts, isFollowed: boolean): string {
  if (isFollowed && ATTEMPTS.has(outcome)) return 'This attempt failed: ';
  // The server may have taken the message before the line broke. RFC 5321 section 4.5.3.2.6.
  if (outcome === 'dropped' && failedAt === 'message')
    return 'It is not certain whether the mail was sent: ';
  return OPENINGS[outcome];
}

function providerSteps(id: string, session: Session, facts: Facts): readonly string[] {
  const host = (session.peer?.host ?? facts.server?.host ?? '').toLowerCase();
  const provider = PROVIDERS.find(({ hosts }) =>
    hosts.some((ending) => host === ending || host.endsWith(`.${ending}`)),
  );
  return provider?.steps[id] ?? [];
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
