import type { JSX } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { words } from '../lib/locales/index.ts';
import type { ReportSession, Verbosity } from '../lib/types.ts';
import { CopyButton } from './CopyButton.tsx';
import { causeOf, evidenceOf } from './evidence.ts';
import { Icon, OutcomeIcon } from './icons.tsx';
import { logWords } from './log-words.ts';
import { SessionView } from './SessionView.tsx';
import { verdictTitle } from '../lib/verdict-title.ts';
import { VerbositySwitch } from './VerbositySwitch.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

export interface VerdictProps {
  session: ReportSession;
  /** The log's lines, index 0 is line 1 of the text that the report is on. */
  lines: readonly string[];
  verbosity: Verbosity;
  /** Without it there is no switch, for a surface that has one of its own. */
  onVerbosity?: (verbosity: Verbosity) => void;
  /** Scroll the log to this line (1-based). */
  onGoTo(line: number): void;
  /** Copies the verdict (`verdictText`, `toClipboard`); tells whether that worked. */
  onCopy(): Promise<boolean>;
  /** Without it there is no close button. */
  onClose?: () => void;
  /** The disclosure "What to do" stands open at first. */
  defaultOpen?: boolean;
  /** Tighter, for popup and panels. */
  compact?: boolean;
  /** Left out: as the browser prefers. */
  theme?: 'light' | 'dark';
}

/** The verdict bar above a log, with its panel. */
export function Verdict(props: VerdictProps): JSX.Element {
  const { session, lines, verbosity, onGoTo, onClose, compact = false, theme } = props;
  const [open, setOpen] = useState(props.defaultOpen ?? false);
  const id = useId();
  const cause = causeOf(session);
  const others = session.findings.filter((finding) => finding !== cause);
  const label = cause
    ? words.whatToDo
    : session.outcome === 'accepted'
      ? words.whatNext
      : words.more;
  const hasPanel = cause !== undefined || session.outcome === 'accepted' || others.length > 0;
  return (
    <section
      class="lens verdict"
      aria-label={words.verdictOf(session.server?.host ?? null)}
      data-theme={theme}
      data-compact={compact ? '' : undefined}
      data-outcome={session.outcome}
      data-cause={cause?.id ?? ''}
      data-entries={session.entries.length}
    >
      <div class="bar">
        <span class="bar-icon">
          <OutcomeIcon outcome={session.outcome} />
        </span>
        <p class="bar-head">
          <strong class="outcome">{words.outcomes[session.outcome]}</strong>{' '}
          <span class="sentence">{verdictTitle(session)}</span>
        </p>
        <div class="bar-more">
          <Evidence session={session} lines={lines} onGoTo={onGoTo} />
          <span class="bar-ask">
            {hasPanel ? (
              <button
                type="button"
                class="disclosure"
                aria-expanded={open}
                aria-controls={`${id}-panel`}
                onClick={() => setOpen(!open)}
              >
                <Icon name="chevron" size={12} />
                {label}
              </button>
            ) : null}
            {others.length ? (
              <span class="dim count">{words.remarks(others.length)}</span>
            ) : null}
          </span>
        </div>
        {props.onVerbosity ? (
          <div class="bar-switch">
            <VerbositySwitch value={verbosity} onChange={props.onVerbosity} />
          </div>
        ) : null}
        <div class="bar-tools">
          <CopyButton label={words.copyVerdict} iconOnly onCopy={props.onCopy} />
          {onClose ? (
            <button
              type="button"
              class="tool"
              title={words.closeVerdict}
              aria-label={words.closeVerdict}
              onClick={onClose}
            >
              <Icon name="close" />
            </button>
          ) : null}
        </div>
      </div>
      {hasPanel ? (
        <div class="panel" id={`${id}-panel`} hidden={!open}>
          {open ? <VerdictPanel session={session} onGoTo={onGoTo} /> : null}
        </div>
      ) : null}
      {verbosity === 'full' ? (
        <div class="full">
          <SessionView
            nested
            session={session}
            lines={lines}
            verbosity={verbosity}
            onGoTo={onGoTo}
          />
        </div>
      ) : null}
    </section>
  );
}

/** The line that decided, as a button which goes there. */
function Evidence({
  session,
  lines,
  onGoTo,
}: Pick<VerdictProps, 'session' | 'lines' | 'onGoTo'>): JSX.Element | null {
  const entry = evidenceOf(session);
  const wordsOf = useMemo(() => logWords(session, lines), [session, lines]);
  if (!entry) return null;
  const { text } = wordsOf(entry);
  return (
    <button
      type="button"
      class="evidence"
      title={words.goToLine(entry.line)}
      onClick={() => onGoTo(entry.line)}
    >
      <span class="evidence-line">{words.line(entry.line)}</span>
      <code class="evidence-text">{text}</code>
    </button>
  );
}
