import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { shapes } from '../../components/shapes.ts';
import { causeOf } from '../../lib/evidence.ts';
import { answer, type PageLog, send } from '../../lib/extension/messages.ts';
import { getSetting, isSiteOn, setSetting, watchSetting } from '../../lib/extension/settings.ts';
import { watchLocation } from '../../lib/extension/location.ts';
import { siteMatches } from '../../lib/extension/sites.ts';
import { words } from '../../lib/locales/index.ts';
import { hostsOf, isLetter } from '../../lib/page/frame.ts';
import { type Lens, startLens } from '../../lib/page/lens.ts';
import type { LogView } from '../../lib/page/view.ts';
import type { Shown } from '../../lib/shown.ts';
import { createDrawing } from './draw.tsx';

export default defineContentScript({
  matches: siteMatches,
  runAt: 'document_idle',
  // Frames of the page's own, with an address of such a screen or filled by a script.
  allFrames: true,
  matchAboutBlank: true,
  cssInjectionMode: 'manual',
  // Of what the framework hands over, the build keeps only the signal (script-context.ts).
  async main({ signal }: { signal: AbortSignal }) {
    if (isLetter(window)) return;
    const hosts = hostsOf(window);
    let verbosity = await getSetting('verbosity');
    let sitesOff = await getSetting('sitesOff');
    let running: { lens: Lens; stop: AbortController } | undefined;
    let told = '';

    // The framework aborts its signal when the extension is gone; a message that fails tells it as well.
    const controller = new AbortController();
    signal.addEventListener('abort', () => controller.abort(), { once: true });
    let style = '';
    const drawing = createDrawing(
      () => style,
      // Where nothing can be stored any more, the switch works for this page at least.
      (next) => void setSetting('verbosity', next).catch(() => running?.lens.setVerbosity(next)),
    );
    const stop = (): void => {
      running?.stop.abort();
      running = undefined;
      tell();
    };
    /** Tells the toolbar icon what became of this page's logs. */
    const tell = (): void => {
      const outcomes = running?.lens.logs().map(({ session }) => session.outcome) ?? [];
      if (outcomes.join() === told) return;
      told = outcomes.join();
      void send('background:logs', { outcomes });
    };
    /** The extension was updated or removed under this page: what is left takes itself away. */
    const gone = (): void => {
      if (controller.signal.aborted) return;
      console.debug('SMTP Lens: the extension was updated. Reload the page to see its remarks.');
      running = undefined;
      controller.abort();
    };
    const explain = async (text: string): Promise<Shown | undefined> => {
      const sent = await send('background:explain', { text });
      if (sent.ok && sent.answer.sessions.length > 0 && style === '') {
        const looks = await send('background:looks', {});
        if (!looks.ok) return undefined;
        // The build leaves these out of the script (wxt.config.ts).
        Object.assign(words, looks.answer.words);
        Object.assign(shapes, looks.answer.shapes);
        style = looks.answer.css;
      }
      if (sent.ok) return sent.answer;
      if (sent.why === 'gone') gone();
      return undefined;
    };
    const start = (): void => {
      const on = hosts.every((host) => isSiteOn(sitesOff, host));
      if (!on) stop();
      else if (!running && !controller.signal.aborted) {
        const own = new AbortController();
        const lens = startLens({
          document,
          explain,
          drawing,
          verbosity,
          onLogs: () => setTimeout(tell),
          signal: AbortSignal.any([own.signal, controller.signal]),
        });
        running = { lens, stop: own };
      }
    };

    watchSetting(
      'verbosity',
      (next) => {
        verbosity = next;
        running?.lens.setVerbosity(next);
      },
      controller.signal,
    );
    watchSetting(
      'sitesOff',
      (next) => {
        sitesOff = next;
        start();
      },
      controller.signal,
    );
    answer(
      'page:state',
      () => ({ host: location.host, logs: running?.lens.logs().map(pageLog) ?? [] }),
      controller.signal,
    );
    answer(
      'page:show',
      ({ id }) =>
        running?.lens
          .logs()
          .find((log) => log.id === id)
          ?.show() ?? false,
      controller.signal,
    );
    // A page may come back as it was; the mark on the toolbar button does not.
    const events = { signal: controller.signal };
    addEventListener('pageshow', () => tell(), events);
    addEventListener(
      'pagehide',
      () => {
        if (told && window !== top) browser.runtime.connect();
        told = '';
      },
      events,
    );
    watchLocation(() => running?.lens.lookAgain(), controller.signal);
    if (!signal.aborted) start();
  },
});

function pageLog({ id, session }: LogView): PageLog {
  return {
    id,
    outcome: session.outcome,
    title: session.sentence,
    severity:
      causeOf(session)?.severity ??
      (session.findings.some(({ severity }) => severity === 'warning') ? 'warning' : 'ok'),
    server: session.server?.host ?? null,
    lines: session.entries.length,
  };
}
