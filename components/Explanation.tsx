import type { JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import type { Glossary, ShownEntry } from '../lib/shown.ts';
import { termMarker } from '../lib/terms.ts';
import { Icon } from './icons.tsx';
import { placeWords } from './place-words.ts';
import { Prose } from './Prose.tsx';
import { isLoud } from './severity.ts';
import { SeverityMark } from './SeverityMark.tsx';

export interface ExplanationProps {
  entry: ShownEntry;
  glossary: Glossary;
}

/** What stands in a badge's popover: the whole explanation of one line. */
export function Explanation({ entry, glossary }: ExplanationProps): JSX.Element {
  const { severity, from, verb, parts = [] } = entry;
  const chips: readonly [name: string, value: string | number | false | null][] = [
    // Not `(auth-data)` and its like, nor the end of the message's dot.
    [words.command, verb !== null && /^\w/.test(verb) && verb],
    [words.code, entry.code],
    [words.enhanced, entry.enhanced],
  ];
  return (
    <div class="explanation" data-severity={severity}>
      {/* No paragraphs in what the page shows: Chromium copies an empty line for each, selected or not. */}
      <div class="explanation-where">
        <Icon name={from} size={12} />
        <span>
          {words.from[from]}, {placeWords(entry)}
        </span>
        <span class="explanation-phase">{words.phases[entry.phase]}</span>
      </div>
      <div class="strong explanation-brief">
        {isLoud(severity) && <SeverityMark severity={severity} />}
        {entry.brief}
      </div>
      {/* Each with its name, for those who can't see the shape. */}
      <ul class="chips">
        {chips.map(
          ([name, value]) =>
            value && (
              <li key={name} class="chip" title={name}>
                <span class="unseen">{name} </span>
                {value}
              </li>
            ),
        )}
      </ul>
      <Prose class="explanation-full" parts={termMarker(glossary)(entry.full)} />
      {parts.length > 1 && (
        <>
          <div class="label">{words.partsTitle}</div>
          <ul class="parts">
            {parts.map((part) => (
              <li key={part.start}>
                <span class="chip">
                  {part.code}
                  {part.enhanced !== null && ` ${part.enhanced}`}
                </span>{' '}
                {part.brief}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
