import type { Duplex } from 'node:stream';
import { ClientState } from '@colyseus/core';
import { WebSocketClient } from '@colyseus/ws-transport';
import { expect, it, vi } from 'vitest';
import { openPair } from '../../../test/harness/socket-pair.ts';
import { awaitAnswer, joinWrites, sendAnswer } from './joined-writes.ts';

const PATCH = Buffer.of(15, 1);
const ANSWER = Buffer.of(22, 1, 0);

/** A client that has joined, how often its socket was written to, and what reached its other end. */
async function openClient() {
  const { ends, heard } = await openPair();
  const client = new WebSocketClient('id', ends[0]!);
  client.state = ClientState.JOINED;
  const { _socket: stream } = ends[0] as unknown as { _socket: Duplex };
  const writes: string[] = [];
  const note = (how: '_write' | '_writev') => {
    const write = stream[how]!.bind(stream) as (...args: unknown[]) => void;
    vi.spyOn(stream, how).mockImplementation((...args: unknown[]) => {
      writes.push(how);
      write(...args);
    });
  };
  note('_write');
  note('_writev');
  const send = (bytes: Uint8Array) => {
    joinWrites(client);
    client.raw(bytes);
  };
  return { client, stream, writes, send, heard: heard[0]! };
}

it('sends what precedes an answer in one write with it, in this order', async () => {
  const { client, writes, send, heard } = await openClient();
  awaitAnswer(client);
  send(PATCH);
  await Promise.resolve();
  expect(writes).toEqual([]);
  sendAnswer(client, ANSWER);
  expect(writes).toEqual(['_writev']);
  await expect.poll(() => heard).toEqual([PATCH, ANSWER]);
});

it('keeps nothing beyond the moment in which it was sent, however late the answer is', async () => {
  const { client, writes, send } = await openClient();
  awaitAnswer(client);
  send(PATCH);
  await new Promise((resolve) => process.nextTick(resolve));
  expect(writes).toHaveLength(1);
  sendAnswer(client, ANSWER);
  expect(writes).toHaveLength(2);
});

it('writes at once to whoever waits for nothing, also after an answer', async () => {
  const { client, writes, send } = await openClient();
  send(PATCH);
  expect(writes).toHaveLength(1);
  awaitAnswer(client);
  sendAnswer(client, ANSWER);
  send(PATCH);
  expect(writes).toHaveLength(3);
});

it('goes on joining while another request has no answer', async () => {
  const { client, writes, send } = await openClient();
  awaitAnswer(client);
  awaitAnswer(client);
  sendAnswer(client, ANSWER);
  send(PATCH);
  expect(writes).toHaveLength(1);
  sendAnswer(client, ANSWER);
  expect(writes).toHaveLength(2);
});

it('counts what waits as not yet sent, and sends it before the socket closes', async () => {
  const { client, send, heard } = await openClient();
  awaitAnswer(client);
  send(PATCH);
  expect(client.ref.bufferedAmount).toBeGreaterThan(0);
  client.leave(4_000);
  await expect.poll(() => heard).toEqual([PATCH]);
});

it('survives a socket that is cut meanwhile', async () => {
  const { client, stream, send } = await openClient();
  awaitAnswer(client);
  send(PATCH);
  client.ref.terminate();
  expect(() => sendAnswer(client, ANSWER)).not.toThrow();
  await expect.poll(() => stream.destroyed).toBe(true);
});
