import type { ComponentChildren, JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import type { ReportFinding } from '../lib/types.ts';
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
    <div class="lens-finding">
      <div class="lens-finding-main">
        <Part title={words.why}>
          <p class="lens-prose">{explanation}</p>
          <Lines lines={lines} onGoTo={onGoTo} />
        </Part>
        <Part title={words.whoActs}>
          <p>
            {words.parties[party]} {temporary ? words.waitingHelps : words.waitingDoesNotHelp}
          </p>
        </Part>
        {fix.length ? (
          <Part title={words.steps}>
            <Steps steps={fix} />
          </Part>
        ) : null}
      </div>
      {message === null && !references.length ? null : (
        <div class="lens-finding-more">
          {message === null ? null : <Message text={message} />}
          {references.length ? (
            <Part title={words.references}>
              <ul class="lens-references">
                {references.map((reference) => (
                  <li key={reference}>{reference}</li>
                ))}
              </ul>
            </Part>
          ) : null}
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
    <div class="lens-part">
      <h4 class="lens-label">{title}</h4>
      {children}
    </div>
  );
}

/** Steps in order; one alone needs no number. */
export function Steps({ steps }: { steps: readonly string[] }): JSX.Element {
  if (steps.length === 1) return <p class="lens-prose">{steps[0]}</p>;
  return (
    <ol class="lens-steps">
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
    <p class="lens-lines">
      {words.shownBy}{' '}
      {lines.map((line, i) => (
        <>
          {i ? ', ' : ''}
          <button key={line} type="button" class="lens-link" onClick={() => onGoTo(line)}>
            {words.line(line)}
          </button>
        </>
      ))}
    </p>
  );
}

function Message({ text }: { text: string }): JSX.Element {
  return (
    <Part title={words.messageTo}>
      <blockquote class="lens-message">{text}</blockquote>
      <CopyButton label={words.copyMessage} onCopy={() => toClipboard(text)} />
    </Part>
  );
}
