import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../lib/locales/index.ts';
import type { ReportEntry } from '../lib/types.ts';
import { Explanation } from './Explanation.tsx';
import { SeverityIcon } from './icons.tsx';
import { Popover } from './Popover.tsx';

export interface BadgeProps {
  entry: ReportEntry;
  /** 1-based, within this log. */
  line: number;
  /**
   * Takes over what opening does (a shared popover). Left out: the badge opens a popover of its
   * own, made on opening and gone on closing.
   */
  onOpen?: (button: HTMLButtonElement) => void;
  /** Left out: as the browser prefers. */
  theme?: 'light' | 'dark';
}

/** How long a pointer rests before the explanation shows, and how long it may be away, in ms. */
const restTime = 400;
const awayTime = 200;

/** The quiet remark at the end of a line. Render it into a shadow root, with lens.css. */
export function Badge({ entry, line, onOpen, theme }: BadgeProps): JSX.Element {
  // `peek`: opened by pointing, the focus stays where it is. `open`: on request.
  const [state, setState] = useState<'closed' | 'peek' | 'open'>('closed');
  const button = useRef<HTMLButtonElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = (next: () => void, ms: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(next, ms);
  };
  const onEnter = (event: PointerEvent): void => {
    if (onOpen || event.pointerType !== 'mouse') return;
    later(() => setState((now) => (now === 'closed' ? 'peek' : now)), restTime);
  };
  const onLeave = (): void => {
    later(() => setState((now) => (now === 'peek' ? 'closed' : now)), awayTime);
  };
  const onClick = (): void => {
    clearTimeout(timer.current);
    if (onOpen) {
      if (button.current) onOpen(button.current);
      return;
    }
    setState((now) => (now === 'open' ? 'closed' : 'open'));
  };
  const { severity } = entry;
  const loud = severity === 'warning' || severity === 'error';
  return (
    <span class="lens lens-badge-root" data-theme={theme}>
      <button
        ref={button}
        type="button"
        class="lens-badge"
        data-line={line}
        data-severity={severity}
        data-duplicate={entry.duplicateOf === null ? undefined : ''}
        aria-haspopup="dialog"
        aria-expanded={state !== 'closed'}
        aria-label={`${loud ? `${words.severities[severity]}, ` : ''}${words.line(line)}: ${entry.brief}`}
        onClick={onClick}
        onPointerEnter={onEnter}
        onPointerLeave={onLeave}
      >
        {loud ? <SeverityIcon severity={severity} /> : null}
        <span class="lens-badge-words">{entry.brief}</span>
      </button>
      {state !== 'closed' && button.current ? (
        <Popover
          anchor={button.current}
          label={words.explanationOf(line)}
          focus={state === 'open'}
          onClose={() => setState('closed')}
          onPointerEnter={() => clearTimeout(timer.current)}
          onPointerLeave={onLeave}
        >
          <Explanation entry={entry} line={line} />
        </Popover>
      ) : null}
    </span>
  );
}
