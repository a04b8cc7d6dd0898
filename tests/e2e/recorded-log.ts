import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The plain text of a recorded log (PHPMailer's `echo` output), as a person would copy it. */
export function recordedLog(scenario: string): string {
  const file = join(import.meta.dirname, `../../scripts/lab/recorded/${scenario}-echo.html.txt`);
  const page = readFileSync(file, 'utf8');
  const start = page.indexOf('>', page.indexOf('<pre class="log"')) + 1;
  return page
    .slice(start, page.indexOf('</pre>'))
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#039;', "'")
    .replaceAll('&amp;', '&');
}
