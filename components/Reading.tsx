import { Component, createRef, type JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import type { Shown, ShownSession } from '../lib/shown.ts';
import type { Verbosity } from '../lib/types.ts';
import { beside } from './beside.ts';
import { Icon } from './icons.tsx';
import type { Box } from './place.ts';
import { SessionView } from './SessionView.tsx';
import { Verdict } from './Verdict.tsx';

/** Why there is no log to show: the names of the sentences. */
export type ReadingNote = keyof typeof words.reading.notes;

export interface ReadingProps {
  /** The text, read; or why it was not. Left out while it is being read. */
  result?: Shown | ReadingNote;
  verbosity: Verbosity;
  theme: 'light' | 'dark';
  /** What is explained, in px of the window; left out: the panel stands in the upper right corner. */
  anchor: Box | undefined;
  onClose(): void;
}

/** Logs drawn at once: more of them are no reading but a file. */
const most = 20;

/** The panel that explains a marked text, in the top layer beside it. Takes the focus. */
export class Reading extends Component<ReadingProps> {
  readonly #box = createRef<HTMLDivElement>();
  readonly #listening = new AbortController();

  override componentDidMount(): void {
    const box = this.#box.current;
    if (!box) return;
    // Old browsers and test DOMs lack popovers: the box then stands in the page, fixed all the same.
    if ('showPopover' in box) box.showPopover();
    const settle = (): void => this.#stand(box);
    settle();
    const growth = new ResizeObserver(settle);
    growth.observe(box);
    const { signal } = this.#listening;
    signal.addEventListener('abort', () => growth.disconnect());
    window.addEventListener('resize', settle, { signal });
    box.focus({ preventScroll: true });
  }

  override componentWillUnmount(): void {
    this.#listening.abort();
  }

  override render({ result, theme, onClose }: ReadingProps): JSX.Element {
    const note = typeof result === 'string' ? words.reading.notes[result] : undefined;
    return (
      <div
        ref={this.#box}
        popover="manual"
        class="lens popover reading"
        role="dialog"
        aria-label={words.reading.label}
        tabindex={-1}
        data-theme={theme}
      >
        <div class="reading-head">
          <strong>{note ? note.title : words.reading.title}</strong>
          <button
            type="button"
            class="tool"
            title={words.reading.close}
            aria-label={words.reading.close}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        <div class="reading-body" role="status">
          {note ? (
            <p>{note.text}</p>
          ) : typeof result === 'object' ? (
            // The verdict below is long; this is what is read out when it is there.
            <span class="unseen">{result.sessions[0]?.sentence}</span>
          ) : (
            <p>{words.reading.busy}</p>
          )}
        </div>
        {typeof result === 'object' &&
          result.sessions
            .slice(0, most)
            .map((session, index) => (
              <ReadSession
                key={session.firstLine}
                {...this.props}
                report={result}
                session={session}
                number={index + 1}
              />
            ))}
      </div>
    );
  }

  #stand(box: HTMLElement): void {
    const page = document.documentElement;
    const view = { width: page.clientWidth, height: window.innerHeight };
    const { width, height } = box.getBoundingClientRect();
    const zoom = box.currentCSSZoom || 1;
    const corner = { left: view.width, top: 0, width: 0, height: 0 };
    const { left, top } = beside(this.props.anchor ?? corner, { width, height }, view);
    box.style.left = `${left / zoom}px`;
    box.style.top = `${top / zoom}px`;
  }
}

interface ReadSessionProps extends ReadingProps {
  report: Shown;
  session: ShownSession;
  number: number;
}

/** One session of the text: its verdict, and under it the log with its explanations. */
class ReadSession extends Component<ReadSessionProps, { line?: number }> {
  override state: { line?: number } = {};

  override render({ report, session, number, verbosity, theme }: ReadSessionProps): JSX.Element {
    const { line } = this.state;
    const goTo = (next: number): void => this.setState({ line: next });
    return (
      <>
        <Verdict
          session={session}
          glossary={report.glossary}
          number={number}
          // The log stands below it in every verbosity.
          verbosity="brief"
          onGoTo={goTo}
          defaultOpen={report.sessions.length === 1}
          theme={theme}
          compact
        />
        <SessionView
          nested
          session={session}
          glossary={report.glossary}
          verbosity={verbosity === 'full' ? 'full' : 'brief'}
          onGoTo={goTo}
          {...(line === undefined ? {} : { selectedLine: line })}
        />
      </>
    );
  }
}
