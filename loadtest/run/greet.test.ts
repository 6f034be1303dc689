import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { greet } from './greet.ts';
import { UsageError } from './options.ts';

let server: Server | null = null;
afterEach(() => {
  server?.close();
  server = null;
});
const serving = async (listener: RequestListener): Promise<string> => {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
};
const answering =
  (status: number, body: object): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };

describe('a server that is there already', () => {
  it('is greeted as a browser does', async () => {
    await greet(await serving(answering(200, { player: { id: 'a' } })));
  });

  it('says where nothing answers', async () => {
    const url = await serving(answering(200, {}));
    await new Promise((resolve) => server!.close(resolve));
    await expect(greet(url)).rejects.toThrow(`Nothing answers at ${url}`);
  });

  it.each([
    [200, {}, 'something else'],
    [404, {}, 'http 404'],
    [400, { code: 'bad_host' }, 'PUBLIC_URL'],
    [403, { code: 'bad_origin' }, 'PUBLIC_URL'],
    [503, { code: 'unavailable' }, 'The server is not ready.'],
  ])('is understood when it answers %s %j', async (status, body, words) => {
    const greeted = greet(await serving(answering(status, body)));
    await expect(greeted).rejects.toThrow(UsageError);
    await expect(greeted).rejects.toThrow(words);
  });
});
