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

/** The cause: why, who must act, the steps, a message to send, where it is written down. */
export function FindingDetails({ finding, marked, onGoTo }: FindingDetailsProps): JSX.Element {
  const { explanation, fix, party, temporary, message, references, lines } = finding;
  return (
    <div class="finding">
      <div class="finding-main">
        <Part title={words.why}>
          <Prose parts={marked(explanation)} />
          <Lines lines={lines} onGoTo={onGoTo} />
        </Part>
        <Part title={words.whoActs}>
          <div>
            {words.parties[party]} {temporary ? words.waitingHelps : words.waitingDoesNotHelp}
          </div>
        </Part>
        {fix.length > 0 && (
          <Part title={words.steps}>
            <Steps steps={fix} marked={marked} />
          </Part>
        )}
      </div>
      {(message !== null || references.length > 0) && (
        <div class="finding-more">
          {message !== null && (
            <Part title={words.messageTo}>
              <blockquote class="message">{message}</blockquote>
              <CopyButton label={words.copyMessage} onCopy={() => toClipboard(message)} />
            </Part>
          )}
          {references.length > 0 && (
            <Part title={words.references}>
              <ul class="dim">
                {references.map((reference) => (
                  <li key={reference}>{reference}</li>
                ))}
              </ul>
            </Part>
          )}
        </div>
      )}
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
      <h3 class="label">{title}</h3>
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
}): JSX.Element {
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

/** The lines that show a finding, each a button that goes there. */
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
      {lines.map((line, i) => [
        i > 0 && ', ',
        <button key={line} type="button" class="link" onClick={() => onGoTo(line)}>
          {fill(words.line, line)}
        </button>,
      ])}
    </div>
  );
}
