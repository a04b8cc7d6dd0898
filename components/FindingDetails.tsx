import type { ComponentChildren, JSX } from 'preact';
import { fill } from '../lib/locales/fill.ts';
import { words } from '../lib/locales/index.ts';
import type { ReportFinding } from '../lib/report.ts';
import { CopyButton } from './CopyButton.tsx';
import { toClipboard } from './to-clipboard.ts';

export interface FindingDetailsProps {
  finding: ReportFinding;
  onGoTo(line: number): void;
}

/** The cause: why, who must act, the steps, a message to send, where it is written down. */
export function FindingDetails({ finding, onGoTo }: FindingDetailsProps): JSX.Element {
  const { explanation, fix, party, temporary, message, references, lines } = finding;
  return (
    <div class="finding">
      <div class="finding-main">
        <Part title={words.why}>
          <div class="prose">{explanation}</div>
          <Lines lines={lines} onGoTo={onGoTo} />
        </Part>
        <Part title={words.whoActs}>
          <div>
            {words.parties[party]} {temporary ? words.waitingHelps : words.waitingDoesNotHelp}
          </div>
        </Part>
        {fix.length > 0 && (
          <Part title={words.steps}>
            <Steps steps={fix} />
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
export function Steps({ steps }: { steps: readonly string[] }): JSX.Element {
  if (steps.length === 1) return <div class="prose">{steps[0]}</div>;
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
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
