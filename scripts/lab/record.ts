import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureTools } from '../browsers.ts';
import { startPageServer } from './page-server.ts';
import { scenarios } from './scenarios.ts';

// Writes the mail screen's output for every scenario into recorded/, for machines without PHP.
// They end in .txt so that no formatter wraps their lines: the line ends are what they are about.
// Hosts and ports get the names that they would have on a real site, so that recordings stay comparable.

const { php, phpmailer } = await ensureTools(['php']);
if (!php || !phpmailer) {
  console.error('Recording needs PHP and PHPMailer.');
  process.exit(1);
}
const folder = join(import.meta.dirname, 'recorded');
await mkdir(folder, { recursive: true });
const site = await startPageServer(php, phpmailer);
try {
  for (const { id } of scenarios) {
    for (const output of ['html', 'echo']) {
      const query = new URLSearchParams({ scenario: id, output, debug: debugLevel(id) });
      const response = await fetch(`${site.origin}/wp-admin/admin.php?${query}`);
      const page = await response.text();
      await writeFile(join(folder, `${id}-${output}.html.txt`), makeStable(page));
    }
  }
} finally {
  await site.close();
}
console.log(`Recorded ${scenarios.length * 2} pages in scripts/lab/recorded.`);

/** Level 2 says nothing of a connection that failed but that it failed. */
function debugLevel(scenario: string): string {
  return scenario === 'connection-refused' || scenario === 'untrusted-certificate' ? '3' : '2';
}

function makeStable(page: string): string {
  return page
    .replaceAll(/127\.0\.0\.1:\d+/g, 'mail.example.com:587')
    .replaceAll('[127.0.0.1]', '[192.0.2.10]')
    .replaceAll(/20\d\d-\d\d-\d\d \d\d:\d\d:\d\d/g, '2026-03-02 09:14:07')
    .replaceAll(/Date: [^<\n]+/g, 'Date: Mon, 2 Mar 2026 09:14:07 +0000')
    .replaceAll(/Message-ID: &lt;[^@]+@/g, 'Message-ID: &lt;q7Yt2mVb0rXk3nLs9wPd@');
}
