import type { Shown } from '../../lib/shown.ts';

let worker: Worker | undefined;
let busy = false;

/**
 * The report on a text, made in a worker that stays for the next text. Aborting ends a worker
 * which is still reading. Rejects when the engine fails, and with the signal's reason when aborted.
 */
export function explainText(text: string, signal: AbortSignal): Promise<Shown> {
  // While developing, scripts come from Vite's server, and no browser starts a worker from another origin.
  return import.meta.env.DEV ? explainHere(text) : explainInWorker(text, signal);
}

async function explainHere(text: string): Promise<Shown> {
  const [{ analyze }, { explain }, { show }] = await Promise.all([
    import('../../lib/analyze.ts'),
    import('../../lib/explain.ts'),
    import('../../lib/show.ts'),
  ]);
  const analysis = analyze(text);
  return show(explain(analysis), text, analysis);
}

function explainInWorker(text: string, signal: AbortSignal): Promise<Shown> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    if (busy) endWorker();
    worker ??= new Worker('/explain-worker.js', { type: 'module' });
    const own = worker;
    busy = true;
    const end = new AbortController();
    const finish = (): void => {
      end.abort();
      if (own === worker) busy = false;
    };
    own.addEventListener(
      'message',
      (event: MessageEvent<Shown>) => {
        finish();
        resolve(event.data);
      },
      { signal: end.signal },
    );
    own.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        finish();
        endWorker();
        reject(new Error(event.message));
      },
      { signal: end.signal },
    );
    signal.addEventListener(
      'abort',
      () => {
        finish();
        if (own === worker) endWorker();
        reject(signal.reason);
      },
      { signal: end.signal },
    );
    own.postMessage(text);
  });
}

function endWorker(): void {
  worker?.terminate();
  worker = undefined;
  busy = false;
}
