import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** A site on 127.0.0.1 behind PHP's own web server. */
export interface PhpServer {
  /** Without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

export interface PhpServerOptions {
  /** Path of the PHP command. */
  php: string;
  /** The folder to serve. */
  folder: string;
  /** More words for the command line. */
  flags?: readonly string[];
  /** More for the environment. */
  environment?: Readonly<Record<string, string>>;
}

/**
 * Starts PHP's own web server on a free port.
 *
 * @throws Error when PHP does not answer within 20 seconds
 */
export async function startPhpServer(options: PhpServerOptions): Promise<PhpServer> {
  const port = await freePort();
  const server = spawn(
    options.php,
    [
      '-d',
      'display_errors=0',
      ...(options.flags ?? []),
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      options.folder,
    ],
    // A group of its own: the server's workers outlive it otherwise.
    { stdio: 'ignore', detached: true, env: { ...process.env, ...options.environment } },
  );
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  // A program that does not start is noticed below.
  server.on('error', () => undefined);
  const endGroup = (): void => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  };
  process.once('exit', endGroup);
  const close = async (): Promise<void> => {
    process.off('exit', endGroup);
    endGroup();
    await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
  };
  try {
    await waitForPort(port, server);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin: `http://127.0.0.1:${port}`, close };
}

async function waitForPort(port: number, server: ChildProcess): Promise<void> {
  const end = Date.now() + 20_000;
  while (Date.now() < end && server.exitCode === null) {
    if (await answers(port)) return;
    await sleep(100);
  }
  throw new Error('The web server of PHP did not start.');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
