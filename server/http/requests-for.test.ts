import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it, onTestFinished } from 'vitest';
import { requestsFor } from './requests-for.ts';

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
