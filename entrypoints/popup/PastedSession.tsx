import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SessionView } from '../../components/SessionView.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import { popupWords as words } from '../../lib/locales/en-popup.ts';
import { words as uiWords } from '../../lib/locales/index.ts';
import type { Glossary, ShownSession } from '../../lib/shown.ts';
import type { Verbosity } from '../../lib/types.ts';

export interface PastedSessionProps {
  session: ShownSession;
  glossary: Glossary;
  /** Which of several this is. Left out for a single one. */
  name: string | undefined;
  verbosity: Verbosity;
  onVerbosity(verbosity: Verbosity): void;
}

/** One session of a pasted log: its verdict, and under it the log with its explanations. */
export function PastedSession(props: PastedSessionProps): JSX.Element {
  const { session, glossary, name, verbosity, onVerbosity } = props;
  const [opened, setOpened] = useState<boolean>();
  const [selectedLine, setSelectedLine] = useState<number>();
  // "Off" and "problems" are about pages; who pastes a log wants it read, but not more than asked for.
  const open = opened ?? (name === undefined && (verbosity === 'brief' || verbosity === 'full'));
  const goTo = (line: number): void => {
    setOpened(true);
    setSelectedLine(line);
  };
  return (
    <section class="popup-session" aria-label={name}>
      {/* A single one needs no heading for the eye, but one to jump to. */}
      <h2 class={name === undefined ? 'unseen' : 'popup-session-name'}>
        {name ?? uiWords.outcomes[session.outcome]}
      </h2>
      <Verdict
        session={session}
        glossary={glossary}
        // The popup has the log below the verdict in every verbosity, and the switch at its head.
        verbosity={verbosity === 'full' ? 'brief' : verbosity}
        onVerbosity={onVerbosity}
        onGoTo={goTo}
        defaultOpen={name === undefined}
        compact
      />
      <button
        type="button"
        class="popup-steps"
        aria-expanded={open}
        onClick={() => setOpened(!open)}
      >
        {words.stepByStep}
      </button>
      {open ? (
        <SessionView
          session={session}
          glossary={glossary}
          verbosity={verbosity === 'full' ? 'full' : 'brief'}
          onGoTo={goTo}
          {...(selectedLine === undefined ? {} : { selectedLine })}
        />
      ) : null}
    </section>
  );
}
