import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Family } from './instruments.ts';
import { registryOf } from './prometheus.ts';

/** Few ask, now and then, and wait for one short page. */
const MAX_CONNECTIONS = 16;
const REQUEST_MS = 5_000;

/**
 * Answers `GET /metrics` in Prometheus' format, on a port of its own; nothing else. It does not keep the process alive.
 * Rejects when it cannot listen. @returns the port that is really used
 */
export async function listenForMetrics(
  { host, port }: { readonly host: string; readonly port: number },
  families: readonly Family[],
): Promise<number> {
  const registry = registryOf(families);
  const server = createServer({ requestTimeout: REQUEST_MS }, async (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('GET /metrics\n');
      return;
    }
    try {
      const page = await registry.metrics();
      response
        .writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' })
        .end(page);
    } catch {
      response.writeHead(500).end();
    }
  });
  server.maxConnections = MAX_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  server.on('error', () => {});
  server.unref();
  return (server.address() as AddressInfo).port;
}
