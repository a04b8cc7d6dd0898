import type { JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import type { ReportEntry } from '../lib/types.ts';
import { Icon, SeverityIcon } from './icons.tsx';

export interface ExplanationProps {
  entry: ReportEntry;
  /** Number to show in place of the entry's own. */
  line?: number;
}

/** What stands in a badge's popover: the whole explanation of one line. */
export function Explanation({ entry, line = entry.line }: ExplanationProps): JSX.Element {
  const { severity } = entry;
  return (
    <div class="lens-explanation" data-severity={severity}>
      <p class="lens-explanation-where">
        <Icon name={entry.from} size={12} />
        <span>
          {words.from[entry.from]}, {words.line(line)}
        </span>
        <span class="lens-explanation-phase">{words.phases[entry.phase]}</span>
      </p>
      <p class="lens-explanation-brief">
        {severity === 'warning' || severity === 'error' ? (
          <span class="lens-severity" data-severity={severity}>
            <SeverityIcon severity={severity} />
            <span class="lens-unseen">{words.severities[severity]}: </span>
          </span>
        ) : null}
        {entry.brief}
      </p>
      <Chips entry={entry} />
      <p class="lens-explanation-full">{entry.full}</p>
      <Parts entry={entry} />
    </div>
  );
}

/** Verb, code and enhanced code, each with its name for those who can't see the shape. */
export function Chips({ entry }: { entry: ReportEntry }): JSX.Element | null {
  const chips = [
    { name: words.command, value: isWord(entry.verb) ? entry.verb : null },
    { name: words.code, value: entry.code },
    { name: words.enhanced, value: entry.enhanced },
  ].filter(({ value }) => value !== null);
  if (!chips.length) return null;
  return (
    <ul class="lens-chips">
      {chips.map(({ name, value }) => (
        <li key={name} class="lens-chip" title={name}>
          <span class="lens-unseen">{name} </span>
          {value}
        </li>
      ))}
    </ul>
  );
}

/** Not `(auth-data)` and its like, nor the end of the message's dot. */
function isWord(verb: string | null): verb is string {
  return verb !== null && /^\w/.test(verb);
}

function Parts({ entry }: { entry: ReportEntry }): JSX.Element | null {
  const { parts } = entry;
  if (!parts || parts.length < 2) return null;
  return (
    <>
      <p class="lens-label">{words.partsTitle}</p>
      <ul class="lens-parts">
        {parts.map((part) => (
          <li key={part.start}>
            <span class="lens-chip">
              {part.code}
              {part.enhanced === null ? '' : ` ${part.enhanced}`}
            </span>{' '}
            {part.brief}
          </li>
        ))}
      </ul>
    </>
  );
}
