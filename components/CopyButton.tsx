import { Component, type JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import { Icon } from './icons.tsx';

export interface CopyButtonProps {
  label: string;
  /** The label stands as a tool tip only. */
  iconOnly?: boolean;
  /** Copies; tells whether that worked. */
  onCopy(): Promise<boolean>;
}

interface CopyButtonState {
  result: 'idle' | 'done' | 'failed';
}

/** How long the button says what came of it, in ms. */
const sayTime = 2000;

/** A copy button which says for a moment what came of it. */
export class CopyButton extends Component<CopyButtonProps, CopyButtonState> {
  override state: CopyButtonState = { result: 'idle' };
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #copy = async (): Promise<void> => {
    const worked = await this.props.onCopy().catch(() => false);
    this.setState({ result: worked ? 'done' : 'failed' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.setState({ result: 'idle' }), sayTime);
  };

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): JSX.Element {
    const { label, iconOnly } = this.props;
    const { result } = this.state;
    const says = { idle: label, done: words.copied, failed: words.notCopied };
    return (
      <button
        type="button"
        class={iconOnly ? 'tool' : 'button'}
        title={iconOnly ? label : undefined}
        aria-label={label}
        data-copy={result}
        onClick={this.#copy}
      >
        <Icon name={({ idle: 'copy', done: 'check', failed: 'close' } as const)[result]} />
        {!iconOnly && (
          <span class="button-words">
            {/* All three stand on each other, so that the width never jumps. */}
            {Object.entries(says).map(([when, text]) => (
              <span key={when} data-shown={when === result}>
                {text}
              </span>
            ))}
          </span>
        )}
        <span class="unseen" role="status">
          {result !== 'idle' && says[result]}
        </span>
      </button>
    );
  }
}
