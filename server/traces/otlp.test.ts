import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fakeLog } from '../../test/harness/fakes.ts';
import { until } from '../../test/harness/until.ts';
import { otlpTrace } from './otlp.ts';

interface Received {
  readonly resourceSpans: readonly {
    readonly resource: object;
    readonly scopeSpans: readonly { readonly spans: readonly Record<string, unknown>[] }[];
  }[];
}

let collector: Server;
let url: string;
const received: { path: string; body: Received }[] = [];
let status = 200;
beforeAll(async () => {
  collector = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ path: request.url!, body: JSON.parse(Buffer.concat(chunks).toString()) });
    response.writeHead(status).end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(collector.address() as AddressInfo).port}/`;
});
afterAll(() => void collector.close());

const COMMAND = '0123456789abcdef0123456789abcdef';
const now = performance.now();
const span = {
  name: 'table command',
  id: COMMAND,
  startedAt: now,
  endedAt: now + 2,
  result: 'ok',
  isFailed: false,
};

it('spans come to a collector together, under the ids of the log', async () => {
  const trace = otlpTrace({ endpoint: url, serviceName: 'color-clues', log: fakeLog(), dropped: () => {} });
  trace(span);
  trace({ ...span, name: 'http seat', id: 'req-1', result: '500', isFailed: true });
  await until(() => received.length > 0, 'the spans');
  const { path, body } = received[0]!;
  expect([received.length, path]).toEqual([1, '/v1/traces']);
  const { resource, scopeSpans } = body.resourceSpans[0]!;
  expect(JSON.stringify(resource)).toContain('color-clues');
  const [first, second] = scopeSpans[0]!.spans as [Record<string, unknown>, Record<string, unknown>];
  expect(first).toMatchObject({ traceId: COMMAND, name: 'table command', kind: 2, status: {} });
  expect(first.spanId).toMatch(/^[0-9a-f]{16}$/);
  const took = BigInt(String(first.endTimeUnixNano)) - BigInt(String(first.startTimeUnixNano));
  expect(Number(took)).toBe(2_000_000);
  expect(Math.abs(Number(BigInt(String(first.startTimeUnixNano)) / 1_000_000n) - Date.now())).toBeLessThan(
    60_000,
  );
  expect(second).toMatchObject({ status: { code: 2 } });
  expect(second.traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(second.attributes)).toContain('req-1');
});

it('a collector that does not take them costs the spans, a count and one line', async () => {
  const log = fakeLog();
  let dropped = 0;
  status = 503;
  const trace = otlpTrace({
    endpoint: url,
    serviceName: 'color-clues',
    log,
    dropped: (count) => {
      dropped += count;
    },
  });
  for (let i = 0; i < 3_000; i++) trace(span);
  expect(dropped).toBe(952);
  await until(() => dropped === 3_000, 'them to be given up');
  expect(log.lines).toEqual(['traces are not taken']);
});
