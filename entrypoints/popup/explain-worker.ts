import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { show } from '../../lib/show.ts';

// Off the popup's thread: five megabytes take seconds, and the field must stay alive meanwhile.
self.addEventListener('message', ({ data: text }: MessageEvent<string>) => {
  const analysis = analyze(text);
  self.postMessage(show(explain(analysis), text, analysis));
});
