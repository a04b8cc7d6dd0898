import { Component, type JSX } from 'preact';
import { fill } from '../lib/locales/fill.ts';
import { words } from '../lib/locales/index.ts';
import type { Glossary, ShownEntry } from '../lib/shown.ts';
import { Explanation } from './Explanation.tsx';
import { SeverityIcon } from './icons.tsx';
import { Popover } from './Popover.tsx';
import { placeWords } from './place-words.ts';
import { isLoud } from './severity.ts';

export interface BadgeProps {
  entry: ShownEntry;
  /** 1-based, within this log. */
  line: number;
  glossary: Glossary;
  /** Left out: as the browser prefers. */
  theme?: 'light' | 'dark';
}

interface BadgeState {
  /** The button, while its explanation shows. */
  anchor: HTMLElement | undefined;
  /** Opened on request. Opened by pointing, the focus stays where it is. */
  asked: boolean;
}

const closed: BadgeState = { anchor: undefined, asked: false };

/** How long a pointer rests before the explanation shows, and how long it may be away, in ms. */
const restTime = 400;
const awayTime = 200;

/**
 * The quiet remark at the end of a line, with a popover made on opening and gone on closing.
 * Render it into a shadow root, with page.css.
 */
export class Badge extends Component<BadgeProps, BadgeState> {
  override state = closed;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #stay = (): void => clearTimeout(this.#timer);
  readonly #close = (): void => this.setState(closed);
  readonly #ask = (): void => this.setState({ asked: true });
  readonly #onEnter = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    if (event.pointerType !== 'mouse') return;
    const anchor = event.currentTarget;
    this.#stay();
    this.#timer = setTimeout(
      () => this.setState((now) => (now.anchor ? null : { anchor })),
      restTime,
    );
  };
  readonly #onLeave = (): void => {
    this.#stay();
    this.#timer = setTimeout(() => this.setState((now) => (now.asked ? null : closed)), awayTime);
  };
  readonly #onClick = (event: { currentTarget: HTMLElement }): void => {
    this.#stay();
    this.setState(this.state.asked ? closed : { anchor: event.currentTarget, asked: true });
  };

  override componentWillUnmount(): void {
    this.#stay();
  }

  override render(): JSX.Element {
    const { entry, line, glossary, theme } = this.props;
    const { anchor, asked } = this.state;
    const { severity, brief } = entry;
    const loud = isLoud(severity);
    return (
      <span class="lens badge-root" data-theme={theme}>
        <button
          type="button"
          class="badge"
          data-line={line}
          data-severity={severity}
          data-duplicate={entry.duplicateOf === null ? undefined : ''}
          aria-haspopup="dialog"
          aria-expanded={anchor !== undefined}
          aria-label={`${loud ? `${words.severities[severity]}, ` : ''}${placeWords(entry)}: ${brief}`}
          onClick={this.#onClick}
          onPointerEnter={this.#onEnter}
          onPointerLeave={this.#onLeave}
        >
          {loud && <SeverityIcon severity={severity} />}
          <span class="badge-words">{brief}</span>
        </button>
        {anchor && (
          <Popover
            anchor={anchor}
            label={fill(words.explanationOf, placeWords(entry))}
            focus={asked}
            onClose={this.#close}
            onPointerEnter={this.#stay}
            onPointerLeave={this.#onLeave}
            onFocusIn={this.#ask}
          >
            <Explanation entry={entry} glossary={glossary} />
          </Popover>
        )}
      </span>
    );
  }
}
