import { Component, type JSX } from 'preact';
import { fill } from '../lib/locales/fill.ts';
import { words } from '../lib/locales/index.ts';
import type { Glossary, ShownEntry } from '../lib/shown.ts';
import type { Verbosity } from '../lib/types.ts';
import { Icon } from './icons.tsx';
import { termMarker } from '../lib/terms.ts';
import { placeWords } from './place-words.ts';
import { Prose } from './Prose.tsx';
import { isLoud } from './severity.ts';
import { SeverityMark } from './SeverityMark.tsx';

/** What all rows of a session share. */
export interface RowContext {
  glossary: Glossary;
  verbosity: Verbosity;
  onGoTo: ((line: number) => void) | undefined;
  selected: ShownEntry | undefined;
  /** The place of the entry that decided. */
  decided: number | null;
}

export interface SessionRowProps {
  entry: ShownEntry;
  context: RowContext;
}

/** One step of the session: its words, and what they mean. */
export class SessionRow extends Component<SessionRowProps, { asked: boolean }> {
  override state = { asked: false };

  override render({ entry, context }: SessionRowProps): JSX.Element {
    const { glossary, verbosity, onGoTo, selected, decided } = context;
    const { line, at, step, severity, from, duplicateOf, time, text } = entry;
    const goTo = fill(words.goTo, placeWords(entry));
    const speaks = verbosity !== 'off' && (verbosity !== 'problems' || isLoud(severity));
    // At `full` everything is said; else the short remark, and the rest on request.
    const whole = verbosity === 'full' && duplicateOf === null;
    const open = whole || this.state.asked;
    const remark = (
      <>
        {isLoud(severity) && <SeverityMark severity={severity} />}
        <span>{entry.brief}</span>
        {at === decided && <span class="decided">{words.decided}</span>}
      </>
    );
    return (
      <li
        class="row"
        data-line={line}
        data-severity={severity}
        data-duplicate={duplicateOf === null ? undefined : ''}
        data-decided={at === decided ? '' : undefined}
        aria-current={entry === selected ? 'true' : undefined}
      >
        <div class="row-step">
          {onGoTo ? (
            <button
              type="button"
              class="row-line"
              aria-label={goTo}
              title={goTo}
              onClick={() => onGoTo(at)}
            >
              {step ?? line}
            </button>
          ) : (
            <span class="row-line">{step ?? line}</span>
          )}
          <span class="row-from" data-from={from} title={words.from[from]}>
            <Icon name={from} size={12} />
            <span class="unseen">{words.from[from]}: </span>
          </span>
          <code class="row-text" title={time || undefined}>
            {text}
          </code>
        </div>
        {speaks && (
          <div class="row-meaning">
            {whole ? (
              <div class="row-brief">{remark}</div>
            ) : (
              <button
                type="button"
                class="row-brief"
                aria-expanded={open}
                onClick={() => this.setState({ asked: !open })}
              >
                {remark}
                <Icon name="chevron" size={10} />
              </button>
            )}
            {open && <Prose class="row-full" parts={termMarker(glossary)(entry.full)} />}
          </div>
        )}
      </li>
    );
  }
}
