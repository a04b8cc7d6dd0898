import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';

/** Debian's WordPress and what it needs to run, wherever it was found. */
export interface WordPressTools {
  php: string;
  /** Words for PHP's command line that give it the database's functions. */
  phpFlags: readonly string[];
  /** The folder with WordPress's files; it is read only. */
  files: string;
  /** Folders that may hold what a symbolic link of the files points to: as on a whole system, from its root. */
  roots: readonly string[];
  /** The database server's program. */
  mariadbd: string;
  /** The folder with the server's messages and character sets. */
  share: string;
  /** What the server's program needs in its environment. */
  environment: Readonly<Record<string, string>>;
}

/**
 * Finds Debian's WordPress, PHP's functions for its database and the database server. What is missing is
 * downloaded with apt-get and unpacked into a folder of the project's own: installing the packages would bring a
 * web server with them and start services. Takes a few seconds once; gives up after three minutes, and says in
 * plain words why there is no WordPress. `SMTP_LENS_NO_INSTALL=1` forbids downloading, `SMTP_LENS_QUIET=1` the words.
 *
 * @param php path of a PHP command; without one there is nothing to find
 */
export function ensureWordPress(php: string | undefined): WordPressTools | undefined {
  if (!php) return say('WordPress needs PHP.');
  const there = find(php);
  if (there) return there;
  if (process.env.SMTP_LENS_NO_INSTALL) return say('There is no WordPress on this machine.');
  if (!existsSync('/usr/bin/apt-get') || !existsSync('/usr/bin/dpkg-deb'))
    return say('There is no WordPress here, and no apt-get to get Debian’s with.');
  console.log('Not on this machine yet: WordPress. Getting Debian’s with apt-get …');
  try {
    download(php);
  } catch (error) {
    return say(`apt-get could not do it: ${readWords(error)}`);
  }
  return find(php) ?? say('Debian’s WordPress was unpacked, but it does not run with this PHP.');
}

function say(words: string): undefined {
  if (!process.env.SMTP_LENS_QUIET) console.log(words);
  return undefined;
}

const unpacked = join(import.meta.dirname, '../node_modules/.cache/smtp-lens-wordpress');

function find(php: string): WordPressTools | undefined {
  const roots = [unpacked, '/'];
  const pick = (path: string): string | undefined =>
    roots.map((root) => join(root, path)).find((each) => existsSync(each));
  const wordpress = pick('usr/share/wordpress/wp-includes/version.php');
  const mariadbd = pick('usr/sbin/mariadbd');
  const messages = pick('usr/share/mysql/english/errmsg.sys');
  const phpFlags = findDatabaseFlags(php);
  if (!wordpress || !mariadbd || !messages || !phpFlags) return undefined;
  const libraries = globSync(join(unpacked, 'usr/lib/*-linux-gnu*'));
  const environment =
    libraries.length > 0 ? { LD_LIBRARY_PATH: libraries.join(':') } : ({} as const);
  const runs = spawnSync(mariadbd, ['--no-defaults', '--version'], {
    stdio: 'ignore',
    timeout: 10_000,
    env: { ...process.env, ...environment },
  });
  if (runs.status !== 0) return undefined;
  return {
    php,
    phpFlags,
    files: join(wordpress, '../..'),
    roots,
    mariadbd,
    share: join(messages, '../..'),
    environment,
  };
}

/** @returns no words where this PHP has the functions anyway, undefined where it cannot have them */
function findDatabaseFlags(php: string): readonly string[] | undefined {
  const ways = [
    [],
    ...globSync(join(unpacked, 'usr/lib/php/*')).map((folder) =>
      ['mysqlnd', 'mysqli'].flatMap((name) => ['-d', `extension=${join(folder, `${name}.so`)}`]),
    ),
  ];
  return ways.find((flags) => {
    const { status } = spawnSync(
      php,
      [...flags, '-r', 'exit(function_exists("mysqli_connect") ? 0 : 1);'],
      { stdio: 'ignore', timeout: 10_000 },
    );
    return status === 0;
  });
}

/** @throws Error with apt-get's last words, or when the time is up */
function download(php: string): void {
  const end = Date.now() + 180_000;
  const run = (program: string, words: readonly string[], cwd?: string): string => {
    const timeout = end - Date.now();
    if (timeout <= 0) throw new Error('it took more than three minutes.');
    return execFileSync(program, words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
      killSignal: 'SIGKILL',
      ...(cwd !== undefined && { cwd }),
      // Its words are read below, so they must not be translated.
      env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  const version = run(php, ['-r', 'echo PHP_MAJOR_VERSION . "." . PHP_MINOR_VERSION;']).trim();
  const folder = join(unpacked, '..');
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(folder, 'smtp-lens-packages-'));
  try {
    const get = (): void => {
      const packages = [
        'wordpress',
        ...listToInstall(
          run('apt-get', [
            'install',
            '--simulate',
            '--no-install-recommends',
            'mariadb-server-core',
            `php${version}-mysql`,
            'libjs-underscore',
          ]),
        ),
      ];
      run('apt-get', [...patience, 'download', ...packages], scratch);
    };
    try {
      get();
    } catch {
      // The lists are missing, as in a fresh container, or name versions that are gone.
      run('apt-get', [...patience, 'update', '-qq']);
      get();
    }
    const root = join(scratch, 'root');
    for (const name of readdirSync(scratch).filter((each) => each.endsWith('.deb')))
      run('dpkg-deb', ['-x', join(scratch, name), root]);
    rmSync(unpacked, { recursive: true, force: true });
    renameSync(root, unpacked);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A mirror that does not answer is given up soon. */
const patience = ['-o', 'Acquire::http::Timeout=20', '-o', 'Acquire::Retries=1'];

/** Names of what apt-get would install: `Inst libaio1 (0.3.113-4 Debian:12.15/oldstable [amd64])` */
function listToInstall(simulation: string): string[] {
  return [...simulation.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
}

function readWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return said.split('\n').at(-1) || error.message;
}
