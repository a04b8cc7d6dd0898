import type { ComponentChildren, JSX } from 'preact';
import { fill } from '../lib/locales/fill.ts';
import { words } from '../lib/locales/index.ts';
import type { ReportFinding } from '../lib/report.ts';
import type { TextPart } from '../lib/terms.ts';
import { CopyButton } from './CopyButton.tsx';
import { Prose } from './Prose.tsx';
import { toClipboard } from './to-clipboard.ts';

/** Marks the terms of a text (`termMarker`). */
export type Marked = (text: string) => readonly TextPart[];

export interface FindingDetailsProps {
  finding: ReportFinding;
  marked: Marked;
  onGoTo(line: number): void;
}

/** The cause: why, the steps, a message to send, where it is written down. */
export function FindingDetails({ finding, marked, onGoTo }: FindingDetailsProps): JSX.Element {
  const { explanation, fix, party, message, references, lines } = finding;
  return (
    <div class="finding">
      <div class="finding-main">
        <Part title={words.why}>
          <Prose parts={marked(explanation)} />
          <Lines lines={lines} onGoTo={onGoTo} />
        </Part>
        {fix.length > 0 && (
          <Part title={words.steps}>
            <Steps steps={fix} marked={marked} />
          </Part>
        )}
      </div>
      {message !== null && (
        <div class="finding-more">
          <Part title={words.messageTo[party]}>
            <blockquote class="message">{message}</blockquote>
            <CopyButton label={words.copyMessage} onCopy={() => toClipboard(message)} />
          </Part>
        </div>
      )}
      <Sources references={references} />
    </div>
  );
}

/** A part of the panel under its small heading. */
export function Part({
  title,
  children,
}: {
  title: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="part">
      {/* No heading: it would stand in the page's own outline. */}
      <div class="label">{title}</div>
      {children}
    </div>
  );
}

/** Steps in order; one alone needs no number. */
export function Steps({
  steps,
  marked,
}: {
  steps: readonly string[];
  marked: Marked;
}): JSX.Element | null {
  if (steps.length === 0) return null;
  if (steps.length === 1) return <Prose parts={marked(steps.join())} />;
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step}>
          <Prose parts={marked(step)} />
        </li>
      ))}
    </ol>
  );
}

/** The lines that show a finding, each a button that goes there; lines in a row are one. */
export function Lines({
  lines,
  onGoTo,
}: {
  lines: readonly number[];
  onGoTo(line: number): void;
}): JSX.Element | null {
  if (!lines.length) return null;
  return (
    <div class="dim">
      {words.shownBy}{' '}
      {runsOf(lines).map(([first, last], i) => [
        i > 0 && ', ',
        <button key={first} type="button" class="link" onClick={() => onGoTo(first)}>
          {first === last ? fill(words.line, first) : fill(words.lines, first, last)}
        </button>,
      ])}
    </div>
  );
}

/** Numbers as runs without a gap, from top to bottom. */
function runsOf(lines: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  return runs;
}

/** Where it is written down: small print. */
export function Sources({ references }: { references: readonly string[] }): JSX.Element | null {
  if (!references.length) return null;
  return (
    <div class="dim sources">
      {words.references}: {references.join(', ')}
    </div>
  );
}
