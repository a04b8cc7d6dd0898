import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Reading, type ReadingNote } from '../../components/Reading.tsx';
import { shapes } from '../../components/shapes.ts';
import { send } from '../../lib/extension/messages.ts';
import type { ReadingAsk } from '../../lib/extension/reading.ts';
import { getSetting, watchSetting } from '../../lib/extension/settings.ts';
import { words } from '../../lib/locales/index.ts';
import { createHost } from '../../lib/page/hosts.ts';
import { readSelection } from '../../lib/page/selection.ts';
import { themeOf } from '../../lib/page/theme.ts';
import type { Shown } from '../../lib/shown.ts';

/**
 * The panel that explains a marked text. Put into a page when somebody asks for it, and told what
 * to show by a call of `smtpLensReading`, which `lib/extension/reading.ts` makes.
 */
export default defineUnlistedScript(() => {
  // Of an earlier time in this page, perhaps from before an update.
  globalThis.smtpLensReading?.close();
  let close = (): void => {};
  globalThis.smtpLensReading = {
    open(ask) {
      close();
      const end = new AbortController();
      close = () => end.abort();
      void open(ask, end);
    },
    close: () => close(),
  };
});

async function open(ask: ReadingAsk, end: AbortController): Promise<void> {
  const { signal } = end;
  const marked = readSelection(document);
  // The browser's own word on what is marked lacks line ends, but reaches where the page's does not.
  const isHere = !ask.elsewhere && marked.text.trim() !== '';
  const text = isHere ? marked.text : ask.text;
  const [looks, verbosity] = await Promise.all([
    send('background:looks', {}),
    getSetting('verbosity'),
  ]);
  if (!looks.ok || signal.aborted) return;
  Object.assign(words, looks.answer.words);
  Object.assign(shapes, looks.answer.shapes);

  const { element, root, inner } = createHost(document, 'reading', looks.answer.css);
  const before = document.activeElement;
  const theme = themeOf(marked.element);
  const draw = (result?: Shown | ReadingNote): void =>
    render(
      <Reading
        {...(result === undefined ? {} : { result })}
        verbosity={verbosity}
        theme={theme}
        anchor={ask.note || !isHere ? undefined : marked.box}
        onClose={() => end.abort()}
      />,
      inner,
    );
  signal.addEventListener('abort', () => {
    const hadFocus = root.activeElement !== null;
    render(null, inner);
    element.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
  });
  // What a modal dialog of the page leaves out cannot be reached.
  const dialog = marked.element.closest('dialog[open]');
  (dialog ?? document.documentElement).append(element);
  draw(ask.note);
  closeOn(element, root, end);
  if (ask.note) return;
  draw(await read(text));
}

async function read(text: string): Promise<Shown | ReadingNote> {
  if (text.trim() === '') return 'empty';
  const sent = await send('background:explain', { text });
  if (!sent.ok) return sent.why === 'too-long' ? 'long' : 'failed';
  return sent.answer.sessions.length > 0 ? sent.answer : 'none';
}

/** Escape, a press elsewhere on the page, another page, and switching the site off close it. */
function closeOn(element: Element, root: ShadowRoot, end: AbortController): void {
  const listen = { capture: true, signal: end.signal };
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.composedPath().includes(element)) end.abort();
    },
    listen,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      // The page's own dialog, if the text stands in one, is not meant.
      event.preventDefault();
      event.stopImmediatePropagation();
      // The meaning of a term closes before the panel.
      const meaning = root.querySelector<HTMLElement>('.meaning button');
      if (meaning) meaning.click();
      else end.abort();
    },
    listen,
  );
  window.addEventListener('pagehide', () => end.abort(), listen);
  watchSetting('sitesOff', () => end.abort(), end.signal);
}
