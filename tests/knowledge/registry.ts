import { readFileSync } from 'node:fs';

/** The rows of a registry's list in registries/: fields by comma, in .tsv by tab, lines that begin with `#` left out. */
export function registry(file: string): readonly (readonly string[])[] {
  const text = readFileSync(new URL(`registries/${file}`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  // The first line of a table names its columns.
  const rows = file.endsWith('.csv') ? lines.slice(1) : lines;
  return rows.map((line) => line.split(file.endsWith('.tsv') ? '\t' : ','));
}
