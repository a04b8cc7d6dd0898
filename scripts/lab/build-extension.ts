import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * Builds the extension, unless the last build is newer than every source file.
 *
 * @returns the folder of the unpacked extension
 * @throws Error with the builder's own words when it does not build
 */
export function buildExtension(browser: 'chrome' | 'firefox'): string {
  const folder = join(root, '.output', `${browser}-mv3`);
  const manifest = join(folder, 'manifest.json');
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newestSource()) return folder;
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', '-b', browser], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    // A test runner's own NODE_ENV would put a development build into .output.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) {
    throw new Error(`The extension for ${browser} did not build.\n${stdout}\n${stderr}`);
  }
  return folder;
}

/** Time of the last change to anything that goes into a build, in milliseconds. */
function newestSource(): number {
  const sources = ['components', 'entrypoints', 'lib', 'public'].flatMap((name) => {
    const folder = join(root, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) =>
      join(entry.parentPath, entry.name),
    );
  });
  const files = [
    ...sources,
    ...['package-lock.json', 'wxt.config.ts'].map((name) => join(root, name)),
  ];
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
