import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../lib/analyze.ts';
import { explain } from '../../lib/explain.ts';
import { printReport } from '../../scripts/explain-print.ts';
import { corpus } from '../corpus.ts';

// What docs/report.md promises of the command line, tried on the command itself.

const script = join(import.meta.dirname, '../../scripts/explain.ts');
const [log, other] = corpus().filter(({ dialect }) => dialect === 'phpmailer');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smtp-lens-command-line-'));
  file('mail.log', log?.text ?? '');
  file('other.log', other?.text ?? '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file into the folder in which the command runs. */
function file(name: string, content: string | Buffer): void {
  writeFileSync(join(folder, name), content);
}

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

const plain = { PATH: process.env['PATH'] ?? '' };

function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, [script, ...args], { cwd: folder, env: { ...plain, ...env } });
}

function run(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = start(args, env);
    let [out, err] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (words: string) => (out += words));
    child.stderr?.setEncoding('utf8').on('data', (words: string) => (err += words));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
    child.stdin?.end(input);
  });
}

/** The lines of `--json`. */
function read({ out }: Ran): { file: string; report: { sessions: { dialect: string }[] } }[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.concurrent('the command line', () => {
  test('explains a file to people: the verdict first, no colours in a pipe', async () => {
    const { code, out, err } = await run(['mail.log']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^✘ Login failed/);
    expect(out).not.toContain('\u001b');
  });

  test('reads standard input when no file is named', async () => {
    const ran = await run(['--json'], log?.text);
    expect(ran.code).toBe(0);
    expect(read(ran)).toMatchObject([{ file: '-', report: { version: 1 } }]);
  });

  test.each([
    ['an unknown option', ['--nope']],
    ['an unknown verbosity', ['--verbosity', 'loud', 'mail.log']],
  ])('%s is wrong use: 2, and how to use it', async (_name, args) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^explain: .*\nusage: /);
  });

  test('nothing is no log: 1, and one sentence', async () => {
    expect(await run([])).toEqual({
      code: 1,
      out: '',
      err: 'explain: no SMTP session found in standard input.\n',
    });
  });

  test('one unreadable file of several: the others are explained, 2 all the same', async () => {
    file('bytes', Buffer.from('00ff1b5b33316d0a'.repeat(1000), 'hex'));
    const ran = await run(['--json', 'mail.log', 'gone.log', '.', 'bytes', 'other.log']);
    expect(ran.code).toBe(2);
    expect(read(ran).map(({ file: name }) => name)).toEqual(['mail.log', 'bytes', 'other.log']);
    expect(ran.err.split('\n')).toEqual([
      "explain: can't read gone.log: there is no such file.",
      "explain: can't read .: it is a folder.",
      'explain: no SMTP session found in bytes.',
      '',
    ]);
  });

  test('UTF-16 of either kind, as Windows writes it; a file without a log has its line too', async () => {
    const little = Buffer.from(`\ufeff${log?.text}`, 'utf16le');
    file('little.log', little);
    file('big.log', Buffer.from(little).swap16());
    file('letter.txt', 'Dear customer\n');
    const ran = await run(['--json', 'little.log', 'big.log', 'letter.txt']);
    expect(ran.code).toBe(0);
    const dialects = read(ran).map(({ report }) => report.sessions[0]?.dialect);
    expect(dialects).toEqual(['phpmailer', 'phpmailer', undefined]);
  });

  test('whoever reads the output may stop early', async () => {
    const child = start(Array.from({ length: 20 }, () => 'mail.log'));
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (words: string) => (err += words));
    child.stdout?.once('data', () => child.stdout?.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('as wide as COLUMNS says; NO_COLOR wins over FORCE_COLOR', async () => {
    const { out } = await run(['mail.log'], '', { COLUMNS: '60', FORCE_COLOR: '1' });
    expect(out).toContain('\u001b[');
    expect(widest(out)).toBeLessThanOrEqual(60);
    const bare = await run(['mail.log'], '', { NO_COLOR: '1', FORCE_COLOR: '1' });
    expect(bare.out).not.toContain('\u001b[');
  });
});

test.each([40, 60, 80, 89, 90, 120, 200])('what it prints fits into %i columns', (width) => {
  for (const { text } of corpus()) {
    const options = { verbosity: 'full', color: false, width } as const;
    expect(widest(printReport(explain(analyze(text)), text, options))).toBeLessThanOrEqual(width);
  }
});

function widest(out: string): number {
  return Math.max(
    ...stripVTControlCharacters(out)
      .split('\n')
      .map((line) => line.length),
  );
}
