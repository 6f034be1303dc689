import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { until } from '../../test/harness/until.ts';
import { download, type Part } from './download.ts';

/** Serves these parts; tells what became of it. */
async function serving(parts: () => AsyncGenerator<Part>) {
  const ends: string[] = [];
  const server = createServer((_request, response) => {
    // What Express adds.
    Object.assign(response, { type: (kind: string) => response.setHeader('Content-Type', kind) });
    download(response as never, 'a.json', parts()).then(
      () => ends.push('done'),
      () => {
        ends.push('failed');
        if (!response.headersSent) response.writeHead(503).end();
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ends };
}

async function* pagesOf(...pages: unknown[][]): AsyncGenerator<unknown[]> {
  yield* pages;
}

it('is one object, with lists that came in pages', async () => {
  const { url } = await serving(async function* () {
    yield ['person', { name: 'Ana' }];
    yield ['none', pagesOf()];
    yield ['messages', pagesOf([1, 2], [], [3])];
    yield ['last', null];
  });
  const text = await (await fetch(url)).text();
  expect(JSON.parse(text)).toEqual({ person: { name: 'Ana' }, none: [], messages: [1, 2, 3], last: null });
});

it('reads no further when nobody takes it, and ends with its connection', async () => {
  let read = 0;
  let isClosed = false;
  const { url, ends } = await serving(async function* () {
    yield ['first', 1];
    const endless = async function* () {
      try {
        for (; ; read++) yield ['x'.repeat(100_000)];
      } finally {
        isClosed = true;
      }
    };
    yield ['endless', endless()];
  });
  const response = await new Promise<import('node:http').IncomingMessage>((resolve) => get(url, resolve));
  response.pause();
  let before = -1;
  await until(() => {
    const isStill = read > 0 && read === before;
    before = read;
    return isStill;
  }, 'it to wait');
  response.destroy();
  await until(() => isClosed && ends.length === 1, 'the work to end');
  expect(ends).toEqual(['failed']);
});

it('says in words what fails before the first byte, and cuts what fails later', async () => {
  const early = await serving(async function* () {
    yield* [];
    throw new Error('away');
  });
  expect((await fetch(early.url)).status).toBe(503);
  const late = await serving(async function* () {
    yield ['first', 1];
    throw new Error('away');
  });
  await expect(fetch(late.url).then((response) => response.text())).rejects.toThrow();
});
