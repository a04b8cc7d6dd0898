import { Component, createRef, type JSX } from 'preact';
import { count } from '../lib/locales/count.ts';
import { fill } from '../lib/locales/fill.ts';
import { entryAt } from '../lib/evidence.ts';
import { words } from '../lib/locales/index.ts';
import type { Glossary, ShownEntry, ShownSession } from '../lib/shown.ts';
import type { Verbosity } from '../lib/types.ts';
import { Icon } from './icons.tsx';
import { sessionGroups } from './session-groups.ts';
import { SessionRow, type RowContext } from './SessionRow.tsx';

export interface SessionViewProps {
  session: ShownSession;
  glossary: Glossary;
  verbosity: Verbosity;
  /** Left out: line numbers are no buttons. */
  onGoTo?: (line: number) => void;
  /** Highlighted and scrolled into view. */
  selectedLine?: number;
  theme?: 'light' | 'dark';
  /** Stands inside another of our components and takes its colours. */
  nested?: boolean;
}

/** Rows drawn at once: more would make a long session slow to open. */
const batch = 300;

/** The annotated copy of a log: its steps on the left, what they mean on the right. */
export class SessionView extends Component<SessionViewProps, { shown: number }> {
  override state = { shown: batch };
  readonly #root = createRef<HTMLElement>();

  override componentDidMount(): void {
    this.componentDidUpdate({});
  }

  override componentDidUpdate(was: Pick<SessionViewProps, 'selectedLine'>): void {
    const { session, selectedLine } = this.props;
    if (selectedLine === undefined || selectedLine === was.selectedLine) return;
    const line = entryAt(session, selectedLine)?.line;
    const row = this.#root.current?.querySelector(`[data-line="${line}"]`);
    row?.scrollIntoView({ block: 'nearest' });
  }

  override render(props: SessionViewProps): JSX.Element {
    const { session, glossary, verbosity, onGoTo, selectedLine, theme, nested } = props;
    const { entries } = session;
    const selected = selectedLine === undefined ? undefined : entryAt(session, selectedLine);
    const reach = Math.max(this.state.shown, selected ? entries.indexOf(selected) + 1 : 0);
    const left = entries.length - reach;
    const context: RowContext = {
      glossary,
      verbosity,
      onGoTo,
      selected,
      decided: session.decided,
    };
    return (
      <section
        ref={this.#root}
        class={nested ? 'session' : 'lens session'}
        data-theme={theme}
        data-verbosity={verbosity}
        aria-label={words.session}
      >
        {sessionGroups(entries.slice(0, reach)).map(({ phase, again, runs }) => {
          const name = again ? fill(words.again, words.phases[phase]) : words.phases[phase];
          return (
            <div key={runs[0]?.entries[0]?.at}>
              {/* No heading: it would stand in the page's own outline. */}
              <div class="label group-name" aria-hidden="true">
                {name}
              </div>
              <ol aria-label={name}>
                {runs.map((run) => {
                  const Run = run.kind === 'message' && run.entries.length > 1 ? MessageRun : Rows;
                  return <Run key={run.entries[0]?.at} entries={run.entries} context={context} />;
                })}
              </ol>
            </div>
          );
        })}
        {left > 0 && (
          <button
            type="button"
            class="button"
            onClick={() => this.setState({ shown: reach + batch })}
          >
            {fill(words.showMore, Math.min(batch, left))}
          </button>
        )}
      </section>
    );
  }
}

interface RowsProps {
  entries: readonly ShownEntry[];
  context: RowContext;
}

interface MessageRunState {
  /** What was asked for, and the line gone to at that time. */
  asked?: { open: boolean; at: ShownEntry | undefined };
}

/** The message's own lines, folded until asked for or gone to. */
class MessageRun extends Component<RowsProps, MessageRunState> {
  override state: MessageRunState = {};

  override render({ entries, context }: RowsProps): JSX.Element {
    const { selected } = context;
    const { asked } = this.state;
    // What was asked for holds until another line is gone to: that one must show.
    const holds = selected !== undefined && entries.includes(selected);
    const open = asked && (asked.open || asked.at === selected) ? asked.open : holds;
    return (
      <>
        <li class="fold">
          <button
            type="button"
            class="disclosure"
            aria-expanded={open}
            onClick={() => this.setState({ asked: { open: !open, at: selected } })}
          >
            <Icon name="chevron" size={12} />
            {count(words.messageLines, entries.length)}
          </button>
        </li>
        {open && <Rows entries={entries} context={context} />}
      </>
    );
  }
}

function Rows({ entries, context }: RowsProps): JSX.Element {
  return (
    <>
      {entries.map((entry) => (
        <SessionRow key={entry.at} entry={entry} context={context} />
      ))}
    </>
  );
}
