import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { words } from '../lib/locales/index.ts';
import type { ReportEntry, Verbosity } from '../lib/types.ts';
import { Icon, SeverityIcon } from './icons.tsx';
import type { LogWords } from './log-words.ts';

/** What all rows of a session share. */
export interface RowContext {
  wordsOf: (entry: ReportEntry) => LogWords;
  verbosity: Verbosity;
  onGoTo: ((line: number) => void) | undefined;
  selected: ReportEntry | undefined;
  decided: ReportEntry | undefined;
}

/** One step of the session: its words, and what they mean. */
export function SessionRow({
  entry,
  context,
}: {
  entry: ReportEntry;
  context: RowContext;
}): JSX.Element {
  const { wordsOf, verbosity, onGoTo, selected, decided } = context;
  const { time, text } = wordsOf(entry);
  return (
    <li
      class="lens-row"
      data-line={entry.line}
      data-severity={entry.severity}
      data-duplicate={entry.duplicateOf === null ? undefined : ''}
      data-decided={entry === decided ? '' : undefined}
      aria-current={entry === selected ? 'true' : undefined}
    >
      <div class="lens-row-step">
        <LineNumber entry={entry} onGoTo={onGoTo} />
        <span class="lens-row-from" data-from={entry.from} title={words.from[entry.from]}>
          <Icon name={entry.from} size={12} />
          <span class="lens-unseen">{words.from[entry.from]}: </span>
        </span>
        <code class="lens-row-text" title={time === '' ? undefined : time}>
          {text}
        </code>
      </div>
      {speaks(entry, verbosity) ? (
        <Meaning entry={entry} verbosity={verbosity} decided={entry === decided} />
      ) : null}
    </li>
  );
}

function LineNumber({
  entry,
  onGoTo,
}: {
  entry: ReportEntry;
  onGoTo: RowContext['onGoTo'];
}): JSX.Element {
  const { line } = entry;
  if (!onGoTo) return <span class="lens-row-line">{line}</span>;
  return (
    <button
      type="button"
      class="lens-row-line"
      aria-label={words.goToLine(line)}
      title={words.goToLine(line)}
      onClick={() => onGoTo(line)}
    >
      {line}
    </button>
  );
}

/** At `full` everything is said; else the short remark, and the rest on request. */
function Meaning({
  entry,
  verbosity,
  decided,
}: {
  entry: ReportEntry;
  verbosity: Verbosity;
  decided: boolean;
}): JSX.Element {
  const { severity } = entry;
  const [asked, setAsked] = useState(false);
  const id = useId();
  const repeats = entry.duplicateOf !== null;
  const whole = verbosity === 'full' && !repeats;
  const remark = (
    <>
      {severity === 'warning' || severity === 'error' ? (
        <span class="lens-severity" data-severity={severity}>
          <SeverityIcon severity={severity} />
          <span class="lens-unseen">{words.severities[severity]}: </span>
        </span>
      ) : null}
      <span>{entry.brief}</span>
      {decided ? <span class="lens-decided">{words.decided}</span> : null}
    </>
  );
  return (
    <div class="lens-row-meaning">
      {whole ? (
        <p class="lens-row-brief">{remark}</p>
      ) : (
        <button
          type="button"
          class="lens-row-brief"
          aria-expanded={asked}
          aria-controls={id}
          onClick={() => setAsked(!asked)}
        >
          {remark}
          <Icon name="chevron" size={10} />
        </button>
      )}
      <p class="lens-row-full" id={id} hidden={!whole && !asked}>
        {whole || asked ? entry.full : null}
      </p>
    </div>
  );
}

function speaks({ severity }: ReportEntry, verbosity: Verbosity): boolean {
  if (verbosity === 'off') return false;
  return verbosity !== 'problems' || severity === 'warning' || severity === 'error';
}
