import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from './certificate.ts';
import { startSmtpServer } from './smtp-server.ts';
import type { LabSmtpServer } from './smtp-server.ts';

/** Mail servers, and what a PHP needs to send through them. */
export interface MailLab {
  servers: LabSmtpServer;
  /** PHP can check the certificate of the first server. */
  verify: boolean;
  /** Words for PHP's command line. */
  flags: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts the lab's mail servers with fresh certificates.
 *
 * @param php path of the PHP command that will send
 */
export async function startMailLab(php: string): Promise<MailLab> {
  const certificate = makeCertificate(php);
  const servers = await startSmtpServer(certificate, makeCertificate(php));
  const folder = await mkdtemp(join(tmpdir(), 'smtp-lens-lab-'));
  const file = join(folder, 'certificate.pem');
  if (certificate) await writeFile(file, certificate.certificate);
  return {
    servers,
    verify: certificate !== undefined,
    flags: certificate ? ['-d', `openssl.cafile=${file}`] : [],
    close: async () => {
      await servers.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
