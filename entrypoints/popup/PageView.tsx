import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { OutcomeIcon } from '../../components/icons.tsx';
import { showLog } from '../../lib/extension/tab.ts';
import type { TabLog } from '../../lib/extension/tab.ts';
import { popupWords as words } from '../../lib/locales/en-popup.ts';
import { words as uiWords } from '../../lib/locales/index.ts';
import type { Verbosity } from '../../lib/types.ts';
import type { TabView } from './use-tab.ts';

export interface PageViewProps {
  tab: TabView;
  siteOn: boolean;
  verbosity: Verbosity;
  /** Goes to the field for pasting. */
  onPaste(): void;
}

/** The logs of the tab with what became of each, or why there are none. */
export function PageView({ tab, siteOn, verbosity, onPaste }: PageViewProps): JSX.Element | null {
  if (tab.logs.length > 0 && tab.id !== undefined)
    return <LogList id={tab.id} logs={tab.logs} off={verbosity === 'off'} />;
  // The answer takes a few milliseconds; a word in between would only flicker.
  if (tab.status === 'asking') return null;
  const { title, text } = messageFor(tab, siteOn, verbosity);
  const canLook = tab.status === 'idle' && siteOn && verbosity !== 'off';
  return (
    <div class="popup-message">
      <div role="status">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {canLook ? (
        <button type="button" class="popup-button popup-button-main" onClick={() => tab.look()}>
          {words.look}
        </button>
      ) : null}
      <button type="button" class="popup-button" onClick={onPaste}>
        {words.pasteInstead}
      </button>
    </div>
  );
}

function messageFor(
  { status, looked }: TabView,
  siteOn: boolean,
  verbosity: Verbosity,
): { title: string; text: string } {
  if (status === 'closed') return words.closed;
  if (!siteOn) return words.siteOff;
  if (verbosity === 'off') return words.allOff;
  if (status === 'idle') return words.idle;
  if (status === 'looking') return words.looking;
  if (status === 'refused') return words.refused;
  return looked ? words.noneAfterLook : words.none;
}

interface LogListProps {
  id: number;
  logs: readonly TabLog[];
  /** The page itself shows nothing of this at present. */
  off: boolean;
}

function LogList({ id, logs, off }: LogListProps): JSX.Element {
  const [gone, setGone] = useState(false);
  const show = async (log: TabLog): Promise<void> => {
    if (await showLog(id, log)) window.close();
    else setGone(true);
  };
  return (
    <>
      <ul class="popup-logs" aria-label={words.logsOfPage}>
        {logs.map((log) => (
          <li key={`${log.frameId} ${log.id}`}>
            <button
              type="button"
              class="popup-log"
              data-outcome={log.outcome}
              title={words.show}
              onClick={() => void show(log)}
            >
              <OutcomeIcon outcome={log.outcome} />
              <span class="popup-log-words">
                <span class="popup-log-head">
                  <strong class="outcome">{uiWords.outcomes[log.outcome]}</strong>
                  <span class="dim popup-log-place">
                    {[log.server, words.lines(log.lines)].filter((part) => part).join(' · ')}
                  </span>
                </span>
                <span class="popup-log-title">{log.title}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p class="popup-note" role="status">
        {gone ? words.goneFromPage : off ? `${words.allOff.title}. ${words.allOff.text}` : ''}
      </p>
    </>
  );
}
