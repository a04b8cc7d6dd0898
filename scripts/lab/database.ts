import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { WordPressTools } from '../wordpress.ts';

/** A database server of the lab's own. */
export interface Database {
  /** What WordPress calls `DB_HOST`. */
  host: string;
  close(): Promise<void>;
}

const run = promisify(execFile);

/**
 * Starts a database server with one empty database called `wordpress`. It has neither accounts nor a port: whoever
 * may open its socket is let in, and that stands in the folder.
 *
 * @param folder an empty one that nobody else can enter; its path must be short, as a socket's may have 107 bytes
 * @throws Error when the server does not answer within 30 seconds
 */
export async function startDatabase(tools: WordPressTools, folder: string): Promise<Database> {
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  await mkdir(data);
  const server = spawn(
    tools.mariadbd,
    [
      '--no-defaults',
      ...(process.getuid?.() === 0 ? ['--user=root'] : []),
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--lc-messages-dir=${tools.share}`,
      `--character-sets-dir=${join(tools.share, 'charsets')}`,
      '--skip-networking',
      // Without accounts and InnoDB an empty folder will do, and the server is up at once.
      '--skip-grant-tables',
      '--skip-innodb',
      '--default-storage-engine=MyISAM',
    ],
    { stdio: 'ignore', cwd: folder, env: { ...process.env, ...tools.environment } },
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  // A program that does not start is noticed below.
  server.on('error', () => undefined);
  const close = async (): Promise<void> => {
    // Nothing in there is worth an orderly end.
    if (server.kill('SIGKILL')) await ended;
  };
  try {
    await createDatabase(tools, socket, server);
  } catch (error) {
    await close();
    throw error;
  }
  return { host: `localhost:${socket}`, close };
}

const script = `
  mysqli_report(MYSQLI_REPORT_OFF);
  $database = @mysqli_connect('localhost', 'root', '', null, null, $argv[1]);
  exit($database && $database->query('CREATE DATABASE IF NOT EXISTS wordpress') ? 0 : 1);
`;

async function createDatabase(
  tools: WordPressTools,
  socket: string,
  server: ChildProcess,
): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end && server.exitCode === null) {
    try {
      await run(tools.php, [...tools.phpFlags, '-r', script, '--', socket], { timeout: 10_000 });
      return;
    } catch {
      await sleep(200);
    }
  }
  throw new Error('The database server did not start.');
}
