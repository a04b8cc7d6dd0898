import { createServer, type AddressInfo } from 'node:net';

/**
 * A port of this machine on which nobody listens. The system hands out ports in turn, so one that
 * was just let go stays free for a good while.
 */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
