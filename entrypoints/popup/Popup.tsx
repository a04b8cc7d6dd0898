import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SiteSwitch } from '../../components/SiteSwitch.tsx';
import { VerbositySwitch } from '../../components/VerbositySwitch.tsx';
import { isSiteOn, setSetting, setSite } from '../../lib/extension/settings.ts';
import { popupWords as words } from '../../lib/locales/en-popup.ts';
import { words as uiWords } from '../../lib/locales/index.ts';
import type { Verbosity } from '../../lib/types.ts';
import { OwnSites } from './OwnSites.tsx';
import { PageView } from './PageView.tsx';
import { PasteView } from './PasteView.tsx';
import { useDraft } from './use-draft.ts';
import { useSetting } from './use-setting.ts';
import { useTab } from './use-tab.ts';

export interface PopupProps {
  /** The popup's own address, which may name a tab. */
  address: string;
}

type View = 'page' | 'paste';
const views: readonly View[] = ['page', 'paste'];
/** Says before the first paint, and so without a jump, whether a pasted log waits to be seen again. */
const VIEW_KEY = 'view';

/** What the toolbar button opens: the logs of this tab, a field for a log pasted by hand, and the switches. */
export function Popup({ address }: PopupProps): JSX.Element {
  const verbosity = useSetting('verbosity');
  const sitesOff = useSetting('sitesOff');
  const tab = useTab(address);
  const draft = useDraft();
  const [startsPasting] = useState(() => wasPasting(address));
  const [chosen, setView] = useState<View>();
  // A page that cannot be read has nothing to show: there, pasting is what the popup is opened for.
  const first: View = startsPasting || tab.status === 'closed' ? 'paste' : 'page';
  const view = chosen ?? first;
  const pasted = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (draft.ready) keepView(view === 'paste' && draft.text !== '' ? 'paste' : 'page');
  }, [view, draft.ready, draft.text]);

  useEffect(() => {
    // Ctrl+V anywhere in the popup pastes a log: nothing else here takes text.
    const onPaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '' || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      draft.change(text);
      setView('paste');
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [draft.change]);

  const startPasting = (): void => {
    setView('paste');
    requestAnimationFrame(() => pasted.current?.querySelector('textarea')?.focus());
  };
  const onVerbosity = (chosen: Verbosity): void =>
    void setSetting('verbosity', chosen).catch(notStored);
  const host = tab.host;
  const siteOn = host === null || isSiteOn(sitesOff ?? [], host);

  const looked = useRef(false);
  useEffect(() => {
    // The click that opened the popup asked for it, unless it was for a pasted log.
    const wanted =
      sitesOff !== undefined && siteOn && verbosity !== undefined && verbosity !== 'off';
    if (looked.current || tab.status !== 'idle' || !wanted || view === 'paste') return;
    looked.current = true;
    tab.look(true);
  }, [tab.status, tab.look, sitesOff, siteOn, verbosity, view]);

  return (
    <>
      <header class="popup-head">
        <img src="/icon/icon.svg" width="20" height="20" alt="" />
        <h1>{uiWords.product}</h1>
        {verbosity === undefined ? null : (
          <VerbositySwitch value={verbosity} onChange={onVerbosity} />
        )}
      </header>
      <nav>
        <Tabs view={view} onView={setView} logs={tab.logs.length} />
      </nav>
      <main class="popup-main">
        <div
          id="popup-page"
          role="tabpanel"
          aria-labelledby="popup-tab-page"
          class="popup-view"
          hidden={view !== 'page'}
        >
          <PageView
            tab={tab}
            siteOn={siteOn}
            verbosity={verbosity ?? 'brief'}
            onPaste={startPasting}
          />
        </div>
        <div
          id="popup-paste"
          role="tabpanel"
          aria-labelledby="popup-tab-paste"
          class="popup-view"
          hidden={view !== 'paste'}
          ref={pasted}
        >
          <PasteView
            draft={draft}
            startsShort={startsPasting}
            verbosity={verbosity ?? 'brief'}
            onVerbosity={onVerbosity}
          />
        </div>
      </main>
      {/* It is about the page, and not about what was pasted. */}
      <footer class="popup-foot" hidden={view === 'paste'}>
        {sitesOff === undefined || (host === null && tab.status !== 'closed') ? null : (
          <SiteSwitch
            host={host}
            on={siteOn}
            onChange={(on) => {
              if (host !== null) void setSite(host, on).catch(notStored);
            }}
          />
        )}
        {host !== null && siteOn && tab.grantable ? <OwnSites host={host} /> : null}
      </footer>
    </>
  );
}

interface TabsProps {
  view: View;
  onView(view: View): void;
  /** How many logs the page has. */
  logs: number;
}

/** One stop for Tab, arrow keys choose (WAI-ARIA "tabs"). */
function Tabs({ view, onView, logs }: TabsProps): JSX.Element {
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    const keys = ['ArrowRight', 'ArrowLeft', 'Home', 'End'];
    if (!keys.includes(event.key)) return;
    event.preventDefault();
    const other: View = view === 'page' ? 'paste' : 'page';
    const chosen = event.key === 'Home' ? 'page' : event.key === 'End' ? 'paste' : other;
    event.currentTarget.querySelector<HTMLElement>(`#popup-tab-${chosen}`)?.focus();
    onView(chosen);
  };
  return (
    <div role="tablist" class="popup-tabs" aria-label={words.views} onKeyDown={onKeyDown}>
      {views.map((name) => (
        <button
          key={name}
          id={`popup-tab-${name}`}
          type="button"
          role="tab"
          aria-label={name === 'page' && logs > 0 ? words.pageWith(logs) : undefined}
          class="popup-tab"
          aria-selected={name === view}
          aria-controls={`popup-${name}`}
          tabIndex={name === view ? 0 : -1}
          onClick={() => onView(name)}
        >
          <span class="popup-tab-name">
            {words[name]}
            {name === 'page' && logs > 0 ? (
              <span class="popup-count" aria-hidden="true">
                {logs}
              </span>
            ) : null}
          </span>
        </button>
      ))}
    </div>
  );
}

/** A profile that cannot store: the switch shows what is stored, and so stays where it was. */
function notStored(): void {}

/** Whether the popup was closed over a pasted log, or is opened on one (`popup.html?view=paste`). */
function wasPasting(address: string): boolean {
  try {
    return (
      new URL(address).searchParams.get('view') === 'paste' ||
      localStorage.getItem(VIEW_KEY) === 'paste'
    );
  } catch {
    return false;
  }
}

function keepView(view: View): void {
  try {
    localStorage.setItem(VIEW_KEY, view);
  } catch {
    // A profile without local storage opens on the page's logs each time.
  }
}
