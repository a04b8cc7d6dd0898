import type { ComponentChildren, JSX } from 'preact';

export interface ChoiceProps {
  on: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
  children: ComponentChildren;
}

/** A box to tick, with its words. It shows what holds; a press asks for the other. */
export function Choice({ on, disabled = false, onChange, children }: ChoiceProps): JSX.Element {
  return (
    <label class="choice" data-disabled={disabled ? '' : undefined}>
      <input
        type="checkbox"
        checked={on}
        disabled={disabled}
        onClick={(event) => {
          // The browser asks the person first: until it is granted, nothing has changed.
          event.preventDefault();
          onChange(!on);
        }}
      />
      <span>{children}</span>
    </label>
  );
}
