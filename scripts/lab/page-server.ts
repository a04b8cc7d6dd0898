import { join } from 'node:path';
import { startMailLab } from './mail-lab.ts';
import { startPhpServer } from './php-server.ts';
import type { PhpServer } from './php-server.ts';

/** A site whose mail screen really sends. */
export type LivePage = PhpServer;

/**
 * Starts the mail servers and, with PHP's own web server, the page that sends through them. All listen on
 * 127.0.0.1 only.
 *
 * @param php path of the PHP command
 * @param phpmailer path of PHPMailer's autoload.php
 * @throws Error when PHP does not answer within 20 seconds
 */
export async function startPageServer(php: string, phpmailer: string): Promise<LivePage> {
  const mail = await startMailLab(php);
  try {
    const { port, untrustedPort, closedPort } = mail.servers;
    const server = await startPhpServer({
      php,
      folder: join(import.meta.dirname, 'site'),
      flags: mail.flags,
      environment: {
        SMTP_LENS_LAB: JSON.stringify({
          port,
          untrustedPort,
          closedPort,
          verify: mail.verify,
          phpmailer,
        }),
      },
    });
    return {
      origin: server.origin,
      close: async () => {
        await server.close();
        await mail.close();
      },
    };
  } catch (error) {
    await mail.close();
    throw error;
  }
}
