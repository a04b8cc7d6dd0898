import { browser } from 'wxt/browser';

/** What the panel is to show. */
export interface ReadingAsk {
  /** What the browser says is marked, for where the page cannot be asked; line ends may be missing. */
  text: string;
  /** Show this note instead, by its name in `words.reading.notes`. */
  note?: 'noneOnPage' | 'siteOff' | 'allOff';
  /** The marked text stands in another frame: what is marked in this one is not meant. */
  elsewhere?: true;
}

declare global {
  /** Where the panel's script waits to be called, in the extension's own world of a page. */
  var smtpLensReading: { open(ask: ReadingAsk): void; close(): void } | undefined;
}

/** The panel's script as it lies in the built extension. */
const READING = '/reading.js';

/**
 * Opens the panel in a frame, the page itself where that frame is out of reach (another site's).
 * False where the browser lets nothing into the page.
 */
export async function openReading(
  tabId: number,
  frameId: number,
  ask: ReadingAsk,
): Promise<boolean> {
  const frames = frameId === 0 ? [0] : [frameId, 0];
  for (const frame of frames) {
    const target = { tabId, frameIds: [frame] };
    try {
      await browser.scripting.executeScript({ target, files: [READING], injectImmediately: true });
      await browser.scripting.executeScript({
        target,
        injectImmediately: true,
        func: (asked: ReadingAsk) => globalThis.smtpLensReading?.open(asked),
        args: [frame === frameId ? ask : { ...ask, elsewhere: true }],
      });
      return true;
    } catch {
      // A page of the browser, a store, a PDF, or a frame of a site that the click does not cover.
    }
  }
  return false;
}

/** The frame in which something is marked, of several the one with the focus; else the one with the focus. */
export async function frameOfSelection(tabId: number): Promise<number> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      injectImmediately: true,
      func: () => {
        const active = document.activeElement;
        const isField = active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement;
        const marked = isField
          ? active.selectionStart !== active.selectionEnd
          : document.getSelection()?.isCollapsed === false;
        const focused = document.hasFocus() && !(active instanceof HTMLIFrameElement);
        return (marked ? 2 : 0) + (focused ? 1 : 0);
      },
    });
    const [best] = results.toSorted((a, b) => Number(b.result) - Number(a.result));
    return best?.frameId ?? 0;
  } catch {
    return 0;
  }
}
