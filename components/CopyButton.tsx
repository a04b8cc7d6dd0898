import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../lib/locales/index.ts';
import { Icon } from './icons.tsx';

export interface CopyButtonProps {
  label: string;
  /** The label stands as a tool tip only. */
  iconOnly?: boolean;
  /** Copies; tells whether that worked. */
  onCopy(): Promise<boolean>;
}

/** A copy button which says for a moment what came of it. */
export function CopyButton({ label, iconOnly = false, onCopy }: CopyButtonProps): JSX.Element {
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (): Promise<void> => {
    const worked = await onCopy().catch(() => false);
    setState(worked ? 'done' : 'failed');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setState('idle'), 2000);
  };
  const outcome = state === 'done' ? words.copied : words.notCopied;
  return (
    <button
      type="button"
      class={iconOnly ? 'lens-tool' : 'lens-button'}
      title={iconOnly ? label : undefined}
      aria-label={label}
      data-copy={state}
      onClick={() => void copy()}
    >
      <Icon name={state === 'done' ? 'check' : state === 'failed' ? 'close' : 'copy'} />
      {iconOnly ? null : (
        <span class="lens-button-words">
          {/* All three stand on each other, so that the width never jumps. */}
          <span data-shown={state === 'idle'}>{label}</span>
          <span data-shown={state === 'done'}>{words.copied}</span>
          <span data-shown={state === 'failed'}>{words.notCopied}</span>
        </span>
      )}
      <span class="lens-unseen" role="status">
        {state === 'idle' ? '' : outcome}
      </span>
    </button>
  );
}
