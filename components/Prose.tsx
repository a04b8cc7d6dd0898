import { Component, createRef, type JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import type { TextPart } from '../lib/terms.ts';

export interface ProseProps {
  /** A text whose terms are marked (`termMarker`). */
  parts: readonly TextPart[];
  class?: string;
}

interface ProseState {
  /** The term whose meaning shows. */
  open?: string | undefined;
}

/** A text whose terms are explained on request, below it and in the same place. */
export class Prose extends Component<ProseProps, ProseState> {
  override state: ProseState = {};
  readonly #meaning = createRef<HTMLDivElement>();
  #asked: HTMLElement | undefined;

  readonly #close = (): void => {
    this.setState({ open: undefined });
    this.#asked?.focus({ preventScroll: true });
  };

  override componentDidUpdate(_: ProseProps, { open }: ProseState): void {
    if (this.state.open !== open) this.#meaning.current?.focus();
  }

  override render({ parts, class: own = '' }: ProseProps): JSX.Element {
    const { open } = this.state;
    const definition = parts.find((part) => typeof part !== 'string' && part.term === open);
    return (
      <div
        class={`prose ${own}`}
        onKeyDown={(event) => {
          const { key, target } = event;
          if (key === 'Escape' && definition) this.#close();
          else if ((key === 'Enter' || key === ' ') && isTerm(target)) target.click();
          else return;
          // The popup, or a dialog of the page, is not meant.
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {parts.map((part) =>
          typeof part === 'string' ? (
            // `$mail->Password` stays in one piece.
            part
              .split(/(\$\w+->\w+)/)
              .map((piece, i) => (i % 2 ? <span class="piece">{piece}</span> : piece))
          ) : (
            // No button element: that would be a box in the text, and a line could begin with its comma.
            <span
              key={part.term}
              role="button"
              tabindex={0}
              class="term"
              title={words.explainTerm}
              aria-expanded={part.term === open}
              onClick={(event) => {
                this.#asked = event.currentTarget;
                if (part.term === open) this.#close();
                else this.setState({ open: part.term });
              }}
            >
              {part.words}
            </span>
          ),
        )}
        {typeof definition === 'object' && (
          <div ref={this.#meaning} class="meaning" role="note" tabindex={-1}>
            <strong class="strong">{definition.term}</strong>: {definition.meaning}{' '}
            <button type="button" class="link" onClick={this.#close}>
              {words.backToText}
            </button>
          </div>
        )}
      </div>
    );
  }
}

function isTerm(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.className === 'term';
}
