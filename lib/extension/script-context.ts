import { browser } from 'wxt/browser';

/**
 * What a content script is given by the framework, as far as ours uses it. The build puts this in
 * the place of the framework's own class (wxt.config.ts), whose timers and frame requests nobody
 * here needs and which weighs five times as much. That one also posts the extension's id to the
 * page; here the page is told nothing that it does not listen for.
 */
export class ContentScriptContext {
  /** Aborted when the same script is started a second time in this page: the newer one takes over. */
  readonly signal: AbortSignal;

  constructor(name: string) {
    const controller = new AbortController();
    const { signal } = controller;
    const started = `${browser.runtime.id}:${name}:started`;
    // Told first and listened for afterwards, so that a script never ends itself.
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => controller.abort(), { signal });
    this.signal = signal;
  }
}
