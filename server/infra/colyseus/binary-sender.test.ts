import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { WebSocketClient } from '@colyseus/ws-transport';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { binarySender } from './binary-sender.ts';

/** Two clients of one server, and the server's ends of their sockets. */
async function openPair() {
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

const filled = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);

it('is understood at every length that has another kind of head', async () => {
  const { ends, heard } = await openPair();
  const send = binarySender();
  const messages = [0, 1, 125, 126, 65_535, 65_536, 200_000].map(filled);
  for (const message of messages) {
    const sent = ends.map((end) => new Promise<void>((resolve) => send(end, message, () => resolve())));
    await Promise.all(sent);
  }
  for (const mine of heard) {
    await expect.poll(() => mine.length).toBe(messages.length);
    expect(mine.map((each) => Uint8Array.from(each))).toEqual(messages);
  }
});

it('takes the bytes as they are at the call, also when they are used again', async () => {
  const { ends, heard } = await openPair();
  const send = binarySender();
  const bytes = Uint8Array.of(1, 2, 3);
  for (const end of ends) send(end, bytes);
  await Promise.resolve();
  bytes.fill(9);
  for (const end of ends) send(end, bytes);
  for (const mine of heard) {
    await expect.poll(() => mine.length).toBe(2);
    expect(mine.map((each) => [...each])).toEqual([
      [1, 2, 3],
      [9, 9, 9],
    ]);
  }
});

it('says so when a socket is closing', async () => {
  const { ends } = await openPair();
  const send = binarySender();
  ends[0]!.close();
  const error = await new Promise<Error | undefined>((resolve) => send(ends[0]!, filled(3), resolve));
  expect(error?.message).toContain('not open');
});
