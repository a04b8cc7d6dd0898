import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { popupWords as words } from '../lib/locales/en-popup.ts';

export interface LogInputProps {
  value: string;
  onInput(text: string): void;
  placeholder?: string;
  /** A calm sentence under the field; nothing is ever taken out of the field. */
  error?: string;
}

/** The field for a log pasted by hand. */
export function LogInput({ value, onInput, placeholder, error }: LogInputProps): JSX.Element {
  const id = useId();
  return (
    <div class="input">
      <label class="label" for={id}>
        {words.inputLabel}
      </label>
      <textarea
        id={id}
        class="input-field"
        rows={6}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        wrap="soft"
        value={value}
        placeholder={placeholder ?? words.placeholder}
        aria-describedby={`${id}-note`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="input-note" id={`${id}-note`} role="status">
        {error}
      </p>
    </div>
  );
}
