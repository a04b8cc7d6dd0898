import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of a test. */
export interface Fixture {
  body: string | Uint8Array;
  headers?: Readonly<Record<string, string>>;
}

/** Pages of the tests' own making, below `/wp-admin/` unless their name says otherwise. */
export interface FixtureServer {
  origin: string;
  /** Serves a page at `/wp-admin/<name>`, or at the path that begins with `/`, and gives its address. */
  serve(name: string, fixture: Fixture): string;
  close(): Promise<void>;
}

/** Starts the server on 127.0.0.1. Paths that nobody has set are 404. */
export async function startFixtureServer(): Promise<FixtureServer> {
  const fixtures = new Map<string, Fixture>();
  const server = createServer((request, response) => {
    const fixture = fixtures.get(new URL(request.url ?? '/', 'http://127.0.0.1').pathname);
    if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(fixture ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...fixture?.headers,
    });
    response.end(fixture?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    serve(name, fixture) {
      const path = name.startsWith('/') ? name : `/wp-admin/${name}`;
      fixtures.set(path, fixture);
      return `${origin}${path}`;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
