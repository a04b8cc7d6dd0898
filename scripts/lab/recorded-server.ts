import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LivePage } from './page-server.ts';
import { scenarios } from './scenarios.ts';

/**
 * Serves what the mail screen put out when it was recorded, at the same addresses and on 127.0.0.1 only: for
 * machines without PHP. Takes `scenario`, `output` and `theme` of the query; the debug level and the shape are
 * those of the recording.
 */
export async function startRecordedServer(): Promise<LivePage> {
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://127.0.0.1')).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer({ pathname, searchParams }: URL): Promise<{ status: number; body: string }> {
  if (pathname !== '/wp-admin/admin.php') {
    return { status: 200, body: '<!doctype html><title>Example Shop</title><h1>Example Shop</h1>' };
  }
  const scenario = scenarios.find(({ id }) => id === searchParams.get('scenario')) ?? scenarios[0];
  const output = searchParams.get('output') === 'echo' ? 'echo' : 'html';
  const file = join(import.meta.dirname, 'recorded', `${scenario.id}-${output}.html.txt`);
  const body = await readFile(file, 'utf8');
  const dark = searchParams.get('theme') === 'dark';
  return {
    status: 200,
    body: dark ? body.replace('data-theme="light"', 'data-theme="dark"') : body,
  };
}
