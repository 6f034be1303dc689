import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { WebSocketClient } from '@colyseus/ws-transport';
import { expect, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';

/** Two clients of one server, and the server's ends of their sockets. */
export async function openPair() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => server.close());
  await once(server, 'listening');
  const ends: WebSocketClient['ref'][] = [];
  server.on('connection', (socket) => ends.push(socket));
  const heard: Buffer[][] = [];
  for (const mine of [[], []] as Buffer[][]) {
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    onTestFinished(() => client.terminate());
    client.on('message', (message: Buffer, isBinary) => {
      expect(isBinary).toBe(true);
      mine.push(message);
    });
    await once(client, 'open');
    heard.push(mine);
  }
  return { ends, heard };
}
