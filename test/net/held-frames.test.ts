import { type Client, ClientState, Protocol } from '@colyseus/core';
import { StateView } from '@colyseus/schema';
import { WebSocketClient } from '@colyseus/ws-transport';
import { expect, it } from 'vitest';
import { installGuard, sendTogether } from '../../server/infra/colyseus/guard.ts';
import { HeldFrames, MOST_HELD_BYTES } from '../../server/infra/colyseus/held-frames.ts';
import { FakeClock, fakeLog } from '../harness/fakes.ts';
import { openPair } from '../harness/socket-pair.ts';

const EVERY_MS = 500;
const LIMIT = 100_000;
const counts = installGuard({ log: fakeLog(), limits: { bufferedBytes: LIMIT } });

const patch = (...content: number[]): Buffer => Buffer.of(Protocol.ROOM_STATE_PATCH, ...content);

/** Two clients who get everything that is told to all, and what reached their other ends. */
async function openCrowd() {
  const { ends, heard } = await openPair();
  const clients = ends.map((end, index) => {
    const client = new WebSocketClient(`client-${index}`, end);
    client.state = ClientState.JOINED;
    return client;
  });
  const clock = new FakeClock();
  const held = new HeldFrames(clock, EVERY_MS, sendTogether);
  const tell = (frame: Uint8Array, ...hurried: readonly Client[]) =>
    held.during(new Set(hurried), () => {
      for (const client of clients) client.raw(frame);
    });
  const heardBy = (index: number) => heard[index]!.map((bytes) => [...bytes.subarray(1)]);
  return { clients: clients as [WebSocketClient, WebSocketClient], clock, held, tell, heard, heardBy };
}

it('a patch in which nothing is left for its receivers moves nothing, and is none of what is counted', async () => {
  const { clock, tell, heardBy } = await openCrowd();
  tell(patch());
  expect(clock.armed).toBe(0);
  // It was not the first one after a quiet time: the next one is.
  tell(patch(1));
  await expect.poll(() => [heardBy(0), heardBy(1)]).toEqual([[[1]], [[1]]]);
  tell(patch());
  expect(clock.armed).toBe(0);
  const before = counts.framesOut;
  tell(patch(2));
  tell(patch());
  tell(patch(3));
  expect(counts.framesOut).toBe(before);
  await clock.advance(EVERY_MS);
  expect(counts.framesOut).toBe(before + 4);
  await expect
    .poll(() => [heardBy(0), heardBy(1)])
    .toEqual([
      [[1], [2], [3]],
      [[1], [2], [3]],
    ]);
});

it('holds nothing back for whoever has a view of their own, must not wait, or is not in yet', async () => {
  const { clients, clock, tell, held } = await openCrowd();
  tell(patch(1));
  const [one, two] = clients;
  const waiting = () => clients.map((client) => held.take(client, patch(9)));
  expect(waiting()).toEqual([true, true]);
  held.flush();
  (one as Client).view = new StateView();
  two.state = ClientState.JOINING;
  expect(waiting()).toEqual([false, false]);
  (one as Client).view = undefined;
  two.state = ClientState.JOINED;
  await clock.advance(EVERY_MS);
  tell(patch(2));
  tell(patch(3), two);
  expect(clock.armed).toBe(1);
  const before = counts.framesOut;
  await clock.advance(EVERY_MS);
  expect(counts.framesOut).toBe(before + 1);
});

it('holds back no more bytes than there may be', async () => {
  const { clock, tell, heard } = await openCrowd();
  tell(patch(1));
  const half = Buffer.alloc(MOST_HELD_BYTES / 2 + 1, Protocol.ROOM_STATE_PATCH);
  tell(half);
  expect(clock.armed).toBe(1);
  tell(Buffer.from(half));
  expect(clock.armed).toBe(0);
  await expect.poll(() => heard.map((mine) => mine.length)).toEqual([3, 3]);
});

it('cuts a socket that does not read as it would be cut if nothing were held back', async () => {
  const { clients, clock, tell, heard } = await openCrowd();
  const [slow, quick] = clients;
  let waiting = 0;
  Object.defineProperty(slow.ref, 'bufferedAmount', { get: () => waiting });
  tell(patch(1));
  const large = Buffer.alloc(20_000, Protocol.ROOM_STATE_PATCH);
  const tellTwo = () => {
    tell(large);
    tell(Buffer.from(large));
    return clock.advance(EVERY_MS);
  };
  const before = counts.slowSockets;
  waiting = LIMIT - large.length;
  await tellTwo();
  expect(counts.slowSockets).toBe(before);
  waiting++;
  await tellTwo();
  expect(counts.slowSockets).toBe(before + 1);
  await expect.poll(() => slow.ref.readyState).toBe(slow.ref.CLOSED);
  await expect.poll(() => heard[1]!.length).toBe(5);
  expect(quick.ref.readyState).toBe(quick.ref.OPEN);
});

it('a socket that closes gets what was held back first, and nothing after that', async () => {
  const { clients, clock, held, tell, heardBy } = await openCrowd();
  tell(patch(1));
  tell(patch(2));
  clients[0].leave(4_000);
  tell(patch(3));
  held.stop();
  expect(clock.armed).toBe(0);
  await expect
    .poll(() => [heardBy(0), heardBy(1)])
    .toEqual([
      [[1], [2]],
      [[1], [2], [3]],
    ]);
  // A room that is over tells nothing late.
  tell(patch(4));
  await expect.poll(() => heardBy(1).at(-1)).toEqual([4]);
  expect(clock.armed).toBe(0);
});
