import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureTools } from './browsers.ts';
import { buildExtension } from './lab/build-extension.ts';
import { ensureWordPress } from './wordpress.ts';

// The end-to-end tests: finds (or installs) the browsers, builds the extension for both, runs Vitest.
// What is given on the command line goes to Vitest: `npm run test:e2e -- firefox`.

const root = join(import.meta.dirname, '..');
const tools = await ensureTools(['chromium', 'firefox', 'php']);
if (!tools.chromium) console.log('The tests in Chromium are skipped.');
if (!tools.firefox) console.log('The tests in Firefox are skipped.');
if (!tools.php || !tools.phpmailer)
  console.log('The tests read recorded mail logs in place of live ones.');

if (tools.chromium && !ensureWordPress(tools.php))
  console.log('The tests in a real WordPress are skipped.');

try {
  if (tools.chromium) buildExtension('chrome');
  if (tools.firefox) buildExtension('firefox');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'vitest.e2e.config.ts',
    ...process.argv.slice(2),
  ],
  // What could not be installed just now is not tried again in every test file.
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SMTP_LENS_NO_INSTALL: '1', SMTP_LENS_QUIET: '1' },
  },
);
process.exit(status ?? 1);
