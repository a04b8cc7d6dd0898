import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';

// Off the popup's thread: five megabytes take seconds, and the field must stay alive meanwhile.
self.addEventListener('message', (event: MessageEvent<string>) => {
  self.postMessage(explain(analyze(event.data)));
});
