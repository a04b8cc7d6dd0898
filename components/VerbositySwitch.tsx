import type { JSX } from 'preact';
import { words } from '../lib/locales/index.ts';
import type { Verbosity } from '../lib/types.ts';

export interface VerbositySwitchProps {
  value: Verbosity;
  onChange(value: Verbosity): void;
}

const steps: readonly Verbosity[] = ['off', 'problems', 'brief', 'full'];

/** How much to explain: a radio group of four. One stop for Tab, arrow keys choose. */
export function VerbositySwitch({ value, onChange }: VerbositySwitchProps): JSX.Element {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const next = nextStep(event.key, steps.indexOf(value));
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const chosen = steps[next];
    if (chosen === undefined) return;
    (event.currentTarget.children[next] as HTMLElement | undefined)?.focus();
    if (chosen !== value) onChange(chosen);
  };
  return (
    <div class="switch" role="radiogroup" aria-label={words.verbosity.label} onKeyDown={onKeyDown}>
      {steps.map((step) => (
        <button
          key={step}
          type="button"
          role="radio"
          class="switch-step"
          data-verbosity={step}
          aria-checked={step === value}
          tabindex={step === value ? 0 : -1}
          title={words.verbosity.hints[step]}
          onClick={() => step !== value && onChange(step)}
        >
          {words.verbosity[step]}
        </button>
      ))}
    </div>
  );
}

function nextStep(key: string, at: number): number | undefined {
  const last = steps.length - 1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return at === last ? 0 : at + 1;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return at <= 0 ? last : at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}
