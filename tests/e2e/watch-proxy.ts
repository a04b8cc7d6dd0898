import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that lets nothing through and remembers who was asked for. */
export interface WatchProxy {
  port: number;
  /** Who was asked for, in order, without the services that the browsers ask for on their own account. */
  listAsked(): readonly string[];
  close(): Promise<void>;
}

/**
 * Browsers pass loopback addresses by a proxy, so whatever arrives here was on its way out of the machine, from
 * a page, a content script, the background or the browser itself.
 */
export async function startWatchProxy(): Promise<WatchProxy> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    // Node takes its own listeners off such a socket; a browser that closes in the middle resets it.
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    listAsked: () => asked.filter((address) => !ownServices.test(address)),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** Updates, accounts, autofill and settings of Chromium and Firefox, which run without any extension, too. */
const ownServices =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:google\.com|googleapis\.com|gvt1\.com|gstatic\.com|mozilla\.com|mozilla\.net|mozilla\.org|firefox\.com)[:/]/;
