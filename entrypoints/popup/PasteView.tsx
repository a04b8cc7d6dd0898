import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { LogInput } from '../../components/LogInput.tsx';
import { popupWords as words } from '../../lib/locales/en-popup.ts';
import type { Verbosity } from '../../lib/types.ts';
import { PastedSession } from './PastedSession.tsx';
import type { Draft } from './use-draft.ts';
import { MAX_PASTE, useReport } from './use-report.ts';
import type { Reading } from './use-report.ts';

export interface PasteViewProps {
  draft: Draft;
  /** A log pasted earlier is about to be shown again: the field has its small size from the first paint on. */
  startsShort: boolean;
  verbosity: Verbosity;
  onVerbosity(verbosity: Verbosity): void;
}

/** Sessions drawn at once. */
const batch = 20;

/** The field for a log pasted by hand, and what the engine made of it. */
export function PasteView({
  draft,
  startsShort,
  verbosity,
  onVerbosity,
}: PasteViewProps): JSX.Element {
  const reading = useReport(draft.text);
  const short = useShort(reading, draft, startsShort);
  return (
    <>
      <div class="popup-field" data-short={short ? '' : undefined}>
        <LogInput
          value={draft.text}
          onInput={draft.change}
          placeholder={words.placeholder}
          error={draft.kept ? '' : words.notKept}
        />
        <button
          type="button"
          class="popup-clear"
          hidden={draft.text === ''}
          onClick={(event) => {
            draft.change('');
            event.currentTarget.parentElement?.querySelector('textarea')?.focus();
          }}
        >
          {words.clear}
        </button>
      </div>
      <p class="unseen" role="status">
        {summaryOf(reading)}
      </p>
      {draft.ready ? (
        <Result reading={reading} verbosity={verbosity} onVerbosity={onVerbosity} />
      ) : null}
    </>
  );
}

/** Whether the field is small: while a log is shown, and until the next text turns out to be none. */
function useShort(reading: Reading, draft: Draft, startsShort: boolean): boolean {
  const last = useRef(startsShort);
  if (reading.status === 'read') last.current = reading.report.sessions.length > 0;
  else if (draft.ready && draft.text === '') last.current = false;
  return last.current;
}

interface ResultProps {
  reading: Reading;
  verbosity: Verbosity;
  onVerbosity(verbosity: Verbosity): void;
}

function Result({ reading, verbosity, onVerbosity }: ResultProps): JSX.Element {
  switch (reading.status) {
    case 'empty':
      return <Welcome />;
    case 'reading':
      return <Message text={words.reading} />;
    case 'too-long':
      return <Message text={words.tooLong(MAX_PASTE / 1_000_000)} />;
    case 'failed':
      return <Message text={words.failed} />;
    case 'read':
      if (reading.report.sessions.length > 0) {
        return <Sessions reading={reading} verbosity={verbosity} onVerbosity={onVerbosity} />;
      }
      return (
        <Message
          title={words.noLogTitle}
          text={isBinary(reading.text) ? words.binary : words.noLog}
        />
      );
  }
}

function Sessions({
  reading,
  verbosity,
  onVerbosity,
}: ResultProps & { reading: Extract<Reading, { status: 'read' }> }): JSX.Element {
  const [shown, setShown] = useState(batch);
  const { sessions, glossary } = reading.report;
  const left = sessions.length - shown;
  return (
    <div class="popup-sessions">
      {sessions.slice(0, shown).map((session, i) => (
        <PastedSession
          key={`${session.firstLine} ${session.outcome}`}
          session={session}
          glossary={glossary}
          name={
            sessions.length > 1
              ? words.sessionOf(i + 1, sessions.length, session.envelope.to)
              : undefined
          }
          verbosity={verbosity}
          onVerbosity={onVerbosity}
        />
      ))}
      {left > 0 ? (
        <button type="button" class="popup-button" onClick={() => setShown(shown + batch)}>
          {words.moreSessions(Math.min(batch, left))}
        </button>
      ) : null}
    </div>
  );
}

function Welcome(): JSX.Element {
  return (
    <div class="popup-welcome">
      <h2>{words.emptyTitle}</h2>
      <ul>
        {words.empty.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{words.privacy}</p>
    </div>
  );
}

function Message({ title, text }: { title?: string; text: string }): JSX.Element {
  return (
    <div class="popup-welcome">
      {title === undefined ? null : <h2>{title}</h2>}
      <p>{text}</p>
    </div>
  );
}

/** What a screen reader says when the result changes: the verdicts themselves are long. */
function summaryOf(reading: Reading): string {
  if (reading.status !== 'read') return '';
  const { length } = reading.report.sessions;
  return length === 0 ? words.noLogTitle : words.found(length);
}

/** NUL bytes and characters that could not be decoded: a file's content, not a text. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 4096);
  let strange = 0;
  for (const char of start) {
    if (char === '\uFFFD' || (char < ' ' && !'\t\n\r\f\u001B'.includes(char))) strange += 1;
  }
  return strange * 20 > start.length;
}
