import { render } from 'preact';
import { Badge } from '../../components/Badge.tsx';
import { SessionView } from '../../components/SessionView.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import { fill } from '../../lib/locales/fill.ts';
import { words } from '../../lib/locales/index.ts';
import type { Drawing, VerdictView } from '../../lib/page/drawing.ts';
import type { Verbosity } from '../../lib/types.ts';

/**
 * Draws the page's verdicts and badges with our components.
 *
 * @param css the style sheet, once it is here; nothing is drawn before
 */
export function createDrawing(
  css: () => string,
  onVerbosity: (verbosity: Verbosity) => void,
): Drawing {
  return {
    get css() {
      return css();
    },
    verdict(into, view) {
      render(<Bar {...view} onVerbosity={onVerbosity} />, into);
    },
    badge(into, view) {
      render(<Badge {...view} />, into);
    },
    clear: (into) => render(null, into),
  };
}

type BarProps = VerdictView & { onVerbosity(verbosity: Verbosity): void };

function Bar(props: BarProps) {
  const {
    session,
    number,
    glossary,
    verbosity,
    theme,
    field,
    more,
    onMore,
    onGoTo,
    onClose,
    onVerbosity,
  } = props;
  return (
    <>
      <Verdict
        session={session}
        number={number}
        glossary={glossary}
        verbosity={verbosity}
        theme={theme}
        onVerbosity={onVerbosity}
        onGoTo={onGoTo}
        onClose={onClose}
      />
      {field && verbosity !== 'full' ? (
        <details class="lens copy" data-theme={theme}>
          <summary>{words.session}</summary>
          <SessionView
            nested
            session={session}
            glossary={glossary}
            verbosity={verbosity}
            onGoTo={onGoTo}
          />
        </details>
      ) : null}
      {more > 0 && (
        <button type="button" class="lens button more" data-theme={theme} onClick={onMore}>
          {fill(words.showMore, more)}
        </button>
      )}
    </>
  );
}
