import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeCertificate } from './certificate.ts';
import { freePort } from './free-port.ts';
import { startSmtpServer } from './smtp-server.ts';

/** A site whose mail screen really sends. */
export interface LivePage {
  /** Without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

/**
 * Starts the mail server and, with PHP's own web server, the page that sends through it. Both listen on
 * 127.0.0.1 only.
 *
 * @param php path of the PHP command
 * @param phpmailer path of PHPMailer's autoload.php
 * @throws Error when PHP does not answer within ten seconds
 */
export async function startPageServer(php: string, phpmailer: string): Promise<LivePage> {
  const certificate = makeCertificate(php);
  const smtp = await startSmtpServer(certificate, makeCertificate(php));
  const folder = await mkdtemp(join(tmpdir(), 'smtp-lens-lab-'));
  const certificateFile = join(folder, 'certificate.pem');
  if (certificate) await writeFile(certificateFile, certificate.certificate);
  const port = await freePort();
  const server = spawn(
    php,
    [
      '-d',
      'display_errors=0',
      ...(certificate ? ['-d', `openssl.cafile=${certificateFile}`] : []),
      '-S',
      `127.0.0.1:${port}`,
      '-t',
      join(import.meta.dirname, 'site'),
    ],
    {
      stdio: 'ignore',
      env: {
        ...process.env,
        SMTP_LENS_LAB: JSON.stringify({
          port: smtp.port,
          untrustedPort: smtp.untrustedPort,
          closedPort: smtp.closedPort,
          verify: certificate !== undefined,
          phpmailer,
        }),
      },
    },
  );
  const close = async (): Promise<void> => {
    server.kill();
    await smtp.close();
    await rm(folder, { recursive: true, force: true });
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
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) break;
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
