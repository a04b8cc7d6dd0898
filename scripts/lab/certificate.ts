import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A self-made certificate for 127.0.0.1, in PEM. */
export interface Certificate {
  key: string;
  certificate: string;
}

/**
 * Makes a fresh key and a certificate that signs itself, good for two days. Node cannot write
 * certificates, but the PHP that sends the lab's mail can.
 *
 * @param php path of a PHP with the openssl extension
 * @returns the pair, or undefined where this PHP cannot do it
 */
export function makeCertificate(php: string): Certificate | undefined {
  try {
    const script = join(import.meta.dirname, 'make-certificate.php');
    const made: unknown = JSON.parse(
      execFileSync(php, [script], {
        encoding: 'utf8',
        timeout: 20_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
    return isCertificate(made) ? made : undefined;
  } catch {
    return undefined;
  }
}

function isCertificate(value: unknown): value is Certificate {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    'certificate' in value &&
    typeof value.certificate === 'string'
  );
}
