import { part, type Mended } from './mended.ts';
import type { Repair } from './repair.ts';

/**
 * What PHP says goes into the web server's log, often several messages in one line, and Apache's
 * mod_proxy_fcgi and nginx put words of their own around it:
 *
 *     [proxy_fcgi:error] AH01071: Got error 'PHP message: C: DATA', referer: https://www.example.org/
 *     FastCGI sent in stderr: "PHP message: C: DATA" while reading response header from upstream, client: …
 */
export const webServer: Repair = {
  id: 'web-server',
  plan: (sample) =>
    sample.some(({ text }) => INTRODUCES.test(text)) ? [(lines) => lines.flatMap(messagesIn)] : [],
};

const MARK = 'PHP message: ';
const INTRODUCES = /(?:Got error '|sent in stderr: ")PHP message: /;
/** What the web server puts behind the words. */
const TAIL = /(?:\\n)?(?:'(?:, referer: \S{1,2000})?|" while reading .{1,4000})$/;

function messagesIn(line: Mended): Mended[] {
  const { text } = line;
  if (!INTRODUCES.test(text)) return [line];
  const end = TAIL.exec(text)?.index ?? text.length;
  const parts: Mended[] = [];
  let from = text.indexOf(MARK) + MARK.length;
  for (;;) {
    const next = text.indexOf(MARK, from);
    const stop = next < 0 || next > end ? end : next;
    const glue = next < 0 ? 0 : (/(?:; |\\n)$/.exec(text.slice(from, stop))?.[0].length ?? 0);
    parts.push(part(line, from, stop - glue));
    if (stop === end) return parts;
    from = next + MARK.length;
  }
}
