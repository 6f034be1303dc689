import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { putLines, requestsFor } from './requests-for.ts';

it('makes requests and answers whose prototypes Express leaves alone', async () => {
  const app = express();
  const server = createServer(requestsFor(app));
  onTestFinished(() => void server.close());
  const prototypes: unknown[] = [];
  const note = (...made: object[]) => prototypes.push(...made.map((each) => Object.getPrototypeOf(each)));
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    note(request, response);
    app(request, response);
  });
  app.use((request, response) => {
    note(request, response);
    response.status(404).json({ path: request.path });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/here`);
  expect([answer.status, await answer.json()]).toEqual([404, { path: '/here' }]);
  const [request, response, ...later] = prototypes;
  expect(later[0] === request && later[1] === response).toBe(true);
});

it('writes lines that never change as they are, before everything else', async () => {
  const server = createServer(requestsFor(express()), (_request, response) => {
    expect(putLines(response, 'x-always: here\r\nx-more: "a; b"\r\n')).toBe(true);
    response.setHeader('X-Once', 'now').end('hello');
  });
  onTestFinished(() => void server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-always': 'here',
    'x-more': '"a; b"',
    'x-once': 'now',
    'content-length': '5',
  });
  expect(await answer.text()).toBe('hello');
  expect(putLines(new ServerResponse(new IncomingMessage(new Socket())), 'x-always: here\r\n')).toBe(false);
});
