import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { buildExtension } from './lab/build-extension.ts';

// Prints how large the built extension is, beside the sizes it must keep to. Exit code 1 when it is over.

interface Row {
  name: string;
  /** Bytes. */
  size: number;
  /** Bytes. */
  limit: number;
}

const kB = 1000;
let over = false;
for (const browser of ['chrome', 'firefox'] as const) {
  const folder = buildExtension(browser);
  console.log(`\n${browser}`);
  for (const row of measure(folder)) {
    const fits = row.size <= row.limit;
    over ||= !fits;
    console.log(
      `  ${row.name.padEnd(24)} ${inKb(row.size).padStart(10)}   at most ${inKb(row.limit).padStart(9)}   ${fits ? 'ok' : 'TOO LARGE'}`,
    );
  }
}
process.exitCode = over ? 1 : 0;

function measure(folder: string): Row[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name));
  return [
    { name: 'content script', size: sum(listContentScripts(folder)), limit: 60 * kB },
    // Loaded when somebody asks for it, and never by itself.
    { name: 'panel for a marked text', size: sum([join(folder, 'reading.js')]), limit: 40 * kB },
    { name: "popup's first load", size: sum(listFirstLoad(folder, 'popup.html')), limit: 120 * kB },
    { name: 'package, as a zip', size: zipped(files), limit: 1000 * kB },
    { name: 'package, unpacked', size: sum(files), limit: 1024 * 1024 },
  ];
}

/** Everything that the manifest puts into pages. */
function listContentScripts(folder: string): string[] {
  const manifest: { content_scripts?: { js?: string[]; css?: string[] }[] } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  );
  return (manifest.content_scripts ?? []).flatMap(({ js = [], css = [] }) =>
    [...js, ...css].map((file) => join(folder, file)),
  );
}

/** A page with the scripts and styles that it names, and the modules that those import at once. */
function listFirstLoad(folder: string, page: string): string[] {
  const html = join(folder, page);
  if (!existsSync(html)) return [];
  const found = new Set<string>([html]);
  const queue = [...readFileSync(html, 'utf8').matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, name = '']) => join(folder, name),
  );
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (found.has(file) || !existsSync(file)) continue;
    found.add(file);
    if (!file.endsWith('.js')) continue;
    // Static imports of the bundler look like `from"./chunk.js"` or `import"./chunk.js"`; import() has a bracket.
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*["'](\.[^"']+\.js)["']/g,
    )) {
      queue.push(join(file, '..', name));
    }
  }
  return [...found];
}

/** What the stores get: each file packed by itself, without the list of their names. */
function zipped(files: readonly string[]): number {
  return files.reduce((total, file) => total + deflateRawSync(readFileSync(file)).length, 0);
}

function sum(files: readonly string[]): number {
  return files.reduce((total, file) => total + statSync(file).size, 0);
}

function inKb(bytes: number): string {
  return `${(bytes / kB).toFixed(1)} kB`;
}
