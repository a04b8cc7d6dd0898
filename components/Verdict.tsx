import { Component, type JSX } from 'preact';
import { causeOf, remarksOf } from '../lib/evidence.ts';
import { count } from '../lib/locales/count.ts';
import { fill } from '../lib/locales/fill.ts';
import { words } from '../lib/locales/index.ts';
import { turn } from '../lib/locales/turn.ts';
import type { Glossary, ShownSession } from '../lib/shown.ts';
import type { Verbosity } from '../lib/types.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon, OutcomeIcon } from './icons.tsx';
import { placeWords } from './place-words.ts';
import { SessionView } from './SessionView.tsx';
import { toClipboard } from './to-clipboard.ts';
import { VerbositySwitch } from './VerbositySwitch.tsx';
import { VerdictPanel } from './VerdictPanel.tsx';

export interface VerdictProps {
  session: ShownSession;
  glossary: Glossary;
  verbosity: Verbosity;
  /** Without it there is no switch, for a surface that has one of its own. */
  onVerbosity?: (verbosity: Verbosity) => void;
  /** Scroll the log to this line (1-based). */
  onGoTo(line: number): void;
  /** Without it there is no close button. */
  onClose?: () => void;
  /** The disclosure "What to do" stands open at first. */
  defaultOpen?: boolean;
  /** Tighter, for popup and panels. */
  compact?: boolean;
  /** Tells it apart from others on the page, which may be on the same server. */
  number?: number;
  /** Left out: as the browser prefers. */
  theme?: 'light' | 'dark';
}

/** The verdict bar above a log, with its panel. */
export class Verdict extends Component<VerdictProps, { open: boolean }> {
  override state = { open: this.props.defaultOpen === true };

  override render(props: VerdictProps): JSX.Element {
    const { session, glossary, verbosity, number = 1, onVerbosity, onGoTo, onClose } = props;
    const { outcome, entries, server } = session;
    const { open } = this.state;
    const cause = causeOf(session);
    const remarks = remarksOf(session).length;
    const evidence = entries.find(({ at }) => at === session.decided);
    const accepted = session.next.length > 0;
    const hasPanel = cause !== undefined || accepted || remarks > 0;
    return (
      <section
        class="lens verdict"
        aria-label={
          (server ? fill(words.verdictOf, server.host) : words.verdict) +
          (number > 1 ? `, ${number}` : '')
        }
        data-theme={props.theme}
        data-compact={props.compact ? '' : undefined}
        data-outcome={outcome}
        data-cause={cause?.id ?? ''}
        data-entries={entries.length}
      >
        <div class="bar">
          <span class="bar-icon">
            <OutcomeIcon outcome={outcome} />
          </span>
          <div class="bar-head">
            <strong class="outcome">{words.outcomes[outcome]}</strong>{' '}
            <span class="sentence">{session.sentence}</span>
          </div>
          {cause && <div class="turn">{turn(cause)}</div>}
          <div class="bar-more">
            {/* The line that decided, as a button which goes there. */}
            {evidence && (
              <button
                type="button"
                class="evidence"
                title={fill(words.goTo, placeWords(evidence))}
                onClick={() => onGoTo(evidence.at)}
              >
                <span class="evidence-line">{placeWords(evidence)}</span>
                <code class="evidence-text">{session.quote}</code>
              </button>
            )}
            <span class="bar-ask">
              {hasPanel && (
                <button
                  type="button"
                  class="disclosure"
                  aria-expanded={open}
                  onClick={() => this.setState({ open: !open })}
                >
                  <Icon name="chevron" size={12} />
                  {cause ? words.whatToDo : accepted ? words.whatNext : words.more}
                </button>
              )}
              {remarks > 0 && <span class="dim">{count(words.remarks, remarks)}</span>}
            </span>
          </div>
          {onVerbosity && (
            <div class="bar-switch">
              <VerbositySwitch value={verbosity} onChange={onVerbosity} />
            </div>
          )}
          <div class="bar-tools">
            <CopyButton
              label={words.copyVerdict}
              iconOnly
              onCopy={() => toClipboard(session.copy)}
            />
            {onClose && (
              <button
                type="button"
                class="tool"
                title={words.closeVerdict}
                aria-label={words.closeVerdict}
                onClick={onClose}
              >
                <Icon name="close" />
              </button>
            )}
          </div>
        </div>
        {hasPanel && open && (
          <div class="panel">
            <VerdictPanel session={session} glossary={glossary} onGoTo={onGoTo} />
          </div>
        )}
        {verbosity === 'full' && (
          <div class="full">
            <SessionView
              nested
              session={session}
              glossary={glossary}
              verbosity={verbosity}
              onGoTo={onGoTo}
            />
          </div>
        )}
      </section>
    );
  }
}
